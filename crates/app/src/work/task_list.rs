use super::own;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::submission::leaves;
use domain::calendar;
use domain::campaign::Section;
use domain::id::{BodyId, CampaignId};
use domain::submission::{Place, Stage};
use jiff::Timestamp;
use store::assignment::Assignment;
use store::campaign::Campaign;
use store::draft::{DraftCell, DraftSection};
use store::permit::{ReadDraft, ReadSubmitted};
use store::scope::Scope;
use store::segment::Table;
use store::verdict::ReasonRow;

/// One report of the own unit as a list of tasks (danh sách việc của đơn vị).
#[derive(Clone, Debug)]
pub struct ShowTaskList {
    pub campaign: CampaignId,
}

#[derive(Clone, Debug)]
pub struct TaskList {
    pub campaign: Campaign,
    pub assignment: Assignment,
    /// Names of the receiver and of the desk there.
    pub receiver: Option<String>,
    pub via: Option<String>,
    /// Who to ask: name, title, telephone.
    pub contacts: Vec<(String, String, String)>,
    /// The deadline as the plan puts it; empty where it was typed.
    pub phrase: String,
    /// The sections that are written, in order.
    pub sections: Vec<SectionTask>,
    /// What the table of figures is called.
    pub table: String,
    /// `None` where no figures are asked.
    pub cells: Option<CellCount>,
    /// Units below whose reports come in; their sums are the figures.
    pub below: i64,
    /// The reasons of the newest return, while it stands.
    pub reasons: Vec<ReasonRow>,
    pub now: Timestamp,
}

/// A section with how far it is.
#[derive(Clone, Debug)]
pub struct SectionTask {
    pub section: Section,
    /// The heading it stands under; empty at the top.
    pub under: String,
    pub state: SectionState,
}

/// How far a section is (tình trạng mục).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionState {
    NotStarted,
    Drafting,
    Complete,
    /// A reason of the return points at it, and nobody has written here since.
    NeedsMending,
}

/// How full the own table is (số ô đã nhập).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CellCount {
    pub asked: usize,
    pub typed: usize,
    /// Cells a reason of the return points at and that stand as they were.
    pub to_mend: usize,
}

impl Case for ShowTaskList {
    type Output = TaskList;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<TaskList, Ending> {
        let reached = own(ctx, scope, self.campaign).await?;
        let draft = reached.permit::<ReadDraft>()?;
        let sent = reached.permit::<ReadSubmitted>()?;
        let assignment = reached.assignment().clone();
        let campaign = store::campaign::find_issued(&mut ctx.tx, scope, self.campaign).await?;
        let campaign = campaign.ok_or(Ending::NotFound)?;
        let reasons =
            standing(assignment.stage, store::verdict::list_reasons(&mut ctx.tx, &sent).await?);
        let outline = store::outline::list(&mut ctx.tx, self.campaign).await?;
        let drafts = store::draft::list_sections(&mut ctx.tx, &draft).await?;
        let below = store::assignment::count_asked_below(&mut ctx.tx, &assignment).await?;
        let table = store::segment::find(&mut ctx.tx, self.campaign).await?;
        let typed = match &table {
            Some(table) => store::draft::list_cells(&mut ctx.tx, &draft, table.id()).await?,
            None => Vec::new(),
        };
        let to_mend = to_mend(assignment.stage, &reasons, &drafts, &typed);
        let cells = table.as_ref().map(|table| match below {
            0 => CellCount::of(table, &typed, &to_mend),
            _ => CellCount::default(),
        });
        let sections = tasks(&outline, &drafts, &to_mend);
        let deadlines = store::tier::list_deadlines(&mut ctx.tx, self.campaign).await?;
        let phrase = deadlines.into_iter().find(|row| row.tier == assignment.tier);
        let (receiver, via) = (assignment.receiver, assignment.via);
        let contact = via.or(receiver);
        let day = calendar::day(ctx.now);
        Ok(TaskList {
            receiver: short(ctx, receiver).await?,
            via: short(ctx, via).await?,
            contacts: match contact {
                Some(body) => store::body::list_contacts(&mut ctx.tx, body, day).await?,
                None => Vec::new(),
            },
            phrase: phrase.map(|row| row.phrase).unwrap_or_default(),
            table: table.map(|table| table.title).unwrap_or_default(),
            campaign,
            assignment,
            sections,
            cells,
            below,
            reasons,
            now: ctx.now,
        })
    }
}

impl CellCount {
    fn of(table: &Table, typed: &[DraftCell], to_mend: &[Place]) -> CellCount {
        CellCount {
            asked: table.segment.cells().len(),
            typed: typed.iter().filter(|cell| !cell.typed.is_empty()).count(),
            to_mend: to_mend.iter().filter(|place| matches!(place, Place::Cell(..))).count(),
        }
    }
}

/// The places that the return points at and that nobody has written at since.
fn to_mend(
    stage: Stage,
    reasons: &[ReasonRow],
    drafts: &[DraftSection],
    typed: &[DraftCell],
) -> Vec<Place> {
    let Stage::Returned { at: returned, .. } = stage else { return Vec::new() };
    let written = |place: Place| match place {
        Place::Section(id) => drafts.iter().find(|draft| draft.section == id).map(|d| d.at),
        Place::Cell(_, cell) => typed.iter().find(|draft| draft.cell == cell).map(|d| d.at),
        Place::Whole => None,
    };
    let untouched = |place: &Place| written(*place).is_none_or(|at| at <= returned);
    reasons.iter().map(|reason| reason.place).filter(untouched).collect()
}

fn tasks(outline: &[Section], drafts: &[DraftSection], to_mend: &[Place]) -> Vec<SectionTask> {
    leaves(outline)
        .map(|section| {
            let draft = drafts.iter().find(|draft| draft.section == section.id);
            SectionTask {
                section: section.clone(),
                under: heading_above(outline, section).unwrap_or_default().to_owned(),
                state: state(section, draft, to_mend),
            }
        })
        .collect()
}

fn heading_above<'o>(outline: &'o [Section], section: &Section) -> Option<&'o str> {
    let at = outline.iter().position(|other| other.id == section.id)?;
    let above = outline[..at].iter().rev().find(|other| other.depth < section.depth)?;
    Some(&above.title)
}

/// The reasons of the newest return, while the report lies returned.
pub(crate) fn standing(stage: Stage, mut reasons: Vec<ReasonRow>) -> Vec<ReasonRow> {
    let Stage::Returned { version, .. } = stage else { return Vec::new() };
    reasons.retain(|reason| reason.version == version);
    reasons
}

fn state(section: &Section, draft: Option<&DraftSection>, to_mend: &[Place]) -> SectionState {
    match draft {
        _ if to_mend.contains(&Place::Section(section.id)) => SectionState::NeedsMending,
        Some(draft) if draft.complete => SectionState::Complete,
        Some(draft) if !draft.words.is_empty() => SectionState::Drafting,
        _ => SectionState::NotStarted,
    }
}

async fn short(ctx: &mut Ctx<'_>, body: Option<BodyId>) -> Result<Option<String>, Ending> {
    let Some(body) = body else { return Ok(None) };
    let day = calendar::day(ctx.now);
    Ok(Some(store::body::get_names(&mut ctx.tx, body, day).await?.short))
}
