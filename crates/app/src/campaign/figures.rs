use super::set_up::open;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::campaign::Refusal;
use domain::figure::{Column, NewCell, Segment};
use domain::id::CampaignId;
use domain::indicator::{Asked, Code, Group, Indicator, Rule};
use domain::text::Text;
use store::scope::Scope;
use store::segment::Table;

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
    pub rule: Rule,
}

impl Case for PutFigures {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let set_up = open(ctx, scope, self.campaign, self.rev).await?;
        let indicators = self.indicators(ctx)?;
        if indicators.is_empty() {
            store::segment::delete(&mut ctx.tx, &set_up).await?;
        } else {
            let segment = self.segment(ctx, &indicators)?;
            let title = Text::new(&self.title).into_string();
            let table = Table { title, columns: self.columns.clone(), indicators, segment };
            store::segment::put(&mut ctx.tx, &set_up, &table).await?;
        }
        if store::campaign::touch(&mut ctx.tx, &set_up).await? {
            Ok(())
        } else {
            Err(Ending::Stale)
        }
    }
}

impl PutFigures {
    fn indicators(&self, ctx: &mut Ctx<'_>) -> Result<Vec<Indicator>, Refusal> {
        let mut indicators: Vec<Indicator> = Vec::new();
        for typed in &self.indicators {
            let name = Text::new(&typed.name);
            if name.is_empty() {
                continue;
            }
            let code = Code::parse(&typed.code).map_err(|_| Refusal::FiguresWrong)?;
            if indicators.iter().any(|before| before.code == code) {
                return Err(Refusal::IndicatorTwice);
            }
            let indicator = Indicator {
                id: ctx.chance.id(),
                version: 1,
                code,
                name,
                unit: Text::new(&typed.unit),
                decimals: typed.decimals,
                group: Group::Main,
                rule: typed.rule,
            };
            indicators.push(indicator.checked().map_err(|_| Refusal::FiguresWrong)?);
        }
        Ok(indicators)
    }

    fn segment(&self, ctx: &mut Ctx<'_>, indicators: &[Indicator]) -> Result<Segment, Refusal> {
        let asked = indicators.iter().filter(|i| i.rule.asked() != Asked::Nothing);
        let cells: Vec<NewCell> = asked
            .flat_map(|indicator| {
                self.columns.iter().map(|column| NewCell {
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
}
