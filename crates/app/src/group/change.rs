use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::calendar;
use domain::file::File;
use domain::group::{MEMBERS_MAX, MemberPart, Paper, Refusal, Term, line};
use domain::id::{BodyId, PersonId};
use domain::text::fold;
use jiff::civil::Date;
use serde::Serialize;
use store::group::{Group, OwnGroup};
use store::member::{Member, Who};
use store::scope::Scope;

/// The decision a change rests on (căn cứ).
#[derive(Clone, Debug, Serialize)]
pub enum By {
    /// One that is there, by its place.
    Kept(i64),
    New {
        number: String,
        day: Option<Date>,
        /// Already kept among the blobs.
        file: Option<File>,
    },
}

/// Who is taken into a group, as typed.
#[derive(Clone, Debug, Serialize)]
pub enum TypedWho {
    Post { body: Option<BodyId>, post: String },
    Named { person: Option<PersonId>, name: String, title: String, of: String },
}

/// Takes somebody into a group, in place of somebody else where `instead` says so (thêm, thay thành
/// viên).
#[derive(Clone, Debug, Serialize)]
pub struct PutMember {
    pub group: BodyId,
    pub rev: i64,
    pub part: MemberPart,
    pub task: String,
    pub who: TypedWho,
    /// None for the day of the decision, or that on which the group begins.
    pub from: Option<Date>,
    pub instead: Option<i64>,
    pub why: String,
    pub by: By,
}

/// Ends a member's part in a group (thôi tham gia).
#[derive(Clone, Debug, Serialize)]
pub struct EndMember {
    pub group: BodyId,
    pub rev: i64,
    pub member: i64,
    pub day: Option<Date>,
    pub why: String,
    pub by: By,
}

/// Ends a group and everybody's part in it (kết thúc hoạt động).
#[derive(Clone, Debug, Serialize)]
pub struct EndGroup {
    pub group: BodyId,
    pub rev: i64,
    pub day: Option<Date>,
    pub why: String,
    pub by: By,
}

impl Case for PutMember {
    type Output = i64;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<i64, Ending> {
        let own = super::open_standing(ctx, scope, (self.group, self.rev)).await?;
        let group = own.group().clone();
        let today = calendar::day(ctx.now);
        let members = store::member::list(&mut ctx.tx, self.group, today).await?;
        if members.len() >= MEMBERS_MAX {
            return Err(Refusal::TooMany.into());
        }
        let who = self.who(ctx, scope).await?;
        let (opened_by, paper) = decided(ctx, &own, &self.by).await?;
        let from = self.from.unwrap_or(paper.day.max(group.term.from));
        let term = Term::new(from, group.term.to)?;
        group.term.holds(term)?;
        let others = self.replace(ctx, (scope, &own), members, (from, opened_by)).await?;
        let task = line(&self.task)?;
        let ord = others.iter().map(|member| member.ord).max().unwrap_or(0) + 1;
        let why = String::new();
        let member =
            Member { ord, part: self.part, task, who, term, why, opened_by, closed_by: None };
        alone(&member, &others)?;
        store::member::insert(&mut ctx.tx, &own, &member).await?;
        touch(ctx, &own, &group).await?;
        let facts = serde_json::json!({
            "group": self.group, "member": ord, "part": self.part, "from": from,
            "instead": self.instead, "decision": opened_by,
        });
        record(ctx, scope, &group, "group.member_joined", facts).await?;
        Ok(ord)
    }
}

impl PutMember {
    async fn who(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Who, Ending> {
        let today = calendar::day(ctx.now);
        match &self.who {
            TypedWho::Post { body, post } => {
                let post = line(post)?;
                let body = body.filter(|_| !post.is_empty()).ok_or(Refusal::PostMissing)?;
                let names = known(ctx, scope, body, today).await?;
                Ok(Who::Post { body, of: names, post, holders: Vec::new() })
            }
            TypedWho::Named { person, name, title, of } => {
                let (mut name, mut title, mut of) = (line(name)?, line(title)?, line(of)?);
                if let Some(person) = person {
                    let unit = scope.unit();
                    let seats = store::member::list_candidates(&mut ctx.tx, unit, today).await?;
                    let seat = seats.into_iter().find(|seat| seat.person == *person);
                    let seat = seat.ok_or(Ending::NotFound)?;
                    name = seat.name;
                    title = if title.is_empty() { seat.title } else { title };
                    of = if of.is_empty() { seat.of } else { of };
                }
                if name.is_empty() {
                    return Err(Refusal::PersonMissing.into());
                }
                Ok(Who::Named { person: *person, name, title, of })
            }
        }
    }

    /// The members beside the new one, with the one it comes in place of ended.
    async fn replace(
        &self,
        ctx: &mut Ctx<'_>,
        (scope, own): (&Scope, &OwnGroup),
        mut members: Vec<Member>,
        (from, by): (Date, i64),
    ) -> Result<Vec<Member>, Ending> {
        let Some(instead) = self.instead else { return Ok(members) };
        let found = members.iter_mut().find(|member| member.ord == instead);
        let before = found.ok_or(Ending::NotFound)?;
        before.term = before.term.end(from)?;
        let why = line(&self.why)?;
        store::member::end(&mut ctx.tx, own, instead, (from, &why, by)).await?;
        let facts = serde_json::json!({
            "group": self.group, "member": instead, "to": from, "why": why, "decision": by,
        });
        record(ctx, scope, own.group(), "group.member_left", facts).await?;
        Ok(members)
    }
}

impl Case for EndMember {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let own = super::open_standing(ctx, scope, (self.group, self.rev)).await?;
        let day = self.day.ok_or(Refusal::DayMissing)?;
        let why = reason(&self.why)?;
        let members = store::member::list(&mut ctx.tx, self.group, day).await?;
        let member = members.into_iter().find(|member| member.ord == self.member);
        let member = member.ok_or(Ending::NotFound)?;
        member.term.end(day)?;
        let (by, _) = decided(ctx, &own, &self.by).await?;
        store::member::end(&mut ctx.tx, &own, self.member, (day, &why, by)).await?;
        touch(ctx, &own, own.group()).await?;
        let facts = serde_json::json!({
            "group": self.group, "member": self.member, "to": day, "why": why, "decision": by,
        });
        record(ctx, scope, own.group(), "group.member_left", facts).await
    }
}

impl Case for EndGroup {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let own = super::open_standing(ctx, scope, (self.group, self.rev)).await?;
        let day = self.day.ok_or(Refusal::DayMissing)?;
        let why = reason(&self.why)?;
        let term = own.group().term.end(day)?;
        let (by, _) = decided(ctx, &own, &self.by).await?;
        store::member::end_all(&mut ctx.tx, &own, (day, &why, by)).await?;
        let ended = Group { term, why: why.clone(), ..own.group().clone() };
        touch(ctx, &own, &ended).await?;
        let facts = serde_json::json!({
            "group": self.group, "to": day, "why": why, "decision": by,
        });
        record(ctx, scope, &ended, "group.ended", facts).await
    }
}

/// The place of the decision a change rests on, with the paper itself; a new one is kept.
async fn decided(ctx: &mut Ctx<'_>, own: &OwnGroup, by: &By) -> Result<(i64, Paper), Ending> {
    match by {
        By::Kept(ord) => {
            let kept = store::group::list_decisions(&mut ctx.tx, own.group().id).await?;
            let found = kept.into_iter().find(|decision| decision.ord == *ord);
            Ok((*ord, found.ok_or(Refusal::DecisionMissing)?.paper))
        }
        By::New { number, day, file } => {
            let paper = Paper::new(number, *day)?;
            let now = ctx.now;
            let new = (&paper, file.as_ref());
            let ord = store::group::insert_decision(&mut ctx.tx, own, new, now).await?;
            Ok((ord, paper))
        }
    }
}

/// The short name of a body of the own unit, or of a unit right below it or further down.
async fn known(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    body: BodyId,
    day: Date,
) -> Result<String, Ending> {
    let organs = store::body::list_organs(&mut ctx.tx, scope.unit()).await?;
    if let Some(organ) = organs.into_iter().find(|organ| organ.id == body) {
        return Ok(organ.short);
    }
    Ok(crate::unit::reach(ctx, scope, body, day).await?.short)
}

/// Passes where nobody else is the same member, or chairs, at the same time.
fn alone(new: &Member, others: &[Member]) -> Result<(), Refusal> {
    let mut meeting = others.iter().filter(|other| other.term.meets(new.term));
    meeting.try_for_each(|other| match (same(&new.who, &other.who), new.part, other.part) {
        (true, _, _) => Err(Refusal::MemberTwice),
        (false, MemberPart::Chair, MemberPart::Chair) => Err(Refusal::ChairTwice),
        _ => Ok(()),
    })
}

fn same(one: &Who, other: &Who) -> bool {
    match (one, other) {
        (Who::Post { body, post, .. }, Who::Post { body: other, post: words, .. }) => {
            body == other && fold(post) == fold(words)
        }
        (
            Who::Named { person, name, of, .. },
            Who::Named { person: other, name: called, of: at, .. },
        ) => match (person, other) {
            (Some(one), Some(other)) => one == other,
            _ => fold(name) == fold(called) && fold(of) == fold(at),
        },
        _ => false,
    }
}

fn reason(raw: &str) -> Result<String, Refusal> {
    let why = line(raw)?;
    if why.is_empty() { Err(Refusal::ReasonMissing) } else { Ok(why) }
}

async fn touch(ctx: &mut Ctx<'_>, own: &OwnGroup, group: &Group) -> Result<(), Ending> {
    match store::group::put(&mut ctx.tx, own, group).await? {
        true => Ok(()),
        false => Err(Ending::Stale),
    }
}

async fn record(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    group: &Group,
    kind: &'static str,
    facts: serde_json::Value,
) -> Result<(), Ending> {
    let campaign = group.campaign.as_ref().map(|(campaign, _)| *campaign);
    ctx.record(kind, scope, (Some(scope.unit()), campaign), facts).await?;
    Ok(())
}
