use super::rows::{RowAct, move_row, row_act};
use super::setup::back;
use super::{columns, rules};
use crate::site::{Answer, Path, Posted, Trouble, Visitor};
use crate::ui::{Choice, Entry, Link, Mistake, NavEntry, Ui};
use app::campaign::{NewIndicator, PutFigures, SetUpView, ShowFigures, ShowSetUp};
use app::{Scope, Seen, Table};
use askama::Template;
use axum::http::StatusCode;
use domain::campaign::{Refusal, Stage};
use domain::figure::Column;
use domain::id::CampaignId;
use domain::indicator::{Code, Indicator, NAME_LENGTH_MAX};
use serde::Deserialize;

/// The table of figures a campaign asks for, to be set. Posts `title`, `columns`, `paste`, and for
/// every row `code-N`, `name-N`, `unit-N`, `decimals-N`, `rule-N`, `of-N`; `rev`, and `do`: `save`,
/// `add`, or `up-N`, `down-N`, `remove-N`. Rows pasted are put behind those there are.
#[derive(Template, Deserialize)]
#[template(path = "campaign/figures.html")]
pub struct CampaignFiguresPage {
    pub ui: Ui,
    pub campaign: String,
    pub back: Link,
    pub title: Entry,
    /// The periods: years, runs of years, spans of days.
    pub columns: Entry,
    /// Where the periods come from, while nobody has kept any.
    #[serde(default)]
    pub stated: String,
    /// What is taken over from the plan above: as it is, with its periods.
    #[serde(default)]
    pub held: Vec<HeldRow>,
    pub rows: Vec<IndicatorRow>,
    /// Rows to be taken over from another program, a line each.
    #[serde(default)]
    pub paste: Entry,
    /// The rules a figure can be added up by: value is the code.
    pub rules: Vec<Choice>,
    pub rev: i64,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

impl CampaignFiguresPage {
    /// Where the periods come from, else how they are written.
    fn columns_hint(&self) -> String {
        match self.stated.is_empty() {
            true => self.ui.say("indicators-columns-hint").to_string(),
            false => self.stated.clone(),
        }
    }

    /// How many rows ask for something.
    fn asked(&self) -> usize {
        self.held.len() + self.rows.iter().filter(|row| !row.is_blank()).count()
    }
}

/// An indicator that only the plan above can change.
#[derive(Clone, Debug, Deserialize)]
pub struct HeldRow {
    pub code: String,
    pub name: String,
    pub unit: String,
}

/// An indicator as it stands in its fields. A new one is empty.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct IndicatorRow {
    #[serde(default)]
    pub code: String,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub unit: String,
    /// Digits behind the comma, 0 to 6.
    #[serde(default)]
    pub decimals: u8,
    /// The code of its rule.
    #[serde(default)]
    pub rule: String,
    /// The codes it is worked out from, where the rule asks for them.
    #[serde(default)]
    pub of: String,
    #[serde(default)]
    pub error: String,
}

/// The whole form as typed.
#[derive(Default)]
struct Typed {
    title: String,
    columns: String,
    rows: Vec<IndicatorRow>,
    paste: String,
}

pub(super) async fn show(visitor: Visitor, Path(campaign): Path<CampaignId>) -> Answer {
    let Seen { scope, output: shown } = visitor.read(ShowFigures { campaign }).await?;
    let view = &shown.set_up;
    if let Stage::Issued { .. } = view.campaign.stage {
        return visitor.go(&format!("/campaigns/{campaign}"));
    }
    let typed = match &view.table {
        Some(table) => kept(table, held(view)),
        None => Typed {
            columns: columns::write(&shown.proposed),
            rows: vec![IndicatorRow::default(); 3],
            ..Typed::default()
        },
    };
    let mut page = page(&visitor, &scope, view, typed, Vec::new());
    if !shown.proposed.is_empty() {
        page.stated = page.ui.say("indicators-columns-stated").to_string();
    }
    visitor.show(&page)
}

pub(super) async fn save(
    visitor: Visitor,
    Path(campaign): Path<CampaignId>,
    posted: Posted,
) -> Answer {
    let ui = visitor.ui_of_nobody();
    let mut typed = typed(&posted);
    let mut mistakes = take_pasted(&ui, &mut typed);
    let act = row_act(posted.get("do"));
    let mut status = StatusCode::OK;
    match act {
        RowAct::Save if mistakes.is_empty() => {
            let rev = posted.parse("rev").unwrap_or(0);
            match keep(&visitor, campaign, rev, &mut typed).await? {
                None => return visitor.go(&format!("/campaigns/{campaign}/setup")),
                Some(wrong) => (status, mistakes) = wrong,
            }
        }
        RowAct::Save => status = StatusCode::UNPROCESSABLE_ENTITY,
        RowAct::Add => typed.rows.push(IndicatorRow::default()),
        RowAct::Up(_) | RowAct::Down(_) | RowAct::Remove(_) => move_row(&mut typed.rows, act),
    }
    let Seen { scope, output: view } = visitor.read(ShowSetUp { campaign }).await?;
    Ok(visitor.page(status, &page(&visitor, &scope, &view, typed, mistakes)))
}

/// Keeps the table; what is wrong with it, marked at its rows too, where it cannot be kept.
async fn keep(
    visitor: &Visitor,
    campaign: CampaignId,
    rev: i64,
    typed: &mut Typed,
) -> Result<Option<(StatusCode, Vec<Mistake>)>, Trouble> {
    let ui = visitor.ui_of_nobody();
    let mut mistakes = Vec::new();
    let indicators = indicators(&ui, &mut typed.rows, &mut mistakes);
    let columns = match columns::read(&typed.columns) {
        Ok(columns) if columns.is_empty() && !indicators.is_empty() => {
            mistakes.push(Mistake::new("columns", ui.say("indicators-columns-missing")));
            columns
        }
        Ok(columns) => columns,
        Err(part) => {
            let words = ui.say("indicators-columns-wrong").with("part", part);
            mistakes.push(Mistake::new("columns", words));
            Vec::new()
        }
    };
    if !mistakes.is_empty() {
        return Ok(Some((StatusCode::UNPROCESSABLE_ENTITY, mistakes)));
    }
    let case = PutFigures { campaign, rev, title: typed.title.clone(), columns, indicators };
    match visitor.save(case).await {
        Ok(_) => Ok(None),
        Err(trouble) => {
            let (status, words) = trouble.above_form(&ui)?;
            Ok(Some((status, vec![Mistake::new("figures", words)])))
        }
    }
}

/// The rows as indicators; a row that cannot be one gets its sentence.
fn indicators(
    ui: &Ui,
    rows: &mut [IndicatorRow],
    mistakes: &mut Vec<Mistake>,
) -> Vec<NewIndicator> {
    let codes: Vec<String> = rows.iter().map(|row| row.code.trim().to_owned()).collect();
    let mut found = Vec::new();
    for (at, row) in rows.iter_mut().enumerate() {
        if row.is_blank() {
            continue;
        }
        match indicator(ui, row, at, &codes) {
            Ok(indicator) => found.push(indicator),
            Err(words) => {
                let line = ui.say("indicators-row").with("n", at + 1).with("words", &words);
                mistakes.push(Mistake::new(format!("code-{at}"), line));
                row.error = words;
            }
        }
    }
    found
}

fn indicator(
    ui: &Ui,
    row: &IndicatorRow,
    at: usize,
    codes: &[String],
) -> Result<NewIndicator, String> {
    if row.name.trim().is_empty() {
        return Err(ui.refusal(domain::indicator::Refusal::NameMissing));
    }
    if row.name.chars().count() > NAME_LENGTH_MAX {
        return Err(ui.refusal(domain::indicator::Refusal::NameTooLong));
    }
    let code = Code::parse(&row.code).map_err(|refusal| ui.refusal(refusal))?;
    if codes[..at].iter().any(|before| before == code.as_str()) {
        return Err(ui.refusal(Refusal::IndicatorTwice));
    }
    let rule = rules::typed(&row.rule, &row.of)
        .ok_or_else(|| ui.say("indicators-rule-wrong").to_string())?;
    let there = |source: &&str| codes.iter().any(|code| code == source);
    if let Some(unknown) = rules::sources(&rule).into_iter().find(|source| !there(source)) {
        return Err(ui.say("indicators-code-unknown").with("code", unknown).to_string());
    }
    Ok(NewIndicator {
        code: code.as_str().to_owned(),
        name: row.name.clone(),
        unit: row.unit.clone(),
        decimals: row.decimals,
        rule,
    })
}

/// Puts what was pasted behind the rows; a line that cannot be read stays where it was pasted.
fn take_pasted(ui: &Ui, typed: &mut Typed) -> Vec<Mistake> {
    let heading = rules::folded(ui, "indicators-code");
    let mut rows = Vec::new();
    let (mut mistakes, mut left) = (Vec::new(), Vec::new());
    for (at, line) in typed.paste.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let between = if line.contains('\t') { '\t' } else { '|' };
        let first = line.split(between).next().unwrap_or_default();
        if domain::text::fold(first) == heading {
            continue;
        }
        match NewIndicator::parse_line(&rules::in_short(ui, line, between), between) {
            Some(indicator) => rows.push(row_of(&indicator)),
            None => {
                let words = ui.say("indicators-paste-wrong").with("n", at + 1).with("line", line);
                mistakes.push(Mistake::new("paste", words));
                left.push(line);
            }
        }
    }
    // What was read goes into the table; what was not stays to be mended.
    typed.paste = left.join("\n");
    if !rows.is_empty() {
        typed.rows.retain(|row| !row.is_blank());
        typed.rows.append(&mut rows);
    }
    mistakes
}

fn page(
    visitor: &Visitor,
    scope: &Scope,
    view: &SetUpView,
    typed: Typed,
    mistakes: Vec<Mistake>,
) -> CampaignFiguresPage {
    let ui = visitor.ui(scope, NavEntry::Campaigns);
    let entry = |field: &str, value: String| {
        let found = mistakes.iter().find(|mistake| mistake.field == field);
        Entry { value, error: found.map(|mistake| mistake.words.clone()).unwrap_or_default() }
    };
    CampaignFiguresPage {
        campaign: view.campaign.title.clone(),
        back: back(&ui, view.campaign.id),
        title: entry("title", typed.title),
        columns: entry("columns", typed.columns),
        stated: String::new(),
        held: held(view)
            .iter()
            .map(|row| HeldRow {
                code: row.code.as_str().to_owned(),
                name: row.name.as_str().to_owned(),
                unit: row.unit.as_str().to_owned(),
            })
            .collect(),
        rows: typed.rows,
        paste: entry("paste", typed.paste),
        rules: rules::choices(&ui),
        rev: view.campaign.rev,
        mistakes,
        ui,
    }
}

/// What of the table is taken over.
fn held(view: &SetUpView) -> &[Indicator] {
    view.inherited_table.as_ref().map_or(&[], |table| &table.indicators)
}

/// The table as it is kept, back in its fields, but for what is taken over.
fn kept(table: &Table, held: &[Indicator]) -> Typed {
    let code = |id| {
        let found = table.indicators.iter().find(|indicator| indicator.id == id);
        found.map_or("", |indicator| indicator.code.as_str())
    };
    let own = table.indicators.iter().filter(|row| held.iter().all(|other| other.id != row.id));
    let rows = own.map(|indicator| {
        let of: Vec<&str> = indicator.rule.sources().into_iter().flatten().map(code).collect();
        IndicatorRow {
            code: indicator.code.as_str().to_owned(),
            name: indicator.name.as_str().to_owned(),
            unit: indicator.unit.as_str().to_owned(),
            decimals: indicator.decimals,
            rule: rules::code_of(indicator.rule).to_owned(),
            of: of.join(" "),
            error: String::new(),
        }
    });
    let columns: &[Column] = &table.columns;
    Typed {
        title: table.title.clone(),
        columns: columns::write(columns),
        rows: rows.collect(),
        paste: String::new(),
    }
}

fn row_of(indicator: &NewIndicator) -> IndicatorRow {
    IndicatorRow {
        code: indicator.code.clone(),
        name: indicator.name.clone(),
        unit: indicator.unit.clone(),
        decimals: indicator.decimals,
        rule: rules::code_of_typed(&indicator.rule).to_owned(),
        of: rules::sources(&indicator.rule).join(" "),
        error: String::new(),
    }
}

fn typed(posted: &Posted) -> Typed {
    let rows = (0..).map_while(|at| {
        let field = |name: &str| posted.get(&format!("{name}-{at}")).to_owned();
        posted.has(&format!("code-{at}")).then(|| IndicatorRow {
            code: field("code"),
            name: field("name"),
            unit: field("unit"),
            decimals: field("decimals").parse().unwrap_or(0),
            rule: field("rule"),
            of: field("of"),
            error: String::new(),
        })
    });
    Typed {
        title: posted.get("title").to_owned(),
        columns: posted.get("columns").to_owned(),
        rows: rows.collect(),
        paste: posted.get("paste").to_owned(),
    }
}

impl IndicatorRow {
    /// Nothing was typed that says what is asked.
    fn is_blank(&self) -> bool {
        [&self.code, &self.name, &self.unit].iter().all(|typed| typed.trim().is_empty())
    }
}
