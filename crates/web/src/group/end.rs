use super::decision::{self, DecisionFields};
use super::show::who_words;
use super::{day, entry, field_of};
use crate::site::{Answer, Path, Posted, Trouble, Visitor};
use crate::ui::{Entry, Link, Mistake, NavEntry, Ui};
use app::group::{EndGroup, EndMember, MemberGround, ShowMemberGround};
use app::{Ending, Scope, Seen};
use askama::Template;
use domain::id::BodyId;
use serde::Deserialize;
use words::{Lang, time};

/// The end of a group, or of a member's part in it. Posts as multipart `from`, `why`, `rev` and the
/// decision.
#[derive(Template, Deserialize)]
#[template(path = "group/end.html")]
pub struct EndPage {
    pub ui: Ui,
    pub back: Link,
    /// What ends.
    pub heading: String,
    /// What that means.
    pub lead: String,
    pub from: Entry,
    pub why: Entry,
    pub by: DecisionFields,
    pub rev: i64,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

pub(super) async fn group(visitor: Visitor, Path(group): Path<BodyId>) -> Answer {
    let Seen { scope, output: ground } = visitor.read(ShowMemberGround { group }).await?;
    visitor.show(&page(&visitor, &scope, &ground, None)?)
}

pub(super) async fn member(visitor: Visitor, Path((group, member)): Path<(BodyId, i64)>) -> Answer {
    let Seen { scope, output: ground } = visitor.read(ShowMemberGround { group }).await?;
    visitor.show(&page(&visitor, &scope, &ground, Some(member))?)
}

pub(super) async fn end_group(
    visitor: Visitor,
    Path(group): Path<BodyId>,
    posted: Posted,
) -> Answer {
    let done = act(&visitor, group, None, &posted).await;
    after(visitor, (group, None), &posted, done).await
}

pub(super) async fn end_member(
    visitor: Visitor,
    Path((group, member)): Path<(BodyId, i64)>,
    posted: Posted,
) -> Answer {
    let done = act(&visitor, group, Some(member), &posted).await;
    after(visitor, (group, Some(member)), &posted, done).await
}

async fn act(
    visitor: &Visitor,
    group: BodyId,
    member: Option<i64>,
    posted: &Posted,
) -> Result<(), Trouble> {
    // Only whoever may change the group leaves a file behind.
    visitor.read(ShowMemberGround { group }).await?;
    let rev = posted.parse("rev").unwrap_or(0);
    let day = day(visitor, posted.get("from"))?;
    let why = posted.get("why").to_owned();
    let by = decision::typed(visitor, posted).await?;
    match member {
        Some(member) => {
            visitor.act(posted, EndMember { group, rev, member, day, why, by }).await?;
        }
        None => {
            visitor.act(posted, EndGroup { group, rev, day, why, by }).await?;
        }
    }
    Ok(())
}

/// Back to the group, or the form again with what keeps it from being ended.
async fn after(
    visitor: Visitor,
    (group, member): (BodyId, Option<i64>),
    posted: &Posted,
    done: Result<(), Trouble>,
) -> Answer {
    let Err(trouble) = done else { return visitor.go(&format!("/groups/{group}")) };
    let days = ["from", "decided"].map(|name| (name, posted.get(name)));
    let field = trouble.refused().map_or("", |refused| field_of(refused.key(), &days));
    let (status, words) = trouble.above_form(&visitor.ui_of_nobody())?;
    let Seen { scope, output: ground } = visitor.read(ShowMemberGround { group }).await?;
    let mut page = page(&visitor, &scope, &ground, member)?;
    for (name, entry) in [("from", &mut page.from), ("why", &mut page.why)] {
        posted.get(name).clone_into(&mut entry.value);
        if name == field {
            entry.error.clone_from(&words);
        }
    }
    page.by.put_typed(posted, (field, &words));
    page.mistakes.push(Mistake::new(field, words));
    Ok(visitor.page(status, &page))
}

fn page(
    visitor: &Visitor,
    scope: &Scope,
    ground: &MemberGround,
    member: Option<i64>,
) -> Result<EndPage, Trouble> {
    let ui = visitor.ui(scope, NavEntry::Units);
    let group = &ground.view.group;
    let (heading, lead) = match member {
        None => (ui.say("group-end-title").with("name", group.name.as_str()), "group-end-lead"),
        Some(ord) => {
            let found = ground.view.members.iter().find(|member| member.ord == ord);
            let member = found.ok_or_else(|| visitor.trouble(Ending::NotFound))?;
            let (who, _) = who_words(&ui, &member.who);
            (ui.say("group-leave-title").with("who", who), "group-leave-lead")
        }
    };
    let today = time::date(Lang::Vi, ground.view.today);
    Ok(EndPage {
        back: Link { href: format!("/groups/{}", group.id), words: group.name.clone() },
        heading: heading.to_string(),
        lead: ui.say(lead).to_string(),
        from: entry(today),
        why: entry(""),
        by: DecisionFields::of(&ui, &ground.view.decisions),
        rev: group.rev,
        mistakes: Vec::new(),
        ui,
    })
}
