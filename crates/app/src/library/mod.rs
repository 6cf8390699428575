//! The library of a campaign: what its bodies read and fill in.

mod file;
mod lay;
mod list;
mod prove;
mod put;
mod remove;
mod settle;
mod show;

pub use file::{FindFile, keep_file, read_file};
pub(crate) use lay::lay;
pub use list::{Library, ListLibrary};
pub(crate) use prove::prove_files;
pub use put::PutItem;
pub use remove::RemoveItem;
pub use settle::{Settle, Settling};
pub use show::{LibraryView, ShowLibrary};
