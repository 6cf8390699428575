//! The letterhead, the title, and to whom the paper speaks.

use super::paragraph::{line, paragraph, rule, twips};
use super::table::layout_table;
use domain::document::{Document, Emphasis, Run, Turn};

/// Appends everything above the body.
pub fn head(out: &mut String, document: &Document) {
    letterhead(out, document);
    title(out, document);
    if let Some(addressee) = &document.addressee {
        let words = match addressee.names.as_slice() {
            [only] => format!("{} {only}", addressee.label),
            many => format!("{}\n- {}.", addressee.label, many.join(";\n- ")),
        };
        line(out, "Addressee", &words);
    }
}

fn letterhead(out: &mut String, document: &Document) {
    let profile = &document.profile;
    let head = &document.letterhead;
    let lines = head.lines(profile);
    let whole = profile.text_width_tenths_mm(Turn::Upright);
    let left = twips(u32::from(profile.letterhead_left_tenths_mm));
    let right = twips(u32::from(whole)) - left;

    let mut body = String::new();
    if !lines.parent.is_empty() {
        line(&mut body, "Parent", &lines.parent.join("\n"));
    }
    line(&mut body, "Issuer", &lines.issuer.join("\n"));
    rule(&mut body, twips(lines.issuer_rule_tenths_mm), left);

    let mut nation = String::new();
    line(&mut nation, "Nation", &head.nation);
    line(&mut nation, "Motto", &head.motto);
    rule(&mut nation, twips(lines.motto_rule_tenths_mm), right);

    let (mut number, mut date) = (String::new(), String::new());
    line(&mut number, "Number", &head.number);
    line(&mut date, "PlaceDate", &head.place_and_date);
    layout_table(out, &[left, right], &[[body, nation], [number, date]]);
}

fn title(out: &mut String, document: &Document) {
    let profile = &document.profile;
    line(out, "Title", &document.title.kind);
    let subject = Run::new(&document.title.subject, Emphasis::Plain);
    // Lines of a long subject are centred; room at both sides keeps them off the margins.
    let side = twips(100);
    let indent = format!("<w:ind w:left=\"{side}\" w:right=\"{side}\"/>");
    paragraph(out, "Subtitle", &indent, &[subject]);
    let whole = twips(u32::from(profile.text_width_tenths_mm(Turn::Upright)));
    rule(out, twips(document.title.rule_tenths_mm(profile)), whole);
    paragraph(out, "AfterTable", "", &[]);
}
