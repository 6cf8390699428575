use super::{asked_day, kind_words, standing, term_words};
use crate::site::{Answer, Query, Visitor};
use crate::ui::{Link, NavEntry, Tag, Tone, Ui};
use app::group::{Groups, ListGroups, Right};
use app::{Group, Seen};
use askama::Template;
use domain::id::CampaignId;
use jiff::civil::Date;
use serde::Deserialize;
use words::{Lang, time};

/// The groups of the own unit as of a day; for a campaign, with those its plan names and nobody has
/// set up.
#[derive(Template, Deserialize)]
#[template(path = "group/list.html")]
pub struct GroupListPage {
    pub ui: Ui,
    pub back: Link,
    /// The day asked for as typed; sent as `on`.
    pub on: String,
    #[serde(default)]
    pub on_error: String,
    /// Sent on with the day; empty where no campaign was asked for.
    #[serde(default)]
    pub campaign: String,
    /// How that campaign is called.
    #[serde(default)]
    pub title: String,
    /// Groups the plan names, each with where it is set up.
    #[serde(default)]
    pub announced: Vec<Link>,
    pub rows: Vec<GroupRow>,
    /// Where one is set up; empty for a seat that may not.
    #[serde(default)]
    pub found: String,
}

#[derive(Clone, Debug, Deserialize)]
pub struct GroupRow {
    pub name: String,
    pub href: String,
    pub kind: String,
    #[serde(default)]
    pub purpose: String,
    /// The campaign it serves.
    #[serde(default)]
    pub campaign: String,
    pub term: String,
    pub members: i64,
    pub standing: GroupStanding,
}

/// How a group or a member stands on the day that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum GroupStanding {
    Planned,
    InForce,
    Ended,
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    on: String,
    #[serde(default)]
    campaign: Option<CampaignId>,
}

impl Ui {
    /// The tag of a group.
    pub fn group(&self, standing: &GroupStanding) -> Tag {
        match standing {
            GroupStanding::Planned => self.tag(Tone::Blue, self.say("group-planned")),
            GroupStanding::InForce => self.tag(Tone::Green, self.say("group-in-force")),
            GroupStanding::Ended => self.tag(Tone::Plain, self.say("group-ended")),
        }
    }
}

pub(super) async fn list(visitor: Visitor, Query(wanted): Query<Wanted>) -> Answer {
    let (on, on_error) = asked_day(&visitor.ui_of_nobody(), &wanted.on);
    let case = ListGroups { on, campaign: wanted.campaign };
    let Seen { scope, output: groups } = visitor.read(case).await?;
    let entry = if groups.campaign.is_some() { NavEntry::Campaigns } else { NavEntry::Units };
    let ui = visitor.ui(&scope, entry);
    let on = typed(&wanted.on, &on_error, groups.day);
    visitor.show(&page(ui, &groups, (on, on_error)))
}

/// The day as it stands in its field: as typed where it is wrong.
pub(super) fn typed(typed: &str, error: &str, day: Date) -> String {
    if error.is_empty() { time::date(Lang::Vi, day) } else { typed.to_owned() }
}

fn page(ui: Ui, groups: &Groups, (on, on_error): (String, String)) -> GroupListPage {
    let id = groups.campaign.as_ref().map(|campaign| campaign.id.to_string());
    let found = match &id {
        Some(id) => format!("/groups/new?campaign={id}"),
        None => "/groups/new".to_owned(),
    };
    let announced = groups
        .announced
        .iter()
        .map(|name| Link { href: format!("{found}&name={}", encoded(name)), words: name.clone() });
    GroupListPage {
        back: match &groups.campaign {
            Some(campaign) => crate::campaign::set_up_link(&ui, campaign.id),
            None => Link { href: "/units".to_owned(), words: ui.say("nav-units").to_string() },
        },
        title: groups.campaign.as_ref().map(|c| c.title.clone()).unwrap_or_default(),
        announced: announced.collect(),
        rows: groups.groups.iter().map(|group| row(&ui, group, groups.day)).collect(),
        found: if groups.right == Right::Changes { found } else { String::new() },
        campaign: id.unwrap_or_default(),
        on,
        on_error,
        ui,
    }
}

fn row(ui: &Ui, group: &Group, day: Date) -> GroupRow {
    GroupRow {
        name: group.name.clone(),
        href: format!("/groups/{}", group.id),
        kind: kind_words(ui, group.kind),
        purpose: group.purpose.clone(),
        campaign: group.campaign.as_ref().map(|(_, title)| title.clone()).unwrap_or_default(),
        term: term_words(ui, group.term),
        members: group.members,
        standing: standing(group.term.standing(day)),
    }
}

/// Words as they stand in an address.
fn encoded(words: &str) -> String {
    let encode = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    words.bytes().map(encode).collect()
}
