//! Tasks of a campaign and their parties while it is set up; what bodies said is in `answer`.

use crate::campaign::SetUp;
use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::values;
use domain::id::{BodyId, CampaignId, TaskId};
use domain::source::Span;
use domain::task::{Due, Part};
use jiff::civil::Date;

/// A task (việc được giao).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    pub id: TaskId,
    pub what: String,
    /// The document that is to come of it; empty where none is named.
    pub result: String,
    /// Where the plan says it.
    pub span: Option<Span>,
    pub due: Due,
}

/// A body, or all units of a tier, in a task (cơ quan, đơn vị thực hiện).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    pub part: Part,
    pub whom: Whom,
    /// As the plan or the officer names it.
    pub name: String,
    /// The short name of the body; empty where it is none.
    pub short: String,
}

/// Whom a name means (tên chỉ ai).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whom {
    /// Nobody has chosen yet.
    Open,
    Body(BodyId),
    /// The key of a tier: every unit of it that is asked.
    Tier(String),
}

/// How many tasks there are, and what of them is still open (số việc).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TaskCount {
    pub tasks: i64,
    /// Names of which nobody has said whom they mean.
    pub unmatched: i64,
    /// Tasks whose date is a proposal nobody has confirmed.
    pub proposed: i64,
}

/// The tasks of a campaign in the order of the plan. The caller has reached the campaign.
pub async fn list(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Vec<Task>> {
    tx.list(
        "select id, what, result, span_from, span_to, due_origin, due, due_words
         from task where campaign_id = $1 order by ord, id",
        values![campaign],
    )
    .await
}

/// Who is in the tasks of a campaign, those who lead first. The caller has reached the campaign.
pub async fn list_parties(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Vec<(TaskId, Party)>> {
    let rows: Vec<PartyRow> = tx
        .list(
            "select p.task_id, p.part, p.body_id, p.tier_key, p.name, coalesce(b.short, '')
             from task_party p left join body b on b.id = p.body_id
             where p.campaign_id = $1 order by p.task_id, p.part, p.ord",
            values![campaign],
        )
        .await?;
    Ok(rows.into_iter().map(|PartyRow(task, party)| (task, party)).collect())
}

/// How many tasks there are. The caller has reached the campaign.
pub async fn count(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<TaskCount> {
    let (tasks, proposed, unmatched) = tx
        .get(
            "select cast(count(*) as bigint),
                    cast(coalesce(sum(case when t.due_origin = 'proposed' then 1 else 0 end), 0)
                      as bigint),
                    (select cast(count(*) as bigint) from task_party p where p.campaign_id = $1
                       and p.body_id is null and p.tier_key is null)
             from task t where t.campaign_id = $1",
            values![campaign],
        )
        .await?;
    Ok(TaskCount { tasks, unmatched, proposed })
}

/// Adds a task behind those that are there.
pub async fn insert(tx: &mut Tx<'_>, set_up: &SetUp, task: &Task, parties: &[Party]) -> Result<()> {
    tx.execute(
        "insert into task (campaign_id, id, ord, what, result, span_from, span_to, due_origin, due,
                           due_words)
         values ($1, $2, (select coalesce(max(ord), 0) + 1 from task where campaign_id = $1),
                 $3, $4, $5, $6, $7, $8, $9)",
        values![
            set_up.campaign().id,
            task.id,
            &task.what,
            &task.result,
            task.span.map(|span| whole(span.from)),
            task.span.map(|span| whole(span.to)),
            task.due.name(),
            task.due.day(),
            task.due.words()
        ],
    )
    .await?;
    insert_parties(tx, set_up, task.id, parties).await
}

/// Keeps a task and its parties as they are now.
pub async fn put(tx: &mut Tx<'_>, set_up: &SetUp, task: &Task, parties: &[Party]) -> Result<()> {
    tx.execute(
        "update task set what = $3, result = $4, due_origin = $5, due = $6, due_words = $7
         where campaign_id = $1 and id = $2",
        values![
            set_up.campaign().id,
            task.id,
            &task.what,
            &task.result,
            task.due.name(),
            task.due.day(),
            task.due.words()
        ],
    )
    .await?;
    delete_parties(tx, set_up, task.id).await?;
    insert_parties(tx, set_up, task.id, parties).await
}

pub async fn remove(tx: &mut Tx<'_>, set_up: &SetUp, task: TaskId) -> Result<()> {
    delete_parties(tx, set_up, task).await?;
    tx.execute(
        "delete from task where campaign_id = $1 and id = $2",
        values![set_up.campaign().id, task],
    )
    .await?;
    Ok(())
}

/// Makes a choice of every proposed date.
pub async fn choose_proposed(tx: &mut Tx<'_>, set_up: &SetUp) -> Result<()> {
    tx.execute(
        "update task set due_origin = 'chosen', due_words = ''
         where campaign_id = $1 and due_origin = 'proposed'",
        values![set_up.campaign().id],
    )
    .await?;
    Ok(())
}

async fn delete_parties(tx: &mut Tx<'_>, set_up: &SetUp, task: TaskId) -> Result<()> {
    tx.execute(
        "delete from task_party where campaign_id = $1 and task_id = $2",
        values![set_up.campaign().id, task],
    )
    .await?;
    Ok(())
}

async fn insert_parties(
    tx: &mut Tx<'_>,
    set_up: &SetUp,
    task: TaskId,
    parties: &[Party],
) -> Result<()> {
    for (ord, party) in (0i64..).zip(parties) {
        let (body, tier) = match &party.whom {
            Whom::Open => (None, None),
            Whom::Body(body) => (Some(*body), None),
            Whom::Tier(key) => (None, Some(key.as_str())),
        };
        tx.execute(
            "insert into task_party (campaign_id, task_id, ord, part, body_id, tier_key, name)
             values ($1, $2, $3, $4, $5, $6, $7)",
            values![set_up.campaign().id, task, ord, party.part.name(), body, tier, &party.name],
        )
        .await?;
    }
    Ok(())
}

fn whole(place: usize) -> i64 {
    i64::try_from(place).unwrap_or(i64::MAX)
}

struct PartyRow(TaskId, Party);

impl FromRow for Task {
    fn from_row(mut row: Row) -> Result<Task> {
        let (id, what, result) = (row.take()?, row.take()?, row.take()?);
        let (from, to): (Option<u32>, Option<u32>) = (row.take()?, row.take()?);
        let span = from.zip(to).map(|(from, to)| Span::new(from as usize, to as usize));
        Ok(Task { id, what, result, span, due: read_due(&mut row)? })
    }
}

/// Origin, day and words of a date.
pub(crate) fn read_due(row: &mut Row) -> Result<Due> {
    let (origin, day): (String, Option<Date>) = (row.take()?, row.take()?);
    Due::restore(&origin, day, row.take()?)
        .ok_or_else(|| StoreError::Corrupt(format!("a date {origin:?}")))
}

pub(crate) fn read_part(row: &mut Row) -> Result<Part> {
    let part: String = row.take()?;
    Part::parse(&part).ok_or_else(|| StoreError::Corrupt(format!("{part:?} is no part")))
}

impl FromRow for PartyRow {
    fn from_row(mut row: Row) -> Result<PartyRow> {
        let (task, part) = (row.take()?, read_part(&mut row)?);
        let (body, tier): (Option<BodyId>, Option<String>) = (row.take()?, row.take()?);
        let whom = match (body, tier) {
            (Some(body), _) => Whom::Body(body),
            (None, Some(tier)) => Whom::Tier(tier),
            (None, None) => Whom::Open,
        };
        let party = Party { part, whom, name: row.take()?, short: row.take()? };
        Ok(PartyRow(task, party))
    }
}
