use super::reach;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::authority::{Action, Relation};
use domain::calendar;
use domain::id::BodyId;
use domain::unit_record::UnitRecord;
use serde::Serialize;
use store::body::Placed;
use store::scope::Scope;

/// The record of a unit for whoever may change it (sửa hồ sơ đơn vị).
#[derive(Clone, Debug)]
pub struct ShowRecord {
    pub unit: BodyId,
}

#[derive(Clone, Debug)]
pub struct RecordView {
    pub unit: Placed,
    pub record: UnitRecord,
}

/// Puts a record in place of the one its writer saw (lưu hồ sơ đơn vị).
#[derive(Clone, Debug, Serialize)]
pub struct PutRecord {
    pub unit: BodyId,
    pub seen: UnitRecord,
    pub record: UnitRecord,
}

impl Case for ShowRecord {
    type Output = RecordView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<RecordView, Ending> {
        scope.may(Action::Organise, Relation::Own)?;
        let unit = reach(ctx, scope, self.unit, calendar::day(ctx.now)).await?;
        let record = store::unit_record::get(&mut ctx.tx, unit.body).await?;
        Ok(RecordView { unit, record })
    }
}

impl Case for PutRecord {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        scope.may(Action::Organise, Relation::Own)?;
        let unit = reach(ctx, scope, self.unit, calendar::day(ctx.now)).await?;
        let now = store::unit_record::get(&mut ctx.tx, unit.body).await?;
        if now == self.record {
            return Ok(());
        }
        if now != self.seen {
            return Err(Ending::Stale);
        }
        store::unit_record::put(&mut ctx.tx, unit.body, &self.record).await?;
        let facts = serde_json::json!({ "unit": unit.body });
        ctx.record("unit.record_changed", scope, (Some(unit.body), None), facts).await?;
        Ok(())
    }
}
