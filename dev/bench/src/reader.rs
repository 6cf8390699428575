//! Reading plans: speed beside a plain scan that only splits and folds the same text, how time grows
//! with the text, and the most memory it takes beside the size of the text.
//!
//! The real plans are read where they lie beside the workspace, else the samples of the reader.

use crate::line;
use crate::stopwatch::{median, timed};
use domain::plan::Reading;
use domain::source::Source;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The long text has at least this many bytes.
const MEGABYTE: usize = 1_000_000;

pub fn run() {
    let (name, plans) = texts();
    let bytes: usize = plans.iter().map(String::len).sum();
    line::figure("reader-files", format!("{}×{name}", plans.len()), "files");
    let long = repeated(&plans, MEGABYTE);
    let source = Source::plain(&long);
    // First, while nothing else has been in memory.
    memory(&source);
    let sources: Vec<Source> = plans.iter().map(|text| Source::plain(text)).collect();
    let ours =
        |all: &[Source]| all.iter().map(|one| content(&::reader::read(one))).sum::<Content>();
    let (took, peer) = measured(&sources, 31, ours);
    line::rate("reader-plans", bytes, took, "split-and-fold", peer);
    let (took, peer) = measured(std::slice::from_ref(&source), 3, ours);
    line::rate("reader-1mb", long.len(), took, "split-and-fold", peer);
    growth(&plans);
}

/// How much of a reading there is; the same for the same text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Content {
    documents: usize,
    named: usize,
    dates: usize,
    sections: usize,
    recipients: usize,
}

impl std::iter::Sum for Content {
    fn sum<I: Iterator<Item = Content>>(all: I) -> Content {
        all.fold(Content::default(), |sum, one| Content {
            documents: sum.documents + one.documents,
            named: sum.named + one.named,
            dates: sum.dates + one.dates,
            sections: sum.sections + one.sections,
            recipients: sum.recipients + one.recipients,
        })
    }
}

fn content(reading: &Reading) -> Content {
    let all = reading.documents.iter();
    all.map(|one| Content {
        documents: 1,
        named: one.subject.len() + one.basis.len() + one.cited.len(),
        dates: one.dates.len(),
        sections: one.sections.len(),
        recipients: one.recipients.len(),
    })
    .sum()
}

/// Median times of reading and of the plain scan; the content must be there and stay the same.
fn measured(
    sources: &[Source],
    rounds: usize,
    read: impl Fn(&[Source]) -> Content,
) -> (Duration, Duration) {
    let expected = read(sources);
    assert!(expected.documents >= sources.len(), "a text without a document");
    assert!(expected.dates > 0 && expected.named > 0 && expected.sections > 0, "{expected:?}");
    let (mut ours, mut peers) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        let (took, letters) =
            timed(|| black_box(sources).iter().map(split_and_fold).sum::<usize>());
        assert!(letters > 0, "nothing was folded");
        peers.push(took);
        let (took, found) = timed(|| read(black_box(sources)));
        assert_eq!(found, expected, "the same text was read otherwise");
        ours.push(took);
    }
    (median(ours), median(peers))
}

/// What any reader does at least: every line, every word of it in the form in which words meet.
fn split_and_fold(source: &Source) -> usize {
    let words = source.text.lines().flat_map(str::split_whitespace);
    words.map(|word| domain::text::fold(word).len()).sum()
}

/// The most memory while reading, less what was held before, beside the bytes of the text.
fn memory(source: &Source) {
    let (Some(before), _) = (held("VmRSS"), ()) else {
        line::complain("no /proc here: memory is not measured");
        return;
    };
    let found = content(&::reader::read(source));
    assert!(found.documents > 0, "nothing was read");
    let peak = held("VmHWM").unwrap_or(before).saturating_sub(before);
    let tenths = peak * 10 / source.text.len().max(1);
    line::figure("reader-memory", format!("{}.{}", tenths / 10, tenths % 10), "×text");
}

/// A line of this process's own status, in bytes.
fn held(name: &str) -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
    line.trim().strip_suffix(" kB")?.trim().parse::<usize>().ok().map(|kilobytes| kilobytes * 1_024)
}

/// Time of 1 MB over that of an eighth of it: 8 is linear.
fn growth(plans: &[String]) {
    let time = |bytes: usize| {
        let source = Source::plain(&repeated(plans, bytes));
        let times = (0..3).map(|_| timed(|| content(&::reader::read(black_box(&source)))).0);
        (source.text.len(), median(times.collect()))
    };
    let (small, quick) = time(MEGABYTE / 8);
    let (large, slow) = time(MEGABYTE);
    let growth = slow.as_nanos() * 100 / quick.as_nanos().max(1);
    let size = large * 100 / small;
    let shown = |n: u128| format!("{}.{:02}", n / 100, n % 100);
    line::figure(
        "reader-growth",
        shown(growth),
        &format!("×time for {}×text", shown(size as u128)),
    );
}

fn repeated(texts: &[String], bytes: usize) -> String {
    let mut long = String::with_capacity(bytes + 65_536);
    for text in texts.iter().cycle() {
        long.push_str(text);
        long.push_str("\n\n");
        if long.len() >= bytes {
            break;
        }
    }
    long
}

/// The texts to read, and what to call them.
fn texts() -> (&'static str, Vec<String>) {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let plans = in_folder(&root.join("../shared/plans"));
    match plans.is_empty() {
        false => ("plans", plans),
        true => ("samples", in_folder(&root.join("crates/reader/tests/samples"))),
    }
}

fn in_folder(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut paths: Vec<PathBuf> = files.map(|file| file.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "txt" || e == "md"));
    paths.sort();
    paths.iter().filter_map(|path| fs::read_to_string(path).ok()).collect()
}
