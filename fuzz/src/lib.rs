//! What must hold of every file, whatever its bytes.

use domain::source::Source;
use std::sync::LazyLock;

/// Reads `bytes` as the file `name` and checks what was read.
pub fn read(name: &str, bytes: &[u8]) {
    if let Ok(source) = paper::source(name, bytes) {
        check(&source);
    }
}

/// A text of the words of the date grammar that the bytes stand for, so that chance reaches
/// sentences; the upper half of the bytes joins its word to the next.
pub fn sentence(bytes: &[u8]) -> String {
    static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
        include_str!("../words.txt").lines().map(|word| word.replace("\\n", "\n")).collect()
    });
    let mut text = String::new();
    for byte in bytes {
        text.push_str(&WORDS[usize::from(byte & 127)]);
        if byte & 128 == 0 {
            text.push(' ');
        }
    }
    text
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
