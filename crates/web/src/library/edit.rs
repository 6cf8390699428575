use super::row::{file_words, name, role_name};
use crate::plan::typed_day;
use crate::site::{Answer, Path, Posted, Trouble, Visitor};
use crate::ui::{Choice, Entry, Link, Mistake, NavEntry, Ui};
use crate::work::numbered;
use app::library::{LibraryView, PutItem, RemoveItem, Settle, Settling, ShowLibrary, keep_file};
use app::{Ending, Item, Scope, Seen};
use askama::Template;
use domain::calendar;
use domain::file::File;
use domain::id::{CampaignId, ItemId};
use domain::library::{Held, Origin, Reason, Refusal, Role};
use serde::Deserialize;

/// A document of the library, to be added or corrected, or, where the plan announced it, settled.
/// Posts as multipart `role`, `title`, `number`, `day`, `issuer`, `section` (several), `file`, `why`,
/// `rev`, `once`, and `do`: `save`, `built`, `drop` or `remove`.
#[derive(Template, Deserialize)]
#[template(path = "library/edit.html")]
pub struct LibraryEditPage {
    pub ui: Ui,
    pub campaign: String,
    pub back: Link,
    /// Its name as it is kept; empty for a new one.
    pub name: String,
    pub roles: Vec<Choice>,
    pub title: Entry,
    pub number: Entry,
    pub day: Entry,
    pub issuer: Entry,
    pub sections: Vec<Choice>,
    #[serde(default)]
    pub file: Entry,
    /// Name and size of the file that is there.
    #[serde(default)]
    pub held: String,
    #[serde(default)]
    pub why: Entry,
    pub settling: Vec<Way>,
    pub rev: i64,
    /// New with every page, so that the same form on another day is another act.
    pub once: String,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

impl LibraryEditPage {
    fn drops(&self) -> bool {
        self.settling.contains(&Way::Drop)
    }
}

/// What else can be done about a document than keeping it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Way {
    /// It was made here as the outline or the table of figures.
    Built,
    Drop,
    Remove,
}

type Place = Path<(CampaignId, String)>;

/// The address of a document that is not there yet.
const NEW: &str = "new";

pub(super) async fn show(visitor: Visitor, Path((campaign, item)): Place) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowLibrary { campaign }).await?;
    let item = find(&visitor, &view, &item)?;
    visitor.show(&page(&visitor, &scope, &view, item))
}

pub(super) async fn save(
    visitor: Visitor,
    Path((campaign, place)): Place,
    posted: Posted,
) -> Answer {
    let Err(trouble) = act(&visitor, campaign, &place, &posted).await else {
        return visitor.go(&format!("/campaigns/{campaign}/library"));
    };
    let Seen { scope, output: view } = visitor.read(ShowLibrary { campaign }).await?;
    let item = find(&visitor, &view, &place)?;
    let mut page = page(&visitor, &scope, &view, item);
    let field = trouble.refused().map_or("", |refused| field_of(refused.key()));
    let (status, words) = trouble.above_form(&page.ui)?;
    put_typed(&mut page, &posted);
    if field == "file" {
        page.file.error.clone_from(&words);
    }
    page.mistakes.push(Mistake::new(field, words));
    Ok(visitor.page(status, &page))
}

async fn act(
    visitor: &Visitor,
    campaign: CampaignId,
    place: &str,
    posted: &Posted,
) -> Result<(), Trouble> {
    let refuse = |refusal: Refusal| visitor.trouble(refusal.into());
    let rev = posted.parse("rev").unwrap_or(0);
    let item: Option<ItemId> = place.parse().ok();
    match (posted.get("do"), item) {
        ("remove", Some(item)) => {
            visitor.act(posted, RemoveItem { campaign, item, rev }).await?;
        }
        ("built", Some(item)) => {
            let how = Settling::Built;
            visitor.act(posted, Settle { campaign, item, rev, how }).await?;
        }
        ("drop", Some(item)) => {
            let reason = Reason::parse(posted.get("why")).map_err(refuse)?;
            let how = Settling::Dropped(reason);
            visitor.act(posted, Settle { campaign, item, rev, how }).await?;
        }
        _ => {
            let day = match posted.get("day").trim() {
                "" => None,
                typed => {
                    let day = calendar::read_day(typed);
                    Some(day.ok_or_else(|| refuse(Refusal::DayUnreadable))?)
                }
            };
            // Only whoever may set the campaign up leaves a file behind.
            visitor.read(ShowLibrary { campaign }).await?;
            let put = PutItem {
                campaign,
                item: item.map(|item| (item, rev)),
                role: Role::parse(posted.get("role")).unwrap_or(Role::Other),
                title: posted.get("title").to_owned(),
                number: posted.get("number").to_owned(),
                day,
                issuer: posted.get("issuer").to_owned(),
                sections: posted.all("section").filter_map(|id| id.parse().ok()).collect(),
                file: kept(visitor, posted).await?,
            };
            visitor.act(posted, put).await?;
        }
    }
    Ok(())
}

/// The file that came with the form, kept among the blobs, away from the threads that answer.
pub(crate) async fn kept(visitor: &Visitor, posted: &Posted) -> Result<Option<File>, Trouble> {
    let Some(upload) = posted.upload.clone() else { return Ok(None) };
    let blobs = visitor.site.app.blobs.clone();
    let keep = move || keep_file(&blobs, &upload.name, &upload.bytes);
    let kept = tokio::task::spawn_blocking(keep).await;
    let kept = kept.unwrap_or_else(|error| Err(Ending::Broken(error.to_string())));
    kept.map(Some).map_err(|ending| visitor.trouble(ending))
}

fn find<'v>(
    visitor: &Visitor,
    view: &'v LibraryView,
    place: &str,
) -> Result<Option<&'v Item>, Trouble> {
    if place == NEW {
        return Ok(None);
    }
    let id: Option<ItemId> = place.parse().ok();
    let found = view.items.iter().find(|item| Some(item.id) == id);
    found.map(Some).ok_or_else(|| visitor.trouble(Ending::NotFound))
}

fn page(
    visitor: &Visitor,
    scope: &Scope,
    view: &LibraryView,
    item: Option<&Item>,
) -> LibraryEditPage {
    let ui = visitor.ui(scope, NavEntry::Campaigns);
    let entry = |value: String| Entry { value, error: String::new() };
    let text = |of: fn(&Item) -> &String| entry(item.map(of).cloned().unwrap_or_default());
    let role = item.map_or(Role::Guidance, |item| item.role);
    let linked = |section| item.is_some_and(|item| view.links.contains(&(item.id, section)));
    let campaign = view.campaign.id;
    LibraryEditPage {
        campaign: view.campaign.title.clone(),
        back: Link {
            href: format!("/campaigns/{campaign}/library"),
            words: ui.say("library-title").to_string(),
        },
        name: item.map(|item| name(&ui, item)).unwrap_or_default(),
        roles: Role::ALL
            .into_iter()
            .map(|of| choice(of.name().to_owned(), role_name(&ui, of), of == role))
            .collect(),
        title: text(|item| &item.title),
        number: text(|item| &item.number),
        day: entry(item.and_then(|item| item.day).map(typed_day).unwrap_or_default()),
        issuer: text(|item| &item.issuer),
        sections: view
            .outline
            .iter()
            .map(|s| choice(s.id.to_string(), numbered(&s.number, &s.title), linked(s.id)))
            .collect(),
        file: Entry::default(),
        held: item
            .and_then(|item| item.held.file())
            .map(|file| file_words(&ui, file))
            .unwrap_or_default(),
        why: entry(match item.map(|item| &item.held) {
            Some(Held::Dropped(reason)) => reason.as_str().to_owned(),
            _ => String::new(),
        }),
        settling: item.map(|item| ways(view, item)).unwrap_or_default(),
        rev: item.map_or(0, |item| item.rev),
        once: app::hex(&visitor.site.app.backend.random()[..8]),
        mistakes: Vec::new(),
        ui,
    }
}

fn ways(view: &LibraryView, item: &Item) -> Vec<Way> {
    let built = match item.role {
        Role::Outline => view.campaign.outline_confirmed,
        _ => item.role == Role::Form && view.table.is_some(),
    };
    match item.origin {
        Origin::Announced if built => vec![Way::Built, Way::Drop],
        Origin::Announced => vec![Way::Drop],
        Origin::Added | Origin::Cited => vec![Way::Remove],
    }
}

/// What was typed, back in its fields.
fn put_typed(page: &mut LibraryEditPage, posted: &Posted) {
    for (name, entry) in [
        ("title", &mut page.title),
        ("number", &mut page.number),
        ("day", &mut page.day),
        ("issuer", &mut page.issuer),
        ("why", &mut page.why),
    ] {
        posted.get(name).clone_into(&mut entry.value);
    }
    for role in &mut page.roles {
        role.chosen = role.value == posted.get("role");
    }
    for section in &mut page.sections {
        section.chosen = posted.all("section").any(|id| id == section.value);
    }
}

/// The field at which a rule speaks.
fn field_of(key: &str) -> &'static str {
    let fields = [
        (Refusal::TitleMissing.key(), "title"),
        (Refusal::DayUnreadable.key(), "day"),
        (Refusal::ReasonMissing.key(), "why"),
        (Refusal::ReasonTooLong.key(), "why"),
        (domain::file::Refusal::Empty.key(), "file"),
    ];
    fields.into_iter().find(|(of, _)| *of == key).map_or("", |(_, field)| field)
}

fn choice(value: String, label: String, chosen: bool) -> Choice {
    Choice { value, label, hint: String::new(), chosen }
}
