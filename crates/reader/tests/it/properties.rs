use crate::samples::SAMPLES;
use domain::plan::{OutlineItem, PlanSection, Reading};
use domain::source::{Source, Span};
use proptest::prelude::*;

/// Every span of a reading, and the length of the text.
fn spans(reading: &Reading) -> Vec<Span> {
    let mut spans: Vec<Span> = reading.warnings.iter().map(|w| w.span).collect();
    spans.extend(reading.ignored_dates.iter().map(|d| d.span));
    for document in &reading.documents {
        spans.push(document.span);
        let cited = document.subject.iter().chain(&document.basis).chain(&document.cited);
        spans.extend(cited.map(|c| c.span));
        spans.extend(document.dates.iter().map(|d| d.span));
        spans.extend(document.duties.iter().map(|d| d.span));
        spans.extend(document.data_periods.iter().map(|d| d.span));
        spans.extend(document.report_to.iter().map(|d| d.span));
        spans.extend(document.attachments.iter().map(|a| a.span));
        spans.extend(document.exceptions.iter().map(|e| e.span));
        in_sections(&document.sections, &mut spans);
        in_outline(&document.outline, &mut spans);
        in_outline(&document.proposed_outline, &mut spans);
    }
    spans
}

fn in_sections(sections: &[PlanSection], spans: &mut Vec<Span>) {
    for section in sections {
        spans.push(section.span);
        in_sections(&section.children, spans);
    }
}

fn in_outline(items: &[OutlineItem], spans: &mut Vec<Span>) {
    for item in items {
        spans.push(item.span);
        in_outline(&item.children, spans);
    }
}

fn holds(text: &str) {
    let source = Source::plain(text);
    let reading = reader::read(&source);
    assert_eq!(reading.text_chars, source.length());
    for span in spans(&reading) {
        assert!(span.from <= span.to && span.to <= reading.text_chars, "{span:?}");
    }
    let mut end = 0;
    for document in &reading.documents {
        assert_eq!(document.span.from, end, "documents follow one another");
        end = document.span.to;
    }
    is_nested(&source, &reading);
    assert_eq!(reader::read(&source), reading, "reading twice gives the same");
}

/// Sections lie one behind the other, each within the one above it and beginning with its number;
/// so do the items of an outline.
fn is_nested(source: &Source, reading: &Reading) {
    for document in &reading.documents {
        nested_sections(source, &document.sections, document.span);
        let whole = Span::new(0, reading.text_chars);
        numbered_items(source, &document.outline, whole);
        numbered_items(source, &document.proposed_outline, whole);
    }
}

fn nested_sections(source: &Source, sections: &[PlanSection], within: Span) {
    let mut from = within.from;
    for section in sections {
        assert!(from <= section.span.from && section.span.to <= within.to, "{section:?}");
        begins_with(source, section.span, &section.number);
        nested_sections(source, &section.children, section.span);
        from = section.span.to;
    }
}

fn numbered_items(source: &Source, items: &[OutlineItem], within: Span) {
    let mut from = within.from;
    for item in items {
        assert!(from <= item.span.from && item.span.to <= within.to, "{item:?}");
        begins_with(source, item.span, &item.number);
        numbered_items(source, &item.children, Span::new(item.span.to, within.to));
        from = item.span.to;
    }
}

/// The number is what the text has there, but for blanks, tones and what a scanner blurred.
fn begins_with(source: &Source, span: Span, number: &str) {
    let plain = |text: &str| -> String {
        let text = text.replace(['l', 'I'], "1").replace(['O', 'o'], "0");
        domain::text::fold(&text).chars().filter(|c| c.is_alphanumeric()).collect()
    };
    let words = plain(source.words(span));
    assert!(words.starts_with(&plain(number)), "{number} not at the start of {words}");
}

/// Pieces of the language in any order: more likely than letters at random to reach the grammar.
const PIECES: [&str; 40] = [
    "trước ",
    "ngày ",
    "tháng ",
    "năm ",
    "quý ",
    "đến ",
    "từ ",
    "hết ",
    "20/7/2020",
    "31/02",
    "III",
    "2020",
    "-",
    "/",
    ". ",
    ";",
    ", ",
    "(",
    ")",
    "\n",
    "\n\n",
    "\n- ",
    "\n1. ",
    "\nI. ",
    "\na) ",
    "\nKẾ HOẠCH\n",
    "\nĐỀ CƯƠNG\n",
    "\nKính gửi: ",
    "Số: ",
    "12/KH-LĐLĐ",
    "\nNơi nhận:\n",
    "\nTM. BAN THƯỜNG VỤ\nCHỦ TỊCH\n",
    "LĐLĐ tỉnh ",
    "Công đoàn cơ sở ",
    "gửi báo cáo về ",
    "(qua Ban Tổ chức) ",
    "Riêng ",
    "theo tiến độ trên",
    "Đại hội X ",
    "kèm theo gồm: ",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}(\n\\PC{0,80}){0,4}") {
        holds(&text);
    }

    #[test]
    fn pieces_of_plans_are_read(picks in prop::collection::vec(0..PIECES.len(), 0..60)) {
        let text: String = picks.into_iter().map(|at| PIECES[at]).collect();
        holds(&text);
    }

    #[test]
    fn damaged_samples_are_read(
        sample in 0..SAMPLES.len(),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..60), 1..6),
        insert in prop::sample::select(PIECES.to_vec()),
    ) {
        let mut chars: Vec<char> = SAMPLES[sample].1.chars().collect();
        for (place, length) in cuts {
            let at = place.index(chars.len().max(1)).min(chars.len());
            let end = (at + length).min(chars.len());
            chars.splice(at..end, insert.chars());
        }
        holds(&chars.into_iter().collect::<String>());
    }
}

/// What is said after the signature changes nothing of what was read.
#[test]
fn an_unrelated_paragraph_changes_nothing() {
    let paragraphs = ["Một đoạn văn khác.", "Giấy in hai mặt, xếp theo thứ tự.", "* * *"];
    for (name, text) in SAMPLES {
        let before = reader::read(&Source::plain(text));
        // Where nobody signs, a further paragraph is one of the text.
        if before.documents.last().is_none_or(|last| last.signatory.name.is_none()) {
            continue;
        }
        for paragraph in paragraphs {
            let after = reader::read(&Source::plain(&format!("{text}\n\n{paragraph}\n")));
            let end = text.trim_end().chars().count();
            assert_eq!(up_to(after, end), up_to(before.clone(), end), "{name}: {paragraph}");
        }
    }
}

/// A reading as if the text ended at `end`: what speaks of the end of a text speaks of that.
fn up_to(mut reading: Reading, end: usize) -> Reading {
    reading.text_chars = end;
    for document in &mut reading.documents {
        document.span.to = document.span.to.min(end);
    }
    for warning in &mut reading.warnings {
        warning.span = Span::new(warning.span.from.min(end), warning.span.to.min(end));
    }
    reading
}
