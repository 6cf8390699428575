//! Signs of symbol fonts, which lie in the private area of Unicode.

/// `c` as paper shows it: a hyphen, or one of the dots, squares and arrows that begin items.
pub fn shown(c: char) -> char {
    match c {
        '\u{f02d}' => '-',
        '\u{f02b}' => '+',
        '\u{e000}'..='\u{f8ff}' => '\u{2022}',
        c => c,
    }
}
