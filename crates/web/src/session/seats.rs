use super::post_words;
use crate::site::{Answer, Posted, Visitor};
use crate::ui::Ui;
use app::session::{Seats, SwitchSeat};
use app::{Ending, Seen, Token};
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

pub(super) async fn show(visitor: Visitor) -> Answer {
    let Seen { scope, output: seats } = visitor.read(Seats).await?;
    let ui = visitor.ui_of(&scope);
    let seats = seats.into_iter().map(|seat| SeatChoice {
        standing: if seat.id == scope.seat() { SeatStanding::Acting } else { SeatStanding::Other },
        id: seat.id.to_string(),
        post: post_words(&ui, &seat),
        body: seat.unit,
    });
    let seats = seats.collect();
    visitor.show(&SeatsPage { person: scope.shown().person.clone(), seats, ui })
}

pub(super) async fn switch(visitor: Visitor, posted: Posted) -> Answer {
    let seat = posted.parse("seat").ok_or_else(|| visitor.trouble(Ending::NotFound))?;
    let secret = visitor.new_secret();
    let (before, after) = (visitor.token(), Token::new(secret.as_bytes()));
    let switched = visitor.save(SwitchSeat { before, after, seat }).await;
    let seen = switched.map_err(|trouble| trouble.carrying(&posted))?;
    let mut response = visitor.go("/work")?;
    visitor.keep_secret(&mut response, &secret, seen.scope.device());
    Ok(response)
}
