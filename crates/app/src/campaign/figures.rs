use super::propose::columns;
use super::set_up::{SetUpView, load, open, reach};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::plan::document;
use domain::campaign::Refusal;
use domain::figure::{Column, NewCell, Segment};
use domain::id::{CampaignId, IndicatorId};
use domain::indicator::{Asked, Code, Group, Indicator, Rule};
use domain::text::Text;
use store::scope::Scope;
use store::segment::Table;

/// The table of figures of a campaign being set up, and the periods its plan names.
#[derive(Clone, Debug)]
pub struct ShowFigures {
    pub campaign: CampaignId,
}

#[derive(Clone, Debug)]
pub struct TableView {
    pub set_up: SetUpView,
    /// What the plan says of the periods, while there is no table yet.
    pub proposed: Vec<Column>,
}

/// Keeps the table of figures of a campaign (lập bảng số liệu).
#[derive(Clone, Debug)]
pub struct PutFigures {
    pub campaign: CampaignId,
    pub rev: i64,
    pub title: String,
    pub columns: Vec<Column>,
    /// Rows without a name are let go.
    pub indicators: Vec<NewIndicator>,
}

/// An indicator as typed.
#[derive(Clone, Debug)]
pub struct NewIndicator {
    pub code: String,
    pub name: String,
    pub unit: String,
    pub decimals: u8,
    pub rule: TypedRule,
}

/// A rule as typed: other indicators are named by their codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypedRule {
    Sum,
    Ratio { numerator: String, denominator: String, times: u32 },
    WeightedMean { weight: String },
    Latest,
    Maximum,
    Minimum,
    CountOfYes,
    Apart,
}

impl NewIndicator {
    /// Reads `code | name | unit | decimals | rule`, the form in which a table is pasted. The rule is
    /// `sum`, `ratio A B` (per cent), `mean A`, `latest`, `max`, `min`, `yes` or `apart`, `sum` where
    /// it is left out; decimals left out are none. `None` where a line is not of the form.
    pub fn parse_line(line: &str, between: char) -> Option<NewIndicator> {
        let mut fields = line.split(between).map(str::trim);
        let (code, name) = (fields.next()?, fields.next().filter(|name| !name.is_empty())?);
        let unit = fields.next().unwrap_or_default();
        let decimals = fields.next().filter(|d| !d.is_empty()).unwrap_or("0").parse().ok()?;
        let rule = TypedRule::parse(fields.next().filter(|r| !r.is_empty()).unwrap_or("sum"))?;
        Some(NewIndicator {
            code: code.to_owned(),
            name: name.to_owned(),
            unit: unit.to_owned(),
            decimals,
            rule,
        })
    }
}

impl NewIndicator {
    /// The indicators of a table as they would be typed, for another table.
    pub fn all_of(indicators: &[Indicator]) -> Vec<NewIndicator> {
        let code = |id: IndicatorId| {
            let found = indicators.iter().find(|indicator| indicator.id == id);
            found.map(|indicator| indicator.code.as_str().to_owned()).unwrap_or_default()
        };
        let rule = |rule: &Rule| match *rule {
            Rule::Sum => TypedRule::Sum,
            Rule::Ratio { numerator, denominator, times } => TypedRule::Ratio {
                numerator: code(numerator),
                denominator: code(denominator),
                times,
            },
            Rule::WeightedMean { weight } => TypedRule::WeightedMean { weight: code(weight) },
            Rule::Latest => TypedRule::Latest,
            Rule::Maximum => TypedRule::Maximum,
            Rule::Minimum => TypedRule::Minimum,
            Rule::CountOfYes => TypedRule::CountOfYes,
            Rule::Apart => TypedRule::Apart,
        };
        let typed = indicators.iter().map(|indicator| NewIndicator {
            code: indicator.code.as_str().to_owned(),
            name: indicator.name.as_str().to_owned(),
            unit: indicator.unit.as_str().to_owned(),
            decimals: indicator.decimals,
            rule: rule(&indicator.rule),
        });
        typed.collect()
    }
}

impl TypedRule {
    /// Reads the short form of a rule; see [`NewIndicator::parse_line`].
    pub fn parse(text: &str) -> Option<TypedRule> {
        let words: Vec<&str> = text.split_whitespace().collect();
        Some(match words.as_slice() {
            ["sum"] => TypedRule::Sum,
            ["ratio", numerator, denominator] => TypedRule::Ratio {
                numerator: (*numerator).to_owned(),
                denominator: (*denominator).to_owned(),
                times: 100,
            },
            ["mean", weight] => TypedRule::WeightedMean { weight: (*weight).to_owned() },
            ["latest"] => TypedRule::Latest,
            ["max"] => TypedRule::Maximum,
            ["min"] => TypedRule::Minimum,
            ["yes"] => TypedRule::CountOfYes,
            ["apart"] => TypedRule::Apart,
            _ => return None,
        })
    }

    /// The rule with codes resolved among `codes`; `None` where one is not there.
    fn resolve(&self, codes: &[(Code, IndicatorId)]) -> Option<Rule> {
        let id =
            |code: &str| codes.iter().find(|(c, _)| c.as_str() == code.trim()).map(|(_, id)| *id);
        Some(match self {
            TypedRule::Sum => Rule::Sum,
            TypedRule::Ratio { numerator, denominator, times } => Rule::Ratio {
                numerator: id(numerator)?,
                denominator: id(denominator)?,
                times: *times,
            },
            TypedRule::WeightedMean { weight } => Rule::WeightedMean { weight: id(weight)? },
            TypedRule::Latest => Rule::Latest,
            TypedRule::Maximum => Rule::Maximum,
            TypedRule::Minimum => Rule::Minimum,
            TypedRule::CountOfYes => Rule::CountOfYes,
            TypedRule::Apart => Rule::Apart,
        })
    }
}

impl Case for ShowFigures {
    type Output = TableView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<TableView, Ending> {
        let reached = reach(ctx, scope, self.campaign).await?;
        let set_up = load(ctx, scope, reached.campaign()).await?;
        let proposed = match (set_up.campaign.plan, &set_up.table) {
            (Some(plan), None) => {
                let plan = store::plan::find(&mut ctx.tx, scope, plan).await?;
                plan.map_or(Ok(Vec::new()), |plan| document(&plan).map(|plan| columns(&plan)))?
            }
            _ => Vec::new(),
        };
        Ok(TableView { set_up, proposed })
    }
}

impl Case for PutFigures {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let set_up = open(ctx, scope, self.campaign, self.rev).await?;
        let view = load(ctx, scope, set_up.campaign()).await?;
        let (inherited, before) = (view.inherited_table.as_ref(), view.table.as_ref());
        let nothing = self.indicators.iter().all(|typed| Text::new(&typed.name).is_empty());
        if nothing && inherited.is_none() {
            store::segment::delete(&mut ctx.tx, &set_up).await?;
        } else {
            let named = (self.title.as_str(), self.columns.as_slice());
            let before = before.map_or(&[][..], |table| &table.indicators);
            let table = table(ctx, named, (&self.indicators, before), inherited)?;
            store::segment::put(&mut ctx.tx, &set_up, &table).await?;
        }
        if store::campaign::touch(&mut ctx.tx, &set_up).await? {
            Ok(())
        } else {
            Err(Ending::Stale)
        }
    }
}

/// The table of indicators as typed over periods, with ids of its own. What is inherited comes first,
/// as it is, and its periods are those of the whole. What has the code of one of those `before` is
/// that one still, so that who is not asked it stays as it was.
pub(super) fn table(
    ctx: &mut Ctx<'_>,
    (title, columns): (&str, &[Column]),
    (typed, before): (&[NewIndicator], &[Indicator]),
    inherited: Option<&Table>,
) -> Result<Table, Refusal> {
    let mut all = inherited.map(|table| table.indicators.clone()).unwrap_or_default();
    let columns = inherited.map_or(columns, |table| &table.columns);
    all.extend(indicators(ctx, (typed, before), &all)?);
    let segment = segment(ctx, columns, &all)?;
    let title = match inherited {
        Some(table) => table.title.clone(),
        None => Text::new(title).into_string(),
    };
    let columns = columns.to_vec();
    Ok(Table { title, told: columns.clone(), columns, indicators: all, segment })
}

fn indicators(
    ctx: &mut Ctx<'_>,
    (typed, before): (&[NewIndicator], &[Indicator]),
    inherited: &[Indicator],
) -> Result<Vec<Indicator>, Refusal> {
    let named: Vec<&NewIndicator> =
        typed.iter().filter(|typed| !Text::new(&typed.name).is_empty()).collect();
    let mut codes: Vec<(Code, IndicatorId)> =
        inherited.iter().map(|row| (row.code.clone(), row.id)).collect();
    for typed in &named {
        let code = Code::parse(&typed.code).map_err(|_| Refusal::FiguresWrong)?;
        if codes.iter().any(|(before, _)| *before == code) {
            return Err(Refusal::IndicatorTwice);
        }
        let kept = before.iter().find(|row| row.code == code).map(|row| row.id);
        codes.push((code, kept.unwrap_or_else(|| ctx.chance.id())));
    }
    named
        .iter()
        .zip(&codes[inherited.len()..])
        .map(|(typed, (code, id))| {
            let indicator = Indicator {
                id: *id,
                version: 1,
                code: code.clone(),
                name: Text::new(&typed.name),
                unit: Text::new(&typed.unit),
                decimals: typed.decimals,
                group: Group::Main,
                rule: typed.rule.resolve(&codes).ok_or(Refusal::FiguresWrong)?,
            };
            indicator.checked().map_err(|_| Refusal::FiguresWrong)
        })
        .collect()
}

fn segment(
    ctx: &mut Ctx<'_>,
    columns: &[Column],
    indicators: &[Indicator],
) -> Result<Segment, Refusal> {
    let asked = indicators.iter().filter(|i| i.rule.asked() != Asked::Nothing);
    let cells: Vec<NewCell> = asked
        .flat_map(|indicator| {
            columns.iter().map(|column| NewCell {
                indicator: indicator.id,
                indicator_version: indicator.version,
                column: *column,
                decimals: indicator.decimals,
            })
        })
        .collect();
    if cells.is_empty() {
        return Err(Refusal::FiguresWrong);
    }
    Segment::new(ctx.chance.id()).append(cells).map_err(|_| Refusal::FiguresWrong)
}
