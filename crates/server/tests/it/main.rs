//! The built program on files: every format says the same, and a crafted file is one refusal.

mod formats;
mod office;
mod refusals;
mod written;

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Runs `tongket plan read` with these words.
fn read(words: &[&str], files: &[PathBuf]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tongket"));
    command.args(["plan", "read"]).args(files).args(words).env_remove("TONGKET_LANG");
    command.output().expect("the program starts")
}

/// The reading of one file, without what says where in the text something stands.
fn reading(file: &Path) -> Value {
    let output = read(&["--json"], &[file.to_owned()]);
    assert!(output.status.success(), "{}: {output:?}", file.display());
    let mut reading = serde_json::from_slice(&output.stdout).expect("a reading");
    without_places(&mut reading);
    reading
}

/// The words of one file, in their order.
fn words(file: &Path) -> Vec<String> {
    let output = read(&["--text"], &[file.to_owned()]);
    let text = String::from_utf8(output.stdout).expect("text");
    text.split_whitespace().map(str::to_owned).collect()
}

fn without_places(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|name, _| !["span", "file", "text_chars"].contains(&name.as_str()));
            fields.values_mut().for_each(without_places);
        }
        Value::Array(values) => values.iter_mut().for_each(without_places),
        _ => {}
    }
}

/// A folder of this run alone.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("tongket-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

/// Says aloud that something was not tried; where everything must be, that is a failure.
#[expect(clippy::print_stderr, reason = "what is skipped must be seen")]
fn skipped(why: &str) {
    assert!(std::env::var_os("CI").is_none(), "{why}");
    eprintln!("SKIPPED: {why}");
}
