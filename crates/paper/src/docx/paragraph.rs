//! Paragraphs and runs.

use domain::document::{Emphasis, Run};
use std::fmt::Write as _;

/// Appends a paragraph of `style`; `direct` is what its properties add to it, in schema order.
pub fn paragraph(out: &mut String, style: &str, direct: &str, runs: &[Run]) {
    let _ = write!(out, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{direct}</w:pPr>");
    for run in runs {
        set_run(out, run, "");
    }
    out.push_str("</w:p>");
}

/// Appends a paragraph of `style` in one plain run.
pub fn line(out: &mut String, style: &str, words: &str) {
    paragraph(out, style, "", &[Run::new(words, Emphasis::Plain)]);
}

/// Appends an empty paragraph above a line of `length`, centred in `room`, both in twips.
pub fn rule(out: &mut String, length: u32, room: u32) {
    let side = room.saturating_sub(length) / 2;
    let direct = format!(
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"auto\"/></w:pBdr>\
         <w:ind w:left=\"{side}\" w:right=\"{side}\" w:firstLine=\"0\"/>"
    );
    paragraph(out, "Rule", &direct, &[]);
}

/// Appends `run`; `direct` is what else its properties say, in schema order after the emphasis.
pub fn set_run(out: &mut String, Run { words, emphasis }: &Run, direct: &str) {
    if words.is_empty() {
        return;
    }
    let emphasis = match emphasis {
        Emphasis::Plain => "",
        Emphasis::Bold => "<w:b/><w:bCs/>",
        Emphasis::Italic => "<w:i/><w:iCs/>",
    };
    out.push_str("<w:r>");
    if !emphasis.is_empty() || !direct.is_empty() {
        let _ = write!(out, "<w:rPr>{emphasis}{direct}</w:rPr>");
    }
    for (at, line) in words.split('\n').enumerate() {
        if at > 0 {
            out.push_str("<w:br/>");
        }
        for (at, stretch) in line.split('\t').enumerate() {
            if at > 0 {
                out.push_str("<w:tab/>");
            }
            let _ = write!(out, "<w:t xml:space=\"preserve\">{}</w:t>", escaped(stretch));
        }
    }
    out.push_str("</w:r>");
}

/// `words` as character data or an attribute: signs escaped, what XML cannot hold left out.
pub fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' => {}
            '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
    out
}

/// Tenths of a millimetre in twips (1/1440 inch), rounded to the nearest.
pub fn twips(tenths_mm: u32) -> u32 {
    (tenths_mm * 1440 + 127) / 254
}
