//! The browser as a process of its own: started with its own home, ended with everything it began.

use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio, id};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use crate::patience::until;

/// A running Chromium. Dropping it ends the process group and removes its folder.
pub(crate) struct Process {
    child: Child,
    home: PathBuf,
}

/// The two ends of the pipe on which the browser listens and speaks.
pub(crate) struct Pipe {
    pub(crate) speak: ChildStdin,
    pub(crate) listen: ChildStdout,
}

/// The browser ends by itself when its pipe closes, so that a killed test leaves nothing behind;
/// the shell then clears the folder. It moves the pipe to 3 and 4, where Chromium expects it.
const ON_A_PIPE: &str =
    r#""$@" 3<&0 4>&1 </dev/null >/dev/null 2>browser.log && cd / && rm -rf "$HOME""#;

const FLAGS: &[&str] = &[
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-startup-window",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-gpu",
    "--disable-sync",
    "--disable-features=Translate,MediaRouter,OptimizationHints,PaintHolding",
    "--font-render-hinting=none",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    "--lang=vi",
    "--metrics-recording-only",
    "--no-proxy-server",
    "--password-store=basic",
];

const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome"];

impl Process {
    pub(crate) fn start() -> io::Result<(Process, Pipe)> {
        let browser = installed().ok_or_else(|| {
            io::Error::new(io::ErrorKind::NotFound, "no Chromium: install the package `chromium`")
        })?;
        let home = fresh_folder()?;
        let mut command = Command::new("sh");
        command
            .args(["-c", ON_A_PIPE, "sh"])
            .arg(browser)
            .args(FLAGS)
            .arg(format!("--user-data-dir={}", home.join("profile").display()))
            .current_dir(&home)
            .env("HOME", &home)
            .env("TMPDIR", &home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("TZ", "Asia/Ho_Chi_Minh")
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        if fs::metadata("/proc/self")?.uid() == 0 {
            // Chromium refuses its sandbox to root; it only ever opens our own pages.
            command.arg("--no-sandbox");
        }
        let mut child = command.spawn()?;
        let speak = child.stdin.take().expect("stdin was asked for as a pipe");
        let listen = child.stdout.take().expect("stdout was asked for as a pipe");
        Ok((Process { child, home }, Pipe { speak, listen }))
    }

    /// The folder that lives as long as the browser.
    pub(crate) fn home(&self) -> &Path {
        &self.home
    }

    /// What the browser wrote before it fell silent.
    pub(crate) fn last_words(&self) -> String {
        fs::read_to_string(self.home.join("browser.log")).unwrap_or_default()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let group = format!("-{}", self.child.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.child.wait();
        // Grandchildren may still hold a file for a moment after the signal.
        let _ = until(Duration::from_secs(2), || match fs::remove_dir_all(&self.home) {
            Err(error) if self.home.exists() => Err(error.to_string()),
            _ => Ok(()),
        });
    }
}

fn installed() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    BROWSERS
        .iter()
        .flat_map(|name| folders.iter().map(move |at| at.join(name)))
        .find(|file| file.is_file())
}

fn fresh_folder() -> io::Result<PathBuf> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let home = std::env::temp_dir().join(format!("tongket-browser-{}-{count}", id()));
    fs::create_dir_all(home.join("downloads"))?;
    Ok(home)
}
