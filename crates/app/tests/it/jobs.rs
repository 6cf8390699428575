use app::jobs::run_due;
use app::{Ctx, Ending, UseCase};
use domain::id::JobId;
use testkit::{World, on_both};

/// Puts down a job nobody knows how to do.
#[derive(Clone)]
struct Unknown;

/// How many jobs are in each state.
#[derive(Clone)]
struct Count;

impl UseCase for Unknown {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<(), Ending> {
        let id: JobId = ctx.chance.id();
        Ok(store::job::insert(&mut ctx.tx, id, ("nobody.knows", "1"), ctx.now).await?)
    }
}

impl UseCase for Count {
    type Output = Vec<(String, i64)>;

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<Vec<(String, i64)>, Ending> {
        Ok(store::job::count(&mut ctx.tx).await?)
    }
}

#[test]
fn a_tick_is_done_once_a_day() {
    on_both("ticks", async |world: World| {
        assert_eq!(run_due(&world.app).await.expect("runs"), 1);
        assert_eq!(run_due(&world.app).await.expect("runs"), 0);
        world.set_time("2031-03-06T01:00:00Z");
        assert_eq!(run_due(&world.app).await.expect("runs"), 1);
    });
}

#[test]
fn a_job_that_fails_waits_longer_each_time_and_is_left_in_the_end() {
    on_both("failing", async |world: World| {
        world.app.backend.write(Unknown).await.expect("put down");
        for minute in 0..40 {
            world.set_time(&format!("2031-03-05T01:{minute:02}:00Z"));
            run_due(&world.app).await.expect("a failing job stops nobody");
        }
        let counts = world.app.backend.read(Count).await.expect("counts");
        assert_eq!(counts, [("dead".to_owned(), 1), ("done".to_owned(), 1)]);
    });
}

#[test]
fn an_expired_session_is_swept() {
    on_both("swept", async |world: World| {
        let token = world.sign_in("coso").await;
        world.set_time("2031-04-05T01:00:00Z");
        run_due(&world.app).await.expect("runs");
        world.set_time(testkit::BEGINNING);
        let seats = world.app.read(token, app::session::Seats).await;
        assert!(matches!(seats, Err(Ending::SignedOut)), "the row itself is gone");
    });
}
