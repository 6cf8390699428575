use crate::Token;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::id::SeatId;
use store::person::SeatRow;
use store::scope::Scope;

/// The seats one may act from (các chức danh của tôi).
#[derive(Clone, Debug)]
pub struct Seats;

/// Acts from another seat from now on (đổi chức danh).
#[derive(Clone, Debug)]
pub struct SwitchSeat {
    pub token: Token,
    pub seat: SeatId,
}

impl Case for Seats {
    type Output = Vec<SeatRow>;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Vec<SeatRow>, Ending> {
        let today = domain::calendar::day(ctx.now);
        Ok(store::person::list_seats(&mut ctx.tx, scope.person(), today).await?)
    }
}

impl Case for SwitchSeat {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let seats = Seats.run(ctx, scope).await?;
        if !seats.iter().any(|seat| seat.id == self.seat) {
            return Err(Ending::NotFound);
        }
        Ok(store::session::put_seat(&mut ctx.tx, self.token.hash(), self.seat).await?)
    }
}
