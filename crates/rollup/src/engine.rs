use crate::cell::{Cell, Layer, View};
use crate::pick::Picks;
use crate::plan::{Class, ClassError, Plan};
use crate::rows::Rows;
use crate::sums::{Delta, Sums};
use crate::tally::Tally;
use crate::total::{Coverage, Row, Source, Total};
use crate::tree::{Role, Tree};

/// The rows of a campaign before they are added up.
#[derive(Clone, Debug)]
pub struct Filling {
    tree: Tree,
    plan: Plan,
    rows: Rows,
    limit: u64,
}

/// The rows of a campaign and the totals of every node.
#[derive(Clone, Debug)]
pub struct Engine {
    filled: Filling,
    totals: Totals,
    /// What the change at work adds to the received totals, and to those ahead of them.
    deltas: [Delta; 2],
}

/// A unit that stands behind a total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contributor {
    pub unit: u32,
    /// Whether its received or its submitted row was looked at.
    pub layer: Layer,
    pub stamp: u64,
    pub cell: Cell,
}

/// Why a row is not taken. Nothing has changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Error {
    NoSuchNode {
        node: u32,
    },
    TooManyCells {
        node: u32,
        cells: usize,
        width: usize,
    },
    /// With a value beyond `limit` in either direction, a sum over all units could overflow.
    TooLarge {
        node: u32,
        cell: usize,
        value: i64,
        limit: i64,
    },
}

#[derive(Clone, Debug, PartialEq)]
struct Totals {
    received: Sums,
    /// Submitted rows, less the received rows they lie over.
    ahead: Sums,
    picks: [Picks; 2],
}

impl Filling {
    /// A campaign with no rows yet: one class for each cell.
    pub fn new(tree: Tree, classes: Vec<Class>) -> Result<Filling, ClassError> {
        let plan = Plan::new(classes)?;
        let rows = Rows::new(tree.len(), plan.width());
        let limit = i64::MAX.unsigned_abs() / u64::from(tree.all_units().max(1));
        Ok(Filling { tree, plan, rows, limit })
    }

    /// Puts a node's row into a layer, in place of what it held there. A shorter row was not asked
    /// the rest. `stamp` orders rows for [`Class::Latest`].
    pub fn put(
        &mut self,
        node: u32,
        layer: Layer,
        stamp: u64,
        cells: &[Cell],
    ) -> Result<(), Error> {
        self.check(node, cells)?;
        self.rows.put(node, layer, stamp, cells);
        Ok(())
    }

    /// Adds everything up.
    pub fn roll_up(self) -> Engine {
        let totals = Totals::new(&self.tree, &self.plan);
        let deltas = [Delta::new(&self.plan), Delta::new(&self.plan)];
        let mut engine = Engine { filled: self, totals, deltas };
        engine.totals.add_up(&engine.filled);
        engine
    }

    fn check(&self, node: u32, cells: &[Cell]) -> Result<(), Error> {
        let width = self.plan.width();
        if node as usize >= self.tree.len() {
            return Err(Error::NoSuchNode { node });
        }
        if cells.len() > width {
            return Err(Error::TooManyCells { node, cells: cells.len(), width });
        }
        let beyond = |cell: &Cell| cell.value().unsigned_abs() > self.limit;
        if !cells.iter().fold(false, |any, cell| any | beyond(cell)) {
            return Ok(());
        }
        let cell = cells.iter().position(beyond).expect("one was just seen");
        let limit = i64::try_from(self.limit).expect("a part of the greatest i64");
        Err(Error::TooLarge { node, cell, value: cells[cell].value(), limit })
    }
}

impl Engine {
    /// Puts a node's row into a layer and brings every node above up to date. See [`Filling::put`].
    pub fn set(
        &mut self,
        node: u32,
        layer: Layer,
        stamp: u64,
        cells: &[Cell],
    ) -> Result<(), Error> {
        self.filled.check(node, cells)?;
        self.change(node, |rows| rows.put(node, layer, stamp, cells));
        Ok(())
    }

    /// Takes a node's row out of a layer; nothing happens where there is none.
    pub fn clear(&mut self, node: u32, layer: Layer) -> Result<(), Error> {
        self.filled.check(node, &[])?;
        self.change(node, |rows| rows.clear(node, layer));
        Ok(())
    }

    /// Adds everything up again, from the rows alone.
    pub fn recompute(&mut self) {
        self.totals.add_up(&self.filled);
    }

    /// Whether the totals are those a whole roll-up gives.
    pub fn holds(&self) -> bool {
        let mut afresh = Totals::new(&self.filled.tree, &self.filled.plan);
        afresh.add_up(&self.filled);
        afresh == self.totals
    }

    pub fn tree(&self) -> &Tree {
        &self.filled.tree
    }

    /// The greatest value, in either direction, that any cell takes.
    pub fn limit(&self) -> u64 {
        self.filled.limit
    }

    /// All cells of a node: totals of the units below it, or its own where none below counts.
    ///
    /// Panics if there is no such node.
    pub fn row(&self, node: u32, view: View) -> Row<'_> {
        let Filling { tree, plan, rows, .. } = &self.filled;
        let of = tree.units(node);
        let Role::Inner(inner) = tree.role(node) else {
            let row = rows.seen(node, view).map(|(_, row)| row);
            let heard = of.min(u32::from(row.is_some()));
            let source = Source::Own { unit: node, row };
            return Row { plan, coverage: Coverage { heard, of }, source };
        };
        let base = self.totals.received.node(inner);
        let ahead = match view {
            View::Received => None,
            View::Provisional => Some(self.totals.ahead.node(inner)),
        };
        let heard = base.heard.wrapping_add(ahead.map_or(0, |ahead| ahead.heard));
        let picks = self.totals.picks[view as usize].node(inner);
        let source = Source::Below { base, ahead, picks };
        Row { plan, coverage: Coverage { heard, of }, source }
    }

    /// One cell of a node. Panics if there is no such node or cell.
    pub fn total(&self, node: u32, cell: usize, view: View) -> Total {
        self.row(node, view).total(cell)
    }

    /// How many units are heard from at and below a node, of those that count.
    pub fn coverage(&self, node: u32, view: View) -> Coverage {
        self.row(node, view).coverage()
    }

    /// What a node itself said in one cell, whether it counts or not.
    pub fn own(&self, node: u32, layer: Layer, cell: usize) -> Option<Cell> {
        self.filled.rows.get(node, layer).map(|row| row.cell(cell))
    }

    /// The units behind a total, in order, each with what it said.
    pub fn contributors(
        &self,
        node: u32,
        cell: usize,
        view: View,
    ) -> impl Iterator<Item = Contributor> + '_ {
        self.units(node).filter_map(move |unit| {
            let (layer, row) = self.filled.rows.seen(unit, view)?;
            Some(Contributor { unit, layer, stamp: row.stamp, cell: row.cell(cell) })
        })
    }

    /// The units at and below a node that count and are not heard from, in order.
    pub fn missing(&self, node: u32, view: View) -> impl Iterator<Item = u32> + '_ {
        self.units(node).filter(move |unit| self.filled.rows.seen(*unit, view).is_none())
    }

    fn units(&self, node: u32) -> impl Iterator<Item = u32> + '_ {
        self.filled.tree.subtree(node).filter(|unit| self.filled.tree.adds(*unit))
    }

    fn change(&mut self, node: u32, edit: impl FnOnce(&mut Rows)) {
        let Filling { tree, plan, rows, .. } = &mut self.filled;
        if !tree.adds(node) {
            return edit(rows);
        }
        let [received, ahead] = &mut self.deltas;
        received.clear();
        ahead.clear();
        if let Some(base) = rows.get(node, Layer::Received) {
            received.subtract(plan, base);
        }
        if let Some(over) = rows.get(node, Layer::Submitted) {
            ahead.subtract(plan, over);
            rows.get(node, Layer::Received).inspect(|base| ahead.add(plan, *base));
        }
        edit(rows);
        if let Some(base) = rows.get(node, Layer::Received) {
            received.add(plan, base);
        }
        if let Some(over) = rows.get(node, Layer::Submitted) {
            ahead.add(plan, over);
            rows.get(node, Layer::Received).inspect(|base| ahead.subtract(plan, *base));
        }
        for above in tree.ancestors(node) {
            if let Role::Inner(inner) = tree.role(above) {
                self.totals.received.add_delta(inner, received);
                self.totals.ahead.add_delta(inner, ahead);
            }
        }
        for picks in &mut self.totals.picks {
            picks.update(tree, plan, rows, node);
        }
    }
}

impl Totals {
    fn new(tree: &Tree, plan: &Plan) -> Totals {
        let nodes = tree.inner_nodes();
        Totals {
            received: Sums::new(nodes, plan),
            ahead: Sums::new(nodes, plan),
            picks: [View::Received, View::Provisional].map(|view| Picks::new(view, nodes, plan)),
        }
    }

    fn add_up(&mut self, filled: &Filling) {
        let Filling { tree, plan, rows, .. } = filled;
        self.received.clear();
        self.ahead.clear();
        for unit in rows.overlaid().filter(|unit| tree.adds(*unit)) {
            let mut delta = Delta::new(plan);
            rows.get(unit, Layer::Submitted).inspect(|over| delta.add(plan, *over));
            rows.get(unit, Layer::Received).inspect(|base| delta.subtract(plan, *base));
            if let Some(inner) = inner_above(tree, unit) {
                self.ahead.add_delta(inner, &delta);
            }
        }
        // Backwards, so that what lies below a node has come up to it before it goes up itself, and
        // while its sums are still near from adding its units.
        let any_ahead = rows.any_submitted();
        let mut tally = Tally::new(plan.width());
        for node in (0..tree.len() as u32).rev() {
            let Role::Inner(inner) = tree.role(node) else { continue };
            self.add_units_under(node, inner, filled, &mut tally);
            if let Some(above) = inner_above(tree, node) {
                self.received.fold(inner, above);
                if any_ahead {
                    self.ahead.fold(inner, above);
                }
            }
        }
        for picks in &mut self.picks {
            picks.whole(tree, plan, rows);
        }
    }

    /// Adds the units directly under a node, each run of neighbours whose slots hold the same layer
    /// as one block.
    fn add_units_under(&mut self, node: u32, inner: u32, filled: &Filling, tally: &mut Tally) {
        let Filling { tree, plan, rows, .. } = filled;
        let mut units = tree.children(node).filter(|child| tree.adds(*child)).peekable();
        while let Some(from) = units.next() {
            let Some(layer) = rows.slot(from) else { continue };
            let mut to = from + 1;
            while units.next_if(|unit| *unit == to && rows.slot(to) == Some(layer)).is_some() {
                to += 1;
            }
            let sums = match layer {
                Layer::Received => &mut self.received,
                Layer::Submitted => &mut self.ahead,
            };
            sums.add_block(inner, plan, tally, rows.block(from, to));
        }
    }
}

fn inner_above(tree: &Tree, node: u32) -> Option<u32> {
    match tree.role(tree.parent(node)?) {
        Role::Inner(inner) => Some(inner),
        Role::Adds | Role::Apart => None,
    }
}
