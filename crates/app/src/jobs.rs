//! Work done later, one job at a time: claim, do, finish under the same fence.
//!
//! A job's effect commits together with its finish, so a job whose worker died is done again whole
//! and never twice.

use crate::App;
use crate::backend::{Ctx, UseCase};
use crate::ending::Ending;
use domain::calendar;
use domain::id::ReorganisationId;
use domain::session::LONGEST;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use store::job::Job;

/// How long a claim holds.
const LEASE: SignedDuration = SignedDuration::from_mins(5);
/// How often a job is tried before it is left for the operator.
const TRIES: i64 = 5;
/// How long a failed job waits, times its tries.
const PAUSE: SignedDuration = SignedDuration::from_mins(1);

/// What the program does by itself (việc định kỳ).
const SWEEP_SESSIONS: &str = "session.sweep";
/// What it does when the day of a reorganisation has come; keyed by the reorganisation.
const FOLLOW_NAMES: &str = "reorganisation.names";

/// Does every job that is due; gives how many were done. Failures are kept with their jobs.
pub async fn run_due(app: &App) -> Result<usize, Ending> {
    app.backend.write(Tick).await?;
    let mut done = 0;
    while let Some(job) = app.backend.write(Claim).await? {
        match app.backend.write(Do { job: job.clone() }).await {
            Ok(()) => done += 1,
            Err(ending) => app.backend.write(Fail { job, error: ending.to_string() }).await?,
        }
    }
    Ok(done)
}

/// Lets the units of a reorganisation go by their new names once its day has come.
pub(crate) async fn follow_names_on(
    ctx: &mut Ctx<'_>,
    id: ReorganisationId,
    day: Date,
) -> Result<(), Ending> {
    let due = day.yesterday().map_or(ctx.now, calendar::end_of);
    let job = ctx.chance.id();
    Ok(store::job::insert(&mut ctx.tx, job, (FOLLOW_NAMES, &id.to_string()), due).await?)
}

/// Puts down the jobs of today; a tick is keyed by its day, so that it is there once.
#[derive(Clone)]
struct Tick;

#[derive(Clone)]
struct Claim;

#[derive(Clone)]
struct Do {
    job: Job,
}

#[derive(Clone)]
struct Fail {
    job: Job,
    error: String,
}

impl UseCase for Tick {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<(), Ending> {
        let today = calendar::day(ctx.now).to_string();
        let id = ctx.chance.id();
        Ok(store::job::insert(&mut ctx.tx, id, (SWEEP_SESSIONS, &today), ctx.now).await?)
    }
}

impl UseCase for Claim {
    type Output = Option<Job>;

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<Option<Job>, Ending> {
        Ok(store::job::claim(&mut ctx.tx, ctx.now, ctx.now + LEASE).await?)
    }
}

impl UseCase for Do {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<(), Ending> {
        match self.job.kind.as_str() {
            SWEEP_SESSIONS => {
                store::session::delete_before(&mut ctx.tx, ctx.now - LONGEST).await?;
            }
            FOLLOW_NAMES => {
                let id =
                    self.job.key.parse().map_err(|_| Ending::broken("a job without its key"))?;
                let today = calendar::day(ctx.now);
                store::reorganisation::follow_names(&mut ctx.tx, id, today).await?;
            }
            other => return Err(Ending::broken(&format!("no job is called {other}"))),
        }
        if store::job::finish(&mut ctx.tx, &self.job).await? { Ok(()) } else { Err(Ending::Stale) }
    }
}

impl UseCase for Fail {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<(), Ending> {
        let again: Option<Timestamp> = (self.job.attempts < TRIES)
            .then(|| ctx.now + PAUSE * i32::try_from(self.job.attempts).unwrap_or(1));
        Ok(store::job::fail(&mut ctx.tx, &self.job, &self.error, again).await?)
    }
}
