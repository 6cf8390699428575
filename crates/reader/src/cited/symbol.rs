//! Number and symbol of a document: `46/KH-TLĐ`, `08-NQ/TU`, `12/2016/TT-BTTTT`.

use crate::page::{Page, Token, TokenKind, keys};
use std::sync::LazyLock;

/// The word that leads a number.
pub static SIGN: LazyLock<String> = LazyLock::new(|| {
    keys(include_str!("../../lexicon/number_sign.txt")).into_iter().next().unwrap_or_default()
});

/// Tokens of the symbol at the start of `rest`.
///
/// Blanks around a dash or slash are tolerated where capitals follow.
pub fn symbol(rest: &[Token]) -> Option<usize> {
    if !number(rest.first()?) {
        return None;
    }
    let mut at = 1;
    let mut letters = 0;
    while let (Some(sign), Some(word)) = (rest.get(at), rest.get(at + 1)) {
        let joined = rest[at - 1].touches(sign) && sign.touches(word);
        let fits = match word.kind {
            TokenKind::Number { digits: 4, .. } => joined && at == 1 && sign.is('/'),
            TokenKind::Word { .. } => {
                let long = word.key.chars().count() > 1;
                word.upper() && (joined || long)
                    || word.capitalised() && joined && capital_run(word)
            }
            _ => false,
        };
        if !matches!(sign.kind, TokenKind::Mark('/' | '-')) || !fits {
            break;
        }
        letters += usize::from(word.is_word());
        at += 2;
    }
    (letters > 0).then_some(at)
}

/// The symbol in one form: no blanks, plain hyphens, `Đ`.
pub fn written(page: &Page, tokens: &[Token]) -> String {
    let plain = |t: &Token| match t.kind {
        TokenKind::Mark(mark) => mark.to_string(),
        _ => page.value(t.span),
    };
    tokens.iter().map(plain).collect()
}

fn number(token: &Token) -> bool {
    match token.kind {
        TokenKind::Number { digits, .. } => digits <= 5,
        // `6a`, `06b`
        TokenKind::Word { .. } => {
            let digits = token.key.chars().take_while(char::is_ascii_digit).count();
            digits > 0 && token.key.chars().count() == digits + 1
        }
        TokenKind::Mark(_) => false,
    }
}

/// `CTr`, `QyĐ`: an abbreviation with a small letter within.
fn capital_run(word: &Token) -> bool {
    word.key.chars().count() <= 5
}
