use super::Ui;
use askama::Template;
use askama::filters::HtmlSafe;
use serde::Deserialize;

/// The person at work and the seat they act from.
#[derive(Clone, Debug, Deserialize)]
pub struct SignedIn {
    pub person: String,
    /// The body of the acting seat in its short name: `LĐLĐ tỉnh Sông Mây`.
    pub body: String,
    /// What the person is there: `Ban Tổ chức`, `Chủ tịch`.
    pub post: String,
    /// How many seats the person can choose between.
    pub seats: usize,
}

/// An entry of the main navigation that this seat can use.
#[derive(Clone, Debug, Deserialize)]
pub struct NavItem {
    pub entry: NavEntry,
    pub href: String,
    /// What waits there; nothing is shown for 0.
    #[serde(default)]
    pub waiting: usize,
}

/// The main entries, in their one order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum NavEntry {
    Work,
    Campaigns,
    Figures,
    Units,
    Help,
}

/// Whom to ask.
#[derive(Clone, Debug, Deserialize)]
pub struct Contact {
    pub who: String,
    #[serde(default)]
    pub phone: String,
}

/// The band on top of every page.
#[derive(Template)]
#[template(path = "ui/nav/top.html")]
pub struct Top<'a> {
    ui: &'a Ui,
}

impl HtmlSafe for Top<'_> {}

impl Ui {
    pub fn top(&self) -> Top<'_> {
        Top { ui: self }
    }

    fn stands_under(&self, entry: &NavEntry) -> bool {
        self.current.as_ref() == Some(entry)
    }
}

impl NavEntry {
    fn key(self) -> &'static str {
        match self {
            NavEntry::Work => "nav-work",
            NavEntry::Campaigns => "nav-campaigns",
            NavEntry::Figures => "nav-figures",
            NavEntry::Units => "nav-units",
            NavEntry::Help => "nav-help",
        }
    }

    /// The path of its sign, for the bar on phones.
    fn sign(self) -> &'static str {
        match self {
            NavEntry::Work => "M5 4h14v16H5zM9 9l1.5 1.5L13.5 7.5M9 15h6",
            NavEntry::Campaigns => "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4",
            NavEntry::Figures => "M4 20h16M7 16v-5M12 16V6M17 16v-8",
            NavEntry::Units => "M9 4h6v5H9zM3 15h6v5H3zM15 15h6v5h-6zM12 9v3M6 15v-3h12v3",
            NavEntry::Help => {
                "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.5 9.5a2.5 2.5 0 1 1 2.5 2.800V14M12 17v.1"
            }
        }
    }
}

impl Contact {
    /// The phone number as a telephone takes it.
    pub fn dial(&self) -> String {
        self.phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
    }
}
