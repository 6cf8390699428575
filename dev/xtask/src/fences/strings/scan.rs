//! Finding literals in Rust and keys in templates without understanding either.

/// A string or character written in Rust.
pub struct Literal {
    /// The line it begins on, from 1.
    pub line: usize,
    /// As it is written, escapes untouched.
    pub text: String,
}

/// Every string and character literal of a Rust file; what comments hold is left out.
pub fn literals(source: &str) -> Vec<Literal> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < source.len() {
        let rest = &source[at..];
        let (skip, literal) = next(rest, source[..at].chars().next_back());
        if let Some(text) = literal {
            let line = source[..at].matches('\n').count() + 1;
            found.push(Literal { line, text: text.to_owned() });
        }
        at += skip;
    }
    found
}

/// Whatever stands between double or single quotes, on one line of a template.
pub fn quoted(template: &str) -> impl Iterator<Item = &str> {
    template.lines().flat_map(|line| line.split(['"', '\'']).skip(1))
}

/// The keys that are said: `say("key")`, `say_with(lang, "key", …)` and the like; not in comments.
pub fn said(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| line.split("say").skip(1)).filter_map(|rest| {
        let is_call = rest.trim_start_matches(|one| one == '_' || is_of_key(one)).starts_with('(');
        let key = rest.split([')', ';', '{']).next()?.split('"').nth(1)?;
        (is_call && is_key(key)).then_some(key)
    })
}

/// A key is small letters and digits in words joined by `-`.
pub fn is_key(text: &str) -> bool {
    text.contains('-') && text.chars().all(is_of_key)
}

fn is_of_key(letter: char) -> bool {
    letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-'
}

/// How far the next piece reaches, and its content if it is a literal.
fn next(rest: &str, before: Option<char>) -> (usize, Option<&str>) {
    if rest.starts_with("//") {
        return (rest.find('\n').unwrap_or(rest.len()), None);
    }
    if rest.starts_with("/*") {
        return (comment_end(rest), None);
    }
    let in_a_word = before.is_some_and(|one| one.is_alphanumeric() || one == '_');
    if !in_a_word && let Some(raw) = raw_string(rest) {
        return raw;
    }
    match rest.as_bytes().first() {
        Some(b'"') => {
            let end = closing_quote(rest, '"');
            (end + 1, Some(&rest[1..end.min(rest.len())]))
        }
        Some(b'\'') => character(rest),
        _ => (rest.chars().next().map_or(1, char::len_utf8), None),
    }
}

fn comment_end(rest: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        match &rest.as_bytes()[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// `r"…"`, `r#"…"#` and the same of bytes.
fn raw_string(rest: &str) -> Option<(usize, Option<&str>)> {
    let after = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    let body = after[hashes..].strip_prefix('"')?;
    let closing = format!("\"{}", "#".repeat(hashes));
    let end = body.find(&closing).unwrap_or(body.len());
    let start = rest.len() - body.len();
    Some(((start + end + closing.len()).min(rest.len()), Some(&body[..end])))
}

/// `'a'` and `'\n'` are characters; `'a` alone is a lifetime.
fn character(rest: &str) -> (usize, Option<&str>) {
    if rest.starts_with("'\\") {
        let end = closing_quote(rest, '\'');
        return (end + 1, Some(&rest[1..end.min(rest.len())]));
    }
    let mut letters = rest.char_indices().skip(1);
    let one = letters.next();
    match letters.next() {
        Some((end, '\'')) if one.is_some() => (end + 1, Some(&rest[1..end])),
        _ => (1, None),
    }
}

fn closing_quote(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == quote => return at,
            _ => {}
        }
    }
    rest.len()
}
