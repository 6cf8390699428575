use crate::site::{Answer, Query, Visitor};
use crate::ui::{Choice, Entry, Link, Mistake, NavEntry, Ui};
use crate::unit::kind_key;
use app::reorganisation::{Ground, ShowGround};
use app::{Level, Scope, Seen};
use askama::Template;
use domain::id::BodyId;
use domain::reorganisation::Kind;
use serde::Deserialize;
use words::{Lang, time};

/// What is to be done to a unit, from when and by which decision. Posts to `/reorganisations`.
#[derive(Template, Default, Deserialize)]
#[template(path = "reorganisation/form.html")]
pub struct FormPage {
    pub ui: Ui,
    pub unit: String,
    pub unit_id: String,
    /// The name of the kind of act, and its words.
    pub kind: String,
    pub title: String,
    pub help: String,
    pub back: Option<Link>,
    /// Which fields the kind of act needs.
    pub shape: Shape,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
    #[serde(default)]
    pub code: Entry,
    #[serde(default)]
    pub name: Entry,
    #[serde(default)]
    pub short: Entry,
    #[serde(default)]
    pub levels: Vec<Choice>,
    /// The unit it goes to, by code or name.
    #[serde(default)]
    pub target: Entry,
    /// Units that are merged with this one, one a line.
    #[serde(default)]
    pub units: Entry,
    #[serde(default)]
    pub into: Vec<Choice>,
    #[serde(default)]
    pub rest: Vec<Choice>,
    #[serde(default)]
    pub parts: Vec<PartForm>,
    #[serde(default)]
    pub children: Vec<ChildChoice>,
    #[serde(default)]
    pub day: Entry,
    #[serde(default)]
    pub document: Entry,
    #[serde(default)]
    pub reason: Entry,
}

/// Which fields a form has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Shape {
    /// Code and names of a new unit.
    New,
    /// Names of this one.
    #[default]
    Names,
    /// Where to.
    Target,
    /// Which of the units below, and where to.
    Some,
    /// With which others, and into what.
    Merge,
    /// Into which parts.
    Split,
}

/// A unit that comes out of a split, as typed.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct PartForm {
    pub name: String,
    pub short: String,
    pub code: String,
}

/// A unit below, and what was chosen for it: `yes`, or the number of a part.
#[derive(Clone, Debug, Deserialize)]
pub struct ChildChoice {
    pub id: String,
    pub name: String,
    #[serde(default)]
    pub chosen: String,
}

/// The form as typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub kind: Option<Kind>,
    pub unit: Option<BodyId>,
    pub code: String,
    pub name: String,
    pub short: String,
    pub level: String,
    pub target: String,
    pub units: String,
    pub into: String,
    pub rest: String,
    pub parts: Vec<PartForm>,
    /// Unit below, and what was chosen for it.
    pub children: Vec<(String, String)>,
    pub day: String,
    pub document: String,
    pub reason: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Wanted {
    kind: String,
    unit: BodyId,
}

/// How many parts a split form has room for.
pub(super) const PARTS: usize = 4;

pub(super) async fn show(visitor: Visitor, Query(wanted): Query<Wanted>) -> Answer {
    let kind = Kind::parse(&wanted.kind).filter(|kind| *kind != Kind::Register);
    let Some(kind) = kind else { return visitor.go(&format!("/units/{}", wanted.unit)) };
    let case = ShowGround { unit: wanted.unit };
    let Seen { scope, output: ground } = visitor.read(case).await?;
    let mut typed = Typed {
        kind: Some(kind),
        unit: Some(wanted.unit),
        day: time::date(Lang::Vi, ground.today),
        parts: vec![PartForm::default(); PARTS],
        into: "new".to_owned(),
        rest: "ends".to_owned(),
        ..Typed::default()
    };
    typed.level = ground.unit.level.clone();
    if kind == Kind::Found {
        typed.level = ground.below.first().map_or(String::new(), |child| child.level.clone());
    }
    if kind == Kind::Rename {
        (typed.name, typed.short) = (ground.unit.name.clone(), ground.unit.short.clone());
    }
    if kind == Kind::Dissolve {
        typed.target = ground.above.as_ref().map_or(String::new(), |above| above.code.clone());
    }
    visitor.show(&page(&visitor, &scope, &ground, kind, &typed, Vec::new()))
}

/// The form with what was typed, and what is wrong with it.
pub(super) fn page(
    visitor: &Visitor,
    scope: &Scope,
    ground: &Ground,
    kind: Kind,
    typed: &Typed,
    mistakes: Vec<Mistake>,
) -> FormPage {
    let ui = visitor.ui(scope, NavEntry::Units);
    let entry = |field: &str, value: &str| {
        let mistake = mistakes.iter().find(|mistake| mistake.field == field);
        Entry {
            value: value.to_owned(),
            error: mistake.map_or(String::new(), |mistake| mistake.words.clone()),
        }
    };
    let chosen = |id: &str| {
        let found = typed.children.iter().find(|(unit, _)| unit == id);
        found.map_or(String::new(), |(_, chosen)| chosen.clone())
    };
    let children = ground.below.iter().map(|child| {
        let id = child.body.to_string();
        ChildChoice { name: child.short.clone(), chosen: chosen(&id), id }
    });
    FormPage {
        unit: ground.unit.short.clone(),
        unit_id: ground.unit.body.to_string(),
        kind: kind.name().to_owned(),
        title: ui.say(kind_key(kind)).to_string(),
        help: ui.say(help_key(kind)).to_string(),
        back: Some(Link {
            href: format!("/units/{}", ground.unit.body),
            words: ground.unit.short.clone(),
        }),
        shape: shape(kind),
        code: entry("code", &typed.code),
        name: entry("name", &typed.name),
        short: entry("short", &typed.short),
        levels: levels(&ui, &ground.levels, &typed.level),
        target: entry("target", &typed.target),
        units: entry("units", &typed.units),
        into: choices(
            [
                ("new", ui.say("reorganisation-into-new").to_string()),
                (
                    "this",
                    ui.say("reorganisation-into-this").with("unit", &ground.unit.short).to_string(),
                ),
            ],
            &typed.into,
        ),
        rest: choices(
            [
                ("ends", ui.say("reorganisation-rest-ends").to_string()),
                ("stays", ui.say("reorganisation-rest-stays").to_string()),
            ],
            &typed.rest,
        ),
        parts: typed.parts.clone(),
        children: children.collect(),
        day: entry("day", &typed.day),
        document: entry("document", &typed.document),
        reason: entry("reason", &typed.reason),
        mistakes,
        ui,
    }
}

fn shape(kind: Kind) -> Shape {
    match kind {
        Kind::Found => Shape::New,
        Kind::Rename | Kind::Register => Shape::Names,
        Kind::Move | Kind::Dissolve => Shape::Target,
        Kind::Transfer => Shape::Some,
        Kind::Merge => Shape::Merge,
        Kind::Split => Shape::Split,
    }
}

fn help_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Found => "reorganisation-found-help",
        Kind::Rename | Kind::Register => "reorganisation-rename-help",
        Kind::Move => "reorganisation-move-help",
        Kind::Transfer => "reorganisation-transfer-help",
        Kind::Merge => "reorganisation-merge-help",
        Kind::Split => "reorganisation-split-help",
        Kind::Dissolve => "reorganisation-dissolve-help",
    }
}

fn choices<const N: usize>(options: [(&str, String); N], chosen: &str) -> Vec<Choice> {
    let choice = |(value, label): (&str, String)| Choice {
        chosen: value == chosen,
        value: value.to_owned(),
        label,
        hint: String::new(),
    };
    options.into_iter().map(choice).collect()
}

fn levels(ui: &Ui, levels: &[Level], chosen: &str) -> Vec<Choice> {
    let choice = |level: &Level| Choice {
        value: level.code.clone(),
        label: crate::unit::level_name(ui, levels, &level.code),
        hint: String::new(),
        chosen: level.code == chosen,
    };
    levels.iter().map(choice).collect()
}
