//! How wide words are in faces with the metrics of Times, for lines a typist breaks by eye.

use super::Emphasis;
use unicode_normalization::UnicodeNormalization;

/// Width of `words` on one line, in tenths of a millimetre, rounded up.
///
/// Exact for Vietnamese and Latin letters, figures and common signs; another character counts as a
/// wide one. Italic is measured as plain, which is never narrower in capitals by more than a hair.
pub fn width_tenths_mm(words: &str, emphasis: Emphasis, half_points: u16) -> u32 {
    // Tones and hats do not widen a letter: the width is that of the letter under them. The horn of
    // ơ and ư (U+031B) does, and is counted as a letter of its own.
    let thousandths: u64 = words.nfd().map(|c| u64::from(advance(c, emphasis))).sum();
    // 1 pt = 1/72 inch = 254/72 tenths of a millimetre; sizes come in halves of a point.
    let tenths = (thousandths * u64::from(half_points) * 254).div_ceil(1000 * 2 * 72);
    u32::try_from(tenths).unwrap_or(u32::MAX)
}

/// `words` in as few lines as fit `room_tenths_mm`, broken at the blanks that make the longest line
/// shortest; of equal ones the first line is the longer. A word that alone is too wide stays whole,
/// and a no-break space (U+00A0) parts no words.
pub fn break_evenly(
    words: &str,
    emphasis: Emphasis,
    half_points: u16,
    room_tenths_mm: u32,
) -> Vec<String> {
    let words: Vec<&str> = words.split([' ', '\t', '\n']).filter(|word| !word.is_empty()).collect();
    let width =
        |from: usize, to: usize| width_tenths_mm(&words[from..to].join(" "), emphasis, half_points);
    let mut lines_needed = 1;
    let mut from = 0;
    for to in 1..=words.len() {
        if to - from > 1 && width(from, to) > room_tenths_mm {
            lines_needed += 1;
            from = to - 1;
        }
    }
    let cuts = best_cuts(words.len(), lines_needed, &width);
    cuts.windows(2).map(|cut| words[cut[0]..cut[1]].join(" ")).filter(|l| !l.is_empty()).collect()
}

/// Where `lines` lines begin and end among `count` words, the widest of them as narrow as can be.
fn best_cuts(count: usize, lines: usize, width: &impl Fn(usize, usize) -> u32) -> Vec<usize> {
    // best[to] holds the cuts of the first `to` words in the lines laid so far.
    let mut best: Vec<Option<(u32, Vec<usize>)>> =
        (0..=count).map(|to| Some((width(0, to), vec![0, to]))).collect();
    for _ in 1..lines {
        best = (0..=count)
            .map(|to| {
                let split = |from: usize| {
                    let (widest, cuts) = best[from].as_ref()?;
                    let mut cuts = cuts.clone();
                    cuts.push(to);
                    Some(((*widest).max(width(from, to)), cuts))
                };
                (1..to).rev().filter_map(split).min_by_key(|(widest, _)| *widest)
            })
            .collect();
    }
    best.pop().flatten().map_or_else(|| vec![0, count], |(_, cuts)| cuts)
}

/// Advance of `c` in thousandths of the type size; combining tones and hats have none.
fn advance(c: char, emphasis: Emphasis) -> u16 {
    let (widths, horn) = match emphasis {
        Emphasis::Bold => (&BOLD, 60),
        Emphasis::Plain | Emphasis::Italic => (&PLAIN, 45),
    };
    match c {
        ' '..='~' => widths[c as usize - ' ' as usize],
        '\u{a0}' => widths[0],
        '\u{31b}' => horn,
        '\u{300}'..='\u{36f}' => 0,
        '\u{110}' => widths['D' as usize - ' ' as usize],
        '\u{111}' => widths['d' as usize - ' ' as usize],
        '\u{2013}' => 500,
        '\u{201c}' | '\u{201d}' => widths['(' as usize - ' ' as usize] + 167,
        _ => 1000,
    }
}

#[rustfmt::skip]
const PLAIN: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
    556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
    722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
    278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];

#[rustfmt::skip]
const BOLD: [u16; 95] = [
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667,
    611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722,
    722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556,
    278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
];
