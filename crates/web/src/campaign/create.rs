use crate::site::{Answer, Path, Posted, Visitor};
use crate::ui::{Choice, Entry, Mistake, NavEntry, Ui};
use app::campaign::{Create, ListOrigins, Origin, Origins, SaveTemplate};
use app::{OriginRow, Scope, Seen};
use askama::Template;
use domain::calendar;
use domain::id::CampaignId;
use serde::Deserialize;
use words::time;

/// A new campaign: from a plan, from a template, copied, or from nothing. Posts `title`, `origin`
/// (`nothing`, `shipped:KEY`, `earlier:ID`) and `once` to its own address.
#[derive(Template, Deserialize)]
#[template(path = "campaign/create.html")]
pub struct CreatePage {
    pub ui: Ui,
    pub title: Entry,
    pub origins: Vec<Choice>,
    /// New with every page, so that the same title on another day is another act.
    pub once: String,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

pub(super) async fn show(visitor: Visitor) -> Answer {
    let Seen { scope, output: found } = visitor.read(ListOrigins).await?;
    visitor.show(&page(&visitor, &scope, &found, ("", "nothing"), None))
}

pub(super) async fn create(visitor: Visitor, posted: Posted) -> Answer {
    let (title, origin) = (posted.get("title"), posted.get("origin"));
    let read = match origin.split_once(':') {
        Some(("shipped", key)) => Origin::Shipped(key.to_owned()),
        Some(("earlier", id)) => match id.parse() {
            Ok(id) => Origin::Earlier(id),
            // What names nothing is refused like a template that is not there.
            Err(_) => Origin::Shipped(origin.to_owned()),
        },
        _ => Origin::Nothing,
    };
    let case = Create { title: title.to_owned(), origin: read };
    match visitor.act(&posted, case).await {
        Ok(made) => {
            let copied =
                app::campaign::copy_units(&visitor.site.app, visitor.token(), made.output).await;
            copied.map_err(|ending| visitor.trouble(ending))?;
            visitor.go(&format!("/campaigns/{}/setup", made.output))
        }
        Err(trouble) => {
            let (status, words) = trouble.above_form(&visitor.ui_of_nobody())?;
            let Seen { scope, output: found } = visitor.read(ListOrigins).await?;
            let mistake = Mistake::new("title", words);
            let page = page(&visitor, &scope, &found, (title, origin), Some(mistake));
            Ok(visitor.page(status, &page))
        }
    }
}

/// Saves a campaign as a template and goes back to where it was done.
pub(super) async fn save_template(
    visitor: Visitor,
    Path(campaign): Path<CampaignId>,
    posted: Posted,
) -> Answer {
    visitor.save(SaveTemplate { campaign, name: posted.get("name").to_owned() }).await?;
    visitor.go("/campaigns/new")
}

fn page(
    visitor: &Visitor,
    scope: &Scope,
    found: &Origins,
    (title, chosen): (&str, &str),
    mistake: Option<Mistake>,
) -> CreatePage {
    let ui = visitor.ui(scope, NavEntry::Campaigns);
    CreatePage {
        title: Entry {
            value: title.to_owned(),
            error: mistake.as_ref().map(|mistake| mistake.words.clone()).unwrap_or_default(),
        },
        origins: origins(&ui, found, chosen),
        once: app::hex(&visitor.site.app.backend.random()[..8]),
        mistakes: mistake.into_iter().collect(),
        ui,
    }
}

/// Nothing, what comes along, the own templates, then earlier campaigns.
fn origins(ui: &Ui, found: &Origins, chosen: &str) -> Vec<Choice> {
    let choice = |value: String, label: String, hint: String| {
        let chosen = value == chosen;
        Choice { value, label, hint, chosen }
    };
    let nothing = choice(
        "nothing".to_owned(),
        ui.say("create-nothing").to_string(),
        ui.say("create-nothing-hint").to_string(),
    );
    let shipped = found.shipped.iter().map(|shipped| {
        let label = ui.say("create-shipped").with("name", &shipped.name).to_string();
        let hint = ui
            .say("create-shipped-hint")
            .with("sections", shipped.sections.len())
            .with("indicators", shipped.indicators.len());
        choice(format!("shipped:{}", shipped.key), label, hint.to_string())
    });
    let own = |row: &OriginRow| {
        let at = time::date(ui.lang, calendar::day(row.at));
        let label = match &row.template {
            Some(name) => ui.say("create-template").with("name", name),
            None => ui.say("create-earlier").with("title", &row.title),
        };
        let hint = ui.say("create-earlier-hint").with("date", at).to_string();
        choice(format!("earlier:{}", row.id), label.to_string(), hint)
    };
    let (templates, earlier): (Vec<&OriginRow>, Vec<&OriginRow>) =
        found.own.iter().partition(|row| row.template.is_some());
    let own = templates.into_iter().chain(earlier).map(own);
    std::iter::once(nothing).chain(shipped).chain(own).collect()
}
