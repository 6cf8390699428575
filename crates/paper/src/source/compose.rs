//! A source put together block by block.

use domain::source::{Block, BlockKind, Look, Source, Span};

/// A source under way: every block begins a line of the text.
#[derive(Default)]
pub struct Composed {
    text: String,
    length: usize,
    blocks: Vec<Block>,
}

impl Composed {
    /// Adds `words` as a block; blank words leave an empty line and no block. `look.capitals` is
    /// found here, the rest is as given.
    pub fn block(&mut self, words: &str, kind: BlockKind, look: Look) {
        let words = words.trim_matches('\n');
        let length = words.chars().count();
        let lead = words.chars().take_while(|c| c.is_whitespace()).count();
        if lead < length {
            let tail = words.chars().rev().take_while(|c| c.is_whitespace()).count();
            let span = Span::new(self.length + lead, self.length + length - tail);
            let capitals = look.capitals || capitals(words);
            self.blocks.push(Block { span, kind, look: Look { capitals, ..look } });
        }
        self.text.push_str(words);
        self.text.push('\n');
        self.length += length + 1;
    }

    pub fn finish(self) -> Source {
        Source { text: self.text, blocks: self.blocks, notes: Vec::new() }
    }
}

/// Whether `words` are written in capitals: two letters at least, and none of them small.
fn capitals(words: &str) -> bool {
    let letters = words.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() > 1 && letters.clone().all(|c| !c.is_lowercase())
}
