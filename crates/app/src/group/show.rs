use super::{Right, right};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::authority::{Action, Relation};
use domain::calendar;
use domain::file::File;
use domain::id::BodyId;
use jiff::civil::Date;
use store::body::{Names, OrganRow, Placed};
use store::group::{Decision, Group};
use store::member::{Candidate, Member};
use store::scope::Scope;

/// One group as of a day (một ban, tổ, đoàn).
#[derive(Clone, Debug)]
pub struct ShowGroup {
    pub group: BodyId,
    /// None for today.
    pub on: Option<Date>,
}

#[derive(Clone, Debug)]
pub struct GroupView {
    pub group: Group,
    /// Oldest first; the first set it up.
    pub decisions: Vec<Decision>,
    /// Those that are in it, were, or will be, by part.
    pub members: Vec<Member>,
    pub right: Right,
    /// The unit of whoever looks, for the paper of members.
    pub unit: Names,
    /// Who signs for it.
    pub signer: Option<(String, String)>,
    pub day: Date,
    pub today: Date,
}

/// What the form for a member is drawn from (người có thể tham gia).
#[derive(Clone, Debug)]
pub struct ShowMemberGround {
    pub group: BodyId,
}

#[derive(Clone, Debug)]
pub struct MemberGround {
    pub view: GroupView,
    pub organs: Vec<OrganRow>,
    /// The own unit first, then those right below it.
    pub units: Vec<Placed>,
    pub candidates: Vec<Candidate>,
}

/// The file of a decision (tệp quyết định).
#[derive(Clone, Debug)]
pub struct FindDecision {
    pub group: BodyId,
    pub ord: i64,
}

/// How many units below are offered; others are written in by name.
const UNITS_MAX: i64 = 200;

impl Case for ShowGroup {
    type Output = GroupView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<GroupView, Ending> {
        let today = calendar::day(ctx.now);
        let day = self.on.unwrap_or(today);
        let found = store::group::find(&mut ctx.tx, scope, self.group, day).await?;
        let group = found.ok_or(Ending::NotFound)?;
        let home = group.unit;
        let right = match home == scope.unit() {
            true => right(scope),
            false => Right::Reads,
        };
        Ok(GroupView {
            decisions: store::group::list_decisions(&mut ctx.tx, self.group).await?,
            members: store::member::list(&mut ctx.tx, self.group, day).await?,
            unit: store::body::get_names(&mut ctx.tx, home, day).await?,
            signer: store::body::find_head(&mut ctx.tx, home, day).await?,
            group,
            right,
            day,
            today,
        })
    }
}

impl Case for ShowMemberGround {
    type Output = MemberGround;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<MemberGround, Ending> {
        scope.may(Action::SetUp, Relation::Own)?;
        let view = ShowGroup { group: self.group, on: None }.run(ctx, scope).await?;
        if view.right == Right::Reads {
            return Err(Ending::NotFound);
        }
        let (unit, today) = (scope.unit(), view.today);
        let own = store::body::find_placed(&mut ctx.tx, unit, today).await?;
        let below = store::unit::list_children(&mut ctx.tx, unit, today, (0, UNITS_MAX)).await?;
        Ok(MemberGround {
            organs: store::body::list_organs(&mut ctx.tx, unit).await?,
            units: own.into_iter().chain(below.into_iter().map(|child| child.unit)).collect(),
            candidates: store::member::list_candidates(&mut ctx.tx, unit, today).await?,
            view,
        })
    }
}

impl Case for FindDecision {
    type Output = File;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<File, Ending> {
        let today = calendar::day(ctx.now);
        let found = store::group::find(&mut ctx.tx, scope, self.group, today).await?;
        found.ok_or(Ending::NotFound)?;
        let decisions = store::group::list_decisions(&mut ctx.tx, self.group).await?;
        let decision = decisions.into_iter().find(|decision| decision.ord == self.ord);
        decision.and_then(|decision| decision.file).ok_or(Ending::NotFound)
    }
}
