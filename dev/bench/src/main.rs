//! Speed figures, each beside something named, measured in one run: `name value unit ratio peer`.
//!
//! One file per benchmark. A benchmark checks what it times: a fast wrong answer ends the run.

mod line;
mod reader;
mod seeded;
mod stopwatch;
mod rollup;
mod tree;

use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["rollup"] | ["rollup", "province"] => rollup::run(rollup::PROVINCE),
        ["rollup", "national"] => rollup::run(rollup::NATIONAL),
        ["reader"] => reader::run(),
        ["tree"] => tree::run(),
        _ => {
            line::complain("bench rollup [province | national]\nbench reader\nbench tree");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
