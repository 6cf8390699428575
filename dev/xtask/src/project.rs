//! The project as it lies on the disk: where it is, what is in it, and how commands are run in it.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Done, or why not, in one sentence.
pub type Outcome = Result<(), String>;

pub struct Project {
    pub root: PathBuf,
    /// Where cargo builds into.
    pub target: PathBuf,
}

/// One file of the project; of what is no text, only the name.
pub struct File {
    /// From the root, with `/`.
    pub path: String,
    pub text: String,
}

/// A command that is to be run.
pub struct Run {
    command: Command,
}

impl Project {
    /// The project this program was built from.
    pub fn here() -> Result<Project, String> {
        let own = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = own.ancestors().nth(2).ok_or("xtask lies two folders below the root")?;
        let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
        let target = root.join(target.unwrap_or_else(|| PathBuf::from("target")));
        Ok(Project { root: root.to_owned(), target })
    }

    /// Every file that git knows or would take in, ordered by path.
    pub fn files(&self) -> Result<Vec<File>, String> {
        let ask = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
        let mut listing = Run::new("git").args(&ask).at(&self.root).output()?;
        listing.truncate(listing.trim_end_matches('\0').len());
        let mut paths: Vec<&str> = listing.split('\0').collect();
        paths.sort_unstable();
        paths.dedup();
        let here = paths.into_iter().filter(|path| self.root.join(path).is_file());
        Ok(here.map(|path| self.file(path)).collect())
    }

    pub fn cargo(&self, args: &[&str]) -> Run {
        let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
        Run::new(&cargo).args(args).at(&self.root).env("CARGO_TARGET_DIR", &self.target)
    }

    fn file(&self, path: &str) -> File {
        let text = fs::read(self.root.join(path)).unwrap_or_default();
        File { path: path.to_owned(), text: String::from_utf8(text).unwrap_or_default() }
    }
}

impl File {
    /// The name without folders and without the extension.
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    pub fn extension(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    pub fn folders(&self) -> impl Iterator<Item = &str> {
        let folder = self.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        folder.split('/').filter(|name| !name.is_empty())
    }

    /// The text up to tests that stand at its end.
    pub fn without_tests(&self) -> &str {
        self.text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default()
    }

    /// Tests are measured by other rules than what they test.
    pub fn is_test(&self) -> bool {
        self.stem() == "tests" || self.folders().any(|folder| folder == "tests")
    }
}

impl Run {
    pub fn new(program: &str) -> Run {
        Run { command: Command::new(program) }
    }

    pub fn args(mut self, args: &[&str]) -> Run {
        self.command.args(args);
        self
    }

    pub fn at(mut self, folder: &Path) -> Run {
        self.command.current_dir(folder);
        self
    }

    pub fn env(mut self, name: &str, value: impl AsRef<std::ffi::OsStr>) -> Run {
        self.command.env(name, value);
        self
    }

    /// Runs it in front of the user.
    pub fn run(mut self) -> Outcome {
        let status = self.command.status().map_err(|error| self.failed(&error))?;
        if status.success() { Ok(()) } else { Err(self.failed(&status)) }
    }

    /// What it prints; its errors go to the user.
    pub fn output(mut self) -> Result<String, String> {
        let output = self.command.stderr(Stdio::inherit()).output();
        let output = output.map_err(|error| self.failed(&error))?;
        if !output.status.success() {
            return Err(self.failed(&output.status));
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Whether it can be run and succeeds, without a word.
    pub fn succeeds(mut self) -> bool {
        let quiet = self.command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        quiet.status().is_ok_and(|status| status.success())
    }

    /// Runs it in front of the user and hands over each line it prints.
    pub fn run_listening(mut self, mut hear: impl FnMut(&str)) -> Outcome {
        let child = self.command.stdout(Stdio::piped()).spawn();
        let mut child = child.map_err(|error| self.failed(&error))?;
        let lines = BufReader::new(child.stdout.take().ok_or("no output")?).lines();
        for line in lines.map_while(Result::ok) {
            println!("{line}");
            hear(&line);
        }
        let status = child.wait().map_err(|error| self.failed(&error))?;
        if status.success() { Ok(()) } else { Err(self.failed(&status)) }
    }

    fn failed(&self, why: &dyn std::fmt::Display) -> String {
        let args: Vec<_> = self.command.get_args().map(|arg| arg.to_string_lossy()).collect();
        let program = Path::new(self.command.get_program()).file_name().unwrap_or_default();
        format!("{} {}: {why}", program.to_string_lossy(), args.join(" "))
    }
}

/// The moment, for measuring how long a step takes.
#[expect(clippy::disallowed_methods, reason = "steps are timed for the one who waits")]
pub fn now() -> Instant {
    Instant::now()
}
