use crate::ui::Ui;
use askama::Template;
use serde::Deserialize;

/// The seats of a person, to choose the one to act from. Posts `seat` to `/seats`.
#[derive(Template, Deserialize)]
#[template(path = "session/seats.html")]
pub struct SeatsPage {
    pub ui: Ui,
    pub person: String,
    pub seats: Vec<SeatChoice>,
}

/// A seat that can be chosen.
#[derive(Clone, Debug, Deserialize)]
pub struct SeatChoice {
    pub id: String,
    /// The unit in full.
    pub body: String,
    /// What the person is there.
    pub post: String,
    pub standing: SeatStanding,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum SeatStanding {
    Acting,
    Other,
}
