//! A whole plan whose last section is made of words of the date grammar.

#![no_main]

use domain::source::{Source, Span};

const HEAD: &str = include_str!("../head.txt");

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let source = Source::plain(&format!("{HEAD}{}", tongket_fuzz::sentence(bytes)));
    let reading = reader::read(&source);
    for dated in reading.documents.iter().flat_map(|document| &document.dates) {
        stands(&source, dated.span, &dated.text);
    }
    for ignored in &reading.ignored_dates {
        stands(&source, ignored.span, &ignored.text);
    }
    assert_eq!(reader::review(&source, &reading.documents), reading.warnings);
});

/// The text is what stands under the span, with single blanks.
fn stands(source: &Source, span: Span, text: &str) {
    assert!(span.from <= span.to && span.to <= source.length());
    let words: Vec<&str> = source.words(span).split_whitespace().collect();
    assert_eq!(words.join(" "), text);
}
