//! The roll-up engine against a plain sum of the same bytes, and the size of packed figures.

use crate::line;
use crate::seeded::Seeded;
use crate::stopwatch::{median, timed};
use ::rollup::{Amount, Cell, Class, Coverage, Engine, Filling, Layer, Part, Place, Tree, View};
use domain::figure::{Column, Figure, NewCell, PackedSegment, Segment};
use domain::id::Chance;
use std::hint::black_box;
use std::time::Duration;

/// How many nodes on each level below the root, evenly spread, and how many cells each row has.
pub struct Size {
    levels: &'static [u32],
    indicators: usize,
    periods: usize,
    /// How often the whole is measured; the middle is printed.
    rounds: usize,
}

pub const PROVINCE: Size = Size { levels: &[18, 1_500], indicators: 200, periods: 6, rounds: 31 };
pub const NATIONAL: Size =
    Size { levels: &[83, 1_500, 125_000], indicators: 200, periods: 6, rounds: 5 };

pub fn run(size: Size) {
    let width = size.indicators * size.periods;
    let tree = tree(size.levels);
    line::figure("rollup-size", format!("{}×{width}", size.levels[size.levels.len() - 1]), "cells");
    let plain = Plain::generate(&tree, width);
    let mut engine = filled(&tree, &plain, vec![Class::Sum; width]);
    whole(&mut engine, &plain, size.rounds);
    table(&engine);
    update("rollup-update", &mut engine, &plain);
    drop(engine);
    let classes = (0..width).map(|cell| [Class::Max, Class::Min, Class::Latest][cell % 3]);
    let mut chosen = filled(&tree, &plain, classes.collect());
    update("rollup-update-selective", &mut chosen, &plain);
    packing(&plain, &size);
}

/// The same figures as the engine holds, as nothing but two runs of numbers.
struct Plain {
    width: usize,
    units: Vec<u32>,
    values: Vec<i64>,
    states: Vec<u8>,
}

impl Plain {
    fn generate(tree: &Tree, width: usize) -> Plain {
        let mut seeded = Seeded::new(2026);
        let units: Vec<u32> = (0..tree.len() as u32).filter(|node| tree.adds(*node)).collect();
        let cells = units.len() * width;
        let mut plain = Plain {
            width,
            units,
            values: Vec::with_capacity(cells),
            states: Vec::with_capacity(cells),
        };
        for _ in 0..cells {
            let (value, state) = any_figure(&mut seeded);
            plain.values.push(value);
            plain.states.push(state);
        }
        plain
    }

    fn row(&self, place: usize) -> Vec<Cell> {
        let at = place * self.width..(place + 1) * self.width;
        self.values[at.clone()].iter().zip(&self.states[at]).map(|(v, s)| cell(*v, *s)).collect()
    }

    /// What the engine is measured against.
    fn sum(&self) -> (i64, u64) {
        let values = self.values.iter().fold(0i64, |sum, value| sum.wrapping_add(*value));
        (values, self.states.iter().map(|state| u64::from(*state)).sum())
    }
}

/// Mostly heads counted, some money; most cells answered.
fn any_figure(seeded: &mut Seeded) -> (i64, u8) {
    match seeded.below(100) {
        0..70 => (seeded.below(5_000) as i64, 1),
        70..80 => (seeded.below(50_000_000_000) as i64, 1),
        80..90 => (0, 2),
        90..95 => (0, 3),
        95..97 => (0, 4),
        _ => (0, 0),
    }
}

fn cell(value: i64, state: u8) -> Cell {
    match state {
        1 => Cell::Given(value),
        2 => Cell::NoneArisen,
        3 => Cell::NotCollected,
        4 => Cell::NotAsked,
        _ => Cell::Blank,
    }
}

/// A root and under it the levels, each node with its even share of the next level.
fn tree(levels: &[u32]) -> Tree {
    let mut places = vec![Place { parent: None, part: Part::Counted }];
    grow(&mut places, 0, levels, 0..1, 1);
    Tree::new(&places).expect("grown in depth-first order")
}

/// Puts under `parent`, which is number `share.start` of `of` on its level, its share of the next.
fn grow(
    places: &mut Vec<Place>,
    parent: u32,
    levels: &[u32],
    share: std::ops::Range<u64>,
    of: u64,
) {
    let Some((count, below)) = levels.split_first() else { return };
    let count = u64::from(*count);
    for number in share.start * count / of..share.end * count / of {
        let node = places.len() as u32;
        places.push(Place { parent: Some(parent), part: Part::Counted });
        grow(places, node, below, number..number + 1, count);
    }
}

fn filled(tree: &Tree, plain: &Plain, classes: Vec<Class>) -> Engine {
    let mut filling = Filling::new(tree.clone(), classes).expect("no class names a cell");
    for (place, unit) in plain.units.iter().enumerate() {
        filling
            .put(*unit, Layer::Received, place as u64, &plain.row(place))
            .expect("figures within the limit");
    }
    filling.roll_up()
}

fn whole(engine: &mut Engine, plain: &Plain, rounds: usize) {
    let (mut ours, mut streams) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        let (took, sum) = timed(|| black_box(plain).sum());
        streams.push(took);
        let (took, ()) = timed(|| engine.recompute());
        ours.push(took);
        assert_eq!(root_sum(engine), sum, "the engine and the plain sum differ");
    }
    line::against("rollup-whole", median(ours), "stream", median(streams));
}

/// The root's totals added up, and its counts weighed as the states are in the plain bytes.
fn root_sum(engine: &Engine) -> (i64, u64) {
    let row = engine.row(0, View::Received);
    row.totals().fold((0, 0), |(values, states), total| {
        let Amount::Sum(sum) = total.amount else { panic!("every cell is a sum") };
        let counts = [
            total.counts.given,
            total.counts.none_arisen,
            total.counts.not_collected,
            total.counts.not_asked,
        ];
        let weighed: u64 = counts.into_iter().zip(1..).map(|(n, code)| u64::from(n) * code).sum();
        (values.wrapping_add(sum), states + weighed)
    })
}

fn table(engine: &Engine) {
    let node = 1;
    let units = engine.tree().units(node);
    let mut times = Vec::new();
    for _ in 0..1_001 {
        let (took, (sum, given)) = timed(|| {
            let row = engine.row(black_box(node), View::Received);
            assert_eq!(row.coverage(), Coverage { heard: units, of: units });
            row.totals().fold((0i64, 0), |(sum, answered), total| match total.amount {
                Amount::Sum(more) => (sum.wrapping_add(more), answered + total.counts.answered()),
                _ => (sum, answered),
            })
        });
        black_box((sum, given));
        times.push(took);
    }
    line::time("rollup-table", median(times));
}

/// One unit after another files other figures, those of its neighbour.
fn update(name: &str, engine: &mut Engine, plain: &Plain) {
    let rows: Vec<Vec<Cell>> = (0..500).map(|place| plain.row(place)).collect();
    let mut times: Vec<Duration> = Vec::new();
    for place in 0..rows.len() {
        // A row that comes in has just been read, so it is near.
        let row = rows[(place + 1) % rows.len()].clone();
        let (took, set) =
            timed(|| engine.set(plain.units[place], Layer::Received, place as u64, &row));
        set.expect("figures within the limit");
        times.push(took);
    }
    assert!(engine.holds(), "updates left other totals than a whole roll-up");
    line::time(name, median(times));
}

fn packing(plain: &Plain, size: &Size) {
    let segment = segment(size);
    let units = plain.units.len().min(1_500);
    let rows: Vec<Vec<Figure>> =
        (0..units).map(|place| plain.row(place).into_iter().map(figure).collect()).collect();
    let packed: Vec<PackedSegment> = rows
        .iter()
        .map(|row| PackedSegment::pack(&segment, row).expect("one figure for each cell"))
        .collect();
    let bytes: usize = packed.iter().map(|packed| packed.as_bytes().len()).sum();
    line::figure("pack-size", bytes / units, "bytes/row");
    let plain_bytes: Vec<u8> = vec![1; units * plain.width * 9];
    let (copy, copied) = timed(|| black_box(&plain_bytes).clone());
    black_box(copied);
    let mut times = Vec::new();
    for _ in 0..7 {
        let (took, read) = timed(|| {
            packed.iter().map(|packed| packed.figures(&segment)).collect::<Result<Vec<_>, _>>()
        });
        assert_eq!(read.as_ref(), Ok(&rows), "figures came back otherwise");
        times.push(took);
    }
    line::against("pack-read", median(times), "copy-at-9-bytes", copy);
}

fn segment(size: &Size) -> Segment {
    let mut chance = Chance::new([26; 32]);
    let mut cells = Vec::new();
    for _ in 0..size.indicators {
        let indicator = chance.id();
        for year in 0..size.periods {
            let column = Column::Year(2020 + year as i16);
            cells.push(NewCell { indicator, indicator_version: 1, column, decimals: 0 });
        }
    }
    Segment::new(chance.id()).append(cells).expect("every cell asks something else")
}

fn figure(cell: Cell) -> Figure {
    match cell {
        Cell::Given(value) => Figure::Given(value),
        Cell::NoneArisen => Figure::NoneArisen,
        Cell::NotCollected => Figure::NotCollected,
        Cell::NotAsked => Figure::NotAsked,
        Cell::Blank => Figure::Blank,
    }
}
