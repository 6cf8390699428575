use super::issue::would_assign;
use super::set_up::{SetUpView, load, reach};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::work::{CascadeState, CellCount, TaskList, tasks};
use domain::calendar;
use domain::campaign::Section;
use domain::id::{BodyId, CampaignId, SectionId};
use store::assignment::Assignment;
use store::draft::Written;
use store::library::Item;
use store::scope::Scope;
use store::segment::Table;

/// A campaign as one of its units will see it (xem thử như đơn vị).
#[derive(Clone, Debug)]
pub struct ShowPreview {
    pub campaign: CampaignId,
    pub unit: BodyId,
}

/// What the unit's own pages will be made from, with nothing written yet.
#[derive(Clone, Debug)]
pub struct PreviewView {
    pub list: TaskList,
    pub outline: Vec<Section>,
    pub table: Option<Table>,
    /// The documents of the campaign, with the sections they are opened from.
    pub library: Vec<(Item, Vec<SectionId>)>,
}

impl Case for ShowPreview {
    type Output = PreviewView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<PreviewView, Ending> {
        let set_up = reach(ctx, scope, self.campaign).await?;
        let view = load(ctx, scope, set_up.campaign()).await?;
        let assignment = would_assign(&view, self.unit).ok_or(Ending::NotFound)?;
        let day = calendar::day(ctx.now);
        let short = async |ctx: &mut Ctx<'_>, body: Option<BodyId>| match body {
            Some(body) => {
                Ok::<_, Ending>(Some(store::body::get_names(&mut ctx.tx, body, day).await?.short))
            }
            None => Ok(None),
        };
        let receiver = short(ctx, assignment.receiver).await?;
        let organs = match assignment.receiver {
            Some(receiver) => store::body::list_organs(&mut ctx.tx, receiver).await?,
            None => Vec::new(),
        };
        // As at issue: a department counts where it is one of the receiver's.
        let via = assignment.via.filter(|via| organs.iter().any(|organ| organ.id == *via));
        let assignment = Assignment { via, ..assignment };
        let via = short(ctx, assignment.via).await?;
        let contact = assignment.via.or(assignment.receiver);
        let below = view.asked().filter(|unit| view.covers(self.unit, unit.body)).count();
        let shown = view.tier_of(self.unit);
        let table = shown.and_then(|shown| view.table_of(shown));
        let cells = table
            .as_ref()
            .map(|table| CellCount { asked: table.asked().count(), ..CellCount::default() });
        let outline = shown.map(|shown| view.outline_of(shown)).unwrap_or_default();
        let phrase = shown.and_then(|shown| shown.deadline.as_ref()).map(|row| row.phrase.clone());
        Ok(PreviewView {
            list: TaskList {
                read: 0,
                due: 1,
                changed: Vec::new(),
                lacking: Vec::new(),
                path: match assignment.figures {
                    true => Vec::new(),
                    false => view.path.clone(),
                },
                receiver,
                via,
                contacts: match contact {
                    Some(body) => store::body::list_contacts(&mut ctx.tx, body, day).await?,
                    None => Vec::new(),
                },
                phrase: phrase.unwrap_or_default(),
                note: shown.map(|shown| shown.tier.note().to_owned()).unwrap_or_default(),
                hold: shown.and_then(|shown| shown.tier.hold),
                sections: tasks(&Written { outline: outline.clone(), ..Written::default() }, &[]),
                term: shown.and_then(|shown| shown.tier.portion.term),
                table: table.as_ref().map(|table| table.title.clone()).unwrap_or_default(),
                cells,
                below: i64::try_from(below).unwrap_or(0),
                cascade: cascade(&view, self.unit),
                library: view.documents(|_| true).items,
                campaign: view.campaign.clone(),
                assignment,
                reasons: Vec::new(),
                now: ctx.now,
            },
            library: library(ctx, self.campaign).await?,
            outline,
            table,
        })
    }
}

/// What a unit would find of units below it that nobody asks.
fn cascade(view: &SetUpView, unit: BodyId) -> Option<CascadeState> {
    let below = view.tiers.iter().flat_map(|shown| &shown.units);
    let below = below.filter(|other| view.covers(unit, other.body)).count();
    let asked = view.asked().filter(|other| view.covers(unit, other.body)).count();
    let units = i64::try_from(below - asked).unwrap_or(0);
    (units > 0).then_some(CascadeState::Open { units })
}

/// The documents of a campaign, each with the sections it is opened from.
pub(super) async fn library(
    ctx: &mut Ctx<'_>,
    campaign: CampaignId,
) -> Result<Vec<(Item, Vec<SectionId>)>, Ending> {
    let links = store::library::list_links(&mut ctx.tx, campaign).await?;
    let of = |item: &Item| {
        links.iter().filter(|(id, _)| *id == item.id).map(|(_, section)| *section).collect()
    };
    let items = store::library::list(&mut ctx.tx, campaign).await?;
    Ok(items.into_iter().map(|item| (of(&item), item)).map(|(at, item)| (item, at)).collect())
}
