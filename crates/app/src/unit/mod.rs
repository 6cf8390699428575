//! Units as they stand in the tree today.

mod list;

pub use list::{ListUnits, SearchUnits, UnitSearch, Units};
