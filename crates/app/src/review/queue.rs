use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::authority::{Action, Relation};
use domain::calendar;
use domain::id::{BodyId, CampaignId};
use jiff::Timestamp;
use std::collections::HashMap;
use store::assignment::Assignment;
use store::campaign::Campaign;
use store::queue::Arriving;
use store::scope::Scope;

/// The reports that come to the seat's unit in a campaign (hàng chờ).
#[derive(Clone, Debug)]
pub struct ShowQueue {
    pub campaign: CampaignId,
}

#[derive(Clone, Debug)]
pub struct Queue {
    pub campaign: Campaign,
    /// In the order of the tree; never empty.
    pub arriving: Vec<Arrival>,
    pub now: Timestamp,
}

/// One report that comes, or should.
#[derive(Clone, Debug)]
pub struct Arrival {
    pub assignment: Assignment,
    /// When the newest version was sent, and how many days late; nothing while none was.
    pub sent: Option<(Timestamp, i64)>,
    /// Whether it comes through the seat's own desk.
    pub relation: Relation,
    /// Name and telephone of whom to call there.
    pub contact: Option<(String, String)>,
}

impl Case for ShowQueue {
    type Output = Queue;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Queue, Ending> {
        scope.may(Action::ReadSubmitted, Relation::Superior)?;
        let campaign = store::campaign::find_issued(&mut ctx.tx, scope, self.campaign).await?;
        let rows = store::queue::list(&mut ctx.tx, scope, self.campaign).await?;
        if rows.is_empty() {
            return Err(Ending::NotFound);
        }
        let mut contacts = self.contacts(ctx, scope).await?;
        let arriving = rows.into_iter().map(|Arriving { assignment, sent }| {
            let own_desk = assignment.via.is_none_or(|via| via == scope.body());
            let relation = if own_desk { Relation::Desk } else { Relation::Superior };
            let contact = contacts.remove(&assignment.body);
            Arrival { assignment, sent, relation, contact }
        });
        Ok(Queue {
            campaign: campaign.ok_or(Ending::NotFound)?,
            arriving: arriving.collect(),
            now: ctx.now,
        })
    }
}

impl ShowQueue {
    /// The first to call at each unit.
    async fn contacts(
        &self,
        ctx: &mut Ctx<'_>,
        scope: &Scope,
    ) -> Result<HashMap<BodyId, (String, String)>, Ending> {
        let day = calendar::day(ctx.now);
        let people = store::queue::list_contacts(&mut ctx.tx, scope, self.campaign, day).await?;
        let mut first = HashMap::new();
        for (body, name, phone) in people {
            first.entry(body).or_insert((name, phone));
        }
        Ok(first)
    }
}
