use super::line::term_words;
use super::{day, entry, role_words};
use crate::site::{Answer, Path, Posted, Trouble, Visitor};
use crate::ui::{Entry, Link, Mistake, NavEntry, SummaryRow, Ui};
use app::people::{EndSeat, ShowSeat};
use app::{Held, Scope, Seen};
use askama::Template;
use domain::id::SeatId;
use serde::Deserialize;

/// A seat that is to end. Posts `from`.
#[derive(Template, Deserialize)]
#[template(path = "people/end.html")]
pub struct EndSeatPage {
    pub ui: Ui,
    pub back: Link,
    pub facts: Vec<SummaryRow>,
    pub from: Entry,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

pub(super) async fn show(visitor: Visitor, Path(seat): Path<SeatId>) -> Answer {
    let Seen { scope, output: held } = visitor.read(ShowSeat { seat }).await?;
    visitor.show(&page(&visitor, &scope, &held))
}

pub(super) async fn save(visitor: Visitor, Path(seat): Path<SeatId>, posted: Posted) -> Answer {
    let Seen { scope, output: held } = visitor.read(ShowSeat { seat }).await?;
    let Err(trouble) = end(&visitor, seat, &posted).await else {
        return visitor.go(&format!("/units/{}/people", held.unit));
    };
    let (status, words) = trouble.above_form(&visitor.ui_of_nobody())?;
    let mut page = page(&visitor, &scope, &held);
    page.from = Entry { value: posted.get("from").to_owned(), error: words.clone() };
    page.mistakes.push(Mistake::new("from", words));
    Ok(visitor.page(status, &page))
}

async fn end(visitor: &Visitor, seat: SeatId, posted: &Posted) -> Result<(), Trouble> {
    let from = day(visitor, posted.get("from"))?;
    visitor.act(posted, EndSeat { seat, from }).await?;
    Ok(())
}

fn page(visitor: &Visitor, scope: &Scope, held: &Held) -> EndSeatPage {
    let ui = visitor.ui(scope, NavEntry::Units);
    let row = |key: &str, value: &str| SummaryRow {
        label: ui.say(key).to_string(),
        value: value.to_owned(),
        link: None,
    };
    EndSeatPage {
        back: Link {
            href: format!("/units/{}/people", held.unit),
            words: ui.say("people-of").with("unit", &held.unit_short).to_string(),
        },
        facts: vec![
            row("people-name", &held.name),
            row("people-post", held.seat.title.as_str()),
            row("people-role", &role_words(&ui, held.seat.role)),
            row("people-term", &term_words(&ui, held.seat.term)),
        ],
        from: entry(""),
        mistakes: Vec::new(),
        ui,
    }
}
