use super::key::key;
use super::noise::invisible;
use domain::source::Span;
use unicode_normalization::char::is_combining_mark;

/// A word, a number or a mark of the text, with the key under which spellings of it meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub key: String,
    pub span: Span,
    pub kind: TokenKind,
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
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        if mask[at] || c.is_whitespace() || c.is_control() {
            at += 1;
        } else if c.is_alphanumeric() {
            let end = word_end(chars, mask, at);
            tokens.push(word(&chars[at..end], Span::new(at, end)));
            at = end;
        } else {
            let mark = plain(c);
            let span = Span::new(at, at + 1);
            tokens.push(Token { key: mark.to_string(), span, kind: TokenKind::Mark(mark) });
            at += 1;
        }
    }
    tokens
}

fn word_end(chars: &[char], mask: &[bool], from: usize) -> usize {
    let mut end = from + 1;
    for at in from + 1..chars.len() {
        let c = chars[at];
        if invisible(c) {
            continue;
        }
        if mask[at] || !(c.is_alphanumeric() || is_combining_mark(c)) {
            break;
        }
        end = at + 1;
    }
    end
}

fn word(chars: &[char], span: Span) -> Token {
    let text: String = chars.iter().filter(|c| !invisible(**c)).collect();
    let kind = if text.chars().all(|c| c.is_ascii_digit()) {
        let digits = u8::try_from(text.len()).unwrap_or(u8::MAX);
        TokenKind::Number { value: text.parse().unwrap_or(u32::MAX), digits }
    } else {
        TokenKind::Word { case: case(&text) }
    };
    Token { key: key(&text), span, kind }
}

fn case(text: &str) -> Case {
    let first = text.chars().next().is_some_and(char::is_uppercase);
    match (first, text.chars().any(char::is_lowercase)) {
        (true, true) => Case::Title,
        (true, false) => Case::Upper,
        (false, _) => Case::Lower,
    }
}

/// Dashes and quotes have many code points and one meaning each.
fn plain(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ad}' => '-',
        '“' | '”' | '„' | '«' | '»' => '"',
        '‘' | '’' => '\'',
        '•' | '·' | '●' | '▪' | '◦' | '\u{f0b7}' | '\u{f02d}' => '•',
        c => c,
    }
}
