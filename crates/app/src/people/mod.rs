//! The people of the own unit and of those below it: who sits where, who can sign in.

mod branch;
mod contact;
mod end;
mod invite;
mod seat;
mod show;
mod unit;

pub use branch::{Branch, ListBranch, PER_PAGE, Part};
pub use contact::PutContact;
pub use end::{EndSeat, ShowSeat};
pub use invite::{Invite, InviteMany, SignOutPerson};
pub use seat::{How, PutSeat, SeatGround, ShowSeatGround, WhoSits};
pub use show::{PersonView, ShowPerson};
pub use unit::{ShowPeople, UnitPeople};

use crate::backend::Ctx;
use crate::ending::Ending;
use domain::authority::{Action, Relation};
use domain::calendar;
use domain::id::{BodyId, PersonId, SeatId};
use domain::person::{Refusal, may_seat};
use domain::session::FRESH;
use store::body::Placed;
use store::person::{Hold, Reached};
use store::scope::Scope;
use store::seat::Held;

/// Whether something is only looked at or is to be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Aim {
    Look,
    /// Whoever changes something has proved lately who they are.
    Change,
}

/// A unit at or below the seat's own, for whoever manages its people.
async fn manage(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    unit: BodyId,
    aim: Aim,
) -> Result<Placed, Ending> {
    may(ctx, scope, aim)?;
    crate::unit::reach(ctx, scope, unit, calendar::day(ctx.now)).await
}

/// A person who sits, sat or will sit within reach.
async fn person(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    id: PersonId,
    aim: Aim,
) -> Result<Reached, Ending> {
    may(ctx, scope, aim)?;
    let today = calendar::day(ctx.now);
    store::person::reach(&mut ctx.tx, scope, id, today).await?.ok_or(Ending::NotFound)
}

/// A person whose account lies wholly within reach: letting somebody in lets them into every seat
/// they hold.
async fn account(ctx: &mut Ctx<'_>, scope: &Scope, id: PersonId) -> Result<Reached, Ending> {
    let reached = person(ctx, scope, id, Aim::Change).await?;
    if id == scope.person() {
        return Err(Refusal::OwnAccount.into());
    }
    let today = calendar::day(ctx.now);
    let seats = store::seat::list_of(&mut ctx.tx, id, today).await?;
    let equal = seats.iter().all(|seat| may_seat(scope.role(), seat.role));
    match (reached.hold(), equal) {
        (Hold::Whole, true) => Ok(reached),
        _ => Err(Refusal::SeatsElsewhere.into()),
    }
}

/// A seat in a unit within reach that has not ended.
async fn seat(ctx: &mut Ctx<'_>, scope: &Scope, id: SeatId, aim: Aim) -> Result<Held, Ending> {
    let held = store::seat::find(&mut ctx.tx, id, ctx.now).await?.ok_or(Ending::NotFound)?;
    manage(ctx, scope, held.unit, aim).await?;
    if !may_seat(scope.role(), held.seat.role) {
        return Err(Ending::Forbidden);
    }
    if held.seat.id == scope.seat() {
        return Err(Refusal::OwnSeat.into());
    }
    match held.seat.term.to {
        Some(to) if to <= calendar::day(ctx.now) => Err(Refusal::SeatEnded.into()),
        _ => Ok(held),
    }
}

fn may(ctx: &Ctx<'_>, scope: &Scope, aim: Aim) -> Result<(), Ending> {
    scope.may(Action::ManagePeople, Relation::Own)?;
    match aim {
        Aim::Look => Ok(()),
        Aim::Change => ctx.proved(scope, FRESH),
    }
}
