//! Where the things under test were built to: the program, and the checker of accessible pages.

use std::path::{Path, PathBuf};

/// The folder that cargo builds into, as seen from a running test.
///
/// # Panics
/// When the running program does not lie in such a folder.
#[must_use]
pub fn target_folder() -> PathBuf {
    let test = std::env::current_exe().expect("a running program has a path");
    // target/debug/deps/<test> or target/debug/<program>
    let built = test.ancestors().find(|folder| folder.join(".fingerprint").is_dir());
    let profile = built.expect("a test lies in cargo's target folder");
    profile.parent().expect("a profile lies in the target folder").to_owned()
}

/// The built `tongket`: `TONGKET_BIN`, else the debug build beside the running test.
///
/// # Panics
/// When it has not been built.
#[must_use]
#[track_caller]
pub fn product_binary() -> PathBuf {
    let built = || target_folder().join("debug").join("tongket");
    let binary = std::env::var_os("TONGKET_BIN").map_or_else(built, PathBuf::from);
    existing(binary, "run `cargo build` or `cargo xtask test journeys`")
}

/// The script of axe-core: `TONGKET_AXE`, else where `cargo xtask tools` puts it.
///
/// # Panics
/// When it has not been fetched.
#[must_use]
#[track_caller]
pub fn axe_script() -> PathBuf {
    let fetched = || target_folder().join("tools").join("axe.min.js");
    let script = std::env::var_os("TONGKET_AXE").map_or_else(fetched, PathBuf::from);
    existing(script, "run `cargo xtask tools`")
}

#[track_caller]
fn existing(path: PathBuf, advice: &str) -> PathBuf {
    assert!(Path::new(&path).is_file(), "there is no {}: {advice}", path.display());
    path
}
