use crate::rows::RowRef;

/// How a cell's figures become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Added; yes counts as 1.
    Sum,
    /// Two sums, over the units that gave both cells.
    Ratio {
        numerator: usize,
        denominator: usize,
    },
    /// The sum of weight × value and the sum of weights, over the units that gave both.
    Mean {
        weight: usize,
    },
    /// The greatest, the least, or that of the row with the highest stamp. Among equals, that of
    /// the first unit in order.
    Max,
    Min,
    Latest,
    /// Only counted: who gave, who did not.
    None,
}

/// A class names a cell that the row does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClassError {
    pub cell: usize,
    pub named: usize,
}

/// The classes, sorted by what they need.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub classes: Vec<Class>,
    pub pairs: Vec<Pair>,
    pub choices: Vec<Choice>,
    /// For each cell its place in `pairs` or `choices`.
    pub places: Vec<usize>,
}

/// Two cells of a row that make one term.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Pair {
    Ratio { numerator: usize, denominator: usize },
    Mean { value: usize, weight: usize },
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Choice {
    pub cell: usize,
    pub by: By,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum By {
    Greatest,
    Least,
    Newest,
}

impl Plan {
    pub fn new(classes: Vec<Class>) -> Result<Plan, ClassError> {
        let mut plan = Plan { classes, pairs: Vec::new(), choices: Vec::new(), places: Vec::new() };
        for (cell, class) in plan.classes.iter().enumerate() {
            let within = |named| {
                if named < plan.classes.len() { Ok(named) } else { Err(ClassError { cell, named }) }
            };
            let mut choose = |by| {
                plan.choices.push(Choice { cell, by });
                plan.choices.len() - 1
            };
            let place = match *class {
                Class::Ratio { numerator, denominator } => {
                    let (numerator, denominator) = (within(numerator)?, within(denominator)?);
                    plan.pairs.push(Pair::Ratio { numerator, denominator });
                    plan.pairs.len() - 1
                }
                Class::Mean { weight } => {
                    plan.pairs.push(Pair::Mean { value: cell, weight: within(weight)? });
                    plan.pairs.len() - 1
                }
                Class::Max => choose(By::Greatest),
                Class::Min => choose(By::Least),
                Class::Latest => choose(By::Newest),
                Class::Sum | Class::None => 0,
            };
            plan.places.push(place);
        }
        Ok(plan)
    }

    /// How many cells a row has.
    pub fn width(&self) -> usize {
        self.classes.len()
    }
}

impl Pair {
    /// What one row adds above and below the line; nothing where one of the two is missing.
    pub fn term(self, row: RowRef<'_>) -> Option<(i128, i128)> {
        match self {
            Pair::Ratio { numerator, denominator } => {
                let (top, bottom) = (row.counted(numerator)?, row.counted(denominator)?);
                Some((top.into(), bottom.into()))
            }
            Pair::Mean { value, weight } => {
                let (value, weight) = (row.counted(value)?, i128::from(row.counted(weight)?));
                Some((weight * i128::from(value), weight))
            }
        }
    }
}
