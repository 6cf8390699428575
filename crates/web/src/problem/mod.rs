//! Pages that say why something cannot be shown or done.

mod show;

pub use show::{Problem, ProblemPage};
