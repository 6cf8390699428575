use super::handle::stands;
use super::show::Stands;
use crate::site::{Answer, Visitor};
use crate::ui::{NavEntry, Ui};
use crate::unit::kind_key;
use app::Seen;
use app::reorganisation::ListReorganisations;
use askama::Template;
use serde::Deserialize;
use words::time;

/// What the own unit planned and decided about the tree, the newest first.
#[derive(Template, Deserialize)]
#[template(path = "reorganisation/list.html")]
pub struct ListPage {
    pub ui: Ui,
    pub rows: Vec<ListRow>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct ListRow {
    pub href: String,
    pub words: String,
    /// `01/07/2025`.
    pub day: String,
    pub document: String,
    pub stands: Stands,
}

pub(super) async fn list(visitor: Visitor) -> Answer {
    let Seen { scope, output: found } = visitor.read(ListReorganisations).await?;
    let ui = visitor.ui(&scope, NavEntry::Units);
    let rows = found.rows.iter().map(|row| ListRow {
        href: format!("/reorganisations/{}", row.id),
        words: ui.say(kind_key(row.kind)).to_string(),
        day: time::date(ui.lang, row.day),
        document: row.document.clone(),
        stands: stands(row, row.touched.is_none() || row.tree_rev != found.tree_rev),
    });
    let page = ListPage { rows: rows.collect(), ui };
    visitor.show(&page)
}
