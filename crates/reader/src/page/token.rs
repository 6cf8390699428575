use super::key::key;
use super::noise::dropped;
use crate::lexicon::{Lists, beginning};
use domain::source::Span;
use std::collections::HashMap;
use std::ops::{Deref, Range};
use std::rc::Rc;
use unicode_normalization::char::is_combining_mark;

/// A word, a number or a mark where it stands in the text.
#[derive(Clone, Debug)]
pub struct Token {
    pub span: Span,
    /// Shared by all tokens that are written alike: a text repeats its words.
    sign: Rc<Sign>,
}

/// What a token is, wherever it stands.
#[derive(Debug)]
pub struct Sign {
    /// The key under which spellings of it meet.
    pub key: Box<str>,
    pub kind: TokenKind,
    /// The word lists that have an entry beginning with it.
    pub begins: Lists,
}

impl Deref for Token {
    type Target = Sign;

    fn deref(&self) -> &Sign {
        &self.sign
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// `case` says how it is written.
    Word {
        case: Case,
    },
    /// Digits alone; numbers too long to matter are `u32::MAX`.
    Number {
        value: u32,
        digits: u8,
    },
    Mark(char),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    Lower,
    /// First letter a capital, some other small.
    Title,
    /// No small letter.
    Upper,
}

impl Token {
    pub fn is(&self, mark: char) -> bool {
        self.kind == TokenKind::Mark(mark)
    }

    pub fn number(&self) -> Option<u32> {
        match self.kind {
            TokenKind::Number { value, .. } => Some(value),
            _ => None,
        }
    }

    pub fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Word { .. })
    }

    pub fn capitalised(&self) -> bool {
        matches!(self.kind, TokenKind::Word { case: Case::Title | Case::Upper })
    }

    pub fn upper(&self) -> bool {
        matches!(self.kind, TokenKind::Word { case: Case::Upper })
    }

    /// True where nothing stands between this token and `next`.
    pub fn touches(&self, next: &Token) -> bool {
        self.span.to == next.span.from
    }
}

/// The tokens of the whole text in order. What `mask` covers is passed over.
pub fn tokens(chars: &[char], mask: &[bool]) -> Vec<Token> {
    let mut known: HashMap<&[char], Rc<Sign>> = HashMap::new();
    let token = |place: Range<usize>| {
        let sign = known.entry(&chars[place.clone()]).or_insert_with(|| {
            let (key, kind) = meaning(&chars[place.clone()]);
            Rc::new(Sign { begins: beginning(&key), key: key.into_boxed_str(), kind })
        });
        Token { span: Span::new(place.start, place.end), sign: Rc::clone(sign) }
    };
    places(chars, mask).map(token).collect()
}

/// The tokens of a name or a title that stands for itself.
pub fn tokens_of(phrase: &str) -> Vec<Token> {
    let chars: Vec<char> = phrase.chars().collect();
    tokens(&chars, &vec![false; chars.len()])
}

/// The keys of a phrase, as [`Sign::key`] has them.
pub fn keys(phrase: &str) -> Vec<String> {
    let chars: Vec<char> = phrase.chars().collect();
    let mask = vec![false; chars.len()];
    let places: Vec<Range<usize>> = places(&chars, &mask).collect();
    places.into_iter().map(|place| meaning(&chars[place]).0).collect()
}

/// Where the tokens stand.
fn places(chars: &[char], mask: &[bool]) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < chars.len() {
            let (from, c) = (at, chars[at]);
            at += 1;
            if mask[from] || c.is_whitespace() || c.is_control() {
                continue;
            }
            if c.is_alphanumeric() {
                at = word_end(chars, mask, from);
            }
            return Some(from..at);
        }
        None
    })
}

fn word_end(chars: &[char], mask: &[bool], from: usize) -> usize {
    let mut end = from + 1;
    for at in from + 1..chars.len() {
        let c = chars[at];
        if dropped(c, mask[at]) {
            continue;
        }
        if mask[at] || !(c.is_alphanumeric() || is_combining_mark(c)) {
            break;
        }
        end = at + 1;
    }
    end
}

fn meaning(chars: &[char]) -> (String, TokenKind) {
    if !chars[0].is_alphanumeric() {
        let mark = plain(chars[0]);
        return (mark.to_string(), TokenKind::Mark(mark));
    }
    // Within a word only what is dropped is a blank.
    let text: String = chars.iter().filter(|c| !dropped(**c, **c == ' ')).collect();
    let figures = figures(&text);
    let text = if figures.is_none() && is_blurred(&text) { text.replace('l', "I") } else { text };
    let kind = match &figures {
        Some(figures) => {
            let digits = u8::try_from(figures.len()).unwrap_or(u8::MAX);
            TokenKind::Number { value: figures.parse().unwrap_or(u32::MAX), digits }
        }
        None => TokenKind::Word { case: case(&text) },
    };
    (key(&figures.unwrap_or(text)), kind)
}

/// The digits of a number, where a scanner may have seen `l` for 1 and `O` for 0: `20l6`.
///
/// A small letter behind all digits is the author's own: `6l`, `1o`.
fn figures(text: &str) -> Option<String> {
    if !text.contains(|c: char| c.is_ascii_digit()) || text.ends_with(['l', 'o']) {
        return None;
    }
    let digit = |c| match c {
        '0'..='9' => Some(c),
        'l' | 'I' => Some('1'),
        'O' | 'o' => Some('0'),
        _ => None,
    };
    text.chars().map(digit).collect()
}

/// True of a word in capitals whose `I` a scanner took for an `l`: `LlÊN`, `HỘl`.
fn is_blurred(text: &str) -> bool {
    let others = || text.chars().filter(|c| *c != 'l' && !is_combining_mark(*c));
    text.contains('l') && others().all(char::is_uppercase) && others().count() > 1
}

fn case(text: &str) -> Case {
    let first = text.chars().next().is_some_and(char::is_uppercase);
    match (first, text.chars().any(char::is_lowercase)) {
        (true, true) => Case::Title,
        (true, false) => Case::Upper,
        (false, _) => Case::Lower,
    }
}

/// Dashes, quotes and bullets have many code points and one meaning each.
fn plain(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ad}' => '-',
        '“' | '”' | '„' | '«' | '»' => '"',
        '‘' | '’' => '\'',
        '•' | '·' | '●' | '▪' | '◦' | '■' | '□' | '○' | '◆' | '❖' | '➢' | '►' | '✓' | '✔' => {
            '•'
        }
        // Word's bullets come from fonts of signs, at places of no letter.
        '\u{f000}'..='\u{f0ff}' => '•',
        c => c,
    }
}
