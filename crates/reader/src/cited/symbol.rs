//! Number and symbol of a document: `46/KH-TLĐ`, `08-NQ/TU`, `12/2016/TT-BTTTT`.

use crate::page::{Page, Token, TokenKind};

/// Tokens of the symbol at the start of `rest`.
///
/// Blanks around a dash or slash are tolerated where capitals follow. A symbol has a slash, or two
/// groups of letters joined to its number: `104-KH-TU`; `1 - LĐLĐ` is an item of a list.
pub fn symbol(rest: &[Token]) -> Option<usize> {
    if !number(rest.first()?) {
        return None;
    }
    let mut at = 1;
    let (mut letters, mut slash, mut tight) = (0, false, true);
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
        slash |= sign.is('/');
        tight &= joined;
        at += 2;
    }
    (letters > 0 && (slash || tight && letters > 1)).then_some(at)
}

/// The symbol in one form: no blanks, plain hyphens, `Đ`, figures a scanner blurred put right.
pub fn written(page: &Page, tokens: &[Token]) -> String {
    let plain = |t: &Token| match t.kind {
        TokenKind::Mark(mark) => mark.to_string(),
        TokenKind::Number { .. } => t.key.to_string(),
        TokenKind::Word { .. } => page.value(t.span),
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
