//! What holds of the dates of any text.

use crate::samples::SAMPLES;
use domain::plan::{DateKind, Document, Reading};
use domain::source::{Source, Span};
use domain::text::Text;
use proptest::prelude::*;

/// Words of the date grammar, its marks and what stands around them.
const WORDS: [&str; 72] = [
    "ngày",
    "tháng",
    "năm",
    "quý",
    "tuần",
    "thứ",
    "thứ hai",
    "mồng",
    "trước",
    "chậm nhất",
    "đến",
    "đến hết",
    "đến trước",
    "hết",
    "từ",
    "kể từ",
    "trong",
    "vào",
    "sau",
    "trong vòng",
    "ngày làm việc",
    "đầu",
    "giữa",
    "cuối",
    "nửa đầu",
    "năm sau",
    "nay",
    "đầu nhiệm kỳ",
    "hằng",
    "hằng tháng",
    "định kỳ",
    "một lần",
    "và",
    "hoặc",
    "của",
    "mười",
    "Giêng",
    "giờ",
    "17h30",
    "1",
    "2",
    "6",
    "12",
    "15",
    "31",
    "2022",
    "2023",
    "20/7/2022",
    "31/02/2022",
    "20/7",
    "7/2022",
    "-",
    "/",
    ".",
    ",",
    ";",
    ":",
    "(",
    ")",
    "\n",
    "\n- ",
    "\n1. ",
    "III",
    "gửi báo cáo về",
    "LĐLĐ tỉnh",
    "CĐCS",
    "số liệu",
    "giai đoạn",
    "theo tiến độ trên",
    "by",
    "July",
    "between",
];

/// Paragraphs that say nothing of dates.
const ASIDES: [&str; 4] = [
    "Đoạn này không nói gì thêm.",
    "Trời hôm ấy có mây, đường vào xã dễ đi.",
    "Cây bàng trước trụ sở đã ra lá non.",
    "Nothing is said here.",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    #[test]
    fn dates_stand_where_they_are_read(picks in prop::collection::vec(0..WORDS.len(), 0..40)) {
        let words: Vec<&str> = picks.into_iter().map(|at| WORDS[at]).collect();
        stand(&words.join(" "));
        stand(&words.concat());
    }

    #[test]
    fn dates_of_damaged_samples_stand(
        sample in 0..SAMPLES.len(),
        cut in any::<prop::sample::Index>(),
        word in prop::sample::select(WORDS.to_vec()),
    ) {
        let mut chars: Vec<char> = SAMPLES[sample].1.chars().collect();
        let at = cut.index(chars.len().max(1));
        chars.splice(at..at, word.chars());
        stand(&chars.into_iter().collect::<String>());
    }

    #[test]
    fn an_unrelated_paragraph_changes_no_date(
        sample in 0..SAMPLES.len(),
        aside in prop::sample::select(ASIDES.to_vec()),
    ) {
        let text = SAMPLES[sample].1;
        let one = reader::read(&Source::plain(text));
        let two = reader::read(&Source::plain(&format!("{}\n\n{aside}\n", text.trim_end())));
        prop_assert_eq!(said(&one), said(&two), "{}", SAMPLES[sample].0);
    }
}

/// A page breaks lines anywhere; what is said of dates stays.
#[test]
fn broken_lines_say_the_same() {
    let mut names = Vec::new();
    for (name, text) in SAMPLES {
        let (one, two) =
            (reader::read(&Source::plain(text)), reader::read(&Source::plain(&broken(text))));
        let days = |reading: &Reading| -> Vec<String> {
            let dates = reading.documents.iter().flat_map(|document| &document.dates);
            dates.map(|d| format!("{:?} {:?} {:?} {:?}", d.act, d.kind, d.start, d.end)).collect()
        };
        if days(&one) != days(&two) {
            names.push(name);
        }
    }
    assert!(names.len() * 10 <= SAMPLES.len(), "{names:?}");
}

/// The text with lines of at most ninety letters.
fn broken(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let mut length = 0;
        for word in line.split(' ') {
            let letters = word.chars().count();
            let breaks = length > 0 && length + 1 + letters > 90;
            if length > 0 {
                out.push(if breaks { '\n' } else { ' ' });
            }
            length = if breaks { letters } else { length + 1 + letters };
            out.push_str(word);
        }
        out.push('\n');
    }
    out
}

#[test]
fn samples_stand() {
    for (_, text) in SAMPLES {
        stand(text);
    }
}

/// What fuzzing once broke stays mended.
#[test]
fn finds_of_fuzzing_stand() {
    let finds = include_str!("../finds/dates.txt").split("\n----\n");
    finds.for_each(stand);
}

/// Every date, period and ignored date has the words under its span, and its days are in order.
fn stand(text: &str) {
    let source = Source::plain(text);
    let reading = reader::read(&source);
    assert_eq!(reading, reader::read(&source), "reading twice gives the same");
    for date in &reading.ignored_dates {
        agrees(&source, date.span, &date.text);
    }
    for document in &reading.documents {
        for dated in &document.dates {
            agrees(&source, dated.span, &dated.text);
            let open = dated.kind == DateKind::Recurring;
            assert!(!open || dated.end.is_none(), "{}", dated.text);
            let ordered = dated.start.zip(dated.end).is_none_or(|(start, end)| start <= end);
            let warned = || {
                let mut of = reading.warnings.iter().filter(|w| w.span == dated.span);
                of.any(|w| w.code == "RANGE_REVERSED")
            };
            assert!(ordered || warned(), "{} {:?} {:?}", dated.text, dated.start, dated.end);
        }
        for period in &document.data_periods {
            agrees(&source, period.span, &period.text);
        }
    }
}

fn agrees(source: &Source, span: Span, text: &str) {
    let words: Vec<&str> = source.words(span).split_whitespace().collect();
    let plain = |text: &str| Text::new(text).into_string().replace('*', "");
    assert_eq!(plain(&words.join(" ")), plain(text));
}

/// What a reading says of dates and reports, without the place of the file's end.
fn said(reading: &Reading) -> Vec<String> {
    let of = |document: &Document| {
        let dates = format!("{:?} {:?}", document.dates, document.data_periods);
        let ways = format!("{:?} {:?}", document.report_to, document.forms);
        let rest = format!("{:?} {:?}", document.attachments, document.exceptions);
        [dates, ways, rest]
    };
    let mut said: Vec<String> = reading.documents.iter().flat_map(of).collect();
    said.push(format!("{:?}", reading.ignored_dates));
    // Where nothing follows them, recipients and signature reach to the end.
    let inside = |w: &&domain::plan::Warning| w.span.to < reading.text_chars && !w.span.is_empty();
    let warnings = reading.warnings.iter().filter(inside);
    said.extend(warnings.map(|w| format!("{} {:?} {}", w.code, w.facts, w.span.from)));
    said
}
