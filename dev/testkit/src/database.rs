use crate::{Open, World, beyond};
use std::sync::atomic::{AtomicU64, Ordering};
use tokio_postgres::NoTls;

/// Runs a test on SQLite, then on PostgreSQL, each in a world of its own.
#[track_caller]
pub fn on_both<F: AsyncFn(World)>(name: &str, test: F) {
    on_both_with(sample::PROVINCE, name, test);
}

/// The same in a world with another tree, as [`sample::parse`] reads it.
#[track_caller]
pub fn on_both_with<F: AsyncFn(World)>(tree: &str, name: &str, test: F) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        run(World::new(Open::Sqlite, name, tree).await, &test).await;
        match std::env::var("TONGKET_TEST_POSTGRES") {
            Ok(server) => {
                let url = create(&server, name).await;
                run(World::new(Open::Postgres(url), name, tree).await, &test).await;
            }
            Err(_) => skip(name),
        }
    });
}

async fn run<F: AsyncFn(World)>(world: World, test: &F) {
    let ledger = world.ledger.clone();
    test(world).await;
    let entries = ledger.take();
    let beyond = beyond(&entries);
    assert!(beyond.is_empty(), "too much in one use case: {beyond:#?}");
}

/// A new database on the server, by its address; dropped with the server's cluster, which is for
/// tests alone.
pub async fn create(server: &str, name: &str) -> String {
    static MADE: AtomicU64 = AtomicU64::new(0);
    let count = MADE.fetch_add(1, Ordering::SeqCst);
    let database = format!("test_{}_{count}_{name}", std::process::id());
    let (client, connection) = tokio_postgres::connect(server, NoTls).await.expect("the server");
    let driver = tokio::spawn(connection);
    client.batch_execute(&format!("create database {database}")).await.expect("a database");
    drop(client);
    let _ = driver.await;
    let mut config: tokio_postgres::Config = server.parse().expect("a server's address");
    config.dbname(&database);
    address(&config, &database)
}

fn address(config: &tokio_postgres::Config, database: &str) -> String {
    let host = config.get_hosts().iter().map(|host| match host {
        tokio_postgres::config::Host::Tcp(host) => host.clone(),
        tokio_postgres::config::Host::Unix(path) => path.display().to_string(),
    });
    let host = host.collect::<Vec<_>>().join(",");
    let port = config.get_ports().first().copied().unwrap_or(5432);
    let user = config.get_user().unwrap_or("postgres");
    format!("host={host} port={port} user={user} dbname={database}")
}

#[expect(clippy::print_stderr, reason = "a skipped half must be seen")]
fn skip(name: &str) {
    assert!(std::env::var("CI").is_err(), "{name}: PostgreSQL must be tested under CI");
    eprintln!("SKIPPED on PostgreSQL: {name} (set TONGKET_TEST_POSTGRES)");
}
