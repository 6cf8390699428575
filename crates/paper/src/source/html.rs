//! HTML as offices save and mail it: tolerant of whatever is not closed, blind to style sheets.

use super::compose::Composed;
use domain::source::{BlockKind, Look, Source};

/// The words a reader of the page sees, one block per paragraph, heading, item or cell.
pub fn read(html: &str) -> Source {
    let mut page = Page::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        page.words(&rest[..at]);
        let from = &rest[at..];
        rest = if let Some(comment) = from.strip_prefix("<!--") {
            comment.split_once("-->").map_or("", |(_, after)| after)
        } else if from[1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c)) {
            let (tag, after) = split_tag(from);
            page.tag(tag, after)
        } else {
            page.words("<");
            &from[1..]
        };
    }
    page.words(rest);
    page.close();
    page.composed.finish()
}

#[derive(Default)]
struct Page {
    composed: Composed,
    words: String,
    heading: Option<u8>,
    /// The next number of each list that is open; `None` for one with bullets.
    lists: Vec<Option<u32>>,
    item: Option<String>,
    tables: Vec<OpenTable>,
    tables_seen: u32,
    bold: u32,
    italic: u32,
    centred: u32,
    letters: usize,
    bold_letters: usize,
    italic_letters: usize,
    block_centred: bool,
}

/// A table under way; a row or cell begins where its tag does, whether or not the last was closed.
struct OpenTable {
    number: u32,
    row: Option<u32>,
    column: Option<u32>,
    /// How many columns the cell that began last takes.
    across: u32,
}

impl Page {
    fn words(&mut self, raw: &str) {
        let words = entities_read(raw);
        for c in words.chars() {
            // A no-break space is a sign of the text; other blanks are only layout of the source.
            if c.is_whitespace() && c != '\u{a0}' {
                if !self.words.is_empty() && !self.words.ends_with([' ', '\n']) {
                    self.words.push(' ');
                }
                continue;
            }
            self.words.push(c);
            if c.is_alphanumeric() {
                self.letters += 1;
                self.bold_letters += usize::from(self.bold > 0);
                self.italic_letters += usize::from(self.italic > 0);
            }
        }
    }

    /// Acts on one tag and gives the text to go on with: `after`, or what follows a part not shown.
    fn tag<'a>(&mut self, tag: &str, after: &'a str) -> &'a str {
        let (closing, inside) = match tag.strip_prefix('/') {
            Some(inside) => (true, inside),
            None => (false, tag),
        };
        let end = inside.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inside.len());
        let name = inside[..end].to_ascii_lowercase();
        match name.as_str() {
            "script" | "style" | "head" | "title" | "template" if !closing => {
                return behind(&name, after);
            }
            "b" | "strong" => count(&mut self.bold, closing),
            "i" | "em" => count(&mut self.italic, closing),
            "center" => {
                self.close();
                count(&mut self.centred, closing);
            }
            "br" => self.words.push('\n'),
            "table" | "tr" | "td" | "th" => self.table(&name, inside, closing),
            "ul" | "ol" | "li" => self.list(&name, closing),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.close();
                self.heading = name[1..].parse().ok().filter(|_| !closing);
                self.block_centred = !closing && says_centred(inside);
            }
            "p" | "div" | "section" | "article" | "body" | "html" | "header" | "footer"
            | "main" | "blockquote" | "pre" | "hr" | "dl" | "dt" | "dd" | "figure" | "caption"
            | "tbody" | "thead" | "tfoot" => {
                self.close();
                self.block_centred = !closing && says_centred(inside);
            }
            _ => {}
        }
        after
    }

    fn table(&mut self, name: &str, inside: &str, closing: bool) {
        self.close();
        if (name, closing) == ("table", false) {
            let number = self.tables_seen;
            self.tables.push(OpenTable { number, row: None, column: None, across: 1 });
            self.tables_seen += 1;
            return;
        }
        let Some(table) = self.tables.last_mut() else {
            return;
        };
        match (name, closing) {
            ("table", true) => {
                self.tables.pop();
            }
            ("tr", false) => {
                table.row = Some(table.row.map_or(0, |row| row + 1));
                table.column = None;
            }
            ("td" | "th", false) => {
                table.row.get_or_insert(0);
                table.column = Some(table.column.map_or(0, |column| column + table.across));
                let across = attribute(inside, "colspan").and_then(|v| v.parse().ok());
                table.across = across.unwrap_or(1).clamp(1, 1000);
            }
            _ => {}
        }
    }

    fn list(&mut self, name: &str, closing: bool) {
        self.close();
        match (name, closing) {
            ("ul", false) => self.lists.push(None),
            ("ol", false) => self.lists.push(Some(1)),
            ("li", false) => {
                self.item = Some(match self.lists.last_mut() {
                    Some(Some(next)) => {
                        *next += 1;
                        format!("{}.", *next - 1)
                    }
                    _ => "-".to_owned(),
                });
            }
            ("ul" | "ol", true) => {
                self.lists.pop();
            }
            _ => {}
        }
    }

    /// Ends the block under way, if it has words.
    fn close(&mut self) {
        let words = std::mem::take(&mut self.words);
        let (letters, bold, italic) = (self.letters, self.bold_letters, self.italic_letters);
        (self.letters, self.bold_letters, self.italic_letters) = (0, 0, 0);
        if words.trim().is_empty() {
            return;
        }
        let kind = match (self.heading, self.item.take(), self.tables.last()) {
            (Some(level), _, _) => BlockKind::Heading { level },
            (_, Some(label), _) => {
                let level = u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
                BlockKind::Item { label, level }
            }
            (_, _, Some(&OpenTable { number, row: Some(row), column: Some(column), .. })) => {
                BlockKind::Cell { table: number, row, column }
            }
            _ => BlockKind::Paragraph,
        };
        let look = Look {
            centred: self.centred > 0 || self.block_centred,
            bold: letters > 0 && bold == letters,
            italic: letters > 0 && italic == letters,
            capitals: false,
        };
        self.composed.block(words.trim_end_matches(' '), kind, look);
    }
}

fn count(open: &mut u32, closing: bool) {
    *open = if closing { open.saturating_sub(1) } else { open.saturating_add(1) };
}

/// The inside of the tag that `from` begins with, and what follows it; quotes may hold a `>`.
fn split_tag(from: &str) -> (&str, &str) {
    let mut quote = None;
    for (at, c) in from.char_indices().skip(1) {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            (None, '>') => return (&from[1..at], &from[at + 1..]),
            _ => {}
        }
    }
    // Never closed: what looks like a tag to the end of the file is the tag alone.
    from[1..].split_once('>').unwrap_or((&from[1..], ""))
}

/// What follows the end tag of `name`.
fn behind<'a>(name: &str, after: &'a str) -> &'a str {
    let mut rest = after;
    while let Some((_, from)) = rest.split_once("</") {
        if from.get(..name.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(name)) {
            return from.split_once('>').map_or("", |(_, after)| after);
        }
        rest = from;
    }
    ""
}

fn says_centred(tag: &str) -> bool {
    let tag: String = tag.to_ascii_lowercase().split_whitespace().collect();
    ["align=\"center\"", "align='center'", "align=center", "text-align:center"]
        .iter()
        .any(|mark| tag.contains(mark))
}

/// The value of the attribute `name`, quoted or not.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = tag.split_once(name)?;
    let value = after.trim_start().strip_prefix('=')?.trim_start();
    value.split(['"', '\'', ' ', '/']).find(|part| !part.is_empty())
}

fn entities_read(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let known = rest[1..].find(';').filter(|&end| end <= 10).and_then(|end| {
            let name = &rest[1..=end];
            entity(name).map(|c| (c, end + 2))
        });
        let (c, taken) = known.unwrap_or(('&', 1));
        out.push(c);
        rest = &rest[taken..];
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| !c.is_control() || *c == '\n' || *c == '\t');
    }
    let mut shown = quick_xml::escape::resolve_html5_entity(name)?.chars();
    shown.next().filter(|_| shown.next().is_none())
}
