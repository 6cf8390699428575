use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::work::own;
use domain::campaign::Section;
use domain::id::{CampaignId, SectionId};
use domain::submission::Place;
use jiff::Timestamp;
use store::assignment::Assignment;
use store::draft::{DraftSection, Written};
use store::library::Item;
use store::permit::{ReadDraft, ReadTotals};
use store::scope::Scope;
use store::submission::LowerText;
use store::verdict::Standing;

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
    /// Whether a report the unit handed in before covers the section.
    pub covered: Cover,
    /// Position of the section in the outline.
    pub at: usize,
    /// Why the section was returned, while the return stands.
    pub reasons: Vec<Standing>,
    /// Every place a standing return points at and nobody has written at since.
    pub to_mend: Vec<Place>,
    /// The desk that returned it, or would.
    pub returned_by: String,
    /// The documents opened from here.
    pub library: Vec<Item>,
    /// What the units below wrote here, in versions received.
    pub lower: Vec<LowerText>,
    /// Units whose reports come here and that are asked this section, and how many are not.
    pub reporting: i64,
    pub not_asked: i64,
    pub now: Timestamp,
}

/// Whether a section is still to be written (tình trạng mục).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
    Open,
    Covered,
}

impl Case for ShowSection {
    type Output = SectionView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<SectionView, Ending> {
        let reached = own(ctx, scope, self.campaign).await?;
        let permit = reached.permit::<ReadDraft>()?;
        let version = reached.campaign().plan_version;
        let written = store::draft::list_outline(&mut ctx.tx, &permit, version).await?;
        let Written { outline, drafts, covered } = written;
        let at = outline.iter().position(|section| section.id == self.section);
        let mut reasons = store::verdict::list_standing(&mut ctx.tx, &permit).await?;
        let to_mend = crate::work::to_mend(reached.assignment().stage, &reasons);
        reasons.retain(|reason| reason.place == Place::Section(self.section));
        let totals = reached.permit::<ReadTotals>();
        let mut lower = match totals {
            Ok(permit) => {
                store::submission::list_received_below(&mut ctx.tx, &permit, self.section).await?
            }
            Err(_) => Vec::new(),
        };
        let around = reached.around().clone();
        let ((reporting, not_asked), child, library) =
            store::library::list_beside(&mut ctx.tx, scope, self.campaign, self.section).await?;
        if let Some(child) = child {
            lower.extend(self.lower_in(ctx, scope, child).await?);
        }
        Ok(SectionView {
            title: reached.campaign().title.clone(),
            assignment: reached.assignment().clone(),
            at: at.ok_or(Ending::NotFound)?,
            outline,
            drafts,
            covered: if covered.contains(&self.section) { Cover::Covered } else { Cover::Open },
            to_mend,
            returned_by: around.via.or(around.receiver).unwrap_or_default(),
            library,
            reporting,
            not_asked,
            reasons,
            lower,
            now: ctx.now,
        })
    }
}

impl ShowSection {
    /// What was received in the campaign the unit issued under this one: the section is the same.
    async fn lower_in(
        &self,
        ctx: &mut Ctx<'_>,
        scope: &Scope,
        child: CampaignId,
    ) -> Result<Vec<LowerText>, Ending> {
        let reached = store::assignment::reach(&mut ctx.tx, scope, child, scope.unit()).await?;
        match reached.ok_or(Ending::NotFound)?.permit::<ReadTotals>() {
            Ok(permit) => {
                Ok(store::submission::list_received_below(&mut ctx.tx, &permit, self.section)
                    .await?)
            }
            Err(_) => Ok(Vec::new()),
        }
    }
}
