use app::{Ctx, Ending, UseCase};
use testkit::{World, on_both};

/// Adds one to a counter kept as a sign-in's failures, then perhaps thinks better of it.
#[derive(Clone)]
struct Count {
    then: Then,
}

#[derive(Clone, Copy, PartialEq)]
enum Then {
    Keep,
    Refuse,
    Panic,
}

impl UseCase for Count {
    type Output = i64;

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<i64, Ending> {
        let before = store::person::find_failures(&mut ctx.tx, "counter").await?;
        let count = before.map_or(0, |(count, _)| count) + 1;
        store::person::put_failures(&mut ctx.tx, "counter", count, ctx.now).await?;
        match self.then {
            Then::Keep => Ok(count),
            Then::Refuse => Err(Ending::Forbidden),
            Then::Panic => panic!("as asked"),
        }
    }
}

#[test]
fn a_refused_or_panicking_case_leaves_nothing() {
    on_both("refused", async |world: World| {
        let backend = &world.app.backend;
        assert_eq!(backend.write(Count { then: Then::Keep }).await.expect("counts"), 1);
        assert!(backend.write(Count { then: Then::Refuse }).await.is_err());
        assert!(backend.write(Count { then: Then::Panic }).await.is_err());
        assert_eq!(backend.write(Count { then: Then::Keep }).await.expect("counts"), 2);
        // Telling of the panic takes its time, and is no part of a use case.
        world.ledger.take();
    });
}

#[test]
fn concurrent_cases_pass_one_after_another() {
    on_both("concurrent", async |world: World| {
        let tasks = (0..40).map(|_| {
            let backend = world.app.backend.clone();
            tokio::spawn(async move {
                // PostgreSQL may answer "busy" after its repeats; the caller asks again.
                loop {
                    match backend.write(Count { then: Then::Keep }).await {
                        Err(Ending::Busy) => {}
                        answer => return answer.expect("counts"),
                    }
                }
            })
        });
        let mut counted = Vec::new();
        for task in tasks.collect::<Vec<_>>() {
            counted.push(task.await.expect("no panic"));
        }
        counted.sort_unstable();
        assert_eq!(counted, (1..=40).collect::<Vec<i64>>());
    });
}

/// Tries to change what must not be changed.
#[derive(Clone)]
pub struct Tamper {
    pub sql: &'static str,
}

impl UseCase for Tamper {
    type Output = u64;

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<u64, Ending> {
        Ok(ctx.tx.execute(self.sql, &[]).await?)
    }
}

#[test]
fn facts_are_never_changed() {
    on_both("facts", async |world: World| {
        sample::run_campaign(&world.app).await.expect("runs");
        for sql in [
            "update submission set days_late = 0",
            "delete from submission",
            "update event set facts = '{}'",
            "delete from sealed",
            "delete from verdict",
            "update reason set words = ''",
            "update deadline set last_day = '2099-01-01'",
            "delete from submission_segment",
            "update plan_approval set words = ''",
            "update task_answer set days_late = 0",
            "delete from group_decision",
            "delete from acknowledgement",
        ] {
            let answer = world.app.backend.write(Tamper { sql }).await;
            assert!(
                matches!(&answer, Err(Ending::Broken(why)) if why.contains("append-only")),
                "{sql}"
            );
        }
        let control =
            world.app.backend.write(Tamper { sql: "update person set phone = '-'" }).await;
        assert!(control.expect("what is no fact may change") > 0);
    });
}
