//! What the tests came to: read from what they print, shown as a table.

use std::fmt::Write;
use std::time::Duration;

/// Tests of one level.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u32,
    pub failed: u32,
    pub skipped: u32,
}

/// One step of the suite as it went.
pub struct Step {
    pub name: &'static str,
    pub took: Duration,
    /// Why it failed, in one sentence.
    pub failure: Option<String>,
    /// Counted when the step runs tests.
    pub tally: Option<Tally>,
}

impl Tally {
    /// Adds what a line says, if it is the last line of a test program.
    pub fn hear(&mut self, line: &str) {
        let Some(counts) = line.strip_prefix("test result: ") else { return };
        for part in counts.split([';', '.']) {
            match part.trim().split_once(' ') {
                Some((number, "passed")) => self.passed += number.parse().unwrap_or(0),
                Some((number, "failed")) => self.failed += number.parse().unwrap_or(0),
                Some((number, "ignored")) => self.skipped += number.parse().unwrap_or(0),
                _ => {}
            }
        }
    }
}

/// The table of all steps, and the line that everything ends with.
pub fn table(steps: &[Step]) -> String {
    let mut table = String::from("step          seconds  passed  failed  skipped\n");
    let mut all = Tally::default();
    for step in steps {
        let seconds = format!("{}.{}", step.took.as_secs(), step.took.subsec_millis() / 100);
        let _ = write!(table, "{:<12} {seconds:>8}", step.name);
        if let Some(Tally { passed, failed, skipped }) = step.tally {
            let _ = write!(table, " {passed:>7} {failed:>7} {skipped:>8}");
            all.passed += passed;
            all.failed += failed;
            all.skipped += skipped;
        }
        if let Some(reason) = &step.failure {
            let _ = write!(table, "  FAILED: {reason}");
            // A step that breaks without a failed test still counts: nothing may look whole.
            all.failed += u32::from(step.tally.as_ref().is_none_or(|tally| tally.failed == 0));
        }
        table.push('\n');
    }
    let Tally { passed, failed, skipped } = all;
    let _ = write!(table, "\n{passed} passed, {failed} failed, {skipped} skipped");
    table
}

#[cfg(test)]
mod tests;
