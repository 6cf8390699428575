use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::authority::Relation;
use domain::campaign::Section;
use domain::figure::{Figure, PackedSegment};
use domain::id::{BodyId, CampaignId, SectionId};
use domain::submission::Content;
use jiff::Timestamp;
use store::assignment::Assignment;
use store::campaign::Campaign;
use store::permit::ReadSubmitted;
use store::scope::Scope;
use store::segment::Table;
use store::submission::Submission;
use store::verdict::{ReasonRow, Verdict};

/// One version of one unit's report, as it was sent (bản đã gửi).
#[derive(Clone, Debug)]
pub struct ShowSubmission {
    pub campaign: CampaignId,
    pub body: BodyId,
    /// The newest where none is named.
    pub version: Option<i64>,
}

#[derive(Clone, Debug)]
pub struct SubmissionView {
    pub campaign: Campaign,
    pub assignment: Assignment,
    pub relation: Relation,
    pub outline: Vec<Section>,
    pub table: Option<Table>,
    /// Every version, newest first.
    pub versions: Vec<Submission>,
    /// The version looked at.
    pub shown: Submission,
    pub content: Content,
    /// By position in the segment; empty where the version holds none.
    pub figures: Vec<Figure>,
    /// The figures of the version before, for marking what changed.
    pub before: Vec<Figure>,
    pub before_content: Option<Content>,
    pub verdicts: Vec<Verdict>,
    pub reasons: Vec<ReasonRow>,
    /// The sections for which a report stands that the unit handed in before, and by which
    /// declaration.
    pub covered: Vec<SectionId>,
    pub own_part: Option<i64>,
    /// True names of receiver and desk.
    pub receiver: Option<String>,
    pub via: Option<String>,
    pub now: Timestamp,
}

impl Case for ShowSubmission {
    type Output = SubmissionView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<SubmissionView, Ending> {
        let reached =
            store::assignment::reach(&mut ctx.tx, scope, self.campaign, self.body).await?;
        let reached = reached.ok_or(Ending::NotFound)?;
        let permit = reached.permit::<ReadSubmitted>()?;
        let versions = store::submission::list(&mut ctx.tx, &permit).await?;
        let shown = match self.version {
            None => versions.first(),
            Some(wanted) => versions.iter().find(|version| version.version == wanted),
        };
        let shown = shown.cloned().ok_or(Ending::NotFound)?;
        let content = store::submission::find_content(&mut ctx.tx, &permit, shown.version).await?;
        let content = content.ok_or(Ending::NotFound)?;
        let before_content = match shown.version {
            1 => None,
            version => store::submission::find_content(&mut ctx.tx, &permit, version - 1).await?,
        };
        let of = (self.campaign, self.body);
        let outline = store::outline::list_for(&mut ctx.tx, of, shown.plan_version).await?;
        let table = store::segment::find_for(&mut ctx.tx, &reached).await?;
        let covered = store::own_part::list_covered(&mut ctx.tx, &permit).await?;
        Ok(SubmissionView {
            campaign: reached.campaign().clone(),
            relation: reached.relation(),
            outline,
            figures: figures(table.as_ref(), &content)?,
            before: match &before_content {
                Some(before) => figures(table.as_ref(), before)?,
                None => Vec::new(),
            },
            table,
            versions,
            shown,
            content,
            before_content,
            verdicts: store::verdict::list(&mut ctx.tx, &permit).await?,
            reasons: store::verdict::list_reasons(&mut ctx.tx, &permit).await?,
            own_part: match covered.is_empty() {
                true => None,
                false => {
                    store::own_part::find(&mut ctx.tx, &permit).await?.map(|part| part.version)
                }
            },
            covered,
            receiver: reached.around().receiver.clone(),
            via: reached.around().via.clone(),
            assignment: reached.assignment().clone(),
            now: ctx.now,
        })
    }
}

/// The figures a version holds for the table, by position; empty where it holds none.
pub(crate) fn figures(table: Option<&Table>, content: &Content) -> Result<Vec<Figure>, Ending> {
    let Some(table) = table else { return Ok(Vec::new()) };
    let packed = content.segments.iter().find(|(segment, _)| *segment == table.id());
    let Some((_, packed)) = packed else { return Ok(Vec::new()) };
    PackedSegment::from_bytes(packed.clone())
        .figures(&table.segment)
        .map_err(|error| Ending::broken(&format!("{error:?}")))
}
