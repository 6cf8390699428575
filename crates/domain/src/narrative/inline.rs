//! The marks inside a passage: bold and tokens.

use super::{Piece, Weight};
use std::fmt;

/// `passage` cut at its marks; neighbours of one weight are one piece.
pub fn pieces(passage: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = passage;
    while let Some(at) = rest.find("**") {
        let Some((bold, after)) = bold(&rest[at + 2..]) else {
            // Not a pair: the stars are the author's own, and the search goes on behind them.
            let stars = at + rest[at..].chars().take_while(|&c| c == '*').count();
            cut_tokens(&rest[..stars], Weight::Plain, &mut pieces);
            rest = &rest[stars..];
            continue;
        };
        cut_tokens(&rest[..at], Weight::Plain, &mut pieces);
        cut_tokens(bold, Weight::Bold, &mut pieces);
        rest = after;
    }
    cut_tokens(rest, Weight::Plain, &mut pieces);
    pieces
}

/// Writes `pieces` with their marks.
pub fn write(f: &mut fmt::Formatter<'_>, pieces: &[Piece]) -> fmt::Result {
    let mut weight = Weight::Plain;
    for piece in pieces {
        if piece.weight != weight {
            f.write_str("**")?;
            weight = piece.weight;
        }
        match piece.token {
            Some(row) => write!(f, "[#{row} {}]", piece.words)?,
            None => f.write_str(&piece.words)?,
        }
    }
    if weight == Weight::Bold { f.write_str("**") } else { Ok(()) }
}

/// The words up to the closing stars and what follows them, where `after_stars` begins a bold run:
/// its first and last characters are no blanks and no stars.
fn bold(after_stars: &str) -> Option<(&str, &str)> {
    let (inside, after) = after_stars.split_once("**")?;
    let edge = |c: char| c.is_whitespace() || c == '*';
    let fits = !inside.is_empty()
        && !inside.starts_with(edge)
        && !inside.ends_with(edge)
        && !after.starts_with('*');
    fits.then_some((inside, after))
}

fn cut_tokens(words: &str, weight: Weight, pieces: &mut Vec<Piece>) {
    let mut rest = words;
    let mut from = 0;
    while let Some(found) = rest[from..].find("[#") {
        let at = from + found;
        let Some((row, shown, after)) = token(&rest[at + 2..]) else {
            from = at + 2;
            continue;
        };
        push_words(&rest[..at], weight, pieces);
        pieces.push(Piece { words: shown.to_owned(), weight, token: Some(row) });
        rest = after;
        from = 0;
    }
    push_words(rest, weight, pieces);
}

/// Row, words and what follows, where `after_mark` continues a token: `7 words]…`.
fn token(after_mark: &str) -> Option<(u32, &str, &str)> {
    let (inside, after) = after_mark.split_once(']')?;
    let (row, words) = inside.split_once(' ')?;
    let plain = !row.is_empty() && row.bytes().all(|b| b.is_ascii_digit());
    let fits = plain && !words.contains(['\n', '[']) && !words.trim().is_empty();
    if !fits {
        return None;
    }
    Some((row.parse().ok()?, words.trim(), after))
}

fn push_words(words: &str, weight: Weight, pieces: &mut Vec<Piece>) {
    if words.is_empty() {
        return;
    }
    match pieces.last_mut() {
        Some(last) if last.token.is_none() && last.weight == weight => last.words.push_str(words),
        _ => pieces.push(Piece { words: words.to_owned(), weight, token: None }),
    }
}
