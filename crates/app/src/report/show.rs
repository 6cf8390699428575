use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::figures::{FiguresView, View, show_figures};
use crate::work::own;
use crate::{App, Seen, Token};
use domain::calendar;
use domain::campaign::Section;
use domain::id::{BodyId, CampaignId};
use domain::submission::SectionText;
use jiff::Timestamp;
use store::assignment::Assignment;
use store::body::Names;
use store::campaign::Campaign;
use store::permit::ReadDraft;
use store::scope::Scope;

/// Everything the report of the own unit is set from (báo cáo của đơn vị).
#[derive(Clone, Debug)]
pub struct ReportView {
    pub campaign: Campaign,
    pub assignment: Assignment,
    pub names: Names,
    pub outline: Vec<Section>,
    pub sections: Vec<SectionText>,
    pub stand: Stand,
    /// `None` where the campaign asks for no figures.
    pub figures: Option<FiguresView>,
    /// The name of the one who signs, where somebody leads the unit.
    pub signer: Option<(String, String)>,
    pub now: Timestamp,
}

/// Whether the words may still change (tình trạng báo cáo).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// The unit's own draft.
    Draft,
    /// What was sent as this version.
    Sent(i64),
}

/// Gives the report of the seat's own unit: its draft, or the newest version where one lies above.
pub async fn show_report(
    app: &App,
    token: Token,
    campaign: CampaignId,
) -> Result<Seen<ReportView>, Ending> {
    let Seen { scope, output: mut report } = app.read(token, OwnReport { campaign }).await?;
    let node: BodyId = report.assignment.body;
    report.figures = match show_figures(app, token, campaign, Some(node), View::Received).await {
        Ok(seen) => Some(seen.output),
        Err(Ending::NotFound) => None,
        Err(ending) => return Err(ending),
    };
    Ok(Seen { scope, output: report })
}

#[derive(Clone, Debug)]
struct OwnReport {
    campaign: CampaignId,
}

impl Case for OwnReport {
    type Output = ReportView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<ReportView, Ending> {
        let reached = own(ctx, scope, self.campaign).await?;
        let permit = reached.permit::<ReadDraft>()?;
        let campaign = store::campaign::find_issued(&mut ctx.tx, scope, self.campaign).await?;
        let assignment = reached.assignment().clone();
        let day = calendar::day(ctx.now);
        let outline = store::outline::list(&mut ctx.tx, self.campaign).await?;
        let drafts = store::draft::list_sections(&mut ctx.tx, &permit).await?;
        let sections = drafts
            .into_iter()
            .map(|draft| SectionText { section: draft.section, text: draft.words })
            .collect();
        // While a version lies above or was taken in, nothing can be written, so the draft is it.
        let stand = match (assignment.stage.writable(), assignment.stage.version()) {
            (Err(_), Some(version)) => Stand::Sent(version),
            _ => Stand::Draft,
        };
        Ok(ReportView {
            campaign: campaign.ok_or(Ending::NotFound)?,
            names: store::body::get_names(&mut ctx.tx, assignment.body, day).await?,
            signer: store::body::find_head(&mut ctx.tx, assignment.body, day).await?,
            assignment,
            outline,
            sections,
            stand,
            figures: None,
            now: ctx.now,
        })
    }
}
