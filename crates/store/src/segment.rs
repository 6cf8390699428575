//! Tables of figures: their indicators, their period columns, their cells.

use crate::campaign::SetUp;
use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::permit::{Permit, Reached, ReadTotals};
use crate::values;
use domain::figure::{Column, Life, Portion, Segment};
use domain::id::{CampaignId, SegmentId};
use domain::indicator::{Code, Indicator};
use domain::text::Text;

/// A table of figures as asked (bảng số liệu): rows of indicators, columns of periods, and the
/// segment that says which cell is which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub title: String,
    pub columns: Vec<Column>,
    /// The periods as those who fill it in are told them, one for each column.
    pub told: Vec<Column>,
    pub indicators: Vec<Indicator>,
    pub segment: Segment,
}

impl Table {
    pub fn id(&self) -> SegmentId {
        self.segment.id()
    }

    /// The table as far as some units are asked it; `None` where nothing of it is.
    pub fn of(self, portion: &Portion) -> Option<Table> {
        if self.is_not(portion) {
            return None;
        }
        let told = portion.columns(&self.columns);
        let (columns, told): (Vec<Column>, Vec<Column>) =
            self.columns.iter().zip(told).filter_map(|(c, told)| Some((*c, told?))).unzip();
        let mut indicators = self.indicators;
        indicators.retain(|row| !portion.out.contains(&row.id));
        Some(Table { columns, told, indicators, ..self })
    }

    /// Whether nothing of it is asked.
    pub fn is_not(&self, portion: &Portion) -> bool {
        let out = |row: &Indicator| portion.out.contains(&row.id);
        self.indicators.iter().all(out)
            || portion.columns(&self.columns).iter().all(Option::is_none)
    }

    /// A period as those who fill it in are told it.
    pub fn told(&self, column: Column) -> Column {
        let at = self.columns.iter().position(|other| *other == column);
        at.and_then(|at| self.told.get(at).copied()).unwrap_or(column)
    }

    /// The cells that are asked, by position.
    pub fn asked(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.segment.cells().len()).filter(|cell| self.asks(*cell))
    }

    /// Whether the cell at a position is asked.
    pub fn asks(&self, cell: usize) -> bool {
        self.place(cell).is_some()
    }

    /// The position of an indicator's cell in a period, where it is asked.
    pub fn cell(&self, indicator: &Indicator, column: Column) -> Option<usize> {
        self.segment.position(indicator.id, column)
    }

    /// The indicator and period of the cell at a position, where it is asked.
    pub fn place(&self, cell: usize) -> Option<(&Indicator, Column)> {
        let cell = self.segment.cells().get(cell).filter(|cell| cell.life == Life::Asked)?;
        let indicator = self.indicators.iter().find(|i| i.id == cell.asks.indicator)?;
        self.columns.contains(&cell.asks.column).then_some((indicator, cell.asks.column))
    }
}

/// Replaces the one table of a campaign being set up.
pub async fn put(tx: &mut Tx<'_>, set_up: &SetUp, table: &Table) -> Result<()> {
    delete(tx, set_up).await?;
    tx.execute(
        "insert into segment (id, campaign_id, ord, title, cells) values ($1, $2, 0, $3, $4)",
        values![table.id(), set_up.campaign().id, &table.title, json(&table.segment)?],
    )
    .await?;
    for (ord, column) in (0i64..).zip(&table.columns) {
        tx.execute(
            "insert into period (segment_id, ord, period_column) values ($1, $2, $3)",
            values![table.id(), ord, json(column)?],
        )
        .await?;
    }
    for (ord, row) in (0i64..).zip(&table.indicators) {
        tx.execute(
            "insert into indicator (segment_id, ord, id, version, code, name, measure, decimals, kind, rule)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            values![
                table.id(), ord, row.id, row.version, row.code.as_str(), row.name.as_str(),
                row.unit.as_str(), i64::from(row.decimals), json(&row.group)?, json(&row.rule)?
            ],
        )
        .await?;
    }
    Ok(())
}

/// The table of a campaign as far as the reached assignment is asked it.
pub async fn find_for(tx: &mut Tx<'_>, reached: &Reached) -> Result<Option<Table>> {
    let assignment = reached.assignment();
    let table = find(tx, assignment.campaign).await?.filter(|_| assignment.figures);
    Ok(table.and_then(|table| table.of(&reached.around().portion)))
}

/// Removes the table of a campaign being set up.
pub async fn delete(tx: &mut Tx<'_>, set_up: &SetUp) -> Result<()> {
    let campaign = set_up.campaign().id;
    for sql in [
        "delete from period where segment_id in (select id from segment where campaign_id = $1)",
        "delete from indicator where segment_id in (select id from segment where campaign_id = $1)",
        "delete from segment where campaign_id = $1",
    ] {
        tx.execute(sql, values![campaign]).await?;
    }
    Ok(())
}

/// What the table of a campaign is called, if it asks for figures. The caller has reached the
/// campaign.
pub async fn find_title(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Option<String>> {
    let found: Option<(String,)> = tx
        .find(
            "select title from segment where campaign_id = $1 order by ord, id limit 1",
            values![campaign],
        )
        .await?;
    Ok(found.map(|(title,)| title))
}

/// The table of a campaign, if it asks for figures. The caller has reached the campaign.
pub async fn find(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Option<Table>> {
    let parts: Vec<Part> = tx
        .list(
            "select 0, s.ord, s.id, 0, s.title, s.cells, '', 0, '', ''
             from segment s where s.campaign_id = $1
             union all
             select 1, p.ord, p.segment_id, 0, p.period_column, '', '', 0, '', ''
             from segment s join period p on p.segment_id = s.id where s.campaign_id = $1
             union all
             select 2, i.ord, i.id, i.version, i.code, i.name, i.measure, i.decimals, i.kind, i.rule
             from segment s join indicator i on i.segment_id = s.id where s.campaign_id = $1
             order by 1, 2, 3",
            values![campaign],
        )
        .await?;
    let mut table = None;
    for part in parts {
        match (part, &mut table) {
            (Part::Head { title, segment }, None) => {
                let (columns, told) = (Vec::new(), Vec::new());
                table = Some(Table { title, columns, told, indicators: Vec::new(), segment });
            }
            (Part::Column(column), Some(table)) => {
                table.columns.push(column);
                table.told.push(column);
            }
            (Part::Row(indicator), Some(table)) => table.indicators.push(*indicator),
            (_, _) => return Err(StoreError::Corrupt(format!("more than one table: {campaign}"))),
        }
    }
    Ok(table)
}

/// The cells of every campaign that units below the permitted one issued under it.
pub async fn list_carried(
    tx: &mut Tx<'_>,
    permit: &Permit<ReadTotals>,
) -> Result<Vec<(CampaignId, Segment)>> {
    let node = permit.assignment();
    let rows: Vec<(CampaignId, String)> = tx
        .list(
            "select k.id, s.cells from assignment a
             join campaign k on k.parent_id = a.campaign_id and k.unit_id = a.body_id
             join segment s on s.campaign_id = k.id
             where a.campaign_id = $1 and a.lo >= $2 and a.lo < $3 and k.issued is not null
             order by a.lo",
            values![node.campaign, node.lo, node.hi],
        )
        .await?;
    rows.into_iter().map(|(campaign, cells)| Ok((campaign, parse(&cells)?))).collect()
}

/// One of the rows a table is kept in.
enum Part {
    Head { title: String, segment: Segment },
    Column(Column),
    Row(Box<Indicator>),
}

impl FromRow for Part {
    fn from_row(mut row: Row) -> Result<Part> {
        let (part, _ord): (i64, i64) = (row.take()?, row.take()?);
        let (id, version) = (row.take()?, row.take()?);
        let (code, name): (String, String) = (row.take()?, row.take()?);
        match part {
            0 => return Ok(Part::Head { title: code, segment: parse(&name)? }),
            1 => return Ok(Part::Column(parse(&code)?)),
            _ => {}
        }
        let unit: String = row.take()?;
        let decimals: u32 = row.take()?;
        let (group, rule): (String, String) = (row.take()?, row.take()?);
        Ok(Part::Row(Box::new(Indicator {
            id,
            version,
            code: Code::parse(&code).map_err(|_| StoreError::Corrupt(format!("code {code:?}")))?,
            name: Text::new(&name),
            unit: Text::new(&unit),
            decimals: u8::try_from(decimals)
                .map_err(|_| StoreError::Corrupt(format!("{decimals} decimals")))?,
            group: parse(&group)?,
            rule: parse(&rule)?,
        })))
    }
}

pub(crate) fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| StoreError::Corrupt(error.to_string()))
}

pub(crate) fn parse<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| StoreError::Corrupt(error.to_string()))
}
