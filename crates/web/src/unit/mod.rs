//! The tree of units, and one unit of it, as of a day.

mod handle;
mod history;
mod record;
mod show;
mod tree;

pub use handle::routes;
pub(crate) use history::kind_key;
pub use record::{CounterpartForm, RecordPage, TermForm};
pub use show::{HistoryRow, TermLine, UnitPage};
pub use tree::UnitTreePage;

use crate::ui::Ui;
use app::Level;
use words::Lang;

/// The name of a level in the visitor's language; its code where it has none.
pub(crate) fn level_name(ui: &Ui, levels: &[Level], code: &str) -> String {
    let level = levels.iter().find(|level| level.code == code);
    level.map_or(code.to_owned(), |level| match ui.lang {
        Lang::Vi => level.name_vi.clone(),
        Lang::En => level.name_en.clone(),
    })
}
