//! Work to be done later: claimed with a lease, finished under the same fence.

use crate::db::{FromRow, Result, Row, Tx};
use crate::values;
use domain::id::JobId;
use jiff::Timestamp;

/// A job as claimed (việc nền).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub id: JobId,
    pub kind: String,
    /// Tells two jobs of a kind apart; a tick's is its instant.
    pub key: String,
    pub attempts: i64,
    /// Raised by every claim: whoever holds an older one comes too late.
    pub fence: i64,
}

/// Puts a job down; one with the same kind and key is already there and stays.
pub async fn insert(
    tx: &mut Tx<'_>,
    id: JobId,
    (kind, key): (&str, &str),
    due: Timestamp,
) -> Result<()> {
    tx.execute(
        "insert into job (id, kind, job_key, due, attempts, lease_until, fence, state, error)
         values ($1, $2, $3, $4, 0, null, 0, 'waiting', '')
         on conflict (kind, job_key) do nothing",
        values![id, kind, key, due],
    )
    .await?;
    Ok(())
}

/// Claims the job that has been due longest and is nobody's, until the lease ends.
pub async fn claim(tx: &mut Tx<'_>, now: Timestamp, until: Timestamp) -> Result<Option<Job>> {
    let due: Option<Job> = tx
        .find(
            "select id, kind, job_key, attempts, fence from job
             where state = 'waiting' and due <= $1 and (lease_until is null or lease_until <= $1)
             order by due, id limit 1",
            values![now],
        )
        .await?;
    let Some(job) = due else { return Ok(None) };
    let claimed = tx
        .execute(
            "update job set attempts = attempts + 1, fence = fence + 1, lease_until = $3
             where id = $1 and fence = $2",
            values![job.id, job.fence, until],
        )
        .await?;
    let job = Job { attempts: job.attempts + 1, fence: job.fence + 1, ..job };
    Ok((claimed == 1).then_some(job))
}

/// Marks a claimed job as done; false where the claim has passed to somebody else.
pub async fn finish(tx: &mut Tx<'_>, job: &Job) -> Result<bool> {
    let touched = tx
        .execute(
            "update job set state = 'done', lease_until = null where id = $1 and fence = $2",
            values![job.id, job.fence],
        )
        .await?;
    Ok(touched == 1)
}

/// Gives a claimed job back after a failure: to be tried again at `due`, or never.
pub async fn fail(tx: &mut Tx<'_>, job: &Job, error: &str, due: Option<Timestamp>) -> Result<()> {
    let state = if due.is_some() { "waiting" } else { "dead" };
    tx.execute(
        "update job set state = $3, error = $4, due = coalesce($5, due), lease_until = null
         where id = $1 and fence = $2",
        values![job.id, job.fence, state, error, due],
    )
    .await?;
    Ok(())
}

/// How many jobs are in each state, for the operator.
pub async fn count(tx: &mut Tx<'_>) -> Result<Vec<(String, i64)>> {
    tx.list("select state, cast(count(*) as bigint) from job group by state order by state", &[])
        .await
}

impl FromRow for Job {
    fn from_row(mut row: Row) -> Result<Job> {
        Ok(Job {
            id: row.take()?,
            kind: row.take()?,
            key: row.take()?,
            attempts: row.take()?,
            fence: row.take()?,
        })
    }
}
