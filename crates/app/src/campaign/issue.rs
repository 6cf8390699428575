use super::set_up::{SetUpView, TierView, load, open};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::{App, Token};
use domain::calendar;
use domain::campaign::{Destination, Refusal, Stage};
use domain::id::{BodyId, CampaignId};
use domain::session::FRESH;
use serde::Serialize;
use store::assignment::{Assignment, NewAssignment};
use store::body::Placed;
use store::campaign::SetUp;
use store::issued_plan::IssuedPlan;
use store::scope::Scope;

/// How many assignments one transaction lays, or clears away.
const CHUNK: u32 = 500;

/// Issues a campaign: lays the assignments in chunks, then switches the campaign on. Until the
/// switch nobody sees anything; a chunk laid twice is laid once. `plan` is the paper that was set
/// here, its files kept among the blobs; none where the uploaded file is the plan.
pub async fn issue(
    app: &App,
    token: Token,
    key: &str,
    campaign: CampaignId,
    rev: i64,
    plan: Option<IssuedPlan>,
) -> Result<(), Ending> {
    // A refusal here may only mean that it was issued before under this very key: the switch answers
    // as it did then.
    match lay(app, token, campaign, rev).await {
        Ok(()) | Err(Ending::Refused(_)) => {}
        Err(ending) => return Err(ending),
    }
    app.act(token, key, Issue { campaign, rev, plan }).await.map(|_| ())
}

async fn lay(app: &App, token: Token, campaign: CampaignId, rev: i64) -> Result<(), Ending> {
    while app.save(token, Clear { campaign, rev }).await?.output {}
    let mut from = 0;
    while app.save(token, Lay { campaign, rev, from }).await?.output {
        from += CHUNK;
    }
    Ok(())
}

/// Removes assignments laid by an issue that did not come to its end; true while there were some.
#[derive(Clone, Debug)]
struct Clear {
    campaign: CampaignId,
    rev: i64,
}

/// Lays the assignments from a position on; true while there may be more.
#[derive(Clone, Debug)]
struct Lay {
    campaign: CampaignId,
    rev: i64,
    from: u32,
}

/// Switches a campaign on (phát hành đợt).
#[derive(Clone, Debug, Serialize)]
struct Issue {
    campaign: CampaignId,
    rev: i64,
    /// What follows from the rest is no part of what was asked.
    #[serde(skip)]
    plan: Option<IssuedPlan>,
}

impl Case for Clear {
    type Output = bool;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<bool, Ending> {
        let set_up = open(ctx, scope, self.campaign, self.rev).await?;
        Ok(store::assignment::clear(&mut ctx.tx, &set_up, CHUNK).await?)
    }
}

impl Case for Lay {
    type Output = bool;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<bool, Ending> {
        let set_up = open(ctx, scope, self.campaign, self.rev).await?;
        let view = load(ctx, scope, set_up.campaign()).await?;
        check(&view)?;
        let assignments = pin(ctx, scope, &view).await?;
        let until = self.from + CHUNK;
        for assignment in assignments.iter().filter(|a| (self.from..until).contains(&a.lo)) {
            store::assignment::insert(&mut ctx.tx, &set_up, assignment).await?;
        }
        Ok(assignments.last().is_some_and(|last| last.lo >= until))
    }
}

impl Case for Issue {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let set_up: SetUp = open(ctx, scope, self.campaign, self.rev).await?;
        ctx.proved(scope, FRESH)?;
        let view = load(ctx, scope, set_up.campaign()).await?;
        check(&view)?;
        let laid = store::assignment::list_pinned(&mut ctx.tx, self.campaign).await?;
        let asked = laid.iter().filter(|row| row.asked && row.body != scope.unit()).count();
        if asked != view.asked().count() + view.organs_asked().count() {
            return Err(Ending::Stale);
        }
        let Stage::Issued { at } = set_up.campaign().stage.issue(ctx.now)? else {
            return Err(Refusal::AlreadyIssued.into());
        };
        if !store::campaign::put_issued(&mut ctx.tx, &set_up, at).await? {
            return Err(Ending::Stale);
        }
        if let Some(plan) = &self.plan {
            store::issued_plan::insert(&mut ctx.tx, &set_up, plan).await?;
        }
        let approved = set_up.campaign().approval.is_given();
        let files = self.plan.as_ref().map(|plan| [&plan.docx, &plan.pdf]);
        let files = files.map(|files| files.map(|file| store::blob::hex(&file.hash)));
        let facts = serde_json::json!({ "asked": asked, "approved": approved, "files": files });
        let about = (Some(scope.unit()), Some(self.campaign));
        ctx.record("campaign.issued", scope, about, facts).await?;
        Ok(())
    }
}

fn check(view: &SetUpView) -> Result<(), Refusal> {
    view.missing.first().map_or(Ok(()), |missing| Err(missing.refusal()))
}

/// The assignment a unit would get, were the campaign issued now; `None` where none is asked of it.
pub(super) fn would_assign(view: &SetUpView, unit: BodyId) -> Option<Assignment> {
    let placed = view.asked().find(|placed| placed.body == unit)?;
    let new = assign(view.campaign.unit, view, placed, 0, 1);
    let shown = view.tier_of(unit)?;
    Some(Assignment {
        campaign: view.campaign.id,
        body: new.body,
        lo: new.lo,
        hi: new.hi,
        above: new.above,
        tier: new.tier,
        asked: new.asked,
        figures: new.figures,
        receiver: new.receiver,
        via: new.via,
        stage: domain::submission::Stage::Drafting,
        received_version: None,
        own_part: None,
        rev: 1,
        deadline: shown.deadline.as_ref().map(|row| row.deadline),
        name: placed.name.clone(),
        short: placed.short.clone(),
    })
}

/// The tree below the issuer as it stands today, in depth-first order.
async fn pin(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    view: &SetUpView,
) -> Result<Vec<NewAssignment>, Ending> {
    let day = calendar::day(ctx.now);
    let units = store::body::list_subtree(&mut ctx.tx, scope.path(), day).await?;
    let mut pinned = Vec::with_capacity(units.len());
    for (at, unit) in units.iter().enumerate() {
        let inside = units[at..].iter().take_while(|other| unit.path.covers(&other.path)).count();
        let (lo, hi) = (at, at + inside);
        pinned.push(assign(scope.unit(), view, unit, to_u32(lo)?, to_u32(hi)?));
    }
    pin_organs(view, &mut pinned)?;
    Ok(pinned)
}

fn assign(issuer: BodyId, view: &SetUpView, unit: &Placed, lo: u32, hi: u32) -> NewAssignment {
    let of = view.tier_of(unit.body);
    let asked = of.filter(|view| view.tier.asked);
    let is_issuer = unit.body == issuer;
    let receiver = |view: &TierView| {
        view.tier.destination.unwrap_or(Destination::Parent).receiver(unit.parent, issuer)
    };
    NewAssignment {
        body: unit.body,
        lo,
        hi,
        above: unit.parent.filter(|_| !is_issuer),
        path: unit.path.clone(),
        level: view.level_of(unit.body).unwrap_or_default().to_owned(),
        tier: of.map(|view| view.tier.key.clone()).unwrap_or_default(),
        // The issuer writes the report of the whole; it is asked of nobody below.
        asked: is_issuer || asked.is_some(),
        figures: true,
        receiver: asked.and_then(receiver),
        via: asked.and_then(|view| view.tier.via),
    }
}

/// The organs that report themselves, as leaves right below the issuer and behind every unit, so that
/// the sums know nothing of them.
fn pin_organs(view: &SetUpView, pinned: &mut Vec<NewAssignment>) -> Result<(), Ending> {
    let Some(issuer) = pinned.first().cloned() else { return Ok(()) };
    for (organ, tier) in view.organs_asked() {
        let lo = to_u32(pinned.len())?;
        pinned.push(NewAssignment {
            body: organ.id,
            lo,
            hi: lo + 1,
            above: Some(issuer.body),
            path: issuer.path.clone(),
            level: tier.key.clone(),
            tier: tier.key.clone(),
            asked: true,
            figures: false,
            receiver: Some(issuer.body),
            via: tier.via,
        });
    }
    pinned[0].hi = to_u32(pinned.len())?;
    Ok(())
}

fn to_u32(position: usize) -> Result<u32, Ending> {
    u32::try_from(position).map_err(|_| Ending::broken("more units than can be counted"))
}
