use super::own;
use crate::amendment::{Version, concerning};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::submission::leaves;
use domain::calendar;
use domain::campaign::Section;
use domain::figure::{OwnTerm, Segment};
use domain::id::CampaignId;
use domain::submission::{Place, Stage};
use jiff::Timestamp;
use jiff::civil::Date;
use store::assignment::Assignment;
use store::campaign::Campaign;
use store::draft::{DraftSection, Filled, Written};
use store::path::Step;
use store::permit::ReadDraft;
use store::scope::Scope;
use store::verdict::Standing;

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
    /// What the unit is told beside, where it is asked otherwise than those of its level.
    pub note: String,
    /// Between which days it holds its own review.
    pub hold: Option<(Date, Date)>,
    /// The sections that are written, in order.
    pub sections: Vec<SectionTask>,
    /// The time of its own for which the unit reports, where it has one.
    pub term: Option<OwnTerm>,
    /// What the table of figures is called.
    pub table: String,
    /// `None` where no figures are asked.
    pub cells: Option<CellCount>,
    /// Units below whose reports come in; their sums are the figures.
    pub below: i64,
    /// How the unit carries it further down; `None` where there is nobody left to ask.
    pub cascade: Option<CascadeState>,
    /// How many documents the campaign's library holds.
    pub library: i64,
    /// The newest version of the plan the body has read; 0 for none.
    pub read: i64,
    /// The newest version that concerns it.
    pub due: i64,
    /// What amendments changed for it and it has not read, oldest first.
    pub changed: Vec<Version>,
    /// The sections that were added since the report was sent, while that stands.
    pub lacking: Vec<Section>,
    /// The way of the report it goes into, for the issuer and its organs, who take its steps.
    pub path: Vec<Step>,
    /// The reasons of the newest return, while it stands.
    pub reasons: Vec<Standing>,
    pub now: Timestamp,
}

/// How a unit carries a campaign further down (tình trạng triển khai xuống cấp dưới).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CascadeState {
    /// So many units below could be asked.
    Open {
        units: i64,
    },
    Preparing(CampaignId),
    Issued(CampaignId),
}

impl CascadeState {
    fn of(filled: &Filled) -> Option<CascadeState> {
        match filled.child {
            Some((child, Some(_))) => Some(CascadeState::Issued(child)),
            Some((child, None)) => Some(CascadeState::Preparing(child)),
            None => (filled.unasked > 0).then_some(CascadeState::Open { units: filled.unasked }),
        }
    }
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
    /// A report the unit handed in before stands for it.
    Covered,
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
        let permit = reached.permit::<ReadDraft>()?;
        let assignment = reached.assignment().clone();
        let version = reached.campaign().plan_version;
        let written = store::draft::list_outline(&mut ctx.tx, &permit, version).await?;
        let reasons = store::verdict::list_standing(&mut ctx.tx, &permit).await?;
        let to_mend = to_mend(assignment.stage, &reasons);
        let filled = store::draft::get_filled(&mut ctx.tx, &permit).await?;
        let portion = &reached.around().portion;
        let asked = |segment: &Segment| portion.asks(segment).iter().filter(|asks| **asks).count();
        let table = filled.table.as_ref().map(|(title, cells, typed)| (title, asked(cells), typed));
        let table = table.filter(|(_, asked, _)| *asked > 0);
        let cells = table.map(|(_, asked, typed)| CellCount {
            asked,
            typed: usize::try_from(*typed).unwrap_or(0),
            to_mend: to_mend.iter().filter(|place| matches!(place, Place::Cell(..))).count(),
        });
        let contact = assignment.via.or(assignment.receiver);
        let day = calendar::day(ctx.now);
        Ok(TaskList {
            receiver: reached.around().receiver.clone(),
            via: reached.around().via.clone(),
            contacts: match contact {
                Some(body) => store::body::list_contacts(&mut ctx.tx, body, day).await?,
                None => Vec::new(),
            },
            cascade: CascadeState::of(&filled)
                .filter(|_| reached.campaign().unit != assignment.body && assignment.figures),
            library: filled.documents,
            phrase: reached.around().phrase.clone(),
            note: reached.around().note.clone(),
            hold: reached.around().hold,
            sections: tasks(&written, &to_mend),
            table: table.map(|(title, ..)| title.clone()).unwrap_or_default(),
            term: portion.term,
            cells,
            read: filled.read,
            due: filled.due,
            changed: match filled.read.max(1) < filled.due {
                true => concerning(ctx, &assignment, filled.read).await?,
                false => Vec::new(),
            },
            lacking: lacking(ctx, &assignment, (&written.outline, version), &filled).await?,
            path: match !assignment.figures || assignment.body == reached.campaign().unit {
                true => store::path::list(&mut ctx.tx, self.campaign).await?,
                false => Vec::new(),
            },
            below: filled.below,
            campaign: reached.campaign().clone(),
            assignment,
            reasons,
            now: ctx.now,
        })
    }
}

/// What the report that was sent does not answer of the outline as it is now. One that may be written
/// on holds it among its tasks.
async fn lacking(
    ctx: &mut Ctx<'_>,
    of: &Assignment,
    (outline, version): (&[Section], i64),
    filled: &Filled,
) -> Result<Vec<Section>, Ending> {
    let sent_under =
        filled.sent_under.filter(|sent| of.stage.writable().is_err() && *sent < version);
    let Some(sent_under) = sent_under else { return Ok(Vec::new()) };
    let before = store::outline::list_for(&mut ctx.tx, (of.campaign, of.body), sent_under).await?;
    let new = |section: &&Section| before.iter().all(|old| old.id != section.id);
    Ok(leaves(outline).filter(new).cloned().collect())
}

/// The places that the return points at and that nobody has written at since.
pub(crate) fn to_mend(stage: Stage, reasons: &[Standing]) -> Vec<Place> {
    let Stage::Returned { at: returned, .. } = stage else { return Vec::new() };
    let untouched = |reason: &&Standing| reason.written.is_none_or(|written| written <= returned);
    reasons.iter().filter(untouched).map(|reason| reason.place).collect()
}

pub(crate) fn tasks(written: &Written, to_mend: &[Place]) -> Vec<SectionTask> {
    leaves(&written.outline)
        .map(|section| {
            let draft = written.drafts.iter().find(|draft| draft.section == section.id);
            let state = match written.covered.contains(&section.id) {
                true => SectionState::Covered,
                false => state(section, draft, to_mend),
            };
            let under = heading_above(&written.outline, section).unwrap_or_default().to_owned();
            SectionTask { section: section.clone(), under, state }
        })
        .collect()
}

fn heading_above<'o>(outline: &'o [Section], section: &Section) -> Option<&'o str> {
    let at = outline.iter().position(|other| other.id == section.id)?;
    let above = outline[..at].iter().rev().find(|other| other.depth < section.depth)?;
    Some(&above.title)
}

fn state(section: &Section, draft: Option<&DraftSection>, to_mend: &[Place]) -> SectionState {
    match draft {
        _ if to_mend.contains(&Place::Section(section.id)) => SectionState::NeedsMending,
        Some(draft) if draft.complete => SectionState::Complete,
        Some(draft) if !draft.words.is_empty() => SectionState::Drafting,
        _ => SectionState::NotStarted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::id::Chance;

    #[test]
    fn a_place_is_mended_once_written_after_the_return() {
        let at = |second: i64| Timestamp::from_second(second).unwrap();
        let section = Place::Section(Chance::new([1; 32]).id());
        let returned = Stage::Returned { version: 1, at: at(100) };
        let table = [
            (returned, None, true),
            (returned, Some(99), true),
            (returned, Some(100), true),
            (returned, Some(101), false),
            (Stage::Submitted { version: 2, at: at(200) }, None, false),
            (Stage::Drafting, None, false),
        ];
        for (stage, written, open) in table {
            let written = written.map(at);
            let reason = Standing { place: section, words: String::new(), written };
            let expected = if open { vec![section] } else { Vec::new() };
            assert_eq!(to_mend(stage, &[reason]), expected, "{stage:?} {written:?}");
        }
        let whole = Standing { place: Place::Whole, words: String::new(), written: None };
        assert_eq!(
            to_mend(returned, &[whole]),
            [Place::Whole],
            "the whole stands until sent again"
        );
    }
}
