//! What a benchmark prints.

use std::io::{self, Write};
use std::time::Duration;

/// One figure with nothing to stand beside.
pub fn figure(name: &str, value: impl std::fmt::Display, unit: &str) {
    say(&format!("{name} {value} {unit} - -"));
}

/// A time, and how often it goes into the time of `peer` for the same work: above 1 is faster.
pub fn against(name: &str, took: Duration, peer: &str, peer_took: Duration) {
    let thousandths = peer_took.as_nanos() * 1_000 / took.as_nanos().max(1);
    let (whole, rest) = (thousandths / 1_000, thousandths % 1_000);
    say(&format!("{name} {} µs {whole}.{rest:03} {peer}", micros(took)));
}

/// How many megabytes a second, and how often the time goes into that of `peer` for the same bytes.
pub fn rate(name: &str, bytes: usize, took: Duration, peer: &str, peer_took: Duration) {
    let hundredths = bytes as u128 * 100_000 / took.as_nanos().max(1);
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let thousandths = peer_took.as_nanos() * 1_000 / took.as_nanos().max(1);
    let (ratio, part) = (thousandths / 1_000, thousandths % 1_000);
    say(&format!("{name} {whole}.{rest:02} MB/s {ratio}.{part:03} {peer}"));
}

/// A time alone.
pub fn time(name: &str, took: Duration) {
    figure(name, micros(took), "µs");
}

/// A word to whoever called the program wrongly.
pub fn complain(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}

fn say(text: &str) {
    // A reader that has gone away is no reason to stop measuring.
    let _ = writeln!(io::stdout(), "{text}");
}

fn micros(took: Duration) -> String {
    format!("{}.{:03}", took.as_nanos() / 1_000, took.as_nanos() % 1_000)
}
