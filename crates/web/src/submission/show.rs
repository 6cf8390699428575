use crate::ui::{Grid, ReportStatus, Ui};
use askama::Template;
use serde::Deserialize;

/// One version as it was sent, to be read.
#[derive(Template, Deserialize)]
#[template(path = "submission/show.html")]
pub struct ShowPage {
    pub ui: Ui,
    pub campaign: String,
    pub back: String,
    pub body: String,
    pub version: i64,
    /// `16:05 ngày 03/07/2024`.
    pub at: String,
    /// Who sent it.
    pub by: String,
    pub status: ReportStatus,
    /// All versions, newest first; the one shown has no address.
    pub versions: Vec<VersionLink>,
    pub report: ReportBody,
    /// Why this version was returned, if it was.
    #[serde(default)]
    pub reasons: ReturnReasons,
}

/// The text and the figures of a version.
#[derive(Clone, Debug, Deserialize)]
pub struct ReportBody {
    pub sections: Vec<ReportSection>,
    /// From how many units the figures were added up when it was sent; empty where they were typed.
    #[serde(default)]
    pub sums: String,
    /// Every cell fixed; returned ones carry their reason.
    #[serde(default)]
    pub grid: Option<Grid>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct ReportSection {
    /// The id of the section in forms and addresses.
    pub id: String,
    pub title: String,
    pub paragraphs: Vec<String>,
    /// The report the unit handed in before, where it covers the section; else empty.
    #[serde(default)]
    pub own_report: String,
    /// Reasons that point here.
    #[serde(default)]
    pub reasons: Vec<String>,
}

/// Why a version was returned, beyond what stands at its places.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct ReturnReasons {
    #[serde(default)]
    pub by: String,
    #[serde(default)]
    pub at: String,
    /// Reasons about the report as a whole.
    #[serde(default)]
    pub whole: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct VersionLink {
    pub words: String,
    #[serde(default)]
    pub href: String,
}
