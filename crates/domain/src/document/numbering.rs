//! Numbers of headings: I., 1., a).

use super::{Block, Heading, HeadingNumber, Level};

/// A block with its number (khối có số): empty for all but numbered headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered<'a> {
    pub number: String,
    pub block: &'a Block,
}

/// The blocks of one body with the numbers of its headings; a heading starts its lower levels anew.
pub fn numbered(body: &[Block]) -> Vec<Numbered<'_>> {
    let mut counts = [0_u32; 3];
    let number = |block| match block {
        &Block::Heading(Heading { level, ref number, .. }) => next(&mut counts, level, number),
        _ => String::new(),
    };
    body.iter().map(number).zip(body).map(|(number, block)| Numbered { number, block }).collect()
}

/// `count` in Roman capitals; nothing for 0.
pub fn roman(count: u32) -> String {
    const STEPS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = count;
    let mut words = String::new();
    for (value, letters) in STEPS {
        while rest >= value {
            words.push_str(letters);
            rest -= value;
        }
    }
    words
}

/// The letter of point `count` (from 1) in the order of the Vietnamese alphabet, in which đ follows
/// d and there is no f, j, w, z; ă, â, ê, ô, ơ, ư name no points. After y it goes on with aa, bb.
pub fn letter(count: u32) -> String {
    const LETTERS: [char; 23] = [
        'a', 'b', 'c', 'd', '\u{111}', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r',
        's', 't', 'u', 'v', 'x', 'y',
    ];
    let Some(index) = count.checked_sub(1) else {
        return String::new();
    };
    let letter = LETTERS[index as usize % LETTERS.len()];
    let times = index as usize / LETTERS.len() + 1;
    std::iter::repeat_n(letter, times).collect()
}

fn next(counts: &mut [u32; 3], level: Level, number: &HeadingNumber) -> String {
    let at = level as usize;
    if *number == HeadingNumber::Unnumbered {
        counts[at + 1..].fill(0);
        return String::new();
    }
    counts[at] += 1;
    counts[at + 1..].fill(0);
    match (number, level) {
        (HeadingNumber::Given(given), _) => given.clone(),
        (_, Level::One) => format!("{}.", roman(counts[at])),
        (_, Level::Two) => format!("{}.", counts[at]),
        (_, Level::Three) => format!("{})", letter(counts[at])),
    }
}
