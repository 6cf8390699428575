use crate::ui::{Link, Ui};
use app::Item;
use domain::file::File;
use domain::id::{CampaignId, ItemId};
use domain::library::{Held, Role};
use serde::Deserialize;
use words::time;

/// The documents of one kind.
#[derive(Clone, Debug, Deserialize)]
pub struct DocumentGroup {
    /// The kind, by which other pages lead here.
    pub id: String,
    /// `Hướng dẫn`.
    pub name: String,
    pub rows: Vec<DocumentRow>,
}

/// A document with what there is of it.
#[derive(Clone, Debug, Deserialize)]
pub struct DocumentRow {
    /// `Chương trình số 27/CTr-LĐLĐ`.
    pub name: String,
    /// `ngày 14/02/2020, của Ban Chấp hành …`; may be empty.
    #[serde(default)]
    pub about: String,
    pub state: DocumentState,
    /// Its file with name and size, where there is one.
    #[serde(default)]
    pub file: Option<Link>,
    /// The sections it is opened from.
    #[serde(default)]
    pub sections: Vec<String>,
    /// Where it is corrected or settled; empty where nothing more can be done.
    #[serde(default)]
    pub edit: String,
}

/// What there is of a document.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub enum DocumentState {
    /// Only named.
    Named,
    /// Announced by the plan, and not here.
    Open,
    Here,
    /// Made in the campaign itself.
    Built,
    /// It will not come, for this reason.
    Dropped(String),
}

/// Documents by kind, in the order in which they are wanted; kinds without any are left out.
pub(super) fn groups(
    ui: &Ui,
    items: &[Item],
    row: impl Fn(&Item) -> DocumentRow,
) -> Vec<DocumentGroup> {
    let order =
        [Role::Subject, Role::Guidance, Role::Outline, Role::Form, Role::Basis, Role::Other];
    let group = |role: Role| DocumentGroup {
        id: role.name().to_owned(),
        name: role_name(ui, role),
        rows: items.iter().filter(|item| item.role == role).map(&row).collect(),
    };
    order.into_iter().map(group).filter(|group| !group.rows.is_empty()).collect()
}

pub(super) fn row(ui: &Ui, campaign: CampaignId, item: &Item) -> DocumentRow {
    DocumentRow {
        name: name(ui, item),
        about: about(ui, item),
        state: state(item),
        file: item.held.file().map(|file| link(ui, (campaign, item.id), file)),
        sections: Vec::new(),
        edit: String::new(),
    }
}

/// Documents as links to their files; those without a file lead to the library.
pub(crate) fn links(ui: &Ui, campaign: CampaignId, items: &[Item]) -> Vec<Link> {
    let link = |item: &Item| Link {
        href: match item.held.file() {
            Some(_) => file_href(campaign, item.id),
            None => format!("/library/{campaign}"),
        },
        words: name(ui, item),
    };
    items.iter().map(link).collect()
}

/// Documents as links to their files; one without a file leads nowhere.
pub(crate) fn files(ui: &Ui, campaign: CampaignId, items: &[Item]) -> Vec<Link> {
    let link = |item: &Item| Link {
        href: match item.held.file() {
            Some(_) => file_href(campaign, item.id),
            None => String::new(),
        },
        words: name(ui, item),
    };
    items.iter().map(link).collect()
}

pub(super) fn role_name(ui: &Ui, role: Role) -> String {
    let key = match role {
        Role::Subject => "library-subject",
        Role::Basis => "library-basis",
        Role::Guidance => "library-guidance",
        Role::Form => "library-form",
        Role::Outline => "library-outline",
        Role::Other => "library-other",
    };
    ui.say(key).to_string()
}

pub(super) fn name(ui: &Ui, item: &Item) -> String {
    if item.number.is_empty() || item.number == item.title {
        return item.title.clone();
    }
    let words = ui.say("library-numbered").with("title", item.title.as_str());
    words.with("number", item.number.as_str()).to_string()
}

/// Name and size of a file, leading to its bytes.
pub(crate) fn file_words(ui: &Ui, file: &File) -> String {
    const KB: i64 = 1024;
    let size = match file.bytes {
        bytes if bytes >= KB * KB => {
            ui.say("library-megabytes").with("n", domain::number::show(bytes * 10 / (KB * KB), 1))
        }
        bytes => ui.say("library-kilobytes").with("n", (bytes / KB).max(1)),
    };
    format!("{} ({size})", file.name.as_str())
}

fn link(ui: &Ui, (campaign, item): (CampaignId, ItemId), file: &File) -> Link {
    Link { href: file_href(campaign, item), words: file_words(ui, file) }
}

fn file_href(campaign: CampaignId, item: ItemId) -> String {
    format!("/library/{campaign}/{item}/file")
}

fn about(ui: &Ui, item: &Item) -> String {
    let day = item.day.map(|day| ui.say("library-of-day").with("day", time::date(ui.lang, day)));
    let issuer = (!item.issuer.is_empty() && item.issuer != item.title)
        .then(|| ui.say("library-by").with("who", item.issuer.as_str()));
    let parts = day.into_iter().chain(issuer).map(|part| part.to_string());
    parts.collect::<Vec<_>>().join(", ")
}

fn state(item: &Item) -> DocumentState {
    match &item.held {
        Held::Nothing if item.origin.is_open(&item.held) => DocumentState::Open,
        Held::Nothing => DocumentState::Named,
        Held::File(_) => DocumentState::Here,
        Held::Built => DocumentState::Built,
        Held::Dropped(reason) => DocumentState::Dropped(reason.as_str().to_owned()),
    }
}
