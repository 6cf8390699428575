use super::decision::{self, DecisionFields};
use super::show::who_words;
use super::{choice, day, entry, field_of, part_words};
use crate::site::{Answer, Path, Posted, Query, Trouble, Visitor};
use crate::ui::{Choice, Entry, Link, Mistake, NavEntry};
use app::group::{MemberGround, PutMember, ShowMemberGround, TypedWho};
use app::{Member, Scope, Seen};
use askama::Template;
use domain::group::MemberPart;
use domain::id::BodyId;
use serde::Deserialize;

/// Somebody to be taken into a group, perhaps in place of somebody else. Posts as multipart `part`,
/// `how` (`post`, `name`), `body`, `post`, `person`, `member`, `title`, `of`, `task`, `from`, `why`,
/// `instead`, `rev` and the decision.
#[derive(Template, Deserialize)]
#[template(path = "group/member.html")]
pub struct MemberPage {
    pub ui: crate::ui::Ui,
    pub back: Link,
    /// Whom the new member comes in place of; empty for a further one.
    #[serde(default)]
    pub instead: String,
    /// The same as it is posted.
    #[serde(default)]
    pub instead_of: String,
    pub parts: Vec<Choice>,
    pub hows: Vec<Choice>,
    pub bodies: Vec<Choice>,
    pub post: Entry,
    pub people: Vec<Choice>,
    pub member: Entry,
    pub title: Entry,
    pub of: Entry,
    pub task: Entry,
    pub from: Entry,
    #[serde(default)]
    pub why: Entry,
    pub by: DecisionFields,
    pub rev: i64,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    instead: Option<i64>,
}

/// The answers to how a member is in the group.
const POST: &str = "post";
const NAME: &str = "name";

pub(super) async fn show(
    visitor: Visitor,
    Path(group): Path<BodyId>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let Seen { scope, output: ground } = visitor.read(ShowMemberGround { group }).await?;
    visitor.show(&page(&visitor, &scope, &ground, wanted.instead))
}

pub(super) async fn save(
    visitor: Visitor,
    Path(group): Path<BodyId>,
    Query(wanted): Query<Wanted>,
    posted: Posted,
) -> Answer {
    let Err(trouble) = put(&visitor, group, &posted).await else {
        let further = posted.get("do") == "further";
        return visitor.go(&match further {
            true => format!("/groups/{group}/members/new"),
            false => format!("/groups/{group}"),
        });
    };
    let days = ["from", "decided"].map(|name| (name, posted.get(name)));
    let field = trouble.refused().map_or("", |refused| field_of(refused.key(), &days));
    let (status, words) = trouble.above_form(&visitor.ui_of_nobody())?;
    let Seen { scope, output: ground } = visitor.read(ShowMemberGround { group }).await?;
    let mut page = page(&visitor, &scope, &ground, wanted.instead);
    page.put_typed(&posted, (field, words));
    Ok(visitor.page(status, &page))
}

async fn put(visitor: &Visitor, group: BodyId, posted: &Posted) -> Result<(), Trouble> {
    // Only whoever may change the group leaves a file behind.
    visitor.read(ShowMemberGround { group }).await?;
    let who = match posted.get("how") {
        NAME => TypedWho::Named {
            person: posted.parse("person"),
            name: posted.get("member").to_owned(),
            title: posted.get("title").to_owned(),
            of: posted.get("of").to_owned(),
        },
        _ => TypedWho::Post { body: posted.parse("body"), post: posted.get("post").to_owned() },
    };
    let case = PutMember {
        group,
        rev: posted.parse("rev").unwrap_or(0),
        part: MemberPart::parse(posted.get("part")).unwrap_or(MemberPart::Member),
        task: posted.get("task").to_owned(),
        who,
        from: day(visitor, posted.get("from"))?,
        instead: posted.parse("instead"),
        why: posted.get("why").to_owned(),
        by: decision::typed(visitor, posted).await?,
    };
    visitor.act(posted, case).await?;
    Ok(())
}

fn page(
    visitor: &Visitor,
    scope: &Scope,
    ground: &MemberGround,
    instead: Option<i64>,
) -> MemberPage {
    let ui = visitor.ui(scope, NavEntry::Units);
    let group = &ground.view.group;
    let before = ground.view.members.iter().find(|member| Some(member.ord) == instead);
    let part = before.map_or(MemberPart::Member, |member| member.part);
    let parts = MemberPart::ALL.into_iter();
    let unit = scope.unit().to_string();
    let units = ground.units.iter().map(|unit| (unit.body, &unit.short));
    let organs = ground.organs.iter().map(|organ| (organ.id, &organ.short));
    let (own, below): (Vec<_>, Vec<_>) = units.partition(|(id, _)| *id == scope.unit());
    let bodies = own.into_iter().chain(organs).chain(below);
    let nobody = choice("", ui.say("group-person-none").to_string(), "");
    let people = ground.candidates.iter().map(|seat| {
        let parts = [seat.name.as_str(), seat.title.as_str(), seat.of.as_str()];
        choice(seat.person.to_string(), parts.join(" · "), "")
    });
    MemberPage {
        back: Link { href: format!("/groups/{}", group.id), words: group.name.clone() },
        instead: before.map(|member| who_words(&ui, &member.who).0).unwrap_or_default(),
        instead_of: before.map(|member| member.ord.to_string()).unwrap_or_default(),
        parts: parts
            .map(|of| choice(of.name(), part_words(&ui, group.kind, of), part.name()))
            .collect(),
        hows: [(POST, "group-by-post"), (NAME, "group-by-name")]
            .map(|(value, key)| choice(value, ui.say(key).to_string(), POST))
            .into(),
        bodies: bodies.map(|(id, short)| choice(id.to_string(), short.as_str(), &unit)).collect(),
        post: entry(""),
        people: std::iter::once(nobody).chain(people).collect(),
        member: entry(""),
        title: entry(""),
        of: entry(""),
        task: entry(before.map(|member: &Member| member.task.as_str()).unwrap_or_default()),
        from: entry(""),
        why: entry(""),
        by: DecisionFields::of(&ui, &ground.view.decisions),
        rev: group.rev,
        mistakes: Vec::new(),
        ui,
    }
}

impl MemberPage {
    fn put_typed(&mut self, posted: &Posted, (field, words): (&'static str, String)) {
        let entries = [
            ("post", &mut self.post),
            ("member", &mut self.member),
            ("title", &mut self.title),
            ("of", &mut self.of),
            ("task", &mut self.task),
            ("from", &mut self.from),
            ("why", &mut self.why),
        ];
        for (name, entry) in entries {
            posted.get(name).clone_into(&mut entry.value);
            if name == field {
                entry.error.clone_from(&words);
            }
        }
        let choices = [
            ("part", &mut self.parts),
            ("how", &mut self.hows),
            ("body", &mut self.bodies),
            ("person", &mut self.people),
        ];
        for (name, choices) in choices {
            for choice in choices {
                choice.chosen = choice.value == posted.get(name);
            }
        }
        self.by.put_typed(posted, (field, &words));
        self.mistakes.push(Mistake::new(field, words));
    }
}
