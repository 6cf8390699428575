use super::guard::{Limits, guard};
use super::{SHEET, SOURCE};
use crate::source::BYTES_MOST;
use std::io::{Read as _, Write as _};
use std::process::ExitCode;

/// What the child does: limits itself, reads one file from its input, answers on its output.
pub fn answer(limits: Limits) -> ExitCode {
    if guard(limits).is_err() {
        return ExitCode::FAILURE;
    }
    match exchange() {
        Some(()) => ExitCode::SUCCESS,
        None => ExitCode::FAILURE,
    }
}

/// What is wanted of the bytes comes before them, then their name, as a line.
fn exchange() -> Option<()> {
    let mut input = Vec::new();
    let most = BYTES_MOST as u64 + 64 * 1024;
    std::io::stdin().lock().take(most).read_to_end(&mut input).ok()?;
    let end = input.iter().position(|byte| *byte == b'\n')?;
    let name = String::from_utf8_lossy(&input[1..end.max(1)]);
    let bytes = &input[end + 1..];
    let answer = match *input.first()? {
        SOURCE => serde_json::to_vec(&crate::source(&name, bytes)),
        SHEET => serde_json::to_vec(&crate::sheet::read(bytes)),
        _ => return None,
    };
    let answer = answer.ok()?;
    std::io::stdout().lock().write_all(&answer).ok()
}
