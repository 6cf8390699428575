//! The real plans, which lie beside the workspace and are no part of it.

use std::fs;
use std::path::{Path, PathBuf};

/// A plan as its text came, and where it lies.
pub struct Plan {
    pub file: PathBuf,
    text: String,
}

impl Plan {
    /// Ten years of a resolution, with two destinations for grassroots unions; of 2020.
    pub fn ten_years() -> Option<Plan> {
        Plan::named("001_67af95ac3034e5e6.txt")
    }

    /// A programme for chairs, whose contents section lists ten items; of 2023.
    pub fn chairs() -> Option<Plan> {
        Plan::named("004_b4ff992a990a1ef6.txt")
    }

    /// The whole line in which these words stand, without its full stop: a heading of the outline.
    pub fn line(&self, words: &str) -> String {
        let line = self.text.lines().find(|line| line.contains(words));
        let line = line.unwrap_or_else(|| panic!("no line with {words}"));
        line.trim().trim_end_matches('.').to_owned()
    }

    #[expect(clippy::print_stderr, reason = "what is skipped must be seen")]
    fn named(name: &str) -> Option<Plan> {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let file = workspace.join("../shared/plans").join(name);
        match fs::read_to_string(&file) {
            Ok(text) => Some(Plan { file, text }),
            Err(error) => {
                assert!(std::env::var_os("CI").is_none(), "{}: {error}", file.display());
                eprintln!("SKIPPED: {} is not there, so nothing was tried", file.display());
                None
            }
        }
    }
}
