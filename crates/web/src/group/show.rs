use super::decision::paper_words;
use super::list::typed;
use super::{GroupStanding, asked_day, kind_words, part_words, standing, term_words};
use crate::library::file_words;
use crate::site::{Answer, Path, Query, Visitor, download};
use crate::ui::{Link, NavEntry, SummaryRow, Ui};
use app::group::{FindDecision, GroupView, Right, ShowGroup};
use app::{Decision, Member, Seen, Who};
use askama::Template;
use domain::group::Standing;
use domain::id::BodyId;
use serde::Deserialize;

/// One group as of a day: what it is for, who is in it, by which papers.
#[derive(Template, Deserialize)]
#[template(path = "group/show.html")]
pub struct GroupPage {
    pub ui: Ui,
    pub name: String,
    pub standing: GroupStanding,
    pub facts: Vec<SummaryRow>,
    /// The day asked for as typed; sent as `on`.
    pub on: String,
    #[serde(default)]
    pub on_error: String,
    /// In the group on that day.
    pub members: Vec<MemberRow>,
    /// Those that left, never came, or come later.
    #[serde(default)]
    pub others: Vec<MemberRow>,
    pub decisions: Vec<DecisionRow>,
    /// Where it is changed; empty for a seat that may not, or once it has ended.
    #[serde(default)]
    pub edit: String,
    #[serde(default)]
    pub add: String,
    #[serde(default)]
    pub end: String,
    pub docx: String,
    pub pdf: String,
}

/// A member as shown.
#[derive(Clone, Debug, Deserialize)]
pub struct MemberRow {
    /// The person, or the post.
    pub name: String,
    /// Who holds the post today, or what the person is.
    #[serde(default)]
    pub about: String,
    /// A post that nobody holds.
    #[serde(default)]
    pub vacant: Vacant,
    pub part: String,
    #[serde(default)]
    pub task: String,
    pub term: String,
    /// Why it is over.
    #[serde(default)]
    pub why: String,
    #[serde(default)]
    pub replace: String,
    #[serde(default)]
    pub end: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Vacant {
    #[default]
    No,
    Yes,
}

/// A paper of the group.
#[derive(Clone, Debug, Deserialize)]
pub struct DecisionRow {
    pub words: String,
    #[serde(default)]
    pub file: Option<Link>,
}

/// Whether a group or a member can be changed from here.
#[derive(Clone, Copy)]
enum Acts {
    Offered,
    Hidden,
}

impl Acts {
    fn link(self, href: String) -> String {
        match self {
            Acts::Offered => href,
            Acts::Hidden => String::new(),
        }
    }
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    on: String,
}

pub(super) async fn show(
    visitor: Visitor,
    Path(group): Path<BodyId>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let (on, on_error) = asked_day(&visitor.ui_of_nobody(), &wanted.on);
    let Seen { scope, output: view } = visitor.read(ShowGroup { group, on }).await?;
    let ui = visitor.ui(&scope, NavEntry::Units);
    let on = typed(&wanted.on, &on_error, view.day);
    visitor.show(&page(ui, &view, (on, on_error)))
}

pub(super) async fn file(visitor: Visitor, Path((group, ord)): Path<(BodyId, i64)>) -> Answer {
    let file = visitor.read(FindDecision { group, ord }).await?.output;
    download(&visitor, file).await
}

/// Who a member is: the person or the post, and what is known beside it.
pub(super) fn who_words(ui: &Ui, who: &Who) -> (String, String) {
    match who {
        Who::Post { of, post, holders, .. } => {
            let name = ui.say("group-post-of").with("post", post.as_str()).with("of", of.as_str());
            (name.to_string(), holders.join(", "))
        }
        Who::Named { name, title, of, .. } => {
            let about = [title.as_str(), of.as_str()].into_iter().filter(|part| !part.is_empty());
            (name.clone(), about.collect::<Vec<_>>().join(", "))
        }
    }
}

fn page(ui: Ui, view: &GroupView, (on, on_error): (String, String)) -> GroupPage {
    let group = &view.group;
    let here = format!("/groups/{}", group.id);
    let acts = match (view.right, group.term.standing(view.today)) {
        (Right::Changes, Standing::Planned | Standing::InForce) => Acts::Offered,
        _ => Acts::Hidden,
    };
    let act = |page: &str| acts.link(format!("{here}/{page}"));
    let (present, others): (Vec<&Member>, Vec<&Member>) =
        view.members.iter().partition(|m| m.term.standing(view.day) == Standing::InForce);
    let rows = |members: &[&Member]| members.iter().map(|m| row(&ui, view, m, acts)).collect();
    GroupPage {
        name: group.name.clone(),
        standing: standing(group.term.standing(view.day)),
        facts: facts(&ui, view),
        members: rows(&present),
        others: rows(&others),
        decisions: view.decisions.iter().map(|d| decision(&ui, &here, d)).collect(),
        edit: act("edit"),
        add: act("members/new"),
        end: act("end"),
        docx: format!("{here}/docx?on={on}"),
        pdf: format!("{here}/pdf?on={on}"),
        on,
        on_error,
        ui,
    }
}

fn facts(ui: &Ui, view: &GroupView) -> Vec<SummaryRow> {
    let group = &view.group;
    let rows = [
        ("group-kind", kind_words(ui, group.kind)),
        ("group-unit", view.unit.short.clone()),
        ("group-purpose", group.purpose.clone()),
        ("group-campaign", group.campaign.as_ref().map(|(_, t)| t.clone()).unwrap_or_default()),
        ("group-term", term_words(ui, group.term)),
        ("group-why", group.why.clone()),
    ];
    rows.into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| SummaryRow { label: ui.say(key).to_string(), value, link: None })
        .collect()
}

fn row(ui: &Ui, view: &GroupView, member: &Member, acts: Acts) -> MemberRow {
    let (name, about) = who_words(ui, &member.who);
    let here = format!("/groups/{}/members", view.group.id);
    let acts = match member.term.standing(view.today) {
        Standing::Ended => Acts::Hidden,
        Standing::Planned | Standing::InForce => acts,
    };
    let vacant = matches!(&member.who, Who::Post { holders, .. } if holders.is_empty());
    MemberRow {
        name,
        about,
        vacant: if vacant { Vacant::Yes } else { Vacant::No },
        part: part_words(ui, view.group.kind, member.part),
        task: member.task.clone(),
        term: term_words(ui, member.term),
        why: member.why.clone(),
        replace: acts.link(format!("{here}/new?instead={}", member.ord)),
        end: acts.link(format!("{here}/{}/end", member.ord)),
    }
}

fn decision(ui: &Ui, here: &str, decision: &Decision) -> DecisionRow {
    DecisionRow {
        words: paper_words(ui, decision),
        file: decision.file.as_ref().map(|file| Link {
            href: format!("{here}/decisions/{}/file", decision.ord),
            words: file_words(ui, file),
        }),
    }
}
