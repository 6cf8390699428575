use crate::ending::Ending;
use domain::figure::{Column, Figure, OwnTerm, PackedSegment, Portion};
use domain::id::BodyId;
use domain::indicator::{Asked, Indicator, Rule};
use rollup::{
    Amount, Cell, Class, Counts, Engine, Filling, Layer, Part, Place, Quotient, Total, Tree, View,
};
use std::collections::{BTreeMap, HashMap};
use store::assignment::PinnedRow;
use store::segment::Table;
use store::submission::{Counting, Packed};

/// A campaign's figures in memory: the engine, and what its nodes and cells mean.
pub(super) struct Loaded {
    /// The last event taken in.
    pub position: i64,
    /// Where the first node stands in the pinned tree: 0 where all of it is loaded.
    first: u32,
    pub table: Table,
    pub engine: Engine,
    /// By node: the versions lying in each layer.
    pub nodes: Vec<Node>,
    /// Indicators nobody types, behind the cells of the segment: indicator and column by position.
    derived: Vec<(usize, Column)>,
    /// By node, of those that count: what they are asked, where that is not the whole table.
    portions: BTreeMap<u32, Portion>,
}

/// What a campaign's figures are loaded from.
pub(super) struct Filler {
    pub table: Table,
    pub counting: Vec<Counting>,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub received: Option<i64>,
    pub submitted: Option<i64>,
}

/// One figure of a table as shown (số tổng hợp): a number scaled by the indicator's decimals, or
/// nothing where nobody answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The engine's cell, by which the way down is asked for.
    pub cell: usize,
    pub value: Option<i64>,
    pub counts: Counts,
    /// The units behind it: those with an answer; for a ratio or mean, those that gave both parts.
    pub units: u32,
    /// The units of which it is asked.
    pub of: u32,
}

impl Loaded {
    pub fn new(filler: Filler, position: i64) -> Result<Loaded, Ending> {
        let Filler { table, counting } = filler;
        let pinned: Vec<&PinnedRow> = each(&counting).map(|of| &of[0].place).collect();
        let first = pinned.first().map_or(0, |row| row.lo);
        let node_of: HashMap<BodyId, u32> =
            pinned.iter().map(|row| (row.body, row.lo - first)).collect();
        let places: Vec<Place> = pinned
            .iter()
            .map(|row| Place {
                parent: row.above.and_then(|above| node_of.get(&above).copied()),
                part: match table.is_not(&row.portion) {
                    false if row.asked => Part::Counted,
                    // Where nothing of the table is asked, nothing is waited for.
                    _ => Part::Apart,
                },
            })
            .collect();
        let tree = Tree::new(&places).map_err(|error| Ending::broken(&format!("{error:?}")))?;
        let derived = derived(&table);
        let classes = classes(&table, &derived);
        let filling = Filling::new(tree, classes);
        let mut filling = filling.map_err(|error| Ending::broken(&format!("{error:?}")))?;
        let mut nodes: Vec<Node> =
            pinned.iter().map(|_| Node { received: None, submitted: None }).collect();
        for Counting { place, packed } in &counting {
            let Some(version) = packed else { continue };
            let cells = cells(&table, version)?;
            let layer = layer(place, version);
            let node = place.lo - first;
            note(&mut nodes[node as usize], layer, Some(version.version));
            filling
                .put(node, layer, stamp(version), &cells)
                .map_err(|error| Ending::broken(&format!("{error:?}")))?;
        }
        let engine = filling.roll_up();
        let part = pinned.iter().filter(|row| !row.portion.is_whole());
        let portions = part.map(|row| (row.lo - first, row.portion.clone()));
        let portions = portions.filter(|(node, _)| engine.tree().adds(*node)).collect();
        Ok(Loaded { position, first, table, engine, nodes, derived, portions })
    }

    /// Brings places to what counts there now, as of `position`.
    pub fn follow(&mut self, counting: &[Counting], position: i64) -> Result<(), Ending> {
        for of in each(counting) {
            let node = self.node(of[0].place.lo);
            for kept in [Layer::Submitted, Layer::Received] {
                let mut versions = of.iter().filter_map(|c| Some((&c.place, c.packed.as_ref()?)));
                let now = versions.find(|(place, version)| layer(place, version) == kept);
                self.set(node, kept, now.map(|(_, version)| version))?;
            }
        }
        self.position = position;
        Ok(())
    }

    /// Takes a version's figures into a layer of a node, or empties it. A version never changes, so
    /// the one that lies there already is left in peace.
    fn set(&mut self, node: u32, layer: Layer, version: Option<&Packed>) -> Result<(), Ending> {
        let lying = match layer {
            Layer::Received => self.nodes[node as usize].received,
            Layer::Submitted => self.nodes[node as usize].submitted,
        };
        if lying == version.map(|version| version.version) {
            return Ok(());
        }
        note(&mut self.nodes[node as usize], layer, version.map(|v| v.version));
        let done = match version {
            Some(packed) => {
                let cells = cells(&self.table, packed)?;
                self.engine.set(node, layer, stamp(packed), &cells)
            }
            None => self.engine.clear(node, layer),
        };
        done.map_err(|error| Ending::broken(&format!("{error:?}")))
    }

    /// The engine's node of a place in the pinned tree.
    pub fn node(&self, lo: u32) -> u32 {
        lo - self.first
    }

    /// Every total of a node as the table shows it: by indicator, then column.
    pub fn rows(&self, node: u32, view: View) -> Vec<Vec<Shown>> {
        let row = self.engine.row(node, view);
        let indicators = 0..self.table.indicators.len();
        let cells =
            |indicator| self.table.columns.iter().filter_map(move |c| self.cell(indicator, *c));
        indicators
            .map(|at| cells(at).map(|cell| self.shown(node, cell, row.total(cell))).collect())
            .collect()
    }

    /// The engine's cell of an indicator in a column, both by position in the table.
    pub fn cell(&self, indicator: usize, column: Column) -> Option<usize> {
        let asked = &self.table.indicators[indicator];
        self.table.cell(asked, column).or_else(|| {
            let at = self.derived.iter().position(|d| *d == (indicator, column))?;
            Some(self.table.segment.cells().len() + at)
        })
    }

    /// Of how many units at and below a node a cell is asked.
    pub fn asked(&self, node: u32, cell: usize) -> u32 {
        let not = self.portions_of(node).filter(|(node, _)| !self.asks(*node, cell)).count();
        self.engine.tree().units(node).saturating_sub(u32::try_from(not).unwrap_or(u32::MAX))
    }

    /// Whether a cell is asked of one unit.
    pub fn asks(&self, unit: u32, cell: usize) -> bool {
        let Some(portion) = self.portions.get(&unit) else { return true };
        self.place(cell).is_some_and(|(indicator, column)| {
            let inside = self.table.columns.iter().zip(portion.columns(&self.table.columns));
            !portion.out.contains(&indicator.id)
                && inside.into_iter().any(|(all, own)| *all == column && own.is_some())
        })
    }

    /// The units at and below a node that report for a time of their own.
    pub fn terms(&self, node: u32) -> impl Iterator<Item = (u32, OwnTerm)> + '_ {
        self.portions_of(node).filter_map(|(unit, portion)| Some((unit, portion.term?)))
    }

    fn portions_of(&self, node: u32) -> impl Iterator<Item = (u32, &Portion)> + '_ {
        let below = self.portions.range(self.engine.tree().subtree(node));
        below.map(|(unit, portion)| (*unit, portion))
    }

    /// The indicator and column of an engine's cell.
    pub fn place(&self, cell: usize) -> Option<(&Indicator, Column)> {
        self.table.place(cell).or_else(|| {
            let at = cell.checked_sub(self.table.segment.cells().len())?;
            let (indicator, column) = *self.derived.get(at)?;
            Some((&self.table.indicators[indicator], column))
        })
    }

    /// A total of a node as the table shows it.
    pub fn shown(&self, node: u32, cell: usize, total: Total) -> Shown {
        let value = self.place(cell).and_then(|(indicator, _)| self.value(indicator, total));
        let units = match total.amount {
            Amount::Quotient(quotient) => quotient.units,
            Amount::Sum(_) | Amount::Picked(_) | Amount::Nothing => total.counts.answered(),
        };
        Shown { cell, value, counts: total.counts, units, of: self.asked(node, cell) }
    }

    /// The received total of the first place as a figure of its own: a number where anybody gave
    /// one, else the reason why there is none.
    pub fn as_figure(&self, cell: usize) -> Figure {
        let Shown { value, counts, .. } =
            self.shown(0, cell, self.engine.total(0, cell, View::Received));
        match value {
            Some(_) if counts.given == 0 => Figure::NoneArisen,
            Some(value) => Figure::Given(value),
            None if counts.not_collected > 0 => Figure::NotCollected,
            None => Figure::Blank,
        }
    }

    fn value(&self, indicator: &Indicator, total: Total) -> Option<i64> {
        match total.amount {
            Amount::Sum(sum) => (total.counts.answered() > 0).then_some(sum),
            Amount::Picked(picked) => picked.map(|picked| picked.value),
            Amount::Nothing => None,
            Amount::Quotient(quotient) => divide(&self.table, indicator, quotient),
        }
    }
}

/// A ratio nobody types, worked out from what one unit gave; nothing where a part is missing.
pub fn worked_out(
    table: &Table,
    indicator: &Indicator,
    column: Column,
    given: impl Fn(usize) -> Option<i64>,
) -> Option<i64> {
    let Rule::Ratio { numerator, denominator, .. } = indicator.rule else { return None };
    let part = |id| table.segment.position(id, column).and_then(&given).map(i128::from);
    let quotient = Quotient { top: part(numerator)?, bottom: part(denominator)?, units: 1 };
    divide(table, indicator, quotient)
}

/// A quotient at the indicator's decimals, whatever the decimals of its parts.
fn divide(table: &Table, indicator: &Indicator, quotient: Quotient) -> Option<i64> {
    let Rule::Ratio { numerator, denominator, times } = indicator.rule else {
        return quotient.rounded(1);
    };
    let decimals = |id| table.indicators.iter().find(|i| i.id == id).map(|i| i.decimals);
    let up = ten_to(indicator.decimals.checked_add(decimals(denominator)?)?)?;
    let down = i128::from(ten_to(decimals(numerator)?)?);
    let scaled = Quotient { bottom: quotient.bottom.checked_mul(down)?, ..quotient };
    scaled.rounded(i64::from(times).checked_mul(up)?)
}

/// The rows of each place together.
fn each(counting: &[Counting]) -> impl Iterator<Item = &[Counting]> {
    counting.chunk_by(|a, b| a.place.lo == b.place.lo)
}

fn layer(place: &PinnedRow, version: &Packed) -> Layer {
    match place.received_version == Some(version.version) {
        true => Layer::Received,
        false => Layer::Submitted,
    }
}

fn note(node: &mut Node, layer: Layer, version: Option<i64>) {
    match layer {
        Layer::Received => node.received = version,
        Layer::Submitted => node.submitted = version,
    }
}

fn derived(table: &Table) -> Vec<(usize, Column)> {
    let worked_out = table.indicators.iter().enumerate();
    worked_out
        .filter(|(_, indicator)| indicator.rule.asked() == Asked::Nothing)
        .flat_map(|(at, _)| table.columns.iter().map(move |column| (at, *column)))
        .collect()
}

fn classes(table: &Table, derived: &[(usize, Column)]) -> Vec<Class> {
    let asked = (0..table.segment.cells().len()).map(|cell| {
        table.place(cell).map_or(Class::None, |(indicator, column)| class(table, indicator, column))
    });
    let derived = derived.iter().map(|(at, column)| class(table, &table.indicators[*at], *column));
    asked.chain(derived).collect()
}

fn class(table: &Table, indicator: &Indicator, column: Column) -> Class {
    let cell = |id| table.segment.position(id, column);
    match indicator.rule {
        Rule::Sum | Rule::CountOfYes => Class::Sum,
        Rule::Ratio { numerator, denominator, .. } => match (cell(numerator), cell(denominator)) {
            (Some(numerator), Some(denominator)) => Class::Ratio { numerator, denominator },
            _ => Class::None,
        },
        Rule::WeightedMean { weight } => {
            cell(weight).map_or(Class::None, |weight| Class::Mean { weight })
        }
        Rule::Latest => Class::Latest,
        Rule::Maximum => Class::Max,
        Rule::Minimum => Class::Min,
        Rule::Apart => Class::None,
    }
}

fn cells(table: &Table, packed: &Packed) -> Result<Vec<Cell>, Ending> {
    let figures = PackedSegment::from_bytes(packed.bytes.clone())
        .figures(&table.segment)
        .map_err(|error| Ending::broken(&format!("{error:?}")))?;
    Ok(figures.into_iter().map(cell).collect())
}

fn cell(figure: Figure) -> Cell {
    match figure {
        Figure::Given(value) => Cell::Given(value),
        Figure::NoneArisen => Cell::NoneArisen,
        Figure::NotCollected => Cell::NotCollected,
        Figure::NotAsked => Cell::NotAsked,
        Figure::Blank => Cell::Blank,
    }
}

fn stamp(packed: &Packed) -> u64 {
    u64::try_from(packed.received_at.as_millisecond()).unwrap_or(0)
}

fn ten_to(decimals: u8) -> Option<i64> {
    10i64.checked_pow(u32::from(decimals))
}
