use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::figures::{FiguresView, View, show_figures, show_pinned};
use crate::work::own;
use crate::{App, Seen, Token};
use domain::body::Organ;
use domain::calendar;
use domain::campaign::Section;
use domain::id::CampaignId;
use domain::submission::{Content, PinnedSums};
use jiff::Timestamp;
use jiff::civil::Date;
use store::assignment::Assignment;
use store::body::Names;
use store::campaign::Campaign;
use store::cascade::FiguresFrom;
use store::draft::{DraftSection, Written};
use store::heading::Heading;
use store::path::Step;
use store::permit::{Permit, Reached, ReadDraft, ReadSubmitted};
use store::scope::Scope;
use store::segment::Table;
use store::submission::Submission;

/// Everything the report of the own unit is set from (báo cáo của đơn vị).
#[derive(Clone, Debug)]
pub struct ReportView {
    pub campaign: Campaign,
    pub assignment: Assignment,
    pub names: Names,
    /// Full name of the body above, as papers are headed; empty where there is none.
    pub parent: String,
    /// Full name of the unit that asked for it.
    pub issuer: String,
    /// To whom it is addressed; empty where it goes to nobody.
    pub to: String,
    pub outline: Vec<Section>,
    /// The unit's own words; once sent, nothing but what was sent.
    pub drafts: Vec<DraftSection>,
    pub figures: ReportFigures,
    /// The way the issuer's own report takes; empty for every other.
    pub path: Vec<Step>,
    /// What stands around it on paper, once somebody wrote that.
    pub heading: Option<Heading>,
    /// Name and title of the one who signs, where somebody leads the unit.
    pub signer: Option<(String, String)>,
    /// The committee in whose name papers of the unit are signed.
    pub committee: Organ,
    pub now: Timestamp,
}

/// The figures of a report (số liệu của báo cáo).
#[derive(Clone, Debug)]
pub enum ReportFigures {
    /// The campaign asks for none.
    None,
    /// What the unit typed itself, by position in the segment.
    Own { table: Table, typed: Vec<String> },
    /// The sums of the units below, as they are now.
    Sums(Box<FiguresView>),
    /// The same as they were when the report was sent.
    SentSums(Box<FiguresView>),
}

/// Gives the report of the seat's own unit as it stands.
pub async fn show_report(
    app: &App,
    token: Token,
    campaign: CampaignId,
) -> Result<Seen<ReportView>, Ending> {
    let Seen { scope, output } = app.read(token, OwnReport { campaign }).await?;
    let Ground { mut report, from, sent } = output;
    let node = report.assignment.body;
    let added_up_in = match from {
        FiguresFrom::Own => return Ok(Seen { scope, output: report }),
        FiguresFrom::Below => campaign,
        FiguresFrom::Child(child) => child,
    };
    let ReportFigures::Own { table, .. } = &report.figures else {
        return Ok(Seen { scope, output: report });
    };
    report.figures = match sent {
        Some(PinnedSums { campaign, position, .. }) => {
            let sums = show_pinned(app, token, campaign, node, position).await?;
            ReportFigures::SentSums(Box::new(sums.asked_by(table)))
        }
        None => {
            let sums = show_figures(app, token, added_up_in, Some(node), View::Received).await?;
            ReportFigures::Sums(Box::new(sums.output.asked_by(table)))
        }
    };
    Ok(Seen { scope, output: report })
}

#[derive(Clone, Debug)]
struct OwnReport {
    campaign: CampaignId,
}

struct Ground {
    report: ReportView,
    from: FiguresFrom,
    /// What the sums were made of when the report was sent; none while it is being written.
    sent: Option<PinnedSums>,
}

impl Case for OwnReport {
    type Output = Ground;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Ground, Ending> {
        let reached = own(ctx, scope, self.campaign).await?;
        let permit = reached.permit::<ReadDraft>()?;
        let campaign = reached.campaign().clone();
        let assignment = reached.assignment().clone();
        let day = calendar::day(ctx.now);
        let names = store::body::get_names(&mut ctx.tx, assignment.body, day).await?;
        let from = store::cascade::figures_from(&mut ctx.tx, &assignment).await?;
        let sent = sent(ctx, &reached).await?;
        let version = sent.as_ref().map_or(campaign.plan_version, |sent| sent.plan_version);
        let Written { outline, drafts, .. } =
            store::draft::list_outline(&mut ctx.tx, &permit, version).await?;
        let path = match campaign.unit == assignment.body {
            true => store::path::list(&mut ctx.tx, campaign.id).await?,
            false => Vec::new(),
        };
        let report = ReportView {
            path,
            // A root of the tree stands under a body that is not in it; the plan named that one.
            parent: match names.parent.is_empty() {
                true => campaign.up_to.clone(),
                false => names.parent.clone(),
            },
            issuer: store::body::get_names(&mut ctx.tx, campaign.unit, day).await?.name,
            to: addressee(ctx, &campaign, &assignment, day).await?,
            outline,
            drafts,
            figures: own_figures(ctx, &reached, &permit).await?,
            heading: store::heading::find(&mut ctx.tx, &permit).await?,
            signer: store::body::find_head(&mut ctx.tx, assignment.body, day).await?,
            committee: committee(ctx, scope, from).await?,
            campaign,
            assignment,
            names,
            now: ctx.now,
        };
        let sent = sent.and_then(|sent| sent.sums);
        Ok(Ground { report, from, sent })
    }
}

/// What lies at the desk or was received, by what it was made of.
struct Sent {
    plan_version: i64,
    sums: Option<PinnedSums>,
}

async fn sent(ctx: &mut Ctx<'_>, reached: &Reached) -> Result<Option<Sent>, Ending> {
    let stage = reached.assignment().stage;
    let Some(version) = stage.version().filter(|_| stage.writable().is_err()) else {
        return Ok(None);
    };
    let permit = reached.permit::<ReadSubmitted>()?;
    let sent = store::submission::list(&mut ctx.tx, &permit).await?;
    let sent = sent.into_iter().find(|sent| sent.version == version);
    let content = store::submission::find_content(&mut ctx.tx, &permit, version).await?;
    let of = |(sent, content): (Submission, Content)| Sent {
        plan_version: sent.plan_version,
        sums: content.sums,
    };
    Ok(sent.zip(content).map(of))
}

async fn addressee(
    ctx: &mut Ctx<'_>,
    campaign: &Campaign,
    assignment: &Assignment,
    day: Date,
) -> Result<String, Ending> {
    match assignment.receiver {
        Some(receiver) => Ok(store::body::get_names(&mut ctx.tx, receiver, day).await?.name),
        None => Ok(campaign.up_to.clone()),
    }
}

async fn own_figures(
    ctx: &mut Ctx<'_>,
    reached: &Reached,
    permit: &Permit<ReadDraft>,
) -> Result<ReportFigures, Ending> {
    let Some(table) = store::segment::find_for(&mut ctx.tx, reached).await? else {
        return Ok(ReportFigures::None);
    };
    let mut typed = vec![String::new(); table.segment.cells().len()];
    for cell in store::draft::list_cells(&mut ctx.tx, permit, table.id()).await? {
        if let Some(place) = typed.get_mut(cell.cell as usize) {
            *place = cell.typed;
        }
    }
    Ok(ReportFigures::Own { table, typed })
}

/// A unit with units below has a standing committee, whether or not it is entered as an organ.
async fn committee(ctx: &mut Ctx<'_>, scope: &Scope, from: FiguresFrom) -> Result<Organ, Ending> {
    let organs = store::body::list_organs(&mut ctx.tx, scope.unit()).await?;
    let standing = organs.iter().any(|organ| organ.organ() == Some(Organ::StandingCommittee));
    Ok(if standing || from != FiguresFrom::Own {
        Organ::StandingCommittee
    } else {
        Organ::ExecutiveCommittee
    })
}
