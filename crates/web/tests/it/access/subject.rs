use super::people::Person;
use super::table::Row;
use crate::plan::{PLAN, upload};
use crate::visit::{Page, Visit};
use app::work::ShowTaskList;
use std::collections::BTreeMap;
use testkit::World;

/// What an address is about, with the ids that stand in it.
#[derive(Clone)]
pub struct Subject {
    pub about: &'static str,
    pub state: &'static str,
    /// The unit whose it is; empty where it is of whoever asks.
    unit: &'static str,
    ids: BTreeMap<&'static str, String>,
}

/// Reports of the running campaign, each in another state.
pub const REPORTS: [(&str, &str); 6] = [
    ("HV-VK-04", "blank"),
    ("HV-VK-01", "draft"),
    ("HV-VK-03", "sent"),
    ("HV-SN-02", "returned"),
    ("HV-SN-01", "received"),
    ("HV-01", "sent"),
];

/// An id that nothing has.
const NONE: &str = "00000000000000000000000000000000";
const NOTHING: [&str; 17] = [
    "campaign", "body", "version", "task", "id", "unit", "section", "member", "ord", "name",
    "plan", "group", "item", "node", "person", "seat", "link",
];

/// Everything the table speaks of.
pub struct Ground(Vec<Subject>);

impl Ground {
    pub fn subjects(&self, row: &Row) -> impl Iterator<Item = Subject> {
        let fits = |s: &&Subject| s.about == row.about && row.states.contains(&s.state);
        let found: Vec<Subject> = self.0.iter().filter(fits).cloned().collect();
        assert!(!found.is_empty(), "nothing to ask {} about", row.address);
        found.into_iter()
    }
}

/// Runs the demo's campaign, prepares another, and finds the ids that addresses are made of.
pub async fn lay(world: &World) -> Ground {
    let running = sample::run_campaign(&world.app).await.expect("runs").to_string();
    let preparing = sample::ask_for_approval(&world.app).await.expect("prepares").to_string();
    let mut officer = Visit::signed_in(world, "btc").await;
    let plan = upload(&mut officer, PLAN).await.trim_start_matches("/plans/").to_owned();
    let asset = &web::assets::all()[0].href;
    let mut subjects = vec![
        Subject::new("seat", "any", "", &[]),
        Subject::new("plan", "read", "HV", &[("plan", &plan)]),
        Subject::new("nothing", "any", "", &NOTHING.map(|name| (name, NONE))),
        Subject::new("asset", "any", "", &[("name", asset.trim_start_matches("/assets/"))]),
    ];
    for (state, campaign) in [("preparing", &preparing), ("running", &running)] {
        let library = officer.get(&format!("/campaigns/{campaign}/library")).await;
        let duties = officer.get(&format!("/tasks/{campaign}")).await;
        let papers = officer.get(&format!("/library/{campaign}")).await;
        let outline = officer.get(&format!("/campaigns/{campaign}/outline")).await;
        let groups = officer.get("/groups").await;
        let tasks = Visit::signed_in(world, "coso").await.get(&format!("/work/{running}")).await;
        let member = officer.get(&format!("/groups/{}", after(&groups, "/groups/"))).await;
        let ids = [
            ("campaign", campaign.clone()),
            (
                "item",
                match state {
                    "running" => after(&papers, &format!("/library/{campaign}/")),
                    _ => after(&library, &format!("/campaigns/{campaign}/library/")),
                },
            ),
            ("task", after(&duties, &format!("/tasks/{campaign}/"))),
            (
                "section",
                match state {
                    "running" => after(&tasks, "/sections/"),
                    _ => after(&outline, "name=\"id-0\" value=\""),
                },
            ),
            ("group", after(&groups, "/groups/")),
            ("member", after(&member, "/members/")),
            ("cell", "0".to_owned()),
            ("version", "1".to_owned()),
            ("ord", "1".to_owned()),
            ("id", "new".to_owned()),
        ];
        let ids: Vec<(&'static str, &str)> = ids.iter().map(|(k, v)| (*k, v.as_str())).collect();
        subjects.push(Subject::new("campaign", state, "HV", &ids));
        subjects.push(Subject::new("own", state, "", &ids));
        for (unit, of) in REPORTS.into_iter().filter(|_| state == "running") {
            let body = body(world, campaign, unit).await;
            let ids = [&ids[..], &[("body", body.as_str()), ("node", &body), ("unit", &body)]];
            subjects.push(Subject::new("report", of, unit, &ids.concat()));
            subjects.push(Subject::new("preview", of, unit, &ids.concat()));
        }
    }
    Ground(subjects)
}

/// The id of a unit that is asked, as its chair or whoever is lent its post knows it.
async fn body(world: &World, campaign: &str, unit: &str) -> String {
    let name = match unit {
        "HV-VK-04" => "vk04".to_owned(),
        "HV-SN-02" => "sn02".to_owned(),
        other => format!("{}.chair", other.to_lowercase()),
    };
    let token = world.sign_in(&name).await;
    let campaign = campaign.parse().expect("an id");
    let tasks = world.app.read(token, ShowTaskList { campaign }).await.expect("asked");
    tasks.output.assignment.body.to_string()
}

/// The id that follows the first `mark` of a page which an id follows.
fn after(page: &Page, mark: &str) -> String {
    let ids = page
        .body
        .split(mark)
        .skip(1)
        .map(|rest| rest.chars().take_while(char::is_ascii_hexdigit).collect::<String>());
    ids.into_iter().find(|id| id.len() == 32).unwrap_or_else(|| NONE.to_owned())
}

impl Subject {
    fn new(
        about: &'static str,
        state: &'static str,
        unit: &'static str,
        ids: &[(&'static str, &str)],
    ) -> Subject {
        let ids = ids.iter().map(|(name, id)| (*name, (*id).to_owned())).collect();
        Subject { about, state, unit, ids }
    }

    /// Where a seat stands towards it, in the words of the table.
    pub fn relation(&self, person: &Person) -> &'static str {
        let (own, unit) = (person.unit(), self.unit);
        let above = |unit: &str| unit.rsplit_once('-').map(|(above, _)| above.to_owned());
        match self.about {
            "seat" | "nothing" | "asset" => "seated",
            _ if own == "NG" => "outside",
            "own" if own == "HV" => "top",
            "campaign" if person.body == "HV-BTC" => "author",
            "campaign" if own == "HV" => "home",
            "campaign" => "asked",
            "report" if own == unit => "self",
            "report" if above(unit).as_deref() == Some("HV") && person.body == "HV-BTC" => "desk",
            "report" if above(unit).as_deref() == Some("HV") && own == "HV" => "superior",
            "report" if above(unit).as_deref() == Some(own) => "desk",
            "report" if unit.starts_with(own) => "above",
            "report" => "beside",
            "plan" | "preview" if own == "HV" => "home",
            "own" if ["HV-VK", "HV-SN"].contains(&own) => "middle",
            "own" => REPORTS.iter().find(|(unit, _)| *unit == own).map_or("blank", |(_, of)| of),
            _ => "seated",
        }
    }

    /// The address with the ids in it.
    pub fn fill(&self, address: &str) -> String {
        fill(address, |name| match self.ids.get(name) {
            Some(id) => id.clone(),
            None => panic!("{address}: no {name}"),
        })
    }

    /// The address with ids that nothing has.
    pub fn fill_with_nothing(&self, address: &str) -> String {
        fill(address, |name| match name {
            "cell" | "version" | "ord" => "1".to_owned(),
            _ => NONE.to_owned(),
        })
    }
}

fn fill(address: &str, id: impl Fn(&str) -> String) -> String {
    let part = |part: &str| match part.strip_prefix('{').and_then(|p| p.strip_suffix('}')) {
        None => part.to_owned(),
        Some(name) => id(name),
    };
    address.split('/').map(part).collect::<Vec<_>>().join("/")
}
