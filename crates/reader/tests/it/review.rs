//! Warnings worked out again, for what was read and for what was corrected.

use crate::samples::SAMPLES;
use domain::plan::Document;
use domain::source::Source;
use jiff::civil::date;

#[test]
fn what_was_read_is_reviewed_as_it_was_read() {
    for (name, text) in SAMPLES {
        let source = Source::plain(text);
        let reading = reader::read(&source);
        assert_eq!(reader::review(&source, &reading.documents), reading.warnings, "{name}");
    }
}

#[test]
fn a_correction_changes_what_looks_wrong() {
    let text = "Số: 9/KH-LĐLĐ\nPa Lao, ngày 10 tháng 3 năm 2022\n\nKẾ HOẠCH\nTổng kết\n\nI. VIỆC\n\
                - LĐLĐ huyện gửi báo cáo trước ngày 31/4/2022.";
    let source = Source::plain(text);
    let documents = reader::read(&source).documents;
    let codes = |documents: &[Document]| {
        let warnings = reader::review(&source, documents);
        warnings.into_iter().map(|warning| warning.code).collect::<Vec<_>>()
    };
    assert!(codes(&documents).contains(&"IMPOSSIBLE_DATE".to_owned()));
    let mut mended = documents.clone();
    mended[0].dates[0].end = Some(date(2022, 4, 29));
    assert!(!codes(&mended).contains(&"IMPOSSIBLE_DATE".to_owned()));
    let mut added = documents;
    added[0].dates[0].end = Some(date(2021, 4, 29));
    added[0].dates[0].span = domain::source::Span::default();
    assert!(codes(&added).contains(&"DATE_PRECEDES_PLAN".to_owned()));
}
