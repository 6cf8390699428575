//! The order in which a page is read.
//!
//! Programs draw cell by cell and top to bottom, mostly, and then the order of drawing is the order
//! of reading. Two corrections: a page drawn in no order is sorted, and two columns drawn line by
//! line across, such as a letterhead, are read one after the other.

use super::drawn::Rule;
use super::line::Line;
use std::ops::RangeInclusive;

/// `lines` in the order of reading, with those in columns marked.
pub fn ordered(mut lines: Vec<Line>, rules: &[Rule]) -> Vec<Line> {
    if is_scattered(&lines) {
        lines.sort_by_key(|line| (line.base, line.x));
    }
    let mut table = 0;
    for band in bands(&lines) {
        let within = |line: &Line| band.contains(&line.base);
        let ruled = |rule: &Rule| rule.bottom > *band.start() && rule.top < *band.end();
        let Some(gap) = gap(lines.iter().filter(|line| within(line))) else { continue };
        if rules.iter().any(ruled) {
            continue;
        }
        let band = *band.start()..=end(&lines, &band, gap);
        columns(&mut lines, &band, gap, table);
        table += 1;
    }
    lines
}

/// Whether the drawing goes up the page again and again, beyond what columns explain.
fn is_scattered(lines: &[Line]) -> bool {
    let up = |pair: &[Line]| pair[1].base < pair[0].base - pair[0].size && pair[1].x < pair[0].end;
    let ups = lines.windows(2).filter(|pair| up(pair)).count();
    lines.len() > 8 && ups > lines.len() / 5
}

/// The heights between which lines stand side by side, from the first to the last of each group.
fn bands(lines: &[Line]) -> Vec<RangeInclusive<i32>> {
    let mut paired: Vec<&Line> =
        lines.iter().filter(|line| lines.iter().any(|other| line.is_beside(other))).collect();
    paired.sort_by_key(|line| line.base);
    let mut bands: Vec<RangeInclusive<i32>> = Vec::new();
    for line in paired {
        match bands.last_mut() {
            // A signature leaves several lines free between the post and the name.
            Some(band) if line.base - band.end() < line.size * 12 && is_open(lines, band, line) => {
                *band = *band.start()..=line.base.max(*band.end());
            }
            _ => bands.push(line.base..=line.base),
        }
    }
    bands.iter().map(|band| *band.start() - 50..=*band.end() + 50).collect()
}

/// Whether no line between `band` and `line` runs across both columns.
fn is_open(lines: &[Line], band: &RangeInclusive<i32>, line: &Line) -> bool {
    let heights = *band.start()..=line.base;
    gap(lines.iter().filter(|one| heights.contains(&one.base))).is_some()
}

/// The `x` that parts `lines` into exactly two columns.
fn gap<'a>(lines: impl Iterator<Item = &'a Line>) -> Option<i32> {
    let mut reaches: Vec<(i32, i32)> = lines.map(|line| (line.x, line.end)).collect();
    reaches.sort_unstable();
    let mut gaps = Vec::new();
    let mut end = reaches.first()?.1;
    for (x, to) in reaches {
        if x > end {
            gaps.push(x);
        }
        end = end.max(to);
    }
    (gaps.len() == 1).then(|| gaps[0])
}

/// Where the left column ends, which may be below the right one: its lines are drawn before those of
/// the right, or are items of a list.
fn end(lines: &[Line], band: &RangeInclusive<i32>, gap: i32) -> i32 {
    let within = |line: &&Line| band.contains(&line.base);
    let right = lines.iter().position(|line| within(&line) && line.x >= gap).unwrap_or(0);
    let is_item = |line: &Line| line.words.starts_with(['-', '+', '•']);
    let items = lines.iter().any(|line| within(&line) && line.end < gap && is_item(line));
    let mut below: Vec<(usize, &Line)> =
        lines.iter().enumerate().filter(|(_, line)| line.base > *band.end()).collect();
    below.sort_by_key(|(_, line)| line.base);
    let mut end = *band.end();
    for (at, line) in below {
        let belongs = at < right || items && is_item(line);
        if line.end >= gap || line.base - end > line.size * 2 || !belongs {
            break;
        }
        end = line.base;
    }
    end
}

/// Marks the lines of a band as two cells. If they are drawn across, the left cell comes first.
fn columns(lines: &mut [Line], band: &RangeInclusive<i32>, gap: i32, table: u32) {
    let places: Vec<usize> =
        (0..lines.len()).filter(|&at| band.contains(&lines[at].base)).collect();
    let mut cells: Vec<Line> = places.iter().map(|&at| lines[at].clone()).collect();
    for line in &mut cells {
        line.cell = Some((table, u32::from(line.x >= gap)));
    }
    cells.sort_by_key(|line| line.cell);
    for (at, line) in places.into_iter().zip(cells) {
        lines[at] = line;
    }
}
