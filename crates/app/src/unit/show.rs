use super::own_on;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::authority::{Action, Relation};
use domain::calendar;
use domain::id::BodyId;
use domain::unit_record::UnitRecord;
use jiff::civil::Date;
use store::body::{Level, OrganRow};
use store::scope::Scope;
use store::unit::{AskedBy, Kin, Stay};
use store::unit_record::EarlierTerm;

/// A unit as of a day, with all that happened to it (hồ sơ đơn vị).
#[derive(Clone, Debug)]
pub struct ShowUnit {
    pub unit: BodyId,
    /// Today where none is named.
    pub on: Option<Date>,
}

#[derive(Clone, Debug)]
pub struct UnitView {
    pub code: String,
    /// Where it stands on the day; where it last stood, if it has ended.
    pub stay: Stay,
    pub levels: Vec<Level>,
    /// Every place it had, the oldest first.
    pub stays: Vec<Stay>,
    pub kin: Vec<Kin>,
    pub organs: Vec<OrganRow>,
    /// Name, title and telephone of whom others may call.
    pub people: Vec<(String, String, String)>,
    pub campaigns: Vec<AskedBy>,
    pub record: UnitRecord,
    /// The terms of units that were merged into it.
    pub earlier: Vec<EarlierTerm>,
    /// Units directly below.
    pub below: i64,
    pub day: Date,
    /// Whether the seat may reorganise it.
    pub organises: bool,
}

/// Older campaigns are found under campaigns.
const CAMPAIGNS_SHOWN: i64 = 20;

impl Case for ShowUnit {
    type Output = UnitView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<UnitView, Ending> {
        let day = self.on.unwrap_or(calendar::day(ctx.now));
        let stays = store::unit::list_stays(&mut ctx.tx, self.unit).await?;
        let stay = on(&stays, day).cloned().ok_or(Ending::NotFound)?;
        let own = own_on(ctx, scope, stay.from.max(day.min(last_day(&stay)))).await?;
        if !own.path.covers(&stay.path) {
            return Err(Ending::NotFound);
        }
        let tx = &mut ctx.tx;
        Ok(UnitView {
            code: store::body::get_code(tx, self.unit).await?,
            levels: store::body::list_levels(tx).await?,
            kin: store::unit::list_kin(tx, self.unit).await?,
            organs: store::body::list_organs(tx, self.unit).await?,
            people: store::body::list_contacts(tx, self.unit, day).await?,
            campaigns: store::unit::list_asked_by(tx, scope, self.unit, CAMPAIGNS_SHOWN).await?,
            record: store::unit_record::get(tx, self.unit).await?,
            earlier: store::unit_record::list_earlier(tx, self.unit).await?,
            below: store::unit::count_children(tx, self.unit, day).await?,
            organises: scope.may(Action::Organise, Relation::Ancestor).is_ok(),
            stay,
            stays,
            day,
        })
    }
}

/// Where it stands on the day; else where it last stood before, or first after.
fn on(stays: &[Stay], day: Date) -> Option<&Stay> {
    let before = stays.iter().rev().find(|stay| stay.from <= day);
    before.or(stays.first())
}

/// The last day of a stay.
fn last_day(stay: &Stay) -> Date {
    stay.to.and_then(|to| to.yesterday().ok()).unwrap_or(Date::MAX)
}
