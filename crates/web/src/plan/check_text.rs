use super::{MarkKind, Piece, TextBlock, TextLook};
use domain::plan::{Document, PlanSection};
use domain::source::{Block, BlockKind, Source, Span};

/// A run of the text that leads to what was made of it.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub span: Span,
    pub kind: MarkKind,
    /// The id of the line it leads to.
    pub line: String,
}

/// A mark longer than this tells nobody where to look.
const LONGEST_MARK: usize = 400;

/// The text of an upload in blocks, with its marks. Of marks that overlap the first given stays.
pub(super) fn blocks(source: &Source, document: &Document, marks: Vec<Mark>) -> Vec<TextBlock> {
    let text: Vec<char> = source.text.chars().collect();
    let mut marks = apart(marks);
    marks.sort_by_key(|mark| mark.span.from);
    let mut marks = marks.into_iter().peekable();
    let mut blocks = Vec::new();
    for block in &source.blocks {
        let mut inside = Vec::new();
        while let Some(mark) = marks.next_if(|mark| mark.span.from < block.span.to) {
            if mark.span.from >= block.span.from {
                inside.push(mark);
            }
        }
        blocks.push(TextBlock {
            look: look(block, &document.sections),
            pieces: pieces(&text, block, inside),
        });
    }
    blocks
}

fn apart(marks: Vec<Mark>) -> Vec<Mark> {
    let mut kept: Vec<Mark> = Vec::new();
    for mark in marks {
        let fits = !mark.span.is_empty() && mark.span.to - mark.span.from <= LONGEST_MARK;
        if fits && !kept.iter().any(|other| other.span.overlaps(mark.span)) {
            kept.push(mark);
        }
    }
    kept
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

fn pieces(text: &[char], block: &Block, marks: Vec<Mark>) -> Vec<Piece> {
    let words = |from: usize, to: usize| -> String {
        text.get(from..to.max(from)).unwrap_or_default().iter().collect()
    };
    let plain = |words: String| Piece { words, mark: None, line: String::new() };
    let mut pieces = Vec::new();
    if let BlockKind::Item { label, .. } = &block.kind {
        pieces.push(plain(format!("{label} ")));
    }
    let mut at = block.span.from;
    for mark in marks {
        // What goes on past its block is marked as far as the block goes.
        let to = mark.span.to.min(block.span.to);
        pieces.push(plain(words(at, mark.span.from)));
        pieces.push(Piece {
            words: words(mark.span.from, to),
            mark: Some(mark.kind),
            line: mark.line,
        });
        at = to;
    }
    pieces.push(plain(words(at, block.span.to)));
    pieces.retain(|piece| !piece.words.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_where_they_are_and_never_twice() {
        let source = Source::plain("Gửi trước ngày 5/7/2031.\n\nHai dòng");
        let mark = |from, to, line: &str| Mark {
            span: Span::new(from, to),
            kind: MarkKind::Date,
            line: line.to_owned(),
        };
        let marks =
            vec![mark(4, 23, "date-0"), mark(10, 14, "in"), mark(26, 90, "on"), mark(3, 3, "")];
        let shown: Vec<String> = blocks(&source, &Document::default(), marks)
            .iter()
            .map(|block| {
                let piece = |piece: &Piece| match piece.mark {
                    Some(_) => format!("[{}:{}]", piece.line, piece.words),
                    None => piece.words.clone(),
                };
                block.pieces.iter().map(piece).collect()
            })
            .collect();
        assert_eq!(shown, ["Gửi [date-0:trước ngày 5/7/2031].", "[on:Hai dòng]"]);
    }
}
