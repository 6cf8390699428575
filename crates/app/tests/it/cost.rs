use app::{Ctx, Ending, UseCase};
use testkit::{Entry, ROWS_MAX, World, beyond, on_both};

/// Writes so many rows, one a statement.
#[derive(Clone)]
struct Flood {
    rows: u64,
}

impl UseCase for Flood {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<(), Ending> {
        for at in 0..self.rows {
            store::person::put_failures(&mut ctx.tx, &at.to_string(), 1, ctx.now).await?;
        }
        Ok(())
    }
}

/// Keeps the writer from everybody else.
#[derive(Clone)]
struct Dawdle;

impl UseCase for Dawdle {
    type Output = ();

    async fn run(&self, _: &mut Ctx<'_>) -> Result<(), Ending> {
        let busy: u64 = (0..20_000_000u64).fold(0, |sum, at| std::hint::black_box(sum ^ at));
        std::hint::black_box(busy);
        Ok(())
    }
}

#[test]
fn a_use_case_that_writes_too_much_or_too_long_is_seen() {
    on_both("beyond", async |world: World| {
        world.ledger.take();
        let backend = &world.app.backend;
        let seen = async |rows| {
            backend.write(Flood { rows }).await.expect("writes");
            let entries: Vec<Entry> = world.ledger.take();
            let spent = entries.last().expect("noted").spent;
            assert_eq!((spent.statements, spent.rows), (rows, rows));
            entries.iter().any(|entry| entry.spent.rows > ROWS_MAX && !beyond(&entries).is_empty())
        };
        assert!(!seen(3).await);
        assert!(seen(ROWS_MAX + 1).await);
        backend.write(Dawdle).await.expect("dawdles");
        let entries = world.ledger.take();
        let measured = entries.iter().any(|entry| entry.held.is_some());
        assert_eq!(beyond(&entries).len(), usize::from(measured), "{entries:?}");
        backend.read(Dawdle).await.expect("a reader holds nobody up");
        assert!(beyond(&world.ledger.take()).is_empty());
    });
}
