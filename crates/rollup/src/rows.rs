use crate::cell::{Cell, Layer, NOT_ASKED, View};
use std::collections::BTreeMap;

/// Every node's own row: values and states apart, contiguous, in depth-first order.
///
/// The one slot of a node holds its received row, or its submitted one while nothing is received.
/// Only a submitted row over a received one lies beside, so memory is 9 bytes a cell in either
/// course of a campaign.
#[derive(Clone, Debug)]
pub(crate) struct Rows {
    width: usize,
    values: Vec<i64>,
    states: Vec<u8>,
    slots: Vec<Slot>,
    beside: BTreeMap<u32, Beside>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slot {
    Free,
    Held { layer: Layer, stamp: u64 },
}

#[derive(Clone, Debug)]
struct Beside {
    values: Box<[i64]>,
    states: Box<[u8]>,
    stamp: u64,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct RowRef<'a> {
    pub values: &'a [i64],
    pub states: &'a [u8],
    pub stamp: u64,
}

impl<'a> RowRef<'a> {
    pub fn cell(self, cell: usize) -> Cell {
        Cell::from_halves(self.values[cell], self.states[cell])
    }

    pub fn counted(self, cell: usize) -> Option<i64> {
        self.cell(cell).counted()
    }
}

impl Rows {
    pub fn new(nodes: usize, width: usize) -> Rows {
        Rows {
            width,
            values: vec![0; nodes * width],
            states: vec![0; nodes * width],
            slots: vec![Slot::Free; nodes],
            beside: BTreeMap::new(),
        }
    }

    pub fn get(&self, node: u32, layer: Layer) -> Option<RowRef<'_>> {
        match self.slots[node as usize] {
            Slot::Held { layer: held, stamp } if held == layer => {
                let at = self.span(node, node + 1);
                Some(RowRef { values: &self.values[at.clone()], states: &self.states[at], stamp })
            }
            Slot::Held { .. } if layer == Layer::Submitted => {
                let row = self.beside.get(&node)?;
                Some(RowRef { values: &row.values, states: &row.states, stamp: row.stamp })
            }
            Slot::Held { .. } | Slot::Free => None,
        }
    }

    /// The row a view looks at, and where it lies.
    pub fn seen(&self, node: u32, view: View) -> Option<(Layer, RowRef<'_>)> {
        let submitted = match view {
            View::Received => None,
            View::Provisional => self.get(node, Layer::Submitted),
        };
        submitted
            .map(|row| (Layer::Submitted, row))
            .or_else(|| self.get(node, Layer::Received).map(|row| (Layer::Received, row)))
    }

    /// Puts a row in place of what the layer held. A row shorter than the width was not asked the
    /// rest.
    pub fn put(&mut self, node: u32, layer: Layer, stamp: u64, cells: &[Cell]) {
        let slot = self.slots[node as usize];
        match (slot, layer) {
            (Slot::Held { layer: Layer::Received, .. }, Layer::Submitted) => {
                let (mut values, mut states) = (vec![0; self.width], vec![0; self.width]);
                write(&mut values, &mut states, cells);
                let row = Beside { values: values.into(), states: states.into(), stamp };
                self.beside.insert(node, row);
                return;
            }
            (Slot::Held { layer: Layer::Submitted, stamp }, Layer::Received) => {
                let at = self.span(node, node + 1);
                let values = self.values[at.clone()].into();
                self.beside.insert(node, Beside { values, states: self.states[at].into(), stamp });
            }
            _ => {}
        }
        let at = self.span(node, node + 1);
        write(&mut self.values[at.clone()], &mut self.states[at], cells);
        self.slots[node as usize] = Slot::Held { layer, stamp };
    }

    pub fn clear(&mut self, node: u32, layer: Layer) {
        match self.slots[node as usize] {
            Slot::Held { layer: held, .. } if held == layer => {
                let at = self.span(node, node + 1);
                let (values, states) = (&mut self.values[at.clone()], &mut self.states[at]);
                self.slots[node as usize] = match self.beside.remove(&node) {
                    Some(row) => {
                        values.copy_from_slice(&row.values);
                        states.copy_from_slice(&row.states);
                        Slot::Held { layer: Layer::Submitted, stamp: row.stamp }
                    }
                    None => {
                        values.fill(0);
                        states.fill(0);
                        Slot::Free
                    }
                };
            }
            Slot::Held { .. } if layer == Layer::Submitted => {
                self.beside.remove(&node);
            }
            Slot::Held { .. } | Slot::Free => {}
        }
    }

    /// Which layer the node's slot holds.
    pub fn slot(&self, node: u32) -> Option<Layer> {
        match self.slots[node as usize] {
            Slot::Free => None,
            Slot::Held { layer, .. } => Some(layer),
        }
    }

    /// The slots of the nodes `from..to` as two blocks, row after row.
    pub fn block(&self, from: u32, to: u32) -> (&[i64], &[u8]) {
        let at = self.span(from, to);
        (&self.values[at.clone()], &self.states[at])
    }

    /// Whether any node has a submitted row.
    pub fn any_submitted(&self) -> bool {
        let holds = |slot: &Slot| matches!(slot, Slot::Held { layer: Layer::Submitted, .. });
        !self.beside.is_empty() || self.slots.iter().any(holds)
    }

    /// The nodes that have a submitted row over a received one.
    pub fn overlaid(&self) -> impl Iterator<Item = u32> + '_ {
        self.beside.keys().copied()
    }

    fn span(&self, from: u32, to: u32) -> std::ops::Range<usize> {
        from as usize * self.width..to as usize * self.width
    }
}

fn write(values: &mut [i64], states: &mut [u8], cells: &[Cell]) {
    for ((value, state), cell) in values.iter_mut().zip(states.iter_mut()).zip(cells) {
        *value = cell.value();
        *state = cell.state();
    }
    values[cells.len()..].fill(0);
    states[cells.len()..].fill(NOT_ASKED);
}
