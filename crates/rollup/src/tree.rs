use std::ops::Range;

/// Who stands under whom, in depth-first order; the subtree of a node is a range that begins
/// with it.
#[derive(Clone, Debug)]
pub struct Tree {
    nodes: Vec<Node>,
    inner: u32,
    units: u32,
}

/// Where a node stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The node above it; none for a root, of which there may be several.
    pub parent: Option<u32>,
    pub part: Part,
}

/// Whether a node's figures are of the kind that is added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Added, unless a node below it counts: then its totals are the sums of those, and its own
    /// row is kept beside them.
    Counted,
    /// Never added: a department, a node that only groups others.
    Apart,
}

/// Why places are no tree in depth-first order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TreeError {
    /// The parent is not on the way from the root to the node before.
    NotDepthFirst { node: usize },
    /// Nodes are numbered in 32 bits, the last of which stands for none.
    TooMany,
}

#[derive(Clone, Debug)]
struct Node {
    parent: Option<u32>,
    end: u32,
    /// How many rows count in the subtree.
    units: u32,
    role: Role,
}

/// What a node is to the engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Its row is added to every node above.
    Adds,
    /// Others are added up in it; counted from 0.
    Inner(u32),
    Apart,
}

impl Tree {
    /// Takes the nodes in depth-first order, each parent before its children.
    pub fn new(places: &[Place]) -> Result<Tree, TreeError> {
        let count = u32::try_from(places.len()).map_err(|_| TreeError::TooMany)?;
        if count == u32::MAX {
            return Err(TreeError::TooMany);
        }
        let mut nodes: Vec<Node> = Vec::with_capacity(places.len());
        let mut path: Vec<u32> = Vec::new();
        for (place, node) in places.iter().zip(0..) {
            while path.last().copied() != place.parent {
                let ended = path.pop().ok_or(TreeError::NotDepthFirst { node: node as usize })?;
                nodes[ended as usize].end = node;
            }
            path.push(node);
            nodes.push(Node { parent: place.parent, end: count, units: 0, role: Role::Apart });
        }
        let mut tree = Tree { nodes, inner: 0, units: 0 };
        tree.give_roles(places);
        Ok(tree)
    }

    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    pub fn parent(&self, node: u32) -> Option<u32> {
        self.nodes[node as usize].parent
    }

    /// The node and everything below it.
    pub fn subtree(&self, node: u32) -> Range<u32> {
        node..self.nodes[node as usize].end
    }

    /// The nodes directly below, in order.
    pub fn children(&self, node: u32) -> impl Iterator<Item = u32> + '_ {
        let end = self.subtree(node).end;
        let within = move |child: u32| (child < end).then_some(child);
        std::iter::successors(within(node + 1), move |child| within(self.subtree(*child).end))
    }

    /// From the parent up to the root.
    pub fn ancestors(&self, node: u32) -> impl Iterator<Item = u32> + '_ {
        std::iter::successors(self.parent(node), |above| self.parent(*above))
    }

    /// How many units count at and below `node`: the N of "n of N".
    pub fn units(&self, node: u32) -> u32 {
        self.nodes[node as usize].units
    }

    /// Whether the node's own row is added to those above it.
    pub fn adds(&self, node: u32) -> bool {
        self.role(node) == Role::Adds
    }

    pub(crate) fn role(&self, node: u32) -> Role {
        self.nodes[node as usize].role
    }

    /// How many nodes have totals.
    pub(crate) fn inner_nodes(&self) -> usize {
        self.inner as usize
    }

    /// How many units count in the whole tree.
    pub(crate) fn all_units(&self) -> u32 {
        self.units
    }

    fn give_roles(&mut self, places: &[Place]) {
        for node in (0..places.len()).rev() {
            let found = &mut self.nodes[node];
            found.role = match places[node].part {
                _ if found.units > 0 => {
                    self.inner += 1;
                    Role::Inner(self.inner - 1)
                }
                Part::Counted => {
                    found.units = 1;
                    Role::Adds
                }
                Part::Apart => Role::Apart,
            };
            let units = found.units;
            match found.parent {
                Some(parent) => self.nodes[parent as usize].units += units,
                None => self.units += units,
            }
        }
    }
}
