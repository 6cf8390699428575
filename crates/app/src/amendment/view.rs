use crate::backend::{Case, Ctx};
use crate::campaign::{Above, News, above, reach};
use crate::ending::{Ending, Refused};
use domain::amendment::{Draft, Item, Refusal, Whom, differences};
use domain::calendar;
use domain::campaign::{NewSection, Section, Stage, outline};
use domain::id::{BodyId, CampaignId};
use domain::text::Text;
use jiff::civil::Date;
use std::collections::HashMap;
use store::amendment::{Amending, AskedRow, Asking};
use store::body::Level;
use store::campaign::{Campaign, SetUp};
use store::scope::Scope;
use store::tier::Tier;

/// The amendment that is open, or a fresh one, with what it would change (điều chỉnh kế hoạch).
#[derive(Clone, Debug)]
pub struct ShowAmending {
    pub campaign: CampaignId,
}

#[derive(Clone, Debug)]
pub struct AmendingView {
    pub campaign: Campaign,
    /// The outline as it is now.
    pub outline: Vec<Section>,
    pub open: Amending,
    /// Every body below the issuer, in the order of the tree.
    pub bodies: Vec<AskedRow>,
    pub tiers: Vec<Tier>,
    /// The last day of each tier that has one, by its key, with the version of that rule.
    pub deadlines: Vec<(String, Date)>,
    pub levels: Vec<Level>,
    /// What changed in the plan above and is not taken over.
    pub news: Option<News>,
    /// What it would change, and for whom.
    pub items: Vec<(Whom, Item)>,
    /// What keeps it from being issued; empty where nothing does.
    pub problems: Vec<Refused>,
}

/// The longest reason that is kept.
const REASON_LENGTH_MAX: usize = 2_000;

impl Case for ShowAmending {
    type Output = AmendingView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<AmendingView, Ending> {
        let set_up = reach(ctx, scope, self.campaign).await?;
        let news = match above(ctx, scope, set_up.campaign()).await? {
            Some(Above::Asks { news, .. }) => news,
            Some(Above::AsksNoMore) | None => None,
        };
        Ok(AmendingView { news, ..load(ctx, &set_up).await? })
    }
}

impl AmendingView {
    /// The bodies that will be told: everyone an item concerns, in the order of the tree.
    pub fn concerned(&self) -> impl Iterator<Item = &AskedRow> {
        self.bodies.iter().filter(|row| {
            let asked = row.asked || self.open.draft.ask.contains(&row.body);
            self.items.iter().any(|(whom, _)| match whom {
                Whom::Units => asked && row.figures,
                Whom::Tier(key) => asked && row.tier == *key,
                Whom::Body(body) => row.body == *body,
            })
        })
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
pub(crate) async fn load(ctx: &mut Ctx<'_>, set_up: &SetUp) -> Result<AmendingView, Ending> {
    let campaign = set_up.campaign().clone();
    if campaign.stage == Stage::Preparing {
        return Err(Refusal::NotIssued.into());
    }
    let outline = store::outline::list(&mut ctx.tx, campaign.id).await?;
    let open = store::amendment::find_open(&mut ctx.tx, set_up).await?;
    let deadlines = store::tier::list_deadlines(&mut ctx.tx, campaign.id).await?;
    let mut view = AmendingView {
        open: open.unwrap_or_else(|| Amending {
            reason: String::new(),
            number: String::new(),
            day: String::new(),
            draft: Draft { sections: outline.clone(), ..Draft::default() },
            rev: 0,
        }),
        bodies: store::amendment::list_asked(&mut ctx.tx, set_up).await?,
        tiers: store::tier::list(&mut ctx.tx, campaign.id).await?,
        deadlines: deadlines.into_iter().map(|row| (row.tier, row.deadline.last_day)).collect(),
        levels: store::body::list_levels(&mut ctx.tx).await?,
        news: None,
        items: Vec::new(),
        problems: Vec::new(),
        outline,
        campaign,
    };
    view.items = items(&view);
    view.problems = problems(&view, calendar::day(ctx.now));
    Ok(view)
}

/// What the draft would change, each item once for everyone it concerns.
fn items(view: &AmendingView) -> Vec<(Whom, Item)> {
    let draft = &view.open.draft;
    // An organ that answers the common outline is no unit of the sums, but it writes as they do.
    let organs = || view.bodies.iter().filter(|row| row.asked && !row.figures && row.common);
    let mut items: Vec<(Whom, Item)> = Vec::new();
    for item in differences(&view.outline, &draft.sections) {
        items.push((Whom::Units, item.clone()));
        items.extend(organs().map(|organ| (Whom::Body(organ.body), item.clone())));
    }
    let rows: HashMap<BodyId, &AskedRow> = view.bodies.iter().map(|row| (row.body, row)).collect();
    let row = |body: &BodyId, asked: bool| rows.get(body).filter(|row| row.asked == asked);
    for row in draft.ask.iter().filter_map(|body| row(body, false)) {
        items.push((Whom::Body(row.body), Item::UnitAsked { unit: row.name.clone() }));
    }
    for row in draft.excuse.iter().filter_map(|body| row(body, true)) {
        items.push((Whom::Body(row.body), Item::UnitExcused { unit: row.name.clone() }));
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
    let mut say = |refusal: Refusal| problems.push(Refused::Amendment(refusal));
    if view.items.is_empty() {
        say(Refusal::NothingChanged);
    }
    match Text::new(&open.reason).into_string().chars().count() {
        0 => say(Refusal::ReasonMissing),
        length if length > REASON_LENGTH_MAX => say(Refusal::ReasonTooLong),
        _ => {}
    }
    if Text::new(&open.number).is_empty() {
        say(Refusal::NumberMissing);
    }
    match calendar::read_day(&open.day) {
        None => say(Refusal::DayMissing),
        Some(day) if day > today => say(Refusal::DayAhead),
        Some(_) => {}
    }
    if open.draft.sections.iter().any(|section| Text::new(&section.title).is_empty()) {
        say(Refusal::TitleMissing);
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

fn about_units(view: &AmendingView, today: Date) -> Vec<Refusal> {
    let draft = &view.open.draft;
    let mut found = Vec::new();
    let asked = |row: &AskedRow| {
        (row.asked || draft.ask.contains(&row.body)) && !draft.excuse.contains(&row.body)
    };
    if !view.bodies.iter().any(asked) {
        found.push(Refusal::NobodyAsked);
    }
    let changed = |bodies: &[BodyId]| -> Vec<&AskedRow> {
        view.bodies.iter().filter(|row| bodies.contains(&row.body)).collect()
    };
    if changed(&draft.excuse).iter().any(|row| row.sent) {
        found.push(Refusal::UnitHasSent);
    }
    let new = changed(&draft.ask);
    let askings: Vec<Option<Asking>> = new.iter().map(|row| view.asking(row)).collect();
    if askings.iter().any(Option::is_none) {
        found.push(Refusal::UnitUnplanned);
    }
    let moved = |(tier, day): &(String, Date)| *day < today && view.moves(tier);
    if draft.deadlines.iter().any(moved) {
        found.push(Refusal::DeadlinePassed);
    }
    let over = |tier: &str| view.last_day(tier).is_some_and(|day| day < today);
    let new_over = askings.iter().flatten().any(|asking| over(&asking.tier));
    let more = view.items.iter().any(|(_, item)| matches!(item, Item::SectionAdded { .. }));
    if new_over || (more && view.bodies.iter().any(|row| asked(row) && over(&row.tier))) {
        found.push(Refusal::DeadlineOver);
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
