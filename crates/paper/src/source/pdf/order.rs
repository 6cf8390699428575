//! The order in which a page is read.
//!
//! Programs draw cell by cell and top to bottom, mostly, and then the order of drawing is the order
//! of reading. Two corrections: a page drawn in no order is sorted, and two columns drawn line by
//! line across, such as a letterhead, are read one after the other.

use super::drawn::Rule;
use super::line::{Cell, Frame, Line};
use std::ops::RangeInclusive;

/// `lines` in the order of reading, with those in columns marked.
pub fn ordered(mut lines: Vec<Line>, rules: &[Rule]) -> Vec<Line> {
    if is_scattered(&lines) {
        lines.sort_by_key(|line| (line.base, line.x));
    }
    let mut table = ruled(&mut lines, rules);
    for band in bands(&lines) {
        let within = |line: &&Line| line.cell.is_none() && band.contains(&line.base);
        let Some(gap) = gap(lines.iter().filter(within)) else { continue };
        let band = *band.start()..=end(&lines, &band, gap);
        columns(&mut lines, &band, gap, table);
        table += 1;
    }
    lines
}

/// Marks the lines between strokes as cells, in the order in which they are drawn; gives how many
/// tables there are.
fn ruled(lines: &mut [Line], rules: &[Rule]) -> u32 {
    let left = lines.iter().map(|line| line.x).min().unwrap_or(0);
    let right = lines.iter().map(|line| line.end).max().unwrap_or(0);
    // Strokes at the margins frame a page or a paragraph and part nothing.
    let inner = |rule: &&Rule| left + 100 < rule.x && rule.x < right - 100;
    let rules: Vec<&Rule> = rules.iter().filter(inner).collect();
    let is_ruled = |line: &Line| {
        rules.iter().any(|rule| rule.top < line.base && line.base - line.size / 2 < rule.bottom)
    };
    let mut table = 0;
    for cells in lines.chunk_by_mut(|one, other| is_ruled(one) == is_ruled(other)) {
        if !is_ruled(&cells[0]) {
            continue;
        }
        let starts = starts(cells.iter());
        let (mut row, mut last) = (0, 0);
        for line in cells {
            let column = starts.partition_point(|start| *start <= line.x).saturating_sub(1);
            row += u32::from(column < last);
            last = column;
            let column = u32::try_from(column).unwrap_or(u32::MAX);
            line.cell = Some(Cell { table, row, column, frame: Frame::Ruled });
        }
        table += 1;
    }
    table
}

/// Whether the drawing goes up the page again and again, beyond what columns explain.
fn is_scattered(lines: &[Line]) -> bool {
    let up = |pair: &[Line]| pair[1].base < pair[0].base - pair[0].size && pair[1].x < pair[0].end;
    let ups = lines.windows(2).filter(|pair| up(pair)).count();
    lines.len() > 8 && ups > lines.len() / 5
}

/// The heights between which lines stand side by side, from the first to the last of each group.
fn bands(lines: &[Line]) -> Vec<RangeInclusive<i32>> {
    let free = || lines.iter().filter(|line| line.cell.is_none());
    let mut paired: Vec<&Line> =
        free().filter(|line| free().any(|other| line.is_beside(other))).collect();
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
    gap(lines.iter().filter(|one| one.cell.is_none() && heights.contains(&one.base))).is_some()
}

/// The `x` that parts `lines` into exactly two columns.
fn gap<'a>(lines: impl Iterator<Item = &'a Line>) -> Option<i32> {
    let starts = starts(lines);
    (starts.len() == 2).then(|| starts[1])
}

/// Where columns begin: behind every upright gap that no line crosses.
fn starts<'a>(lines: impl Iterator<Item = &'a Line>) -> Vec<i32> {
    let mut reaches: Vec<(i32, i32)> = lines.map(|line| (line.x, line.end)).collect();
    reaches.sort_unstable();
    let mut starts = Vec::new();
    let mut end = i32::MIN;
    for (x, to) in reaches {
        if x > end {
            starts.push(x);
        }
        end = end.max(to);
    }
    starts
}

/// Where the left column ends, which may be below the right one: its lines are drawn before those of
/// the right, or are items of a list.
fn end(lines: &[Line], band: &RangeInclusive<i32>, gap: i32) -> i32 {
    let within = |line: &&Line| line.cell.is_none() && band.contains(&line.base);
    let right = lines.iter().position(|line| within(&line) && line.x >= gap).unwrap_or(0);
    let is_item = |line: &Line| line.words.starts_with(['-', '+', '•']);
    let items = lines.iter().any(|line| within(&line) && line.end < gap && is_item(line));
    let mut below: Vec<(usize, &Line)> =
        lines.iter().enumerate().filter(|(_, line)| line.base > *band.end()).collect();
    below.sort_by_key(|(_, line)| line.base);
    let mut end = *band.end();
    for (at, line) in below {
        let near = line.base - end <= line.size * 3;
        match (line.end < gap, line.x >= gap) {
            (true, _) if at < right || items && is_item(line) && near => end = line.base,
            (_, true) => {}
            _ => break,
        }
    }
    end
}

/// Marks the lines of a band as two cells. If they are drawn across, the left cell comes first.
fn columns(lines: &mut [Line], band: &RangeInclusive<i32>, gap: i32, table: u32) {
    let places: Vec<usize> =
        (0..lines.len()).filter(|&at| band.contains(&lines[at].base)).collect();
    let places: Vec<usize> = places.into_iter().filter(|&at| lines[at].cell.is_none()).collect();
    let mut cells: Vec<Line> = places.iter().map(|&at| lines[at].clone()).collect();
    for line in &mut cells {
        let column = u32::from(line.x >= gap);
        line.cell = Some(Cell { table, row: 0, column, frame: Frame::Open });
    }
    cells.sort_by_key(|line| line.cell);
    for (at, line) in places.into_iter().zip(cells) {
        lines[at] = line;
    }
}
