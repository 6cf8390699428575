//! What bodies said of their part in a task. Answers are only ever inserted.

use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::library::read_file;
use crate::reached::{AnswerPermit, PartCount, ReachedTask};
use crate::scope::Scope;
use crate::task::{Task, read_part};
use crate::values;
use domain::campaign::Punctuality;
use domain::file::File;
use domain::id::{BodyId, CampaignId, EventId, TaskId};
use domain::task::{Answer, Part};
use jiff::Timestamp;
use jiff::civil::Date;

/// A task of the own body, with the newest answer (việc của tôi).
#[derive(Clone, Debug)]
pub struct OwnTask {
    pub campaign: CampaignId,
    pub title: String,
    pub task: Task,
    pub part: Part,
    pub body: BodyId,
    /// The group whose task it is; empty where it is the own body's or unit's.
    pub group: String,
    pub answered: Option<Answered>,
}

/// What a newest answer says, in short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answered {
    pub kind: Kind,
    pub at: Timestamp,
    pub punctuality: Punctuality,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Done,
    Confirmed,
    Declined,
}

/// An answer as kept (kết quả đã báo).
#[derive(Clone, Debug)]
pub struct AnswerRow {
    pub version: i64,
    pub answer: Answer,
    pub file: Option<File>,
    pub at: Timestamp,
    pub punctuality: Punctuality,
    /// Who gave it.
    pub by: String,
}

/// An answer about to be kept.
#[derive(Clone, Debug)]
pub struct NewAnswer {
    pub version: i64,
    pub answer: Answer,
    pub file: Option<File>,
    pub at: Timestamp,
    pub punctuality: Punctuality,
    pub event: EventId,
}

/// A body of a task with its newest answer.
#[derive(Clone, Debug)]
pub struct BodyRow {
    pub body: BodyId,
    pub short: String,
    pub part: Part,
    pub answer: Option<AnswerRow>,
}

// Every body of every task: those named, and the units of the tiers named, that stand in a stretch
// of the pinned tree. An organ that reports nothing stands with the issuer.
macro_rules! bodies {
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            " (select p.task_id, p.part, p.body_id, coalesce(a.lo, 0) as lo
               from task_party p left join assignment a on a.campaign_id = p.campaign_id
                 and a.body_id = p.body_id
               where p.campaign_id = $1 and p.body_id is not null
                 and coalesce(a.lo, 0) >= $2 and coalesce(a.lo, 0) < $3
               union all
               select p.task_id, p.part, a.body_id, a.lo
               from task_party p join assignment a on a.campaign_id = p.campaign_id
                 and a.level_key = p.tier_key and a.asked and a.lo >= $2 and a.lo < $3
               where p.campaign_id = $1) q
              left join task_answer x on x.campaign_id = $1 and x.task_id = q.task_id
                and x.body_id = q.body_id and not exists (select 1 from task_answer n
                  where n.campaign_id = x.campaign_id and n.task_id = x.task_id
                    and n.body_id = x.body_id and n.version > x.version) ",
            $after
        )
    };
}

/// How many bodies of each task there are in the stretch the seat looks over, and what they said.
pub async fn count(
    tx: &mut Tx<'_>,
    reached: &ReachedTask,
) -> Result<Vec<(TaskId, Part, PartCount)>> {
    let view = &reached.view;
    let rows: Vec<CountRow> = tx
        .list(
            bodies!(
                "select q.task_id, q.part, cast(count(*) as bigint),
                        cast(sum(case when x.kind in ('done', 'confirmed') then 1 else 0 end) as bigint),
                        cast(sum(case when x.kind = 'declined' then 1 else 0 end) as bigint)
                 from",
                "group by q.task_id, q.part order by q.task_id, q.part"
            ),
            values![view.campaign, view.lo, view.hi],
        )
        .await?;
    Ok(rows.into_iter().map(|CountRow(task, part, count)| (task, part, count)).collect())
}

/// The bodies of a task in the stretch the seat looks over with their newest answers, those who lead
/// first, in the order of the tree.
pub async fn list_bodies(
    tx: &mut Tx<'_>,
    reached: &ReachedTask,
    skip: i64,
    limit: i64,
) -> Result<Vec<BodyRow>> {
    let view = &reached.view;
    tx.list(
        bodies!(
            "select q.body_id, b.short, q.part, x.version, x.kind, x.number, x.day, x.words, x.at,
                    x.days_late, coalesce(pe.name, ''), x.file_hash, x.file_name, x.file_size
             from",
            "join body b on b.id = q.body_id left join seat s on s.id = x.seat_id
             left join person pe on pe.id = s.person_id
             where q.task_id = $4 order by q.part, q.lo, q.body_id limit $5 offset $6"
        ),
        values![view.campaign, view.lo, view.hi, reached.task.id, limit, skip],
    )
    .await
}

/// Everything the own body said of its part, newest first.
pub async fn list_own_answers(tx: &mut Tx<'_>, reached: &ReachedTask) -> Result<Vec<AnswerRow>> {
    let Some((body, _)) = reached.own else { return Ok(Vec::new()) };
    let rows: Vec<MaybeAnswer> = tx
        .list(
            "select x.version, x.kind, x.number, x.day, x.words, x.at, x.days_late,
                    pe.name, x.file_hash, x.file_name, x.file_size
             from task_answer x join seat s on s.id = x.seat_id join person pe on pe.id = s.person_id
             where x.campaign_id = $1 and x.task_id = $2 and x.body_id = $3 order by x.version desc",
            values![reached.view.campaign, reached.task.id, body],
        )
        .await?;
    Ok(rows.into_iter().filter_map(|MaybeAnswer(answer)| answer).collect())
}

/// The file of a version that the own body, or a body the seat looks over, gave.
pub async fn find_file(
    tx: &mut Tx<'_>,
    reached: &ReachedTask,
    body: BodyId,
    version: i64,
) -> Result<Option<File>> {
    let own = reached.own.is_some_and(|(own, _)| own == body);
    let view = &reached.view;
    let (lo, hi) = match (own, reached.oversees()) {
        (true, _) => (0, u32::MAX),
        (false, true) => (view.lo, view.hi),
        (false, false) => return Ok(None),
    };
    let found: Option<FileRow> = tx
        .find(
            "select x.file_hash, x.file_name, x.file_size
             from task_answer x left join assignment a on a.campaign_id = x.campaign_id
               and a.body_id = x.body_id
             where x.campaign_id = $1 and x.task_id = $2 and x.body_id = $3 and x.version = $4
               and coalesce(a.lo, 0) >= $5 and coalesce(a.lo, 0) < $6",
            values![view.campaign, reached.task.id, body, version, lo, hi],
        )
        .await?;
    Ok(found.and_then(|FileRow(file)| file))
}

/// Inserts an answer; false where another version came first.
pub async fn insert(tx: &mut Tx<'_>, permit: &AnswerPermit, new: &NewAnswer) -> Result<bool> {
    let (number, day, words) = match &new.answer {
        Answer::Done { number, day, words } => (number.as_str(), *day, words.as_str()),
        Answer::Confirmed { words } => ("", None, words.as_str()),
        Answer::Declined { why } => ("", None, why.as_str()),
    };
    let touched = tx
        .execute(
            "insert into task_answer (campaign_id, task_id, body_id, version, part, kind, number, day,
                                      words, file_hash, file_name, file_size, seat_id, at, days_late,
                                      event_id)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
             on conflict (campaign_id, task_id, body_id, version) do nothing",
            values![
                permit.campaign,
                permit.task,
                permit.body,
                new.version,
                permit.part.name(),
                new.answer.name(),
                number,
                day,
                words,
                new.file.as_ref().map(|file| file.hash),
                new.file.as_ref().map(|file| file.name.as_str()),
                new.file.as_ref().map(|file| file.bytes),
                permit.scope.seat(),
                new.at,
                new.punctuality.days_late(),
                new.event
            ],
        )
        .await?;
    Ok(touched == 1)
}

/// Everything laid upon the seat's body, its unit and the groups it sits in on `day` in issued
/// campaigns, soonest first.
pub async fn list_own(tx: &mut Tx<'_>, scope: &Scope, day: Date) -> Result<Vec<OwnTask>> {
    tx.list(
        "select c.id, c.title, m.part, m.body_id, m.in_group, x.kind, x.at, x.days_late,
                t.id, t.what, t.result, t.span_from, t.span_to, t.due_origin, t.due, t.due_words
         from (select p.campaign_id, p.task_id, p.part, p.body_id, '' as in_group from task_party p
                 where p.body_id = $1 or p.body_id = $2
               union all
               select p.campaign_id, p.task_id, p.part, a.body_id, ''
               from assignment a join task_party p on p.campaign_id = a.campaign_id
                 and p.tier_key = a.level_key
               where a.body_id = $2 and a.asked
               union
               select p.campaign_id, p.task_id, p.part, p.body_id, b.short
               from group_seat h join body b on b.id = h.group_id
               join task_party p on p.body_id = h.group_id
               join assignment a on a.campaign_id = p.campaign_id and a.body_id = $2
               where h.seat_id = $3 and h.from_day <= $4
                 and (h.to_day is null or h.to_day > $4)) m
         join campaign c on c.id = m.campaign_id and c.issued is not null
         join task t on t.campaign_id = m.campaign_id and t.id = m.task_id
         left join task_answer x on x.campaign_id = m.campaign_id and x.task_id = m.task_id
           and x.body_id = m.body_id and not exists (select 1 from task_answer n
             where n.campaign_id = x.campaign_id and n.task_id = x.task_id
               and n.body_id = x.body_id and n.version > x.version)
         order by coalesce(t.due, '9999'), c.id, t.ord, m.in_group limit 100",
        values![scope.body(), scope.unit(), scope.seat(), day],
    )
    .await
}

/// Answers with a file after `after` in key order, for `verify`.
pub async fn list_files_for_verify(
    tx: &mut Tx<'_>,
    after: Option<AnswerKey>,
    limit: i64,
) -> Result<Vec<(CampaignId, TaskId, BodyId, i64, [u8; 32], i64)>> {
    let nothing = uuid::Uuid::nil();
    let (campaign, task, body, version) =
        after.unwrap_or((nothing.into(), nothing.into(), nothing.into(), 0));
    tx.list(
        "select campaign_id, task_id, body_id, version, file_hash, file_size from task_answer
         where (campaign_id, task_id, body_id, version) > ($1, $2, $3, $4)
           and file_hash is not null
         order by campaign_id, task_id, body_id, version limit $5",
        values![campaign, task, body, version, limit],
    )
    .await
}

/// What an answer is kept under.
pub type AnswerKey = (CampaignId, TaskId, BodyId, i64);

struct CountRow(TaskId, Part, PartCount);
struct MaybeAnswer(Option<AnswerRow>);
struct FileRow(Option<File>);

impl AnswerRow {
    /// The same in short.
    pub fn short(&self) -> Answered {
        let kind = match self.answer {
            Answer::Done { .. } => Kind::Done,
            Answer::Confirmed { .. } => Kind::Confirmed,
            Answer::Declined { .. } => Kind::Declined,
        };
        Answered { kind, at: self.at, punctuality: self.punctuality }
    }
}

impl FromRow for CountRow {
    fn from_row(mut row: Row) -> Result<CountRow> {
        let (task, part) = (row.take()?, read_part(&mut row)?);
        let count = PartCount { of: row.take()?, done: row.take()?, declined: row.take()? };
        Ok(CountRow(task, part, count))
    }
}

impl FromRow for OwnTask {
    fn from_row(mut row: Row) -> Result<OwnTask> {
        let (campaign, title, part) = (row.take()?, row.take()?, read_part(&mut row)?);
        let (body, group) = (row.take()?, row.take()?);
        let kind: Option<String> = row.take()?;
        let (at, late): (Option<Timestamp>, Option<i64>) = (row.take()?, row.take()?);
        let answered = match (kind, at.zip(late)) {
            (Some(kind), Some((at, late))) => {
                let punctuality = Punctuality::from_days_late(late);
                Some(Answered { kind: read_kind(&kind)?, at, punctuality })
            }
            _ => None,
        };
        let task = Task::from_row(row)?;
        Ok(OwnTask { campaign, title, task, part, body, group, answered })
    }
}

impl FromRow for MaybeAnswer {
    fn from_row(mut row: Row) -> Result<MaybeAnswer> {
        let (version, kind): (Option<i64>, Option<String>) = (row.take()?, row.take()?);
        let (number, day): (Option<String>, Option<Date>) = (row.take()?, row.take()?);
        let (words, at): (Option<String>, Option<Timestamp>) = (row.take()?, row.take()?);
        let (late, by): (Option<i64>, String) = (row.take()?, row.take()?);
        let file = read_file(row)?;
        let (Some(version), Some(kind), Some(at)) = (version, kind, at) else {
            return Ok(MaybeAnswer(None));
        };
        let (number, words) = (number.unwrap_or_default(), words.unwrap_or_default());
        let answer = match read_kind(&kind)? {
            Kind::Done => Answer::Done { number, day, words },
            Kind::Confirmed => Answer::Confirmed { words },
            Kind::Declined => Answer::Declined { why: words },
        };
        let punctuality = Punctuality::from_days_late(late.unwrap_or_default());
        Ok(MaybeAnswer(Some(AnswerRow { version, answer, file, at, punctuality, by })))
    }
}

impl FromRow for BodyRow {
    fn from_row(mut row: Row) -> Result<BodyRow> {
        let (body, short, part) = (row.take()?, row.take()?, read_part(&mut row)?);
        let MaybeAnswer(answer) = MaybeAnswer::from_row(row)?;
        Ok(BodyRow { body, short, part, answer })
    }
}

impl FromRow for FileRow {
    fn from_row(row: Row) -> Result<FileRow> {
        read_file(row).map(FileRow)
    }
}

fn read_kind(name: &str) -> Result<Kind> {
    match name {
        "done" => Ok(Kind::Done),
        "confirmed" => Ok(Kind::Confirmed),
        "declined" => Ok(Kind::Declined),
        other => Err(StoreError::Corrupt(format!("{other:?} is no answer"))),
    }
}
