//! The tree at the size of a country, on both databases: a register taken in, a node opened, a unit
//! searched for, a subtree moved. How many statements a page needs is looked at as well.

use crate::line;
use crate::stopwatch::{median, timed};
use app::install::{Install, NewLevel, NewPerson, NewUnit};
use app::register::{ExportRegister, Ground, compare, stage};
use app::reorganisation::{Asked, Decide, plan};
use app::session::Machine;
use app::unit::{ListUnits, SearchUnits, ShowUnit};
use app::{App, Backend, Blobs, Clock, Dice, Moment, Seen, Token, Watch};
use domain::id::BodyId;
use domain::register::Line;
use domain::reorganisation::Act;
use domain::seat::Role;
use domain::session::Device;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::runtime::Runtime;

/// Provinces, upper-level unions, grassroots units.
const SIZE: [usize; 3] = [83, 1_500, 125_000];
const ROUNDS: usize = 31;
/// A page of the tree, whatever its size; that of a unit with all its parts has the most.
const STATEMENTS_MAX: u64 = 14;
/// A country's register is taken in within a minute.
const IMPORT_MOST: Duration = Duration::from_mins(1);
const DAY: Date = date(2031, 3, 5);

pub fn run() {
    let runtime = Runtime::new().expect("a runtime");
    let folder = std::env::temp_dir().join(format!("tongket-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("tree.db");
    let sqlite = runtime.block_on(Backend::sqlite(&file, clock(), dice())).expect("opens");
    measure("sqlite", &runtime, sqlite, &folder);
    match std::env::var("TONGKET_TEST_POSTGRES") {
        Ok(server) => {
            let url = runtime.block_on(testkit::create(&server, "bench_tree"));
            let postgres = runtime.block_on(Backend::postgres(&url, clock(), dice()));
            measure("postgresql", &runtime, postgres.expect("an empty database"), &folder);
        }
        Err(_) => line::complain("skipped: postgresql (TONGKET_TEST_POSTGRES)"),
    }
    let _ = std::fs::remove_dir_all(&folder);
}

/// The running program, whoever is signed in, and what was asked of the database so far.
struct Country {
    app: App,
    token: Token,
    statements: Arc<AtomicU64>,
}

fn measure(database: &str, runtime: &Runtime, backend: Backend, folder: &Path) {
    let statements = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&statements);
    let backend = backend.watched(Watch::new(move |_, moment| {
        if let Moment::Ends(spent) = moment {
            counted.fetch_add(spent.statements, Ordering::Relaxed);
        }
    }));
    let app = App::new(backend, Blobs::new(folder.join("blobs")));
    let token = runtime.block_on(install(&app));
    let country = Country { app, token, statements };
    let name = |what: &str| format!("tree-{what}-{database}");
    let lines = Arc::new(lines());
    line::figure(&name("size"), lines.len(), "units");
    let (took, ()) = timed(|| runtime.block_on(country.take_in(&lines)));
    line::time(&name("import"), took);
    assert!(took < IMPORT_MOST, "{took:?}");
    let (took, ()) = timed(|| runtime.block_on(country.compare_again(&lines)));
    line::time(&name("compare-again"), took);
    let at = runtime.block_on(country.find("TINH-7")).expect("it was taken in");
    let opened = country.repeat(runtime, async |country| country.open(at).await);
    tell(&name("open"), opened);
    let node = runtime.block_on(country.find("TREN-7")).expect("it was taken in");
    tell(&name("open-unit"), country.repeat(runtime, async |c| c.look_at(node).await));
    // One of the last in the tree; most of its words are those of every other.
    let whole = format!("may so {}", SIZE[2] - 1);
    for typed in ["m", "may", "may so", whole.as_str(), "khong co"] {
        let name = format!("{}-{}", name("search"), typed.replace(' ', "-"));
        tell(&name, country.repeat(runtime, async |country| country.search(typed).await));
    }
    let to = runtime.block_on(country.find("TINH-8")).expect("it was taken in");
    let (took, moved) = timed(|| runtime.block_on(country.carry(at, to)));
    line::time(&name("move"), took);
    line::figure(&name("move-units"), moved, "units");
}

fn tell(name: &str, (took, statements): (Duration, u64)) {
    line::time(name, took);
    line::figure(&format!("{name}-statements"), statements, "statements");
}

impl Country {
    async fn take_in(&self, lines: &Arc<Vec<Line>>) {
        let compared = compare(&self.app, self.token, "register", Arc::clone(lines), DAY).await;
        let compared = compared.expect("compares");
        assert_eq!((compared.comparison.new, compared.comparison.wrong.len()), (lines.len(), 0));
        let ground = Ground { reason: "x".into(), document: "x".into() };
        let staged = stage(&self.app, self.token, "register", (lines, compared), ground, None);
        let id = staged.await.expect("stages");
        let decide = Decide { id, heirs: Vec::new() };
        self.app.act(self.token, "decide", decide).await.expect("decides");
    }

    /// Everything that was taken in stands as the sheet has it.
    async fn compare_again(&self, lines: &Arc<Vec<Line>>) {
        let compared = compare(&self.app, self.token, "again", Arc::clone(lines), DAY).await;
        let found = compared.expect("compares").comparison;
        assert_eq!((found.same, found.stands.len(), found.wrong.len()), (lines.len(), 0, 0));
    }

    async fn find(&self, code: &str) -> Option<BodyId> {
        let case = SearchUnits { typed: code.to_owned(), on: None, limit: 100 };
        let found = self.app.read(self.token, case).await.expect("finds").output.found;
        found.into_iter().find(|found| found.unit.code == code).map(|found| found.unit.body)
    }

    async fn open(&self, at: BodyId) {
        let case = ListUnits { at: Some(at), on: None, page: 1 };
        let Seen { output, .. } = self.app.read(self.token, case).await.expect("opens");
        assert!(!output.below.is_empty() && output.unit.body == at);
    }

    async fn look_at(&self, unit: BodyId) {
        let case = ShowUnit { unit, on: None };
        let Seen { output, .. } = self.app.read(self.token, case).await.expect("opens");
        assert!(output.below > 0 && output.code == "TREN-7");
    }

    async fn search(&self, typed: &str) {
        let case = SearchUnits { typed: typed.to_owned(), on: None, limit: 10 };
        let found = self.app.read(self.token, case).await.expect("searches").output.found;
        let expected = match typed {
            "khong co" => 0,
            typed if typed.ends_with(char::is_numeric) => 1,
            _ => 10,
        };
        assert_eq!(found.len(), expected, "{typed}");
    }

    /// Puts one unit under another; gives how many went along.
    async fn carry(&self, unit: BodyId, under: BodyId) -> i64 {
        let act = Act::Move { unit, under };
        let asked = Asked { act, day: DAY, reason: "x".into(), document: "x".into() };
        let id = plan(&self.app, self.token, "move", asked).await.expect("plans");
        let decide = Decide { id, heirs: Vec::new() };
        self.app.act(self.token, "decide the move", decide).await.expect("decides");
        let case = ExportRegister { on: None };
        let register = self.app.read(self.token, case).await.expect("exports").output;
        let place = |unit: BodyId| register.known.iter().find(|known| known.unit == unit);
        let (moved, to) = (place(unit).expect("stands"), place(under).expect("stands"));
        assert!(
            to.path.covers(&moved.path) && register.known.len() == SIZE.iter().sum::<usize>() + 1
        );
        let below = register.known.iter().filter(|known| moved.path.covers(&known.path));
        i64::try_from(below.count()).expect("few")
    }

    /// The middle of several times, and how many statements each took.
    fn repeat(&self, runtime: &Runtime, work: impl AsyncFn(&Country)) -> (Duration, u64) {
        self.statements.store(0, Ordering::Relaxed);
        let times = (0..ROUNDS).map(|_| timed(|| runtime.block_on(work(self))).0).collect();
        let each = self.statements.load(Ordering::Relaxed) / ROUNDS as u64;
        assert!(each <= STATEMENTS_MAX, "{each} statements");
        (median(times), each)
    }
}

/// A confederation with nobody under it, and the one who organises it.
async fn install(app: &App) -> Token {
    let level = |order: i64, code: &str| NewLevel {
        code: code.into(),
        order,
        name_vi: code.into(),
        name_en: code.into(),
        aliases: Vec::new(),
    };
    let password = app::session::hash_password("mat-khau-dai", &[5; 32]).expect("hashes");
    let install = Install {
        from: date(2020, 1, 1),
        levels: vec![level(0, "tld"), level(1, "tinh"), level(2, "tren"), level(3, "coso")],
        units: vec![NewUnit {
            code: "TLD".into(),
            parent: None,
            level: "tld".into(),
            name: "Confederation".into(),
            short: "Confederation".into(),
        }],
        organs: Vec::new(),
        people: vec![NewPerson {
            name: "An".into(),
            sign_in: "an".into(),
            password,
            phone: String::new(),
            seats: vec![("TLD".into(), Role::Organiser, "x".into())],
        }],
    };
    app.backend.write(install).await.expect("installs");
    let secret = app.backend.random();
    let machine = Machine { device: Device::Shared, browser: String::new() };
    let typed = ("an", "mat-khau-dai");
    app::session::sign_in(app, typed, machine, &secret).await.expect("signs in");
    Token::new(&secret)
}

/// The register of the whole country.
fn lines() -> Vec<Line> {
    let [provinces, upper, units] = SIZE;
    let line = |row: usize, code: String, under: String, level: &str, name: String| Line {
        row,
        code,
        under,
        level: level.to_owned(),
        name,
        short: String::new(),
    };
    let mut lines = Vec::with_capacity(provinces + upper + units);
    for n in 0..provinces {
        let (code, name) = (format!("TINH-{n}"), format!("Province {n}"));
        lines.push(line(lines.len(), code, "TLD".into(), "tinh", name));
    }
    for n in 0..upper {
        let (code, under) = (format!("TREN-{n}"), format!("TINH-{}", n % provinces));
        lines.push(line(lines.len(), code, under, "tren", format!("Upper union {n}")));
    }
    for n in 0..units {
        let (code, under) = (format!("CS-{n}"), format!("TREN-{}", n % upper));
        lines.push(line(lines.len(), code, under, "coso", format!("CDCS May so {n}")));
    }
    lines
}

fn clock() -> Clock {
    let now: Timestamp = "2031-03-05T01:00:00Z".parse().expect("an instant");
    Clock::Set(Arc::new(move || now))
}

fn dice() -> Dice {
    let thrown = AtomicU64::new(1);
    Dice::new(move || {
        let mut seed = [0; 32];
        seed[..8].copy_from_slice(&thrown.fetch_add(1, Ordering::SeqCst).to_be_bytes());
        seed
    })
}
