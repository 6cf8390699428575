use crate::Token;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::calendar;
use domain::id::SeatId;
use store::scope::Scope;
use store::seat::SeatRow;

/// The seats one may act from (các chức danh của tôi).
#[derive(Clone, Debug)]
pub struct Seats;

/// Acts from another seat from now on, under another token (đổi chức danh).
#[derive(Clone, Debug)]
pub struct SwitchSeat {
    pub before: Token,
    pub after: Token,
    pub seat: SeatId,
}

impl Case for Seats {
    type Output = Vec<SeatRow>;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Vec<SeatRow>, Ending> {
        let today = calendar::day(ctx.now);
        Ok(store::seat::list_of(&mut ctx.tx, scope.person(), today).await?)
    }
}

impl Case for SwitchSeat {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let seats = Seats.run(ctx, scope).await?;
        if !seats.iter().any(|seat| seat.id == self.seat) {
            return Err(Ending::NotFound);
        }
        let tokens = (self.before.hash(), self.after.hash());
        store::session::put_seat(&mut ctx.tx, tokens, self.seat).await?;
        // A seat with a shorter day than the one before may find the session over.
        let after = Scope::open(&mut ctx.tx, self.after.hash(), ctx.now).await?;
        let after = after.ok_or(Ending::Unconfirmed)?;
        let facts = serde_json::json!({ "from": scope.seat(), "session": scope.session() });
        ctx.record("session.seat_changed", &after, (Some(after.body()), None), facts).await?;
        Ok(())
    }
}
