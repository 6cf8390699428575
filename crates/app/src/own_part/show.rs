use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::submission::leaves;
use crate::work::own;
use domain::authority::Relation;
use domain::calendar;
use domain::campaign::Section;
use domain::file::File;
use domain::id::{BodyId, CampaignId, SectionId};
use jiff::civil::Date;
use store::assignment::Assignment;
use store::campaign::Campaign;
use store::own_part::OwnPart;
use store::permit::{Reached, ReadSubmitted, Review, Submit};
use store::scope::Scope;

/// The declaration of the own unit, as far as there is one (phần của mình).
#[derive(Clone, Debug)]
pub struct ShowOwnPart {
    pub campaign: CampaignId,
}

#[derive(Clone, Debug)]
pub struct OwnPartView {
    pub declared: DeclaredView,
    /// Whether the seat may declare for the unit.
    pub declares: Right,
    pub today: Date,
}

/// The declaration of a unit, for those above (khai báo của đơn vị).
#[derive(Clone, Debug)]
pub struct ShowDeclared {
    pub campaign: CampaignId,
    pub body: BodyId,
}

#[derive(Clone, Debug)]
pub struct DeclaredView {
    pub campaign: Campaign,
    pub assignment: Assignment,
    pub relation: Relation,
    pub part: Option<OwnPart>,
    /// The sections that are written, in order.
    pub sections: Vec<Section>,
    /// Those of them the report covers now.
    pub covered: Vec<SectionId>,
    /// What the table of figures is called, where the unit is asked for one.
    pub table: Option<String>,
    /// Whether the seat may say something of it.
    pub decides: Right,
}

/// Whether the seat may act here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    Acts,
    Reads,
}

/// The report that came with a declaration (tệp báo cáo).
#[derive(Clone, Debug)]
pub struct FindReport {
    pub campaign: CampaignId,
    pub body: BodyId,
    pub version: i64,
}

impl Case for ShowOwnPart {
    type Output = OwnPartView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<OwnPartView, Ending> {
        let reached = own(ctx, scope, self.campaign).await?;
        let may = reached.permit::<Submit>().is_ok();
        let receives = reached.assignment().receiver.is_some();
        Ok(OwnPartView {
            declared: view(ctx, &reached).await?,
            declares: if may && receives { Right::Acts } else { Right::Reads },
            today: calendar::day(ctx.now),
        })
    }
}

impl Case for ShowDeclared {
    type Output = DeclaredView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<DeclaredView, Ending> {
        let reached =
            store::assignment::reach(&mut ctx.tx, scope, self.campaign, self.body).await?;
        let view = view(ctx, &reached.ok_or(Ending::NotFound)?).await?;
        if view.part.is_none() {
            return Err(Ending::NotFound);
        }
        Ok(view)
    }
}

impl Case for FindReport {
    type Output = File;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<File, Ending> {
        let reached =
            store::assignment::reach(&mut ctx.tx, scope, self.campaign, self.body).await?;
        let permit = reached.ok_or(Ending::NotFound)?.permit::<ReadSubmitted>()?;
        let file = store::own_part::find_file(&mut ctx.tx, &permit, self.version).await?;
        file.ok_or(Ending::NotFound)
    }
}

async fn view(ctx: &mut Ctx<'_>, reached: &Reached) -> Result<DeclaredView, Ending> {
    let permit = reached.permit::<ReadSubmitted>()?;
    let assignment = reached.assignment().clone();
    let campaign = reached.campaign().clone();
    let of = (campaign.id, assignment.body);
    let outline = store::outline::list_for(&mut ctx.tx, of, campaign.plan_version).await?;
    let table = store::segment::find_for(&mut ctx.tx, reached).await?;
    Ok(DeclaredView {
        relation: reached.relation(),
        part: store::own_part::find(&mut ctx.tx, &permit).await?,
        covered: store::own_part::list_covered(&mut ctx.tx, &permit).await?,
        sections: leaves(&outline).cloned().collect(),
        table: table.map(|table| table.title),
        decides: match reached.permit::<Review>() {
            Ok(_) => Right::Acts,
            Err(_) => Right::Reads,
        },
        campaign,
        assignment,
    })
}
