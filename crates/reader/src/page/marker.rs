use super::token::{Case, Token, TokenKind};
use crate::lexicon::{DIVISIONS, ORDINALS};

/// What a line begins with: a number of some level, a bullet, or nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Marker {
    /// `Phần thứ nhất`, `Chương II`, `Mục 1`, `Điều 3`: a word, then a number.
    Named(Division, u32),
    /// `A.`
    Capital(u32),
    /// `I.`, `II -`
    Roman(u32),
    /// `1.`, `1.2.`, `3)`: the numbers in order.
    Arabic(Vec<u32>),
    /// `a)`
    Letter(u32),
    /// `-`, `+`, `*`, `•`
    Bullet(char),
}

/// A division that is called by its name, the widest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Division {
    Part,
    Chapter,
    Section,
    Article,
}

/// How a number is closed: `I.`, `I -`, `1)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Tokens the marker takes.
    pub length: usize,
    pub close: Option<char>,
}

impl Marker {
    /// Depth in the numbering; bullets stand below all numbers.
    pub fn rank(&self) -> usize {
        match self {
            Marker::Named(Division::Part, _) => 0,
            Marker::Named(Division::Chapter, _) => 1,
            Marker::Named(Division::Section, _) => 2,
            Marker::Named(Division::Article, _) => 3,
            Marker::Capital(_) => 4,
            Marker::Roman(_) => 5,
            // One place is free: capitals may stand below Roman numbers.
            Marker::Arabic(parts) => 6 + parts.len().min(6),
            Marker::Letter(_) => 13,
            Marker::Bullet('-' | '•') => Marker::BULLETS,
            Marker::Bullet(_) => Marker::BULLETS + 1,
        }
    }

    /// The least rank of a bullet.
    pub const BULLETS: usize = 14;

    pub fn is_bullet(&self) -> bool {
        matches!(self, Marker::Bullet(_))
    }
}

/// The marker at the start of a line's tokens.
pub fn marker(tokens: &[Token]) -> Option<(Marker, Found)> {
    named(tokens).or_else(|| match tokens.first()?.kind {
        TokenKind::Mark(c @ ('-' | '+' | '*' | '•')) => {
            Some((Marker::Bullet(c), Found { length: 1, close: None }))
        }
        TokenKind::Number { .. } => arabic(tokens),
        TokenKind::Word { case } => lettered(tokens, case),
        TokenKind::Mark(_) => None,
    })
}

/// The value of a Roman number of at most 39, none if `key` is no such number.
pub fn roman(key: &str) -> Option<u32> {
    if key.is_empty() || key.len() > 7 {
        return None;
    }
    let digit = |c| match c {
        'i' => Some(1_u32),
        'v' => Some(5),
        'x' => Some(10),
        _ => None,
    };
    let digits = key.chars().map(digit).collect::<Option<Vec<u32>>>()?;
    let mut total = 0_u32;
    let mut after = 0;
    for value in digits.into_iter().rev() {
        total = if value < after { total.checked_sub(value)? } else { total + value };
        after = value;
    }
    Some(total).filter(|n| *n > 0)
}

/// A Roman number of at most 39, as it is written.
pub fn roman_numeral(value: u32) -> String {
    let mut rest = value.min(39);
    let mut written = String::new();
    for (worth, letters) in [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")] {
        while rest >= worth {
            written.push_str(letters);
            rest -= worth;
        }
    }
    written
}

fn named(tokens: &[Token]) -> Option<(Marker, Found)> {
    let word = DIVISIONS.at(tokens)?;
    let division = match word.value {
        "part" => Division::Part,
        "chapter" => Division::Chapter,
        "section" => Division::Section,
        _ => Division::Article,
    };
    let rest = &tokens[word.len..];
    let (n, length) = match ORDINALS.at(rest) {
        Some(hit) => (hit.value.parse().ok()?, hit.len),
        None => {
            let first = rest.first()?;
            let upper = first.upper();
            (first.number().or_else(|| roman(&first.key).filter(|_| upper))?, 1)
        }
    };
    let mut length = word.len + length;
    let close = tokens.get(length).filter(|t| matches!(t.kind, TokenKind::Mark('.' | ':' | '-')));
    length += usize::from(close.is_some());
    // A sentence may begin with the same word: a division stands alone or before capitals.
    let follows = tokens.get(length);
    (follows.is_none() || close.is_some() || follows.is_some_and(Token::upper))
        .then_some((Marker::Named(division, n), Found { length, close: None }))
}

fn arabic(tokens: &[Token]) -> Option<(Marker, Found)> {
    let mut parts = vec![small(&tokens[0])?];
    let mut at = 1;
    while let (Some(dot), Some(next)) = (tokens.get(at), tokens.get(at + 1)) {
        let Some(n) = small(next) else { break };
        if !dot.is('.') || !tokens[at - 1].touches(dot) || !dot.touches(next) {
            break;
        }
        parts.push(n);
        at += 2;
    }
    let close = tokens.get(at).and_then(|t| match t.kind {
        // A conversion may leave a backslash between: `1\. Nhằm`.
        TokenKind::Mark(c @ ('.' | ')')) => Some(c),
        TokenKind::Mark(c @ ('/' | ':' | '-')) if tokens[at - 1].touches(t) => Some(c),
        _ => None,
    });
    let follows = tokens.get(at + usize::from(close.is_some()));
    let date = close.is_some_and(|c| c != '.' && c != ')')
        && follows.is_some_and(|t| t.number().is_some());
    if date || (close.is_none() && parts.len() < 2) || parts.len() > 3 && close.is_none() {
        return None;
    }
    // `88/KH-LĐLĐ` at the start of a line goes on with what is cited.
    if matches!(close, Some('/' | '-')) && crate::cited::symbol::symbol(tokens).is_some() {
        return None;
    }
    // `20.7.2020` at the start of a line is a date: its year is no `small` number.
    let glued = follows.is_some_and(|t| t.number().is_some() && tokens[at].touches(t));
    if close.is_some() && glued {
        return None;
    }
    if close == Some('.') && follows.is_some_and(|t| t.number().is_some_and(|n| n > 1900)) {
        return None;
    }
    let length = at + usize::from(close.is_some());
    Some((Marker::Arabic(parts), Found { length, close }))
}

fn small(token: &Token) -> Option<u32> {
    match token.kind {
        TokenKind::Number { value, digits } if digits <= 2 && value > 0 => Some(value),
        _ => None,
    }
}

fn lettered(tokens: &[Token], case: Case) -> Option<(Marker, Found)> {
    let key = &*tokens[0].key;
    let closing = tokens.get(1)?;
    let TokenKind::Mark(close @ ('.' | ')' | '-' | '/' | ':')) = closing.kind else { return None };
    let found = Found { length: 2, close: Some(close) };
    let letter = letter(key);
    // A scanner sees `l. NỘI DUNG` where `I. NỘI DUNG` stands.
    let capitals = tokens.get(2).is_some_and(|t| t.capitalised() && t.key.chars().count() > 1);
    let point = close == '.' && capitals || key == "ll" || key == "lll";
    let seen = roman(&key.replace('l', "i")).filter(|_| key.contains('l') && point);
    if let Some(number) = seen {
        return Some((Marker::Roman(number), found));
    }
    match case {
        Case::Upper if roman(key).is_some() => {
            Some((Marker::Roman(roman(key)?), found)).filter(|_| close != '/')
        }
        // `T/M` is an authority, `A/ …` a number.
        Case::Upper => {
            let apart = tokens.get(2).is_none_or(|next| !closing.touches(next));
            let closes = close == '.' || matches!(close, '/' | ')') && apart;
            Some((Marker::Capital(letter?), found)).filter(|_| closes)
        }
        Case::Lower => {
            Some((Marker::Letter(letter?), found)).filter(|_| matches!(close, '.' | ')' | '/'))
        }
        Case::Title => None,
    }
}

/// Vietnamese lists count a, b, c, d, đ, e, g …
fn letter(key: &str) -> Option<u32> {
    let order = "abcdđeghiklmnopqrstuvxy";
    let mut chars = key.chars();
    let c = chars.next()?;
    if chars.next().is_some() {
        return None;
    }
    order.chars().position(|o| o == c).and_then(|at| u32::try_from(at + 1).ok())
}
