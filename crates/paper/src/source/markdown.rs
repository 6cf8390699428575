//! Markdown: headings, items, tables and bold; its marks are not part of the text.

use super::compose::Composed;
use domain::source::{BlockKind, Look, Source};

/// `text` without its marks, the lines of a paragraph kept as lines.
pub fn read(text: &str) -> Source {
    let text = text.replace("\r\n", "\n");
    let mut composed = Composed::default();
    let mut paragraph: Vec<&str> = Vec::new();
    let mut table = Table::default();
    for line in text.split('\n') {
        let bare = line.trim().trim_start_matches("> ");
        if let Some(row) = table_row(bare) {
            close(&mut composed, &mut paragraph);
            table.row(&mut composed, &row);
            continue;
        }
        table.close();
        if bare.is_empty() {
            close(&mut composed, &mut paragraph);
            composed.block("", BlockKind::Paragraph, Look::default());
        } else if let Some((level, words)) = heading(bare) {
            close(&mut composed, &mut paragraph);
            put(&mut composed, words, BlockKind::Heading { level });
        } else if let Some((label, words)) = item(bare) {
            close(&mut composed, &mut paragraph);
            let indent = line.chars().take_while(|c| c.is_whitespace()).count();
            let level = u8::try_from(indent / 2).unwrap_or(u8::MAX);
            put(&mut composed, words, BlockKind::Item { label: label.to_owned(), level });
        } else {
            paragraph.push(bare);
        }
    }
    close(&mut composed, &mut paragraph);
    composed.finish()
}

#[derive(Default)]
struct Table {
    number: u32,
    rows: u32,
}

impl Table {
    fn row(&mut self, composed: &mut Composed, cells: &[&str]) {
        // The line of dashes below the header is a mark.
        if cells.iter().all(|cell| !cell.is_empty() && cell.chars().all(|c| "-: ".contains(c))) {
            return;
        }
        for (column, cell) in (0..).zip(cells) {
            put(composed, cell, BlockKind::Cell { table: self.number, row: self.rows, column });
        }
        self.rows += 1;
    }

    fn close(&mut self) {
        if self.rows > 0 {
            self.number += 1;
            self.rows = 0;
        }
    }
}

fn close(composed: &mut Composed, paragraph: &mut Vec<&str>) {
    if !paragraph.is_empty() {
        put(composed, &paragraph.join("\n"), BlockKind::Paragraph);
        paragraph.clear();
    }
}

fn put(composed: &mut Composed, words: &str, kind: BlockKind) {
    let (words, bold) = unmarked(words);
    composed.block(&words, kind, Look { bold, ..Look::default() });
}

fn heading(line: &str) -> Option<(u8, &str)> {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    let fits = (1..=6).contains(&level) && words.starts_with(' ');
    fits.then(|| (u8::try_from(level).unwrap_or(6), words.trim().trim_end_matches('#').trim_end()))
}

fn item(line: &str) -> Option<(&str, &str)> {
    let (label, words) = line.split_once(' ')?;
    let number = label.strip_suffix(['.', ')']).unwrap_or_default();
    let numbered = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    let fits = matches!(label, "-" | "*" | "+") || numbered;
    fits.then(|| (label, words.trim_start()))
}

fn table_row(line: &str) -> Option<Vec<&str>> {
    let inside = line.strip_prefix('|')?.strip_suffix('|')?;
    Some(inside.split('|').map(str::trim).collect())
}

/// `words` without emphasis, escapes and links, and whether all of them were bold.
fn unmarked(words: &str) -> (String, bool) {
    let mut out = String::with_capacity(words.len());
    let (mut bold, mut plain_letters, mut letters) = (false, 0, 0);
    // The last place of each mark, so that none is looked for again and again.
    let (last_two, last_one) = (words.rfind("**"), words.rfind('*'));
    let follows =
        |last: Option<usize>, rest: &str| last.is_some_and(|at| at + rest.len() >= words.len());
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        let mut taken = c.len_utf8();
        if let Some(after) = rest.strip_prefix("**") {
            if bold || follows(last_two, after) {
                bold = !bold;
                rest = after;
                continue;
            }
        } else if let Some(escaped) = rest.strip_prefix('\\').and_then(|r| r.chars().next())
            && escaped.is_ascii_punctuation()
        {
            out.push(escaped);
            rest = &rest[2..];
            continue;
        } else if let Some((shown, after)) = link(rest) {
            letters += shown.chars().filter(|c| c.is_alphanumeric()).count();
            plain_letters += if bold { 0 } else { shown.chars().count() };
            out.push_str(shown);
            rest = after;
            continue;
        } else if c == '*' && (opens(rest) && follows(last_one, &rest[1..]) || ends(rest, &out)) {
            rest = &rest[1..];
            continue;
        }
        if c.is_alphanumeric() {
            letters += 1;
            plain_letters += usize::from(!bold);
        }
        if rest.starts_with("**") {
            // Stars that pair with nothing are the author's own.
            taken = 2;
        }
        out.push_str(&rest[..taken]);
        rest = &rest[taken..];
    }
    (out, letters > 0 && plain_letters == 0)
}

/// A star that touches a word at one side is a mark; one that stands free is a sign.
fn opens(rest: &str) -> bool {
    rest[1..].chars().next().is_some_and(|c| !c.is_whitespace() && c != '*')
}

fn ends(rest: &str, before: &str) -> bool {
    !opens(rest) && before.chars().next_back().is_some_and(|c| !c.is_whitespace())
}

fn link(rest: &str) -> Option<(&str, &str)> {
    let inside = rest.strip_prefix('[')?;
    let (shown, after) = inside.split_at(inside.find(['[', ']', '\n'])?);
    let target = after.strip_prefix("](")?;
    let (_, after) = target.split_at(target.find([')', ' ', '\n'])?);
    Some((shown, after.strip_prefix(')')?))
}
