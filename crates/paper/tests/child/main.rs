//! The child process in which uploads are read, and what it does to the parent when it goes wrong.
//!
//! The program begins itself again with `child` and a fault: the fault happens where a parser would
//! run. Each fault has its control, the same child without limits, which must get away with it.

mod hostile;

use hostile::Fate;
use paper::Unreadable;
use paper::confine::{Child, Limits, Stop, answer, files_can_be_closed, guard, sheet, source};
use paper::sheet::{NoTable, write_xlsx};
use std::fs::File;
use std::net::{TcpListener, UdpSocket};
use std::process::{Command, ExitCode};
use std::time::Duration;

const ROWS: usize = 30_000;
const TEXT: &[u8] = "Số: 12/KH-LĐLĐ".as_bytes();
const LIMITS: Limits = Limits { memory: 512 * 1024 * 1024, seconds: 1 };

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let ["child", rest @ ..] = &words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        return child(rest);
    }
    a_good_file_is_read();
    a_table_is_read_or_refused();
    a_fault_is_one_refused_file();
    without_limits_the_faults_go_unseen();
    hostile_files_are_read_or_refused();
    a_thousand_crashes_leave_the_parent_unmoved();
    ExitCode::SUCCESS
}

fn child(words: &[&str]) -> ExitCode {
    match words {
        [] => answer(Limits::UPLOAD),
        // Seconds enough for every file that comes to an end.
        ["hostile"] => answer(Limits { seconds: 3, ..Limits::UPLOAD }),
        ["unguarded", fault] => {
            commit(fault);
            answer(Limits::UPLOAD)
        }
        [fault, ..] => {
            guard(LIMITS).expect("limits can be set");
            commit(fault);
            // The limits stand already, and are set once more.
            answer(LIMITS)
        }
    }
}

/// Comes back only from what the child gets away with.
fn commit(fault: &str) {
    match fault {
        "abort" => std::process::abort(),
        "panic" => panic!("a parser that gives up"),
        "overflow" => overflow(),
        "memory" => drop(std::hint::black_box(Vec::<u8>::with_capacity(600 * 1024 * 1024))),
        "loop" => loop {
            std::hint::spin_loop();
        },
        "sleep" => std::thread::park(),
        "read" => given(File::open("/proc/self/status")),
        "write" => given(File::create(std::env::temp_dir().join("tongket-child-wrote"))),
        "listen" => given(TcpListener::bind("127.0.0.1:0")),
        "send" => given(UdpSocket::bind("127.0.0.1:0")),
        "run" => given(Command::new("/bin/true").status()),
        "thread" => given(std::thread::Builder::new().spawn(|| ())),
        other => panic!("no fault {other}"),
    }
}

#[expect(unconditional_recursion, reason = "that is the fault")]
fn overflow() {
    overflow();
    std::hint::black_box(());
}

fn given<T, E>(done: Result<T, E>) {
    if done.is_err() {
        std::process::exit(7);
    }
}

fn begun(words: &'static [&'static str]) -> Child {
    Child { words, patience: Duration::from_secs(20) }
}

fn a_good_file_is_read() {
    let read = source(begun(&["child"]), "a.txt", TEXT).expect("a good file is read");
    assert_eq!(read.text.as_bytes(), TEXT);
    // What is no document is refused in the child as it is outside.
    let refused = source(begun(&["child"]), "a\nb.doc", b"%PDF-1.7");
    assert_eq!(refused, Err(Unreadable::DamagedPdf));
    let large = vec![b'a'; 51 * 1024 * 1024];
    assert_eq!(source(begun(&["child"]), "a.txt", &large), Err(Unreadable::TooLarge));
}

fn a_table_is_read_or_refused() {
    let row = |n: usize| vec![format!("CS-{n}"), "LĐLĐ".to_owned()];
    // As many rows as a country has units.
    let rows: Vec<Vec<String>> = (0..ROWS).map(row).collect();
    let book = write_xlsx("a", &rows).expect("writes");
    assert_eq!(sheet(begun(&["child"]), &book).as_ref(), Ok(&rows));
    assert_eq!(sheet(begun(&["child"]), b""), Err(NoTable::Empty));
    assert_eq!(sheet(begun(&["child"]), TEXT), Ok(vec![vec!["Số: 12/KH-LĐLĐ".to_owned()]]));
    let abort = NoTable::Stopped(Stop::Signal(6));
    assert_eq!(sheet(begun(&["child", "abort"]), TEXT), Err(abort));
    let loops = sheet(begun(&["child", "loop"]), TEXT);
    assert!(matches!(loops, Err(NoTable::Stopped(_))), "{loops:?}");
    // A workbook whose strings unpack to more than the child may hold: it is stopped, or sees that
    // it gets no more memory.
    let bomb = sheet(begun(&["child"]), &hostile::swollen_workbook());
    assert!(matches!(bomb, Err(NoTable::Stopped(_) | NoTable::Damaged)), "{bomb:?}");
    // A Word file is a package too, without a workbook in it.
    assert_eq!(sheet(begun(&["child"]), &hostile::small_document()), Err(NoTable::Damaged));
}

fn a_fault_is_one_refused_file() {
    let (abort, segment, time, kill) =
        (Stop::Signal(6), Stop::Signal(11), Stop::Signal(24), Stop::Signal(9));
    let faults: [(&'static [&'static str], &[Stop]); 11] = [
        (&["child", "abort"], &[abort]),
        (&["child", "panic"], &[Stop::Code(101)]),
        (&["child", "overflow"], &[abort, segment]),
        (&["child", "memory"], &[abort]),
        (&["child", "loop"], &[time, kill]),
        (&["child", "read"], &[Stop::Code(7)]),
        (&["child", "write"], &[Stop::Code(7)]),
        (&["child", "listen"], &[Stop::Code(7)]),
        (&["child", "send"], &[Stop::Code(7)]),
        (&["child", "run"], &[Stop::Code(7)]),
        (&["child", "thread"], &[Stop::Code(7)]),
    ];
    for (words, expected) in faults {
        match source(begun(words), "a.txt", TEXT) {
            Err(Unreadable::Stopped(stop)) => {
                assert!(expected.contains(&stop), "{words:?} {stop:?}")
            }
            other => panic!("{words:?} gave {other:?}"),
        }
        a_good_file_is_read();
    }
    let asleep = Child { words: &["child", "sleep"], patience: Duration::from_millis(200) };
    assert_eq!(source(asleep, "a.txt", TEXT), Err(Unreadable::Stopped(Stop::Patience)));
    // A child that reads nothing does not hold the parent's writing up.
    let long = vec![b'a'; 8 * 1024 * 1024];
    assert_eq!(source(asleep, "a.txt", &long), Err(Unreadable::Stopped(Stop::Patience)));
}

/// The negative control: were the limits not there, the faults above would be answers.
fn without_limits_the_faults_go_unseen() {
    let faults: [&'static [&'static str]; 6] = [
        &["child", "unguarded", "memory"],
        &["child", "unguarded", "read"],
        &["child", "unguarded", "listen"],
        &["child", "unguarded", "send"],
        &["child", "unguarded", "run"],
        &["child", "unguarded", "thread"],
    ];
    for words in faults {
        assert!(source(begun(words), "a.txt", TEXT).is_ok(), "{words:?}");
    }
    if !files_can_be_closed() {
        assert!(std::env::var_os("CI").is_none(), "this kernel has no Landlock");
    }
}

fn hostile_files_are_read_or_refused() {
    let mut wrong = Vec::new();
    for (name, bytes, fate) in hostile::files() {
        let found = match source(begun(&["child", "hostile"]), name, &bytes) {
            Ok(_) => Fate::Read,
            Err(why) if fate == Fate::RefusedSomehow => {
                assert!(why.key().starts_with("unreadable-"));
                fate
            }
            Err(why) => Fate::Refused(why.key()),
        };
        if found != fate {
            wrong.push((name, found, fate));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    a_good_file_is_read();
}

fn a_thousand_crashes_leave_the_parent_unmoved() {
    for round in 0..1_000 {
        let crash = source(begun(&["child", "abort"]), "a.txt", TEXT);
        assert_eq!(crash, Err(Unreadable::Stopped(Stop::Signal(6))), "round {round}");
        if round % 250 == 0 {
            a_good_file_is_read();
        }
    }
    a_good_file_is_read();
}
