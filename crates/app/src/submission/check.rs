use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::work::own;
use domain::campaign::{Need, Section};
use domain::figure::{Figure, PackedSegment};
use domain::id::{CampaignId, SectionId};
use domain::number::{self, Reading};
use domain::submission::{Content, Gap, SectionText};
use jiff::Timestamp;
use store::assignment::Assignment;
use store::campaign::Campaign;
use store::cascade::FiguresFrom;
use store::draft::{DraftCell, DraftSection, Written};
use store::permit::{Reached, ReadDraft};
use store::scope::Scope;
use store::segment::Table;

/// Everything about to be sent, on one page, with what is missing (kiểm tra trước khi gửi).
#[derive(Clone, Debug)]
pub struct ShowCheck {
    pub campaign: CampaignId,
}

#[derive(Clone, Debug)]
pub struct CheckView {
    pub campaign: Campaign,
    pub assignment: Assignment,
    pub outline: Vec<Section>,
    pub table: Option<Table>,
    pub drafts: Vec<DraftSection>,
    /// The sections for which a report stands that was handed in before.
    pub covered: Vec<SectionId>,
    pub gaps: Vec<Gap>,
    pub receiver: Option<String>,
    pub via: Option<String>,
    pub now: Timestamp,
}

impl Case for ShowCheck {
    type Output = CheckView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<CheckView, Ending> {
        let reached = own(ctx, scope, self.campaign).await?;
        let draft = draft(ctx, &reached).await?;
        Ok(CheckView {
            campaign: reached.campaign().clone(),
            gaps: gaps(&draft),
            outline: draft.outline,
            table: draft.table,
            drafts: draft.sections,
            covered: draft.covered,
            assignment: reached.assignment().clone(),
            receiver: reached.around().receiver.clone(),
            via: reached.around().via.clone(),
            now: ctx.now,
        })
    }
}

/// The whole draft of a unit, as it would be sent.
pub(super) struct Draft {
    pub outline: Vec<Section>,
    pub sections: Vec<DraftSection>,
    /// The sections for which a report stands that was handed in before.
    pub covered: Vec<SectionId>,
    /// `None` where no figures are asked, or where they are the sums of those below.
    pub table: Option<Table>,
    pub cells: Vec<DraftCell>,
}

/// What is written for a reached assignment, under the plan as it is now.
pub(super) async fn draft(ctx: &mut Ctx<'_>, reached: &Reached) -> Result<Draft, Ending> {
    let permit = &reached.permit::<ReadDraft>()?;
    let version = reached.campaign().plan_version;
    let from = store::cascade::figures_from(&mut ctx.tx, permit.assignment()).await?;
    let table = store::segment::find_for(&mut ctx.tx, reached).await?;
    let table = table.filter(|_| from == FiguresFrom::Own);
    let cells = match &table {
        Some(table) => store::draft::list_cells(&mut ctx.tx, permit, table.id()).await?,
        None => Vec::new(),
    };
    let written = store::draft::list_outline(&mut ctx.tx, permit, version).await?;
    let Written { outline, drafts: sections, covered } = written;
    Ok(Draft { outline, sections, covered, table, cells })
}

/// What is missing, in the order of the outline, then of the table.
pub(super) fn gaps(draft: &Draft) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let asked =
        |section: &&Section| section.need == Need::Required && !draft.covered.contains(&section.id);
    for section in leaves(&draft.outline).filter(asked) {
        let written = draft.sections.iter().find(|d| d.section == section.id);
        if !written.is_some_and(|d| d.complete || !d.words.is_empty()) {
            gaps.push(Gap::SectionEmpty(section.id));
        }
    }
    let Some(table) = &draft.table else { return gaps };
    let mut blank = 0;
    for at in table.asked() {
        let cell = &table.segment.cells()[at];
        let typed = typed(draft, at);
        match number::read(typed, cell.asks.decimals) {
            Ok(read) if read.reading == Reading::Blank => blank += 1,
            Ok(read) if fits(read.reading) => {}
            Ok(_) | Err(_) => gaps.push(Gap::CellUnreadable {
                segment: table.id(),
                cell: u32::try_from(at).unwrap_or(u32::MAX),
                typed: typed.to_owned(),
            }),
        }
    }
    if blank > 0 {
        gaps.push(Gap::CellsBlank { segment: table.id(), count: blank });
    }
    gaps
}

/// The draft as content; unreadable cells must have been refused before.
pub(super) fn content(draft: &Draft) -> Result<Content, Ending> {
    let sections = draft
        .outline
        .iter()
        .map(|section| SectionText {
            section: section.id,
            text: draft
                .sections
                .iter()
                .find(|d| d.section == section.id)
                .map_or_else(String::new, |d| d.words.clone()),
        })
        .collect();
    let mut segments = Vec::new();
    if let Some(table) = &draft.table {
        let figures: Vec<Figure> = table
            .segment
            .cells()
            .iter()
            .enumerate()
            .map(|(at, cell)| match table.asks(at) {
                true => figure(typed(draft, at), cell.asks.decimals),
                false => Figure::NotAsked,
            })
            .collect();
        let packed = PackedSegment::pack(&table.segment, &figures)
            .map_err(|error| Ending::broken(&format!("{error:?}")))?;
        segments.push((table.id(), packed.into_bytes()));
    }
    Ok(Content { sections, segments, sums: None })
}

/// Whether a number leaves room for the sum over every unit of a country.
fn fits(reading: Reading) -> bool {
    const MOST: u64 = 10_000_000_000_000;
    !matches!(reading, Reading::Value(value) if value.unsigned_abs() > MOST)
}

fn typed(draft: &Draft, cell: usize) -> &str {
    let found = draft.cells.iter().find(|d| d.cell as usize == cell);
    found.map_or("", |cell| cell.typed.as_str())
}

fn figure(typed: &str, decimals: u8) -> Figure {
    match number::read(typed, decimals).map(|read| read.reading) {
        Ok(Reading::Value(value)) => Figure::Given(value),
        Ok(Reading::NoneArisen) => Figure::NoneArisen,
        Ok(Reading::NotCollected) => Figure::NotCollected,
        Ok(Reading::Blank) | Err(_) => Figure::Blank,
    }
}

/// The sections that are written: those without sections below them.
pub fn leaves(outline: &[Section]) -> impl Iterator<Item = &Section> {
    outline.iter().enumerate().filter_map(|(at, section)| {
        let heads = outline.get(at + 1).is_some_and(|next| next.depth > section.depth);
        (!heads).then_some(section)
    })
}
