use super::cascade::lines;
use super::{Approved, CampaignStage, CascadeLine, CascadeStage, Follows};
use crate::site::{Answer, Path, Query, Visitor, status};
use crate::ui::{Link, NavEntry, Part, PartKind, ReportStatus, Ui};
use app::campaign::{Above, CampaignView, ShowCampaign, Standing};
use app::{Assignment, Ending, Parent, Scope, Seen};
use askama::Template;
use domain::authority::{Action, Relation};
use domain::calendar;
use domain::campaign::Refusal;
use domain::id::{BodyId, CampaignId};
use domain::submission::Stage;
use jiff::Timestamp;
use serde::Deserialize;
use words::time;

/// How a running campaign stands below a unit.
#[derive(Template, Deserialize)]
#[template(path = "campaign/show.html")]
pub struct CampaignShowPage {
    pub ui: Ui,
    pub campaign: String,
    /// One step up: the list, or the seat's own unit.
    pub back: Link,
    pub plan: Link,
    /// The unit looked at.
    pub unit: String,
    pub stage: CampaignStage,
    #[serde(default)]
    pub approved: Approved,
    /// The next deadline below that somebody has still to meet, with its distance.
    pub due: String,
    pub parts: Vec<Part>,
    pub received: usize,
    pub of: usize,
    /// `Đã nhận kế hoạch: 12/34 đơn vị`.
    pub plan_received: Link,
    /// What asks for an act, with its count.
    #[serde(default)]
    pub attention: Vec<Attention>,
    /// Other pages of the campaign.
    pub links: Vec<Link>,
    /// The units that may carry it further down.
    #[serde(default)]
    pub cascading: Vec<CascadeLine>,
    /// The way of the issuer's own report.
    #[serde(default)]
    pub path: Vec<String>,
    /// Where it is saved as a template; empty for those who set nothing up.
    #[serde(default)]
    pub template: String,
    /// The units directly below, those with something overdue first.
    pub units: Vec<UnitProgress>,
}

impl CampaignShowPage {
    /// How many units have issued their own plan.
    fn cascaded(&self) -> usize {
        self.cascading.iter().filter(|line| line.state == CascadeStage::Issued).count()
    }

    /// How many of the plans made below do not follow the newest version.
    fn behind(&self) -> usize {
        self.cascading.iter().filter(|line| line.follows == Follows::Behind).count()
    }
}

#[derive(Clone, Debug, Deserialize)]
pub struct Attention {
    pub words: String,
    #[serde(default)]
    pub href: String,
}

/// How one unit and those under it stand.
#[derive(Clone, Debug, Deserialize)]
pub struct UnitProgress {
    pub name: String,
    /// To the units under it, or to its report once one was sent.
    #[serde(default)]
    pub href: String,
    /// Of its own report, where one is asked.
    #[serde(default)]
    pub status: Option<ReportStatus>,
    /// `gửi muộn 2 ngày`.
    #[serde(default)]
    pub late: String,
    pub sent: usize,
    pub received: usize,
    pub returned: usize,
    pub overdue: usize,
    pub of: usize,
}

/// Whose view it is.
#[derive(Default, Deserialize)]
pub(super) struct Looking {
    /// The unit looked at; the seat's own where none is named.
    #[serde(default)]
    node: String,
}

/// So many reports of each kind.
#[derive(Clone, Copy, Default)]
struct Counts {
    of: usize,
    submitted: usize,
    received: usize,
    returned: usize,
    overdue: usize,
}

pub(super) async fn show(
    visitor: Visitor,
    Path(campaign): Path<CampaignId>,
    Query(looking): Query<Looking>,
) -> Answer {
    let node = match looking.node.as_str() {
        "" => None,
        node => {
            let node: Result<BodyId, _> = node.parse();
            Some(node.map_err(|_| visitor.trouble(Ending::NotFound))?)
        }
    };
    let case = ShowCampaign { campaign, node };
    let Seen { scope, output: view } = visitor.read(case).await?;
    visitor.show(&page(&visitor, &scope, &view))
}

fn page(visitor: &Visitor, scope: &Scope, view: &CampaignView) -> CampaignShowPage {
    let mut ui = visitor.ui(scope, NavEntry::Campaigns);
    let campaign = view.campaign.id;
    ui.live = visitor.live(scope, Some(campaign));
    let counts = count(&view.below, view.now);
    let own = view.node.body == scope.unit();
    let mut units: Vec<UnitProgress> = view
        .below
        .iter()
        .filter(|row| row.above == Some(view.node.body))
        .map(|row| progress(&ui, view, row))
        .collect();
    units.sort_by_key(|unit| std::cmp::Reverse(unit.overdue));
    CampaignShowPage {
        campaign: view.campaign.title.clone(),
        back: if let Some(parent) = from_above(view) {
            Link {
                href: format!("/campaigns/{parent}"),
                words: ui.say("cascade-above").to_string(),
            }
        } else if own {
            Link { href: "/campaigns".to_owned(), words: ui.say("nav-campaigns").to_string() }
        } else {
            Link { href: format!("/campaigns/{campaign}"), words: scope.shown().unit.clone() }
        },
        plan: Link {
            href: match view.standing {
                Standing::Inside => format!("/work/{campaign}/plan"),
                Standing::Above => String::new(),
            },
            words: crate::work::plan_words(&ui, &view.campaign),
        },
        unit: view.node.name.clone(),
        stage: CampaignStage::Running,
        approved: Approved::of(view.campaign.approval),
        due: due(&ui, view),
        parts: parts(counts),
        received: counts.received,
        of: counts.of,
        plan_received: plan_received(&ui, scope, view),
        attention: attention(&ui, scope, view, counts),
        links: links(&ui, scope, view),
        cascading: lines(&ui, &view.cascading),
        path: super::path_lines(&ui, &view.path),
        template: match sets_up(scope, view) {
            true => format!("/campaigns/{campaign}/template"),
            false => String::new(),
        },
        units,
        ui,
    }
}

fn plan_received(ui: &Ui, scope: &Scope, view: &CampaignView) -> Link {
    let node = match view.node.body == scope.unit() {
        true => String::new(),
        false => format!("?node={}", view.node.body),
    };
    Link {
        href: format!("/campaigns/{}/received{node}", view.campaign.id),
        words: ui
            .say("received-line")
            .with("n", view.read.read)
            .with("of", view.read.of)
            .to_string(),
    }
}

fn count(rows: &[Assignment], now: Timestamp) -> Counts {
    let mut counts = Counts::default();
    for row in rows.iter().filter(|row| row.asked) {
        counts.of += 1;
        match row.stage {
            Stage::Submitted { .. } => counts.submitted += 1,
            Stage::Received { .. } => counts.received += 1,
            Stage::Returned { .. } => counts.returned += 1,
            Stage::Drafting => {}
        }
        if is_overdue(row, now) {
            counts.overdue += 1;
        }
    }
    counts
}

/// Still to be sent, for the first time or again, and the last day is over.
fn is_overdue(row: &Assignment, now: Timestamp) -> bool {
    let over = row.deadline.is_some_and(|d| calendar::days_until(now, d.last_day) < 0);
    over && row.stage.writable().is_ok()
}

fn parts(counts: Counts) -> Vec<Part> {
    let sent = counts.submitted + counts.received + counts.returned;
    let part = |kind, n| Part { kind, n, href: String::new() };
    vec![
        part(PartKind::Received, counts.received),
        part(PartKind::Submitted, counts.submitted),
        part(PartKind::Returned, counts.returned),
        part(PartKind::NotSent, counts.of - sent),
    ]
}

fn progress(ui: &Ui, view: &CampaignView, row: &Assignment) -> UnitProgress {
    let inside = |other: &&Assignment| row.lo <= other.lo && other.lo < row.hi;
    let below: Vec<Assignment> = view.below.iter().filter(inside).cloned().collect();
    let counts = count(&below, view.now);
    let campaign = view.campaign.id;
    let href = if below.len() > 1 {
        format!("/campaigns/{campaign}?node={}", row.body)
    } else if row.stage.version().is_some() {
        format!("/campaigns/{campaign}/submissions/{}", row.body)
    } else {
        String::new()
    };
    UnitProgress {
        name: row.short.clone(),
        href,
        status: row.asked.then(|| status(row, view.now)),
        late: late(ui, row),
        sent: counts.submitted + counts.received + counts.returned,
        received: counts.received,
        returned: counts.returned,
        overdue: counts.overdue,
        of: counts.of,
    }
}

/// How late the report that lies there or was received came.
fn late(ui: &Ui, row: &Assignment) -> String {
    let (Stage::Submitted { at, .. }, Some(deadline)) = (row.stage, row.deadline) else {
        return String::new();
    };
    match deadline.judge(at).days_late() {
        0 => String::new(),
        days => ui.say("status-sent-late").with("n", days).to_string(),
    }
}

/// The next last day below that somebody has still to meet.
fn due(ui: &Ui, view: &CampaignView) -> String {
    let open = view.below.iter().filter(|row| row.asked && row.stage.writable().is_ok());
    let next = open.filter_map(|row| row.deadline).map(|deadline| deadline.last_day).min();
    let Some(day) = next else { return String::new() };
    let distance = time::distance(ui.lang, calendar::day(view.now), day);
    let until = ui.say("issue-until").with("day", time::long_date(ui.lang, day));
    format!("{until}, {distance}")
}

fn attention(ui: &Ui, scope: &Scope, view: &CampaignView, counts: Counts) -> Vec<Attention> {
    let campaign = view.campaign.id;
    let own = view.node.body == scope.unit();
    let mut attention = Vec::new();
    let issuer = own && view.campaign.unit == scope.unit();
    if issuer && !view.campaign.approval.is_given() {
        let words = ui.say("approval-is-missing").to_string();
        attention.push(Attention { words, href: format!("/campaigns/{campaign}/approval") });
    }
    let above = format!("/campaigns/{campaign}/above");
    match &view.above {
        Some(Above::AsksNoMore) => {
            let words = ui.refusal(Refusal::NotAskedAbove);
            attention.push(Attention { words, href: above });
        }
        Some(Above::Asks { news: Some(_), .. }) => {
            let words = ui.say("above-changed-line").to_string();
            attention.push(Attention { words, href: above });
        }
        // Where nothing is news, a day may be too late all the same.
        Some(Above::Asks { news: None, .. }) | None => {
            attention.extend(view.late.map(|late| Attention {
                words: ui.refusal(late),
                href: format!("/campaigns/{campaign}/dates"),
            }));
        }
    }
    if counts.overdue > 0 {
        let words = ui.say("campaign-overdue").with("n", counts.overdue).to_string();
        attention.push(Attention { words, href: String::new() });
    }
    if own && counts.submitted > 0 {
        let words = ui.say("campaign-waiting").with("n", counts.submitted).to_string();
        attention.push(Attention { words, href: format!("/queue/{campaign}") });
    }
    attention
}

/// The campaign above from which it is looked at, where the seat has no part in it.
fn from_above(view: &CampaignView) -> Option<CampaignId> {
    match (view.standing, view.campaign.parent) {
        (Standing::Above, Some(Parent::Campaign(parent))) => Some(parent),
        _ => None,
    }
}

fn links(ui: &Ui, scope: &Scope, view: &CampaignView) -> Vec<Link> {
    let campaign = view.campaign.id;
    let link = |href: String, key: &str| Link { href, words: ui.say(key).to_string() };
    if view.standing == Standing::Above {
        let href = format!("/figures/{campaign}?node={}", view.node.body);
        return vec![link(href, "nav-figures")];
    }
    let mut links = vec![
        link(format!("/queue/{campaign}"), "campaign-queue"),
        link(format!("/figures/{campaign}"), "nav-figures"),
        link(format!("/report/{campaign}"), "campaign-report"),
        link(format!("/campaigns/{campaign}/versions"), "amendment-versions"),
        link(format!("/tasks/{campaign}"), "work-given"),
    ];
    if sets_up(scope, view) {
        links.push(link(format!("/campaigns/{campaign}/library"), "library-title"));
        links.push(link(format!("/campaigns/{campaign}/dates"), "dates-title"));
        links.push(link(format!("/campaigns/{campaign}/approval"), "approval-title"));
    }
    links
}

/// Whether the campaign is one that this seat set up, or might have.
fn sets_up(scope: &Scope, view: &CampaignView) -> bool {
    let own = view.campaign.unit == scope.unit() && view.node.body == scope.unit();
    own && scope.may(Action::SetUp, Relation::Own).is_ok()
}
