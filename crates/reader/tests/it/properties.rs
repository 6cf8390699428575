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
    assert_eq!(reader::read(&source), reading, "reading twice gives the same");
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
