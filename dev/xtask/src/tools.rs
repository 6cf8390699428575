//! What the tests need beside Rust: installed when that is allowed, else named exactly.

use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use crate::project::{Outcome, Project, Run};

struct Tool {
    name: &'static str,
    package: &'static str,
    is_there: fn() -> bool,
}

const TOOLS: &[Tool] = &[
    Tool { name: "PostgreSQL", package: "postgresql", is_there: || postgres_folder().is_some() },
    Tool { name: "Chromium", package: "chromium", is_there: || is_on_path("chromium") },
    Tool { name: "LibreOffice", package: "libreoffice-writer", is_there: || is_on_path("soffice") },
    Tool { name: "poppler", package: "poppler-utils", is_there: || is_on_path("pdftotext") },
    Tool { name: "fontconfig", package: "fontconfig", is_there: || is_on_path("fc-list") },
    Tool { name: "Python", package: "python3", is_there: || is_on_path("python3") },
    Tool { name: "a Vietnamese font", package: "fonts-dejavu-core", is_there: has_a_font },
];

const AXE: &str = "axe-core-4.14.1";
const AXE_SHA256: &str = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c";

/// Makes sure that everything is there.
pub fn ensure(project: &Project) -> Outcome {
    let missing: Vec<&Tool> = TOOLS.iter().filter(|tool| !(tool.is_there)()).collect();
    if !missing.is_empty() {
        install(&missing)?;
    }
    fetch_axe(project)
}

/// Where axe-core's script lies: it checks pages in the journeys and is no part of the project.
pub fn axe_script(project: &Project) -> PathBuf {
    project.target.join("tools").join("axe.min.js")
}

/// The folder with the newest `initdb` and `postgres`, as Debian lays them, else on the path.
pub fn postgres_folder() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let debian = versions.map(|version| version.path().join("bin"));
    let newest = debian
        .filter(|folder| folder.join("initdb").is_file())
        .max_by_key(|folder| version_of(folder));
    newest.or_else(|| on_path("initdb").filter(|folder| folder.join("postgres").is_file()))
}

/// The search path of a test that makes databases of its own with `createdb`.
pub fn path_with_postgres() -> OsString {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = postgres_folder().into_iter().chain(std::env::split_paths(&path));
    std::env::join_paths(folders).unwrap_or(path.clone())
}

pub fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

fn install(missing: &[&Tool]) -> Outcome {
    let names: Vec<&str> = missing.iter().map(|tool| tool.name).collect();
    let packages: Vec<&str> = missing.iter().map(|tool| tool.package).collect();
    let (names, command) = (names.join(", "), packages.join(" "));
    if !is_root() || !is_on_path("apt-get") {
        let advice = format!("apt-get install --no-install-recommends {command}");
        return Err(format!("missing: {names}. On Debian and Ubuntu: sudo {advice}"));
    }
    println!("missing: {names}; installing {command}");
    let apt = || Run::new("apt-get").env("DEBIAN_FRONTEND", "noninteractive");
    apt().args(&["update", "--quiet"]).run()?;
    apt()
        .args(&["install", "--quiet", "--yes", "--no-install-recommends"])
        .args(&packages)
        .run()?;
    match missing.iter().find(|tool| !(tool.is_there)()) {
        Some(tool) => Err(format!("{} is still not there", tool.name)),
        None => Ok(()),
    }
}

/// By npm where there is one, because it knows the registry it is to ask; else from npm's own.
fn fetch_axe(project: &Project) -> Outcome {
    let script = axe_script(project);
    let folder = project.target.join("tools");
    let archive = folder.join(format!("{AXE}.tgz"));
    if is_axe(&script) {
        return Ok(());
    }
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let (name, version) = AXE.rsplit_once('-').ok_or("a name and a version")?;
    if is_on_path("npm") {
        let what = format!("{name}@{version}");
        Run::new("npm").args(&["pack", "--silent", &what]).at(&folder).output()?;
    } else {
        let from = format!("https://registry.npmjs.org/{name}/-/{AXE}.tgz");
        Run::new("curl").args(&["-fsSL", "-o", &archive.to_string_lossy(), &from]).run()?;
    }
    let unpack = ["-xzf", &archive.to_string_lossy(), "--strip-components=1", "package/axe.min.js"];
    Run::new("tar").args(&unpack).at(&folder).run()?;
    if is_axe(&script) { Ok(()) } else { Err(format!("{} is not {AXE}", script.display())) }
}

fn is_axe(script: &Path) -> bool {
    let sum = Run::new("sha256sum").args(&[&script.to_string_lossy()]);
    script.is_file() && sum.output().is_ok_and(|line| line.starts_with(AXE_SHA256))
}

fn has_a_font() -> bool {
    let listing = Run::new("fc-list").args(&[":lang=vi", "family"]).output();
    listing.is_ok_and(|families| !families.trim().is_empty())
}

fn is_on_path(program: &str) -> bool {
    on_path(program).is_some()
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).find(|folder| folder.join(program).is_file())
}

fn version_of(folder: &Path) -> u32 {
    let version = folder.parent().and_then(Path::file_name).unwrap_or_default();
    version.to_string_lossy().parse().unwrap_or(0)
}
