//! `cargo xtask test`: every check there is, step by step, and a table at the end.

use crate::fences;
use crate::postgres::Cluster;
use crate::project::{Outcome, Project, Run, now};
use crate::tally::{Step, Tally, table};
use crate::tools;

const STEPS: [&str; 7] = ["tools", "format", "lints", "fences", "unit", "integration", "journeys"];

/// Runs the steps named, or all; goes on after a failure, so that one run shows everything.
pub fn run(project: &Project, wanted: &[&str]) -> Outcome {
    if let Some(unknown) = wanted.iter().find(|name| !STEPS.contains(name)) {
        return Err(format!("no step is called {unknown}; there are {}", STEPS.join(", ")));
    }
    let mut cluster = None;
    let mut done = Vec::new();
    for name in STEPS.into_iter().filter(|name| wanted.is_empty() || wanted.contains(name)) {
        println!("\n== {name}");
        let start = now();
        let mut tally = is_testing(name).then(Tally::default);
        let outcome = step(project, name, &mut cluster, &mut tally);
        if let Err(reason) = &outcome {
            println!("{reason}");
        }
        let failure = outcome.err().map(|reason| first_line(&reason));
        println!("-- {name}: {} s", (now() - start).as_secs());
        done.push(Step { name, took: now() - start, failure, tally });
    }
    println!("\n{}", table(&done));
    let failed: Vec<&str> =
        done.iter().filter(|step| step.failure.is_some()).map(|step| step.name).collect();
    if failed.is_empty() { Ok(()) } else { Err(format!("failed: {}", failed.join(", "))) }
}

/// Pictures of the key pages, taken by a program of the journeys on the built product.
pub fn shots(project: &Project, rest: &[&str]) -> Outcome {
    tools::ensure(project)?;
    build_product(project)?;
    let shots = ["run", "--quiet", "--package", "tongket-journeys", "--bin", "shots", "--"];
    with_product(project, project.cargo(&shots)).args(rest).run()
}

fn step(
    project: &Project,
    name: &str,
    cluster: &mut Option<Cluster>,
    tally: &mut Option<Tally>,
) -> Outcome {
    if let (Some(_), None) = (&tally, &cluster) {
        *cluster = Some(Cluster::start()?);
    }
    let url = cluster.as_ref().map(Cluster::url).unwrap_or_default();
    let mut test = |args: &[&str]| {
        let test = project.cargo(&["test", "--no-fail-fast"]).args(args);
        let test = test.env("TONGKET_TEST_POSTGRES", &url);
        listen(with_product(project, test), tally)
    };
    let but_journeys = ["--workspace", "--exclude", "tongket-journeys"];
    match name {
        "tools" => tools::ensure(project),
        "format" => project.cargo(&["fmt", "--all", "--check"]).run(),
        "lints" => {
            let strict = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
            project.cargo(&strict).run()
        }
        "fences" => fences::check(project),
        "unit" => {
            let units = test(&[&but_journeys[..], &["--lib", "--bins"]].concat());
            units.and(test(&[&but_journeys[..], &["--doc"]].concat()))
        }
        "integration" => test(&[&but_journeys[..], &["--test", "*"]].concat()),
        _ => {
            build_product(project)?;
            test(&["--package", "tongket-journeys"])
        }
    }
}

fn is_testing(name: &str) -> bool {
    matches!(name, "unit" | "integration" | "journeys")
}

fn listen(test: Run, tally: &mut Option<Tally>) -> Outcome {
    test.run_listening(|line| {
        if let Some(tally) = tally {
            tally.hear(line);
        }
    })
}

fn build_product(project: &Project) -> Outcome {
    project.cargo(&["build", "--package", "tongket-server"]).run()
}

fn with_product(project: &Project, run: Run) -> Run {
    run.env("TONGKET_BIN", project.target.join("debug/tongket"))
        .env("TONGKET_AXE", tools::axe_script(project))
        .env("PATH", tools::path_with_postgres())
}

fn first_line(reason: &str) -> String {
    reason.lines().next().unwrap_or_default().to_owned()
}
