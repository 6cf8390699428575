use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::work::own;
use domain::campaign::Section;
use domain::id::{BodyId, CampaignId, SectionId};
use domain::submission::Place;
use jiff::Timestamp;
use store::assignment::Assignment;
use store::draft::DraftSection;
use store::permit::{ReadDraft, ReadSubmitted, ReadTotals};
use store::scope::Scope;
use store::verdict::ReasonRow;

/// A section with its guidance, the own draft and what lies beside it (soạn thuyết minh).
#[derive(Clone, Debug)]
pub struct ShowSection {
    pub campaign: CampaignId,
    pub section: SectionId,
}

#[derive(Clone, Debug)]
pub struct SectionView {
    pub title: String,
    pub assignment: Assignment,
    pub outline: Vec<Section>,
    pub drafts: Vec<DraftSection>,
    /// Position of the section in the outline.
    pub at: usize,
    /// Why the section was returned, while the return stands.
    pub reasons: Vec<ReasonRow>,
    /// The desk that returned it, or would.
    pub returned_by: String,
    /// What the units below wrote here, in versions received.
    pub lower: Vec<LowerText>,
    /// Units whose reports come here.
    pub reporting: usize,
    pub now: Timestamp,
}

/// A text from below with its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LowerText {
    pub body: BodyId,
    pub unit: String,
    pub version: i64,
    pub words: String,
}

impl Case for ShowSection {
    type Output = SectionView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<SectionView, Ending> {
        let reached = own(ctx, scope, self.campaign).await?;
        let draft = reached.permit::<ReadDraft>()?;
        let campaign = store::campaign::find_issued(&mut ctx.tx, scope, self.campaign).await?;
        let outline = store::outline::list(&mut ctx.tx, self.campaign).await?;
        let at = outline.iter().position(|section| section.id == self.section);
        let sent = reached.permit::<ReadSubmitted>()?;
        let mut reasons = crate::work::standing(
            reached.assignment().stage,
            store::verdict::list_reasons(&mut ctx.tx, &sent).await?,
        );
        reasons.retain(|reason| reason.place == Place::Section(self.section));
        let totals = reached.permit::<ReadTotals>();
        let lower = match totals {
            Ok(permit) => store::submission::list_received_below(&mut ctx.tx, &permit).await?,
            Err(_) => Vec::new(),
        };
        let arriving = store::assignment::list_arriving(&mut ctx.tx, scope, self.campaign).await?;
        let reporting = arriving.len();
        let desk = reached.assignment().via.or(reached.assignment().receiver);
        let day = domain::calendar::day(ctx.now);
        let returned_by = match desk {
            Some(body) => store::body::get_names(&mut ctx.tx, body, day).await?.short,
            None => String::new(),
        };
        Ok(SectionView {
            title: campaign.ok_or(Ending::NotFound)?.title,
            assignment: reached.assignment().clone(),
            at: at.ok_or(Ending::NotFound)?,
            outline,
            drafts: store::draft::list_sections(&mut ctx.tx, &draft).await?,
            returned_by,
            reasons,
            reporting,
            lower: lower
                .into_iter()
                .filter_map(|(body, unit, version, content)| {
                    let words = content.section(self.section)?.to_owned();
                    (!words.is_empty()).then_some(LowerText { body, unit, version, words })
                })
                .collect(),
            now: ctx.now,
        })
    }
}
