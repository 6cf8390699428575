//! `cargo xtask`: the commands of this project. It knows none of its crates and builds in seconds.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command speaks to its user")]

mod fences;
mod figures;
mod postgres;
mod project;
mod slice;
mod suite;
mod tally;
mod tools;
mod verb;

use std::process::ExitCode;

use project::{Outcome, Project};

const USAGE: &str = "\
cargo xtask COMMAND

  test [STEP …]        every check, or only these steps:
                       tools format lints fences unit integration journeys
  dev [OPTION …]       build and run the demo
  bench NAME [OPTION]  run one benchmark as a release build
  shots [FOLDER]       pictures of the key pages at three widths
  where FEATURE        every file of a feature, across the crates
  new-verb NOUN VERB   the three files of a further verb, and the edits that join it to the rest
  figures [--build]    sizes of the program and of its tree of crates; with --build, first the
                       time it takes to build it from nothing
  tools                install what the tests need";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match Project::here().and_then(|project| run(&project, &args)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("xtask: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn run(project: &Project, args: &[String]) -> Outcome {
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["test", steps @ ..] => suite::run(project, steps),
        ["dev", rest @ ..] => {
            project.cargo(&["run", "--package", "tongket-server", "--", "demo"]).args(rest).run()
        }
        ["bench", rest @ ..] => {
            let bench = ["run", "--release", "--package", "tongket-bench", "--"];
            project.cargo(&bench).args(rest).run()
        }
        ["shots", rest @ ..] => suite::shots(project, rest),
        ["where", feature] => slice::print(project, feature),
        ["new-verb", noun, verb] => verb::write(project, noun, verb),
        ["figures"] => figures::print(project),
        ["figures", "--build"] => {
            figures::time_builds(project).and_then(|()| figures::print(project))
        }
        ["tools"] => tools::ensure(project),
        [] | ["help" | "--help"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(format!("not understood: {}\n\n{USAGE}", words.join(" "))),
    }
}
