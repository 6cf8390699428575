//! The design system: what every page is given, and the parts pages are made of.
//!
//! A part with data is a struct beside its template; [`Ui`] makes it, so that a page template says
//! `{{ ui.task_list(rows) }}`. A part that is only a look is a class in its own style sheet; the
//! gallery shows both.

mod column;
mod errors;
mod form;
mod grid;
mod live;
mod nav;
mod pages;
mod progress;
mod stepper;
mod summary;
mod tag;
mod task_list;
mod tree;

pub use errors::{ErrorSummary, Mistake};
pub use form::{Choice, Choices, Entry, Field};
pub use grid::{CellState, Grid, GridCell, GridGroup, GridRow, GridView};
pub use live::Live;
pub use nav::{Contact, NavEntry, NavItem, SignedIn};
pub use pages::{PageLinks, Pages};
pub use progress::{Part, PartKind, Progress};
pub use stepper::{Step, StepState, Stepper};
pub use summary::{Link, Summary, SummaryRow};
pub use tag::{ItemState, ReportStatus, Tag, Tone};
pub use task_list::{TaskList, TaskRow};
pub use tree::{Tree, TreeNode};

use crate::{CATALOGUE, assets};
use app::Refused;
use serde::{Deserialize, Deserializer};
use words::{Lang, Phrase, time};

/// What every page is given beside its own fields.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Ui {
    #[serde(default, deserialize_with = "lang_of_code")]
    pub lang: Lang,
    /// Who is signed in, and as what; nobody on the sign-in page.
    #[serde(default)]
    pub signed_in: Option<SignedIn>,
    /// The entries this seat can use, in the order they are shown.
    #[serde(default)]
    pub nav: Vec<NavItem>,
    /// The entry under which this page stands.
    #[serde(default)]
    pub current: Option<NavEntry>,
    /// The token every form sends back.
    #[serde(default)]
    pub csrf: String,
    /// The address of this page, to which the language switch returns.
    #[serde(default)]
    pub here: String,
    /// What the page asks while it stays open; nothing where it need not be told of changes.
    #[serde(default)]
    pub live: Option<Live>,
    /// `09:12 ngày 03/07/2024`, where what was just done is not in the page yet.
    #[serde(default)]
    pub behind: String,
    /// That the page is shown as somebody else will see it.
    #[serde(default)]
    pub preview: Option<PreviewBand>,
    /// Whom to ask, shown in the same place on every page.
    #[serde(default)]
    pub contact: Option<Contact>,
}

/// That a page is a preview, whose, and what else of theirs can be seen.
#[derive(Clone, Debug, Deserialize)]
pub struct PreviewBand {
    pub unit: String,
    pub back: Link,
    pub pages: Vec<Link>,
}

impl Ui {
    /// The phrase of a key in this reader's language.
    pub fn say(&self, key: &str) -> Phrase<'static> {
        CATALOGUE.say(self.lang, key)
    }

    /// The sentence of a rule that said no.
    pub fn refusal(&self, refused: impl Into<Refused>) -> String {
        refusal_words(self.lang, refused.into())
    }

    /// The address of a style sheet, script or picture.
    pub fn asset(&self, name: &str) -> &'static str {
        assets::href(name)
    }

    /// The language the switch leads to.
    pub fn other_lang(&self) -> Lang {
        match self.lang {
            Lang::Vi => Lang::En,
            Lang::En => Lang::Vi,
        }
    }
}

/// The sentence of a rule that said no, with the days it names.
pub(crate) fn refusal_words(lang: Lang, refused: Refused) -> String {
    let words = CATALOGUE.say(lang, refused.key());
    let day = |day| time::long_date(lang, day);
    match refused.days() {
        Some((set, most)) => words.with("day", day(set)).with("duty", day(most)).to_string(),
        None => words.to_string(),
    }
}

fn lang_of_code<'de, D: Deserializer<'de>>(from: D) -> Result<Lang, D::Error> {
    let code = String::deserialize(from)?;
    Lang::from_code(&code).ok_or_else(|| serde::de::Error::custom("not a language of ours"))
}
