use crate::backend::{Case, Ctx};
use crate::campaign::{Above, News, above, reach};
use crate::ending::{Ending, Refused};
use domain::amendment::Refusal as AmendmentRefusal;
use domain::amendment::{Draft, Item, UnitChange, Whom, differences};
use domain::calendar;
use domain::campaign::{Approval, NewSection, Numbering, Refusal, Section, Stage, outline};
use domain::id::{BodyId, CampaignId};
use domain::text::Text;
use jiff::civil::Date;
use store::amendment::{Amending, AskedCount, AskedRow, Asking};
use store::body::{Found, Level};
use store::campaign::Campaign;
use store::scope::Scope;
use store::tier::Tier;

/// The amendment that is open, or a fresh one, with what it would change (điều chỉnh kế hoạch).
#[derive(Clone, Debug)]
pub struct ShowAmending {
    pub campaign: CampaignId,
    /// The units that are searched for; empty where none are.
    pub query: String,
}

#[derive(Clone, Debug)]
pub struct AmendingView {
    pub campaign: Campaign,
    /// The outline as it is now.
    pub outline: Vec<Section>,
    pub open: Amending,
    /// The bodies it asks or excuses, in the order of the tree.
    pub changed: Vec<AskedRow>,
    /// The organs that are asked and answer the common outline.
    pub organs: Vec<AskedRow>,
    /// How many bodies of each tier will be asked, and will not.
    pub counts: Vec<AskedCount>,
    pub tiers: Vec<Tier>,
    /// The last day of each tier that has one, by its key.
    pub deadlines: Vec<(String, Date)>,
    pub levels: Vec<Level>,
    /// What changed in the plan above and is not taken over.
    pub news: Option<News>,
    /// What it would change, and for whom.
    pub items: Vec<(Whom, Item)>,
    /// What keeps it from being laid before the leader; empty where nothing does.
    pub problems: Vec<Refused>,
    /// The first units that are so called.
    pub found: Vec<AskedRow>,
    /// The first units that are so called and were not there when the campaign was issued.
    pub unpinned: Vec<Found>,
}

/// Whom an amendment concerns, tier by tier, and beside those (đối tượng được báo).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Concerned {
    /// The key of each tier, and how many bodies of it.
    pub tiers: Vec<(String, i64)>,
    pub bodies: Vec<BodyId>,
}

/// The longest reason that is kept.
const REASON_LENGTH_MAX: usize = 2_000;
/// How many units a search gives.
const FOUND_MAX: i64 = 20;

impl Case for ShowAmending {
    type Output = AmendingView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<AmendingView, Ending> {
        let campaign = reach(ctx, scope, self.campaign).await?.campaign().clone();
        let news = match above(ctx, scope, &campaign).await? {
            Some(Above::Asks { news, .. }) => news,
            Some(Above::AsksNoMore) | None => None,
        };
        let mut view = AmendingView { news, ..load(ctx, &campaign).await? };
        if !self.query.is_empty() {
            let (tx, today) = (&mut ctx.tx, calendar::day(ctx.now));
            view.found =
                store::amendment::search(tx, self.campaign, &self.query, FOUND_MAX).await?;
            let called = (self.query.as_str(), today);
            view.unpinned =
                store::amendment::search_unpinned(tx, scope, self.campaign, called, FOUND_MAX)
                    .await?;
        }
        Ok(view)
    }
}

impl Concerned {
    pub fn count(&self) -> i64 {
        let bodies = i64::try_from(self.bodies.len()).unwrap_or(i64::MAX);
        self.tiers.iter().map(|(_, bodies)| bodies).sum::<i64>() + bodies
    }
}

impl AmendingView {
    /// The bodies that will be told: every one an item concerns.
    pub fn concerned(&self) -> Concerned {
        let mut concerned = Concerned::default();
        for count in self.counts.iter().filter(|count| count.asked) {
            if self.reaches(&count.tier, count.figures) {
                concerned.tiers.push((count.tier.clone(), count.bodies));
            }
        }
        for (whom, _) in &self.items {
            let Whom::Body(body) = whom else { continue };
            let row = self.changed.iter().find(|row| row.body == *body);
            let told = row.is_some_and(|row| {
                row.change == Some(UnitChange::Ask) && self.reaches(&row.tier, row.figures)
            });
            if !told && !concerned.bodies.contains(body) {
                concerned.bodies.push(*body);
            }
        }
        concerned
    }

    /// Whether an item concerns the bodies of a tier together.
    fn reaches(&self, tier: &str, figures: bool) -> bool {
        self.items.iter().any(|(whom, _)| match whom {
            Whom::Units => figures,
            Whom::Tier(key) => key == tier,
            Whom::Body(_) => false,
        })
    }

    /// Passes where it is approved and numbered, or to be issued without for a reason.
    ///
    /// # Errors
    /// What is missing, as it is of a plan.
    pub fn release(&self) -> Result<(), Refusal> {
        self.open.approval.release(self.numbering())
    }

    pub fn numbering(&self) -> Numbering {
        if self.open.number.is_empty() { Numbering::Open } else { Numbering::Registered }
    }

    /// How a body will be asked: as its tier is, or where that is not asked, as those of its level;
    /// `None` where neither is planned for.
    pub(super) fn asking(&self, row: &AskedRow) -> Option<Asking> {
        let issuer = self.campaign.unit;
        [&row.tier, &row.level].into_iter().find_map(|key| {
            let tier = self.tiers.iter().find(|tier| tier.key == *key && tier.asked)?;
            self.last_day(key)?;
            let receiver = tier.destination?.receiver(row.above, issuer)?;
            Some(Asking { tier: tier.key.clone(), receiver, via: tier.via })
        })
    }

    /// The last day of a tier once the amendment is issued.
    fn last_day(&self, tier: &str) -> Option<Date> {
        let of = |days: &[(String, Date)]| {
            days.iter().find(|(key, _)| key == tier).map(|(_, last_day)| *last_day)
        };
        of(&self.open.draft.deadlines).or_else(|| of(&self.deadlines))
    }
}

/// Everything about the open amendment; refused before the plan is issued.
pub(crate) async fn load(ctx: &mut Ctx<'_>, of: &Campaign) -> Result<AmendingView, Ending> {
    if of.stage == Stage::Preparing {
        return Err(AmendmentRefusal::NotIssued.into());
    }
    let tx = &mut ctx.tx;
    let outline = store::outline::list(tx, of.id).await?;
    let open = match store::amendment::find_open(tx, of.id).await? {
        Some(open) => open,
        None => fresh(store::amendment::count(tx, of.id).await? + 1, &outline),
    };
    let deadlines = store::tier::list_deadlines(tx, of.id).await?;
    let mut view = AmendingView {
        changed: store::amendment::list_changed(tx, of.id).await?,
        organs: store::amendment::list_organs(tx, of.id).await?,
        counts: store::amendment::count_asked(tx, of.id).await?,
        tiers: store::tier::list(tx, of.id).await?,
        deadlines: deadlines.into_iter().map(|row| (row.tier, row.deadline.last_day)).collect(),
        levels: store::body::list_levels(tx).await?,
        news: None,
        items: Vec::new(),
        problems: Vec::new(),
        found: Vec::new(),
        unpinned: Vec::new(),
        campaign: of.clone(),
        outline,
        open,
    };
    view.items = items(&view);
    view.problems = problems(&view, calendar::day(ctx.now));
    Ok(view)
}

/// An amendment that changes nothing yet.
fn fresh(matter: i64, outline: &[Section]) -> Amending {
    Amending {
        matter,
        reason: String::new(),
        draft: Draft { sections: outline.to_vec(), ..Draft::default() },
        approval: Approval::Open,
        acts: 0,
        number: String::new(),
        day: None,
        rev: 0,
    }
}

/// What the draft would change, each item once for everyone it concerns.
fn items(view: &AmendingView) -> Vec<(Whom, Item)> {
    let draft = &view.open.draft;
    let mut items: Vec<(Whom, Item)> = Vec::new();
    for item in differences(&view.outline, &draft.sections) {
        items.push((Whom::Units, item.clone()));
        // An organ that answers the common outline is no unit of the sums, but it writes as they do.
        let organs = view.organs.iter().map(|organ| Whom::Body(organ.body));
        items.extend(organs.map(|organ| (organ, item.clone())));
    }
    for row in &view.changed {
        let unit = row.name.clone();
        match row.change {
            Some(UnitChange::Ask) if !row.asked => {
                items.push((Whom::Body(row.body), Item::UnitAsked { unit }));
            }
            Some(UnitChange::Excuse) if row.asked => {
                items.push((Whom::Body(row.body), Item::UnitExcused { unit }));
            }
            Some(UnitChange::Ask | UnitChange::Excuse) | None => {}
        }
    }
    for (tier, after) in &draft.deadlines {
        let before = view.deadlines.iter().find(|(key, _)| key == tier).map(|(_, day)| *day);
        if let Some(before) = before.filter(|before| before != after) {
            items.push((Whom::Tier(tier.clone()), Item::DeadlineMoved { before, after: *after }));
        }
    }
    items
}

fn problems(view: &AmendingView, today: Date) -> Vec<Refused> {
    let open = &view.open;
    let mut problems: Vec<Refused> = Vec::new();
    let mut say = |refusal: AmendmentRefusal| problems.push(Refused::Amendment(refusal));
    if view.items.is_empty() {
        say(AmendmentRefusal::NothingChanged);
    }
    match Text::new(&open.reason).into_string().chars().count() {
        0 => say(AmendmentRefusal::ReasonMissing),
        length if length > REASON_LENGTH_MAX => say(AmendmentRefusal::ReasonTooLong),
        _ => {}
    }
    if open.draft.sections.iter().any(|section| Text::new(&section.title).is_empty()) {
        say(AmendmentRefusal::TitleMissing);
    }
    for refusal in about_units(view, today) {
        say(refusal);
    }
    let typed: Vec<NewSection> = open.draft.sections.iter().map(NewSection::from).collect();
    if let Err(refusal) = outline::check(&typed) {
        problems.push(Refused::Campaign(refusal));
    }
    problems
}

fn about_units(view: &AmendingView, today: Date) -> Vec<AmendmentRefusal> {
    let mut found = Vec::new();
    let asked = |count: &&AskedCount| count.asked && count.bodies > 0;
    if view.counts.iter().filter(asked).count() == 0 {
        found.push(AmendmentRefusal::NobodyAsked);
    }
    let of = |change| view.changed.iter().filter(move |row| row.change == Some(change));
    if of(UnitChange::Excuse).any(|row| row.sent) {
        found.push(AmendmentRefusal::UnitHasSent);
    }
    let askings: Vec<Option<Asking>> = of(UnitChange::Ask).map(|row| view.asking(row)).collect();
    if askings.iter().any(Option::is_none) {
        found.push(AmendmentRefusal::UnitUnplanned);
    }
    let draft = &view.open.draft;
    let moved = |(tier, day): &(String, Date)| *day < today && view.moves(tier);
    if draft.deadlines.iter().any(moved) {
        found.push(AmendmentRefusal::DeadlinePassed);
    }
    let over = |tier: &str| view.last_day(tier).is_some_and(|day| day < today);
    let new_over = askings.iter().flatten().any(|asking| over(&asking.tier));
    let more = view.items.iter().any(|(_, item)| matches!(item, Item::SectionAdded { .. }));
    if new_over || (more && view.counts.iter().filter(asked).any(|count| over(&count.tier))) {
        found.push(AmendmentRefusal::DeadlineOver);
    }
    found
}

impl AmendingView {
    /// Whether the draft moves the deadline of a tier.
    fn moves(&self, tier: &str) -> bool {
        self.items.iter().any(|(whom, item)| {
            matches!(item, Item::DeadlineMoved { .. }) && *whom == Whom::Tier(tier.to_owned())
        })
    }
}
