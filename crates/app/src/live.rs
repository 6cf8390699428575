//! What a page that stays open wants to know: whether something has happened since, and whether what
//! was just done is in it already.

use crate::App;
use crate::backend::{Case, Ctx, UseCase};
use crate::ending::Ending;
use domain::id::{CampaignId, EventId};
use std::time::Duration;
use store::scope::Scope;

/// Whether something that touches the seat happened after a position (có thay đổi mới): gives the
/// newest position at which it did.
#[derive(Clone, Debug)]
pub struct FindChange {
    /// In one campaign, or in any.
    pub campaign: Option<CampaignId>,
    pub after: i64,
}

/// Whether an event is in the order yet (đã vào sổ hay chưa).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    Sealed,
    NotYet,
}

/// A page this far behind is told that something changed without looking what.
const FAR: i64 = 10_000;
const PATIENCE: Duration = Duration::from_secs(1);
const PAUSE: Duration = Duration::from_millis(50);

impl Case for FindChange {
    type Output = Option<i64>;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Option<i64>, Ending> {
        let newest = scope.position();
        if newest == self.after {
            return Ok(None);
        }
        if newest - self.after > FAR {
            return Ok(Some(newest));
        }
        Ok(store::event::find_touching(&mut ctx.tx, scope, self.campaign, self.after).await?)
    }
}

/// Waits until an event is in the order of events, for a second at most.
pub async fn wait_for(app: &App, event: EventId) -> Result<Order, Ending> {
    let settled = async {
        while app.backend.read(FindPosition { event }).await?.is_none() {
            tokio::time::sleep(PAUSE).await;
        }
        Ok(Order::Sealed)
    };
    tokio::time::timeout(PATIENCE, settled).await.unwrap_or(Ok(Order::NotYet))
}

#[derive(Clone)]
struct FindPosition {
    event: EventId,
}

impl UseCase for FindPosition {
    type Output = Option<i64>;

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<Option<i64>, Ending> {
        Ok(store::event::find_position(&mut ctx.tx, self.event).await?)
    }
}
