//! What must hold of every file, whatever its bytes.

use domain::source::Source;

/// Reads `bytes` as the file `name` and checks what was read.
pub fn read(name: &str, bytes: &[u8]) {
    if let Ok(source) = paper::source(name, bytes) {
        check(&source);
    }
}

/// Blocks lie in the text, in order, apart, and none is blank at its ends.
fn check(source: &Source) {
    let length = source.length();
    let mut end = 0;
    for block in &source.blocks {
        assert!(block.span.from >= end && block.span.to <= length && !block.span.is_empty());
        end = block.span.to;
        // Finding words counts from the start of the text: in a long one the first will do.
        if end < 10_000 {
            let words = source.words(block.span);
            assert_eq!(words, words.trim());
        }
    }
}
