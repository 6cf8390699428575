//! `cargo xtask figures`: what the program weighs.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::project::{File, Outcome, Project, now};

/// Builds the program from nothing, in a folder of its own that is empty before and gone after:
/// `build-debug`, `build-release`, in seconds. Crates are fetched beforehand.
pub fn time_builds(project: &Project) -> Outcome {
    project.cargo(&["fetch", "--locked", "--quiet"]).run()?;
    let folder = project.target.join("from-nothing");
    for profile in ["debug", "release"] {
        remove(&folder)?;
        let mut args = vec!["build", "--quiet", "--locked", "--package", "tongket-server"];
        args.extend((profile == "release").then_some("--release"));
        let began = now();
        project.cargo(&args).env("CARGO_TARGET_DIR", &folder).run()?;
        println!("build-{profile} {} s", began.elapsed().as_secs());
    }
    remove(&folder)
}

/// Prints one line per figure: `name value unit`.
pub fn print(project: &Project) -> Outcome {
    for profile in ["debug", "release"] {
        let binary = project.target.join(profile).join("tongket");
        match fs::metadata(&binary) {
            Ok(about) => println!("binary-{profile} {} KB", about.len() / 1000),
            Err(_) => println!("binary-{profile} - not built"),
        }
    }
    let tree =
        ["tree", "--package", "tongket-server", "--edges", "normal,build", "--prefix", "none"];
    let listing = project.cargo(&tree).output()?;
    let names: BTreeSet<&str> = listing.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    let ours = names.iter().filter(|line| line.starts_with("tongket-")).count();
    println!("crates-in-tree {} crates", names.len());
    println!("crates-of-ours {ours} crates");
    let files = project.files()?;
    println!(
        "rust-lines {} lines",
        lines(&files, |file| file.extension() == "rs" && !file.is_test())
    );
    println!(
        "test-lines {} lines",
        lines(&files, |file| file.extension() == "rs" && file.is_test())
    );
    let served = ["run", "--quiet", "--package", "tongket-journeys", "--bin", "served", "--"];
    for profile in ["debug", "release"] {
        let binary = project.target.join(profile).join("tongket");
        if binary.exists() {
            project.cargo(&served).args(&[profile, &binary.to_string_lossy()]).run()?;
        }
    }
    Ok(())
}

fn remove(folder: &Path) -> Outcome {
    match fs::remove_dir_all(folder) {
        Err(error) if folder.exists() => Err(format!("{}: {error}", folder.display())),
        _ => Ok(()),
    }
}

fn lines(files: &[File], is_meant: fn(&File) -> bool) -> usize {
    files.iter().filter(|file| is_meant(file)).map(|file| file.text.lines().count()).sum()
}
