use crate::cell::View;
use crate::plan::{By, Choice, Plan};
use crate::rows::Rows;
use crate::tree::{Role, Tree};

/// A figure chosen among many, and whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picked {
    pub value: i64,
    pub unit: u32,
    pub stamp: u64,
}

/// The chosen figures of every inner node in one view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Picks {
    view: View,
    each: usize,
    best: Vec<Option<Picked>>,
}

impl Picks {
    pub fn new(view: View, nodes: usize, plan: &Plan) -> Picks {
        let each = plan.choices.len();
        Picks { view, each, best: vec![None; nodes * each] }
    }

    pub fn node(&self, inner: u32) -> &[Option<Picked>] {
        &self.best[inner as usize * self.each..][..self.each]
    }

    /// Chooses everything anew, from the lowest nodes up.
    pub fn whole(&mut self, tree: &Tree, plan: &Plan, rows: &Rows) {
        if self.each == 0 {
            return;
        }
        for node in (0..tree.len() as u32).rev() {
            if let Role::Inner(inner) = tree.role(node) {
                for place in 0..self.each {
                    let best = self.among_children(tree, plan, rows, node, place);
                    self.best[inner as usize * self.each + place] = best;
                }
            }
        }
    }

    /// Brings the nodes above `unit` up to date after its row changed. A node is chosen for anew,
    /// from its direct children, only where this very unit was the chosen one.
    pub fn update(&mut self, tree: &Tree, plan: &Plan, rows: &Rows, unit: u32) {
        if self.each == 0 {
            return;
        }
        for node in tree.ancestors(unit) {
            let Role::Inner(inner) = tree.role(node) else { continue };
            for (place, choice) in plan.choices.iter().enumerate() {
                let at = inner as usize * self.each + place;
                self.best[at] = match self.best[at] {
                    Some(best) if best.unit == unit => {
                        self.among_children(tree, plan, rows, node, place)
                    }
                    best => better(choice.by, best, self.own(rows, unit, *choice)),
                };
            }
        }
    }

    fn among_children(
        &self,
        tree: &Tree,
        plan: &Plan,
        rows: &Rows,
        node: u32,
        place: usize,
    ) -> Option<Picked> {
        let choice = plan.choices[place];
        tree.children(node).fold(None, |best, child| {
            let candidate = match tree.role(child) {
                Role::Inner(inner) => self.node(inner)[place],
                Role::Adds => self.own(rows, child, choice),
                Role::Apart => None,
            };
            better(choice.by, best, candidate)
        })
    }

    fn own(&self, rows: &Rows, unit: u32, choice: Choice) -> Option<Picked> {
        let (_, row) = rows.seen(unit, self.view)?;
        let value = row.counted(choice.cell)?;
        Some(Picked { value, unit, stamp: row.stamp })
    }
}

fn better(by: By, a: Option<Picked>, b: Option<Picked>) -> Option<Picked> {
    let (Some(first), Some(second)) = (a, b) else { return a.or(b) };
    let order = match by {
        By::Greatest => second.value.cmp(&first.value),
        By::Least => first.value.cmp(&second.value),
        By::Newest => second.stamp.cmp(&first.stamp),
    };
    if order.then(first.unit.cmp(&second.unit)).is_le() { a } else { b }
}
