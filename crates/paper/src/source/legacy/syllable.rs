//! Whether words are Vietnamese syllables: a consonant, a vowel with its tone, a consonant.

use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization as _;

/// How many words with a marked letter a text has, and how many of them are syllables.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sense {
    pub words: usize,
    pub good: usize,
}

impl Sense {
    pub fn mostly(self) -> bool {
        self.good * 2 >= self.words
    }

    /// Some words are always names, or typed wrongly.
    pub fn nearly_all(self) -> bool {
        self.good * 10 >= self.words * 9
    }
}

/// As many words tell what the rest of a text is like.
const WORDS_ENOUGH: usize = 2_000;

/// What sense the first marked words of `text` make.
pub fn sense(text: &str) -> Sense {
    let words = text.split(|c: char| !is_sign(c)).filter(|word| !word.is_ascii());
    let judged = words.filter_map(is_syllable).take(WORDS_ENOUGH);
    judged.fold(Sense::default(), |sense, good| Sense {
        words: sense.words + 1,
        good: sense.good + usize::from(good),
    })
}

/// Vietnamese letters that none of the old encodings writes.
pub fn is_unicode_only(c: char) -> bool {
    let pair = matches!(c, '\u{102}' | '\u{103}' | '\u{110}' | '\u{111}' | '\u{128}' | '\u{129}');
    let horn = matches!(c, '\u{168}' | '\u{169}' | '\u{1a0}' | '\u{1a1}' | '\u{1af}' | '\u{1b0}');
    pair || horn || matches!(c, '\u{1ea0}'..='\u{1ef9}' | '\u{300}'..='\u{323}')
}

/// A letter, or one of the signs that an old encoding writes for one.
fn is_sign(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{a1}'..='\u{ff}' | '\u{300}'..='\u{323}')
}

/// The kinds of parts of a syllable, a line each: beginnings, vowels that end it, vowels that a
/// consonant closes, closing consonants.
static PARTS: LazyLock<[Vec<&str>; 4]> = LazyLock::new(|| {
    let mut lines = include_str!("syllables.txt").lines();
    std::array::from_fn(|_| lines.next().unwrap_or_default().split(' ').collect())
});

/// `None` of an abbreviation, which has no vowel.
fn is_syllable(word: &str) -> Option<bool> {
    let mut tones = Vec::new();
    let bare = word.nfd().flat_map(char::to_lowercase).filter(|c| {
        let tone = matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
        if tone {
            tones.push(*c);
        }
        !tone
    });
    let bare: String = bare.nfc().collect();
    if bare.chars().all(|c| c == '\u{111}' || c.is_ascii_alphabetic() && !"aeiouy".contains(c)) {
        return None;
    }
    let [beginnings, open, closed, ends] = &*PARTS;
    let stopped = |end: &str| matches!(end, "c" | "ch" | "p" | "t");
    let rhymes = |rhyme: &str| {
        open.contains(&rhyme)
            || ends.iter().any(|end| {
                let vowel = rhyme.strip_suffix(end);
                let sharp = tones.iter().all(|tone| matches!(tone, '\u{301}' | '\u{323}'));
                vowel.is_some_and(|vowel| closed.contains(&vowel))
                    && (!stopped(end) || sharp && !tones.is_empty())
            })
    };
    let begins = |beginning: &&str| {
        let Some(rhyme) = bare.strip_prefix(*beginning) else { return false };
        let front = rhyme.starts_with(['e', 'i', 'y', '\u{ea}']);
        let agrees = match *beginning {
            "k" | "gh" | "ngh" => front,
            "c" | "ng" => !front,
            _ => true,
        };
        agrees && (rhymes(rhyme) || *beginning == "gi" && rhyme.is_empty())
    };
    Some(tones.len() < 2 && (rhymes(&bare) || beginnings.iter().any(begins)))
}
