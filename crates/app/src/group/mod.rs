//! Groups set up by decision: founded, changed by further decisions, ended; never rewritten.

mod change;
mod list;
mod put;
mod settle;
mod show;

pub use change::{By, EndGroup, EndMember, PutMember, TypedWho};
pub use list::{Groups, ListGroups};
pub use put::{Founding, PutGroup, Putting, ShowFounding};
pub(crate) use settle::announced;
pub use show::{FindDecision, GroupView, MemberGround, ShowGroup, ShowMemberGround};

use crate::backend::Ctx;
use crate::ending::Ending;
use domain::authority::{Action, Relation};
use domain::calendar;
use domain::group::{Refusal, Standing};
use domain::id::BodyId;
use store::group::OwnGroup;
use store::scope::Scope;

/// Whether a seat changes groups of its unit or reads them (quyền đối với ban, tổ, đoàn).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    Changes,
    Reads,
}

/// A group of the own unit, to be changed by whoever sets up, on the `rev` they saw.
async fn open(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    (group, rev): (BodyId, i64),
) -> Result<OwnGroup, Ending> {
    scope.may(Action::SetUp, Relation::Own)?;
    let today = calendar::day(ctx.now);
    let own = store::group::reach(&mut ctx.tx, scope, group, today).await?;
    let own = own.ok_or(Ending::NotFound)?;
    if own.group().rev != rev {
        return Err(Ending::Stale);
    }
    Ok(own)
}

/// The same, while the group has not ended.
async fn open_standing(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    place: (BodyId, i64),
) -> Result<OwnGroup, Ending> {
    let own = open(ctx, scope, place).await?;
    match own.group().term.standing(calendar::day(ctx.now)) {
        Standing::Ended => Err(Refusal::Ended.into()),
        Standing::Planned | Standing::InForce => Ok(own),
    }
}

fn right(scope: &Scope) -> Right {
    match scope.may(Action::SetUp, Relation::Own) {
        Ok(()) => Right::Changes,
        Err(_) => Right::Reads,
    }
}
