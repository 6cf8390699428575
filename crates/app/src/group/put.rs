use super::settle::settle;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::authority::{Action, Relation};
use domain::calendar;
use domain::file::File;
use domain::group::{Kind, Paper, Refusal, Term, line};
use domain::id::{BodyId, CampaignId};
use domain::text::fold;
use jiff::civil::Date;
use serde::Serialize;
use store::campaign::CampaignRow;
use store::group::{Group, OwnGroup};
use store::scope::Scope;

/// Sets a group up by its decision, or says better what it is (thành lập, sửa thông tin).
#[derive(Clone, Debug, Serialize)]
pub struct PutGroup {
    pub name: String,
    pub kind: Kind,
    pub purpose: String,
    /// The campaign it serves; one of the own unit.
    pub campaign: Option<CampaignId>,
    pub how: Putting,
}

#[derive(Clone, Debug, Serialize)]
pub enum Putting {
    Found {
        from: Option<Date>,
        /// The first day on which it stands no more, where the decision says one.
        to: Option<Date>,
        number: String,
        day: Option<Date>,
        /// Already kept among the blobs.
        file: Option<File>,
    },
    /// The group and the `rev` its officer saw.
    Correct(BodyId, i64),
}

/// What a form that sets a group up is drawn from (thông tin để thành lập).
#[derive(Clone, Debug)]
pub struct ShowFounding;

#[derive(Clone, Debug)]
pub struct Founding {
    /// The campaigns a group may serve.
    pub campaigns: Vec<CampaignRow>,
    pub today: Date,
}

impl Case for PutGroup {
    type Output = BodyId;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<BodyId, Ending> {
        scope.may(Action::SetUp, Relation::Own)?;
        let name = line(&self.name)?;
        if name.is_empty() {
            return Err(Refusal::NameMissing.into());
        }
        let own = match &self.how {
            Putting::Found { .. } => self.found(ctx, scope, name).await?,
            Putting::Correct(id, rev) => self.correct(ctx, scope, name, (*id, *rev)).await?,
        };
        if let Some(campaign) = self.campaign {
            settle(ctx, scope, &own, campaign).await?;
        }
        Ok(own.group().id)
    }
}

impl PutGroup {
    async fn found(
        &self,
        ctx: &mut Ctx<'_>,
        scope: &Scope,
        name: String,
    ) -> Result<OwnGroup, Ending> {
        let Putting::Found { from, to, number, day, file } = &self.how else {
            return Err(Ending::NotFound);
        };
        self.free(ctx, scope, &name, None).await?;
        let paper = Paper::new(number, *day)?;
        let file = file.as_ref().ok_or(Refusal::FileMissing)?;
        let term = Term::new(from.unwrap_or(paper.day), *to)?;
        let group = Group {
            id: ctx.chance.id(),
            unit: scope.unit(),
            name,
            kind: self.kind,
            purpose: line(&self.purpose)?,
            campaign: self.campaign(ctx, scope).await?,
            term,
            why: String::new(),
            rev: 1,
            members: 0,
        };
        let own = store::group::insert(&mut ctx.tx, scope, &group).await?;
        let now = ctx.now;
        store::group::insert_decision(&mut ctx.tx, &own, (&paper, Some(file)), now).await?;
        let facts = serde_json::json!({
            "group": group.id, "name": group.name, "kind": group.kind, "paper": paper,
            "from": term.from, "to": term.to, "file": store::blob::hex(&file.hash),
        });
        ctx.record("group.founded", scope, (Some(scope.unit()), self.campaign), facts).await?;
        Ok(own)
    }

    async fn correct(
        &self,
        ctx: &mut Ctx<'_>,
        scope: &Scope,
        name: String,
        (id, rev): (BodyId, i64),
    ) -> Result<OwnGroup, Ending> {
        let own = super::open(ctx, scope, (id, rev)).await?;
        self.free(ctx, scope, &name, Some(id)).await?;
        let before = own.group();
        let changed = Group {
            name,
            kind: self.kind,
            purpose: line(&self.purpose)?,
            campaign: self.campaign(ctx, scope).await?,
            ..before.clone()
        };
        if !store::group::put(&mut ctx.tx, &own, &changed).await? {
            return Err(Ending::Stale);
        }
        let facts = serde_json::json!({
            "group": id, "name": changed.name, "before": before.name, "kind": changed.kind,
            "purpose": changed.purpose,
        });
        ctx.record("group.changed", scope, (Some(scope.unit()), self.campaign), facts).await?;
        Ok(own)
    }

    /// Passes where no other group of the unit that stands is called so.
    async fn free(
        &self,
        ctx: &mut Ctx<'_>,
        scope: &Scope,
        name: &str,
        own: Option<BodyId>,
    ) -> Result<(), Ending> {
        let today = calendar::day(ctx.now);
        let standing = store::group::list_standing(&mut ctx.tx, scope, today).await?;
        let mut others = standing.iter().filter(|(id, _)| Some(*id) != own);
        match others.any(|(_, other)| fold(other) == fold(name)) {
            true => Err(Refusal::NameTaken.into()),
            false => Ok(()),
        }
    }

    async fn campaign(
        &self,
        ctx: &mut Ctx<'_>,
        scope: &Scope,
    ) -> Result<Option<(CampaignId, String)>, Ending> {
        let Some(id) = self.campaign else { return Ok(None) };
        let found = store::campaign::find_own(&mut ctx.tx, scope, id).await?;
        let campaign = found.ok_or(Ending::NotFound)?;
        Ok(Some((id, campaign.title)))
    }
}

impl Case for ShowFounding {
    type Output = Founding;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Founding, Ending> {
        scope.may(Action::SetUp, Relation::Own)?;
        let campaigns = store::campaign::list_own(&mut ctx.tx, scope).await?;
        Ok(Founding { campaigns, today: calendar::day(ctx.now) })
    }
}
