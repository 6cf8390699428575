use super::{Aim, seat};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::calendar;
use domain::id::SeatId;
use domain::person::Refusal;
use jiff::civil::Date;
use serde::Serialize;
use store::scope::Scope;
use store::seat::Held;

/// Ends a seat from a day on, today where none is named (kết thúc chức danh). Its body keeps the
/// work.
#[derive(Clone, Debug, Serialize)]
pub struct EndSeat {
    pub seat: SeatId,
    /// The first day on which it is held no more.
    pub from: Option<Date>,
}

/// A seat somebody means to end or to give to somebody else.
#[derive(Clone, Debug)]
pub struct ShowSeat {
    pub seat: SeatId,
}

impl Case for EndSeat {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let held = seat(ctx, scope, self.seat, Aim::Change).await?;
        let today = calendar::day(ctx.now);
        let to = self.from.unwrap_or(today);
        if to < today {
            return Err(Refusal::EndsBeforeBegin.into());
        }
        store::seat::end(&mut ctx.tx, self.seat, to).await?;
        let facts = serde_json::json!({
            "seat": self.seat, "person": held.seat.person, "to": to,
        });
        ctx.record("seat.ended", scope, (Some(held.seat.body), None), facts).await?;
        Ok(())
    }
}

impl Case for ShowSeat {
    type Output = Held;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Held, Ending> {
        seat(ctx, scope, self.seat, Aim::Look).await
    }
}
