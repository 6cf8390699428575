use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The form under which two spellings of one word meet: lower case, `Ð` as `Đ`, and the tone moved
/// behind the letters, so that `hoà` and `hòa`, `uỷ` and `ủy` are one.
///
/// Unlike the search key of `domain::text` it keeps tones: `quý` and `quy` stay apart.
pub fn key(word: &str) -> String {
    let mut letters = String::with_capacity(word.len());
    let mut tone = None;
    for c in word.nfd().flat_map(char::to_lowercase) {
        match c {
            // grave, acute, tilde, hook above, dot below
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => tone = Some(c),
            'ð' => letters.push('đ'),
            c if c.is_alphanumeric() || is_combining_mark(c) => letters.push(c),
            _ => {}
        }
    }
    letters.extend(tone);
    letters
}
