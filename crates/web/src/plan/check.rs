use super::{Body, Month, Named, Piece, TextBlock};
use crate::ui::{Choice, Entry, Link, Mistake, Step, Ui};
use askama::Template;
use serde::Deserialize;

/// What was understood of a plan, beside its text. A correction posts `rev` and what is to be
/// done to the plan's own address: the fields of a form with `do`; or one of `take`, `accept`,
/// `restore`, `move`, `aside`, `raise`. The answers go with `rev` to `confirm`.
#[derive(Template, Deserialize)]
#[template(path = "plan/check.html")]
pub struct PlanCheckPage {
    pub ui: Ui,
    /// The title of the plan, or the name of the file.
    pub name: String,
    /// The plan's address, to which the forms are sent.
    pub address: String,
    pub rev: i64,
    /// The campaign that was made of it; nothing can be changed here then.
    #[serde(default)]
    pub campaign: Option<Link>,
    /// What happened to bring the reader here: the same file was uploaded before.
    #[serde(default)]
    pub notice: String,
    /// Other files with the number of this plan.
    #[serde(default)]
    pub same: Vec<Link>,
    /// Nothing in the file speaks of a plan.
    #[serde(default)]
    pub no_plan: bool,
    #[serde(default)]
    pub text: Vec<TextBlock>,
    /// What only the officer can say.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// What looks wrong or was worked out.
    #[serde(default)]
    pub warnings: Vec<PlanWarning>,
    /// How many more stand behind them.
    #[serde(default)]
    pub more_warnings: usize,
    /// What is only noted.
    #[serde(default)]
    pub notes: Vec<PlanWarning>,
    #[serde(default)]
    pub more_notes: usize,
    /// What was looked at and let be.
    #[serde(default)]
    pub aside: Vec<AsideRow>,
    #[serde(default)]
    pub bodies: Vec<Body>,
    /// How many dates stand behind those of the bodies.
    #[serde(default)]
    pub more_dates: usize,
    #[serde(default)]
    pub months: Vec<Month>,
    /// Dates that were dropped, and where one can be added.
    #[serde(default)]
    pub dates: FactGroup,
    #[serde(default)]
    pub groups: Vec<FactGroup>,
    #[serde(default)]
    pub outline: FactGroup,
    pub outline_origin: Origin,
    /// How many things were read.
    pub read: usize,
    /// The form that is open.
    #[serde(default)]
    pub editing: Option<EditForm>,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

/// A part of the page that is reached from its top.
#[derive(Clone, Debug)]
pub struct Jump {
    pub to: String,
    pub words: String,
    /// How many things stand there; 0 where they are not counted.
    pub count: usize,
}

/// A choice the plan leaves open. `name` is the field's name.
#[derive(Clone, Debug, Deserialize)]
pub struct Question {
    pub name: String,
    pub words: String,
    #[serde(default)]
    pub hint: String,
    pub options: Vec<Choice>,
    /// What each answer means, thing by thing.
    #[serde(default)]
    pub means: Vec<String>,
    /// How many more things it is said of.
    #[serde(default)]
    pub more_means: usize,
    #[serde(default)]
    pub error: String,
}

/// Something in the plan that does not fit, or was worked out.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct PlanWarning {
    pub id: String,
    pub severity: Severity,
    pub words: String,
    /// The mark in the text it is about; empty for the plan as a whole.
    #[serde(default)]
    pub line: String,
    /// Where it is explained; empty where its words say all.
    #[serde(default)]
    pub help: String,
    /// Where it can be mended by hand.
    #[serde(default)]
    pub edit: String,
    /// What is proposed, each on a button of its own.
    #[serde(default)]
    pub proposals: Vec<Proposal>,
    /// What it is about, one by one.
    #[serde(default)]
    pub links: Vec<Link>,
    /// Whether it can be let be, with a reason.
    #[serde(default)]
    pub aside: bool,
}

/// A button with what it sends.
#[derive(Clone, Debug, Deserialize)]
pub struct Proposal {
    pub words: String,
    pub field: String,
    pub value: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Severity {
    Note,
    #[default]
    Look,
    Wrong,
}

/// A warning that was let be.
#[derive(Clone, Debug, Deserialize)]
pub struct AsideRow {
    pub id: String,
    pub words: String,
    pub reason: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
pub struct FactGroup {
    /// Its name in addresses; the group's id is `list-` and that.
    pub list: String,
    pub title: String,
    #[serde(default)]
    pub rows: Vec<FactRow>,
    /// Rows that no longer count.
    #[serde(default)]
    pub dropped: Vec<DroppedRow>,
    /// Where rows can be added.
    #[serde(default)]
    pub add: Vec<Link>,
    /// Where its rows go once the plan is confirmed.
    #[serde(default)]
    pub goes: String,
    #[serde(default)]
    pub folded: Folded,
    /// The rest of a long list.
    #[serde(default)]
    pub more: Option<Link>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Folded {
    #[default]
    No,
    Yes,
}

#[derive(Clone, Debug, Deserialize)]
pub struct FactRow {
    pub id: String,
    pub label: String,
    /// What was read; empty if it was not found.
    pub value: String,
    /// The names in it with what they stand for in the organisation.
    #[serde(default)]
    pub names: Vec<Named>,
    /// Where it goes, where that is not where all of its group go.
    #[serde(default)]
    pub goes: String,
    /// Steps below the top.
    #[serde(default)]
    pub depth: u8,
    pub state: FactState,
    /// Whether the text has a mark of it.
    #[serde(default)]
    pub marked: bool,
    /// Where it can be corrected; empty where it cannot.
    #[serde(default)]
    pub edit: String,
}

#[derive(Clone, Debug, Deserialize)]
pub struct DroppedRow {
    pub id: String,
    pub words: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum FactState {
    Read,
    Corrected,
    Added,
    /// Worked out, and not yet confirmed.
    Inferred,
    Look,
    Missing,
}

/// The form of one fact.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct EditForm {
    /// The row it corrects, or the list it adds to.
    pub id: String,
    pub title: String,
    pub fields: Vec<EditField>,
    /// What goes along: names and values.
    #[serde(default)]
    pub hidden: Vec<(String, String)>,
    /// How the days were understood.
    #[serde(default)]
    pub understood: String,
    /// What the program read, where that is something else.
    #[serde(default)]
    pub read: String,
    /// Whether the row can be dropped.
    #[serde(default)]
    pub drop: bool,
    /// The words of the button by which a name stands for nobody; empty in other forms.
    #[serde(default)]
    pub nobody: String,
    /// Places it can be moved to: words and value.
    #[serde(default)]
    pub moves: Vec<(String, String)>,
    /// Where others can be added beside it.
    #[serde(default)]
    pub add: Vec<Link>,
}

/// A field of a form: free text, or one of several choices where there are any.
#[derive(Clone, Debug, Deserialize)]
pub struct EditField {
    pub name: String,
    pub label: String,
    #[serde(default)]
    pub hint: String,
    #[serde(default)]
    pub entry: Entry,
    #[serde(default)]
    pub options: Vec<Choice>,
    #[serde(default)]
    pub look: FieldLook,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum FieldLook {
    #[default]
    Line,
    Area,
    Day,
    /// A unit, offered while it is typed.
    Unit,
}

/// Where the outline comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Origin {
    /// The plan gives it.
    Read,
    /// Made up from the plan's contents; to be confirmed.
    Proposed,
}

impl PlanCheckPage {
    fn steps(&self) -> Vec<Step> {
        self.ui.plan_steps(1)
    }

    /// How many things need a look.
    fn look(&self) -> usize {
        self.warning_count() + self.questions.len()
    }

    fn warning_count(&self) -> usize {
        self.warnings.len() + self.more_warnings
    }

    /// The parts of the page an officer goes to, in their order.
    fn jumps(&self) -> Vec<Jump> {
        let jump = |to: &str, words: String, count| Jump { to: to.to_owned(), words, count };
        let say = |key| self.ui.say(key).to_string();
        let mut jumps = Vec::new();
        if !self.questions.is_empty() {
            jumps.push(jump("questions", say("plan-questions"), self.questions.len()));
        }
        if !self.warnings.is_empty() {
            jumps.push(jump("look", say("plan-look"), self.warning_count()));
        }
        jumps.push(jump("list-date", say("plan-dates"), self.date_count()));
        if !self.months.is_empty() {
            jumps.push(jump("calendar", say("plan-calendar"), 0));
        }
        let worked_on = |group: &&FactGroup| matches!(group.list.as_str(), "destination" | "duty");
        for group in self.groups.iter().filter(worked_on) {
            let to = format!("list-{}", group.list);
            jumps.push(jump(&to, group.title.clone(), group.rows.len()));
        }
        jumps.push(jump("list-outline", say("plan-outline"), self.outline.rows.len()));
        jumps
    }

    fn date_count(&self) -> usize {
        self.bodies.iter().map(|body| body.rows.len()).sum::<usize>() + self.more_dates
    }

    /// The form of a row, where it is the one that is open.
    fn form(&self, id: &str) -> Option<&EditForm> {
        self.editing.as_ref().filter(|form| form.id == id)
    }

    /// The form that adds to one of a group's lists.
    fn adding(&self, group: &FactGroup) -> Option<&EditForm> {
        let form = self.editing.as_ref()?;
        let list = form.id.strip_prefix("add-")?;
        let end = format!("?add={list}#edit");
        group.add.iter().any(|add| add.href == end).then_some(form)
    }

    /// Whether a folded group holds the form that is open.
    fn opens(&self, group: &FactGroup) -> bool {
        self.adding(group).is_some() || group.rows.iter().any(|row| self.form(&row.id).is_some())
    }

    /// Whether a mark carries the id of the words of its row.
    fn begins(&self, piece: &Piece) -> bool {
        piece.begins.contains(&piece.line)
    }

    fn is_look(&self, state: &FactState) -> bool {
        matches!(state, FactState::Look | FactState::Inferred)
    }

    fn wrong_reason(&self, id: &str) -> bool {
        self.mistakes.iter().any(|mistake| mistake.field.strip_prefix("reason-") == Some(id))
    }

    /// A row as its link is called: a heading by its words, anything else by what it is.
    fn spoken<'r>(&self, row: &'r FactRow) -> &'r str {
        if row.label.is_empty() { &row.value } else { &row.label }
    }

    /// What can be made of words chosen in the text.
    fn picks(&self) -> [(&'static str, &'static str); 8] {
        [
            ("date", "plan-pick-date"),
            ("duty", "plan-pick-duty"),
            ("destination", "plan-pick-destination"),
            ("outline", "plan-pick-outline"),
            ("recipient", "plan-pick-recipient"),
            ("period", "plan-pick-period"),
            ("attachment", "plan-pick-attachment"),
            ("exception", "plan-pick-exception"),
        ]
    }

    fn weekdays(&self) -> [&'static str; 7] {
        [
            "plan-monday",
            "plan-tuesday",
            "plan-wednesday",
            "plan-thursday",
            "plan-friday",
            "plan-saturday",
            "plan-sunday",
        ]
    }
}
