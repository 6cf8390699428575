//! The way of a campaign's report through the own unit.

use crate::campaign::SetUp;
use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::values;
use domain::campaign::{Forum, StepTime, Turn};
use domain::id::{BodyId, CampaignId};
use jiff::civil::Date;

/// A step of the way of the report (bước thông qua).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub forum: Forum,
    /// The organ of the unit, where it is one.
    pub body: Option<BodyId>,
    /// How that organ is called; read only.
    pub organ: Option<String>,
    /// The ordinal of the session, where it has one.
    pub session: Option<u32>,
    pub words: String,
    pub turn: Turn,
    pub time: StepTime,
}

/// Replaces the way of a campaign being set up.
pub async fn put(tx: &mut Tx<'_>, set_up: &SetUp, steps: &[Step]) -> Result<()> {
    let campaign = set_up.campaign().id;
    tx.execute("delete from path_step where campaign_id = $1", values![campaign]).await?;
    for (ord, step) in (0i64..).zip(steps) {
        let (day, days) = match step.time {
            StepTime::Open => (None, None),
            StepTime::On(day) => (Some(day), None),
            StepTime::Within(days) => (None, Some(i64::from(days))),
        };
        tx.execute(
            "insert into path_step (campaign_id, ord, forum, body_id, session, words, turn, day, days)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            values![
                campaign,
                ord,
                step.forum.name(),
                step.body,
                step.session.map(i64::from),
                &step.words,
                step.turn.name(),
                day,
                days
            ],
        )
        .await?;
    }
    Ok(())
}

/// The steps in their order. The caller has reached the campaign.
pub async fn list(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Vec<Step>> {
    tx.list(
        "select s.forum, s.body_id, b.short, s.session, s.words, s.turn, s.day, s.days
         from path_step s left join body b on b.id = s.body_id where s.campaign_id = $1
         order by s.ord",
        values![campaign],
    )
    .await
}

impl FromRow for Step {
    fn from_row(mut row: Row) -> Result<Step> {
        let forum: String = row.take()?;
        let (body, organ) = (row.take()?, row.take()?);
        let (session, words) = (row.take()?, row.take()?);
        let turn: String = row.take()?;
        let time = match (row.take::<Option<Date>>()?, row.take::<Option<i64>>()?) {
            (Some(day), _) => StepTime::On(day),
            (None, Some(days)) => StepTime::Within(
                u16::try_from(days).map_err(|_| corrupt("number of days", &days.to_string()))?,
            ),
            (None, None) => StepTime::Open,
        };
        Ok(Step {
            forum: Forum::parse(&forum).ok_or_else(|| corrupt("forum", &forum))?,
            body,
            organ,
            session,
            words,
            turn: Turn::parse(&turn).ok_or_else(|| corrupt("turn", &turn))?,
            time,
        })
    }
}

fn corrupt(what: &str, found: &str) -> StoreError {
    StoreError::Corrupt(format!("{found:?} is no {what}"))
}
