//! The built program, running for a test on data of its own.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio, id};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use crate::built::product_binary;
use crate::patience::LONG_PATIENCE;

/// Which database the program keeps its data in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Database {
    /// The one it brings along, in the data folder.
    Embedded,
    /// A fresh one on the PostgreSQL that `TONGKET_TEST_POSTGRES` names.
    Postgres,
}

/// A running program; dropping it ends it and clears its data.
pub struct Product {
    keeper: Child,
    address: String,
    said: Vec<String>,
}

/// Ends the program when the pipe from the test closes, however the test ends; then clears the data
/// folder `$0`. The shell keeps no output open, so that the end of the program can be heard.
const KEEPER: &str = r#"
"$@" </dev/null 2>&1 &
exec >/dev/null 2>&1
read -r _
kill -TERM $!
wait
rm -rf "$0"
"#;

impl Product {
    /// Starts the demo of the built program.
    ///
    /// # Panics
    /// When it was not built or does not come up; with what it said.
    #[must_use]
    #[track_caller]
    pub fn demo(database: Database) -> Product {
        Product::start(&product_binary(), &["demo"], database)
    }

    /// Starts a program and waits until it has printed an address.
    ///
    /// # Panics
    /// When it ends before, or prints none in time; with what it said.
    #[must_use]
    #[track_caller]
    pub fn start(binary: &Path, words: &[&str], database: Database) -> Product {
        match Product::try_start(binary, words, database) {
            Ok(product) => product,
            Err(reason) => panic!("{} does not start: {reason}", binary.display()),
        }
    }

    /// Where it answers: `http://…` as it was printed, without a slash at the end.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The lines it printed until it was ready.
    #[must_use]
    pub fn said(&self) -> &[String] {
        &self.said
    }

    fn try_start(binary: &Path, words: &[&str], database: Database) -> Result<Product, String> {
        let folder = fresh_folder();
        let port = free_port().map_err(|error| error.to_string())?;
        let mut command = Command::new("sh");
        command.args(["-c", KEEPER]).arg(&folder).arg(binary).args(words);
        command.arg("--data").arg(&folder).args(["--port", &port.to_string()]);
        if database == Database::Postgres {
            command.args(["--database", &fresh_database()?]);
        }
        let keeper = command.process_group(0).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut keeper = keeper.map_err(|error| error.to_string())?;
        let output = keeper.stdout.take().expect("stdout was asked for as a pipe");
        let mut product = Product { keeper, address: String::new(), said: Vec::new() };
        product.listen(&lines_of(output))?;
        Ok(product)
    }

    /// What a ready program says, it says at once: after the address a short silence ends it.
    fn listen(&mut self, lines: &Receiver<String>) -> Result<(), String> {
        let mut patience = LONG_PATIENCE;
        while let Ok(line) = lines.recv_timeout(patience) {
            if let Some(address) = address_in(&line) {
                address.clone_into(&mut self.address);
                patience = std::time::Duration::from_millis(200);
            }
            self.said.push(line);
        }
        if self.address.is_empty() { Err(self.said.join("\n")) } else { Ok(()) }
    }
}

impl Drop for Product {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        let _ = self.keeper.wait();
    }
}

fn lines_of(output: std::process::ChildStdout) -> Receiver<String> {
    let (sender, lines) = channel();
    thread::spawn(move || {
        // Read on to the end, so that the program never waits for a reader.
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            let _ = sender.send(line);
        }
    });
    lines
}

fn address_in(line: &str) -> Option<&str> {
    let start = line.find("http://")?;
    let address = line[start..].split_whitespace().next()?;
    Some(address.trim_end_matches(['/', '.', ',']))
}

fn fresh_name() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    format!("tongket_{}_{}", id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

fn fresh_folder() -> PathBuf {
    std::env::temp_dir().join(fresh_name())
}

fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// Makes an empty database and gives its address.
fn fresh_database() -> Result<String, String> {
    let server = std::env::var("TONGKET_TEST_POSTGRES")
        .map_err(|_| "TONGKET_TEST_POSTGRES is not set: run `cargo xtask test journeys`")?;
    let name = fresh_name();
    let mut create = Command::new("createdb");
    create.arg(format!("--maintenance-db={server}")).args(["--template=template0", &name]);
    let made = create.output().map_err(|error| format!("createdb: {error}"))?;
    if !made.status.success() {
        return Err(format!("createdb: {}", String::from_utf8_lossy(&made.stderr)));
    }
    let (server, _) = server.rsplit_once('/').ok_or("an address ends with a database")?;
    Ok(format!("{server}/{name}"))
}
