use domain::plan::{Document, PlanSection};
use domain::source::{Block, BlockKind, Source, Span};
use serde::Deserialize;
use std::ops::Range;

/// A block of the plan's text.
#[derive(Clone, Debug, Deserialize)]
pub struct TextBlock {
    pub look: TextLook,
    /// Its first character's place in the text.
    #[serde(default)]
    pub from: usize,
    /// The number or bullet before it, which is no part of the text.
    #[serde(default)]
    pub label: String,
    pub pieces: Vec<Piece>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum TextLook {
    Plain,
    Heading,
    Centred,
    /// Centred and bold.
    Title,
}

/// A run of text. A marked one leads to what was made of it.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Piece {
    pub words: String,
    #[serde(default)]
    pub mark: Option<MarkKind>,
    /// The id of the row a marked one gave.
    #[serde(default)]
    pub line: String,
    /// Every row it is part of, parted by blanks.
    #[serde(default)]
    pub lines: String,
    /// The rows whose words begin here; their ids are `t-` and these.
    #[serde(default)]
    pub begins: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum MarkKind {
    Date,
    Who,
    Document,
    /// Words of the plan in general.
    Plain,
    /// Needs a look.
    Look,
    /// Cannot be right.
    Wrong,
}

/// A run of the text that leads to what was made of it.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub span: Span,
    pub kind: MarkKind,
    /// The id of the line it leads to.
    pub line: String,
}

/// The text of an upload in blocks, with its marks. Where marks overlap the shortest is the one
/// that leads somewhere; the others keep their places too.
pub(super) fn blocks(source: &Source, document: &Document, mut marks: Vec<Mark>) -> Vec<TextBlock> {
    let text: Vec<char> = source.text.chars().collect();
    marks.retain(|mark| !mark.span.is_empty());
    marks.sort_by_key(|mark| (mark.span.from, std::cmp::Reverse(mark.span.to)));
    let mut coming = marks.iter().peekable();
    let mut open: Vec<&Mark> = Vec::new();
    let block = |block: &Block| {
        open.retain(|mark| mark.span.to > block.span.from);
        while let Some(mark) = coming.next_if(|mark| mark.span.from < block.span.to) {
            open.push(mark);
        }
        let inside: Vec<&Mark> =
            open.iter().filter(|mark| mark.span.overlaps(block.span)).copied().collect();
        let label = match &block.kind {
            BlockKind::Item { label, .. } => label.clone(),
            _ => String::new(),
        };
        TextBlock {
            look: look(block, &document.sections),
            from: block.span.from,
            label,
            pieces: pieces(&text, block.span, &inside),
        }
    };
    source.blocks.iter().map(block).collect()
}

impl TextLook {
    pub(super) fn class(self) -> &'static str {
        match self {
            TextLook::Plain => "",
            TextLook::Heading => "plan-heading",
            TextLook::Centred => "plan-centred",
            TextLook::Title => "plan-title",
        }
    }
}

impl MarkKind {
    pub(super) fn class(self) -> &'static str {
        match self {
            MarkKind::Date => "mark-date",
            MarkKind::Who => "mark-who",
            MarkKind::Document => "mark-document",
            MarkKind::Plain => "mark-plain",
            MarkKind::Look => "mark-look",
            MarkKind::Wrong => "mark-wrong",
        }
    }
}

/// Where `words` first stand inside `within`, whatever their case and blanks.
pub(super) fn find(text: &[char], words: &str, within: Span) -> Option<Span> {
    let wanted = letters(words);
    places(text, within).find_map(|from| stands_at(text, from..within.to, &wanted))
}

/// Where they last stand.
pub(super) fn find_last(text: &[char], words: &str, within: Span) -> Option<Span> {
    let wanted = letters(words);
    places(text, within).rev().find_map(|from| stands_at(text, from..within.to, &wanted))
}

fn letters(words: &str) -> Vec<char> {
    words.chars().filter(|c| !c.is_whitespace()).map(alike).collect()
}

/// A letter as it counts when words are looked for.
fn alike(letter: char) -> char {
    match letter {
        '\u{2013}' | '\u{2014}' => '-',
        '\u{d0}' => '\u{111}',
        letter => letter.to_lowercase().next().unwrap_or(letter),
    }
}

fn places(text: &[char], within: Span) -> Range<usize> {
    within.from..within.to.min(text.len())
}

fn stands_at(text: &[char], range: Range<usize>, wanted: &[char]) -> Option<Span> {
    let from = range.start;
    let mut left = wanted.iter();
    let mut next = left.next()?;
    for (behind, letter) in text[from..range.end.min(text.len())].iter().enumerate() {
        if letter.is_whitespace() && behind > 0 {
            continue;
        }
        if alike(*letter) != *next {
            return None;
        }
        match left.next() {
            Some(letter) => next = letter,
            None => return Some(Span::new(from, from + behind + 1)),
        }
    }
    None
}

fn look(block: &Block, sections: &[PlanSection]) -> TextLook {
    let begins = |section: &PlanSection| {
        block.span.from <= section.span.from && section.span.from < block.span.to
    };
    match (&block.kind, block.look.centred, block.look.bold) {
        (BlockKind::Heading { .. }, ..) => TextLook::Heading,
        (_, true, true) => TextLook::Title,
        (_, true, false) => TextLook::Centred,
        _ if sections.iter().any(begins) => TextLook::Heading,
        _ => TextLook::Plain,
    }
}

/// The text of a block, cut wherever a mark begins or ends.
fn pieces(text: &[char], block: Span, marks: &[&Mark]) -> Vec<Piece> {
    let inside = |at: usize| at.clamp(block.from, block.to);
    let ends = marks.iter().flat_map(|mark| [inside(mark.span.from), inside(mark.span.to)]);
    let mut cuts: Vec<usize> = ends.chain([block.from, block.to]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let piece = |pair: &[usize]| {
        let span = Span::new(pair[0], pair[1]);
        let over = || marks.iter().filter(|mark| mark.span.contains(span));
        let shortest = over().min_by_key(|mark| mark.span.to - mark.span.from);
        let begins = marks.iter().filter(|mark| mark.span.from == span.from);
        let words: String = text.get(span.from..span.to).unwrap_or_default().iter().collect();
        // A point or a blank between two marks is nothing to aim at.
        let shortest =
            shortest.filter(|_| words.chars().filter(|c| c.is_alphanumeric()).count() > 1);
        let own = shortest.map(|mark| mark.line.clone()).unwrap_or_default();
        let lines: Vec<&str> = over().map(|mark| mark.line.as_str()).collect();
        Piece {
            words,
            mark: shortest.map(|mark| mark.kind),
            lines: lines.join(" "),
            begins: begins.map(|mark| mark.line.clone()).collect(),
            line: own,
        }
    };
    cuts.windows(2).map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_where_they_are() {
        let source = Source::plain("Gửi trước ngày 5/7/2031.\n\nHai dòng\nvà ba");
        let mark = |from, to, line: &str| Mark {
            span: Span::new(from, to),
            kind: MarkKind::Date,
            line: line.to_owned(),
        };
        let marks = vec![mark(4, 23, "a"), mark(10, 14, "in"), mark(26, 90, "on"), mark(3, 3, "")];
        let shown: Vec<String> = blocks(&source, &Document::default(), marks)
            .iter()
            .map(|block| {
                let piece = |piece: &Piece| match piece.mark {
                    Some(_) => {
                        format!("[{}>{}|{}]", piece.begins.join(" "), piece.lines, piece.words)
                    }
                    None => piece.words.clone(),
                };
                block.pieces.iter().map(piece).collect()
            })
            .collect();
        assert_eq!(
            shown,
            ["Gửi [a>a|trước ][in>a in|ngày][>a| 5/7/2031].", "[on>on|Hai dòng]", "[>on|và ba]"]
        );
    }

    #[test]
    fn words_are_found_whatever_their_case_and_blanks() {
        let text: Vec<char> = "LIÊN ĐOÀN\nLAO ĐỘNG, số 31/KH –  LĐLĐ".chars().collect();
        let all = Span::new(0, text.len());
        let table = [
            ("Liên đoàn Lao động", Some((0, 18))),
            ("31/KH-LĐLĐ", Some((23, 36))),
            ("LAO", Some((10, 13))),
            ("Lao động tỉnh", None),
            ("", None),
        ];
        for (words, expected) in table {
            let found = find(&text, words, all).map(|span| (span.from, span.to));
            assert_eq!(found, expected, "{words}");
        }
        assert_eq!(find(&text, "LAO", Span::new(11, 20)), None);
        assert_eq!(find_last(&text, "đ", all), Some(Span::new(35, 36)));
    }
}
