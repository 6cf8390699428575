//! A PostgreSQL cluster of the tests' own: made when they begin, gone when they end.

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio, id};
use std::thread::sleep;
use std::time::Duration;

use crate::project::{Run, now};
use crate::tools::{is_root, postgres_folder};

/// A running cluster; dropping it ends and removes it.
pub struct Cluster {
    keeper: Child,
    port: u16,
}

/// The keeper reads from a pipe that closes when this program ends, however it ends; then it stops
/// the server and clears the folder. `$1` is the program, `$2` the folder, `$3` the port.
const KEEPER: &str = r#"
"$1/postgres" -D "$2" -p "$3" -k "$2" -h 127.0.0.1 -c fsync=off -c synchronous_commit=off \
  -c full_page_writes=off -c max_connections=200 -c shared_buffers=128MB </dev/null >"$2/log" 2>&1 &
read -r _
kill -QUIT $!
wait
rm -rf "$2"
"#;

const PATIENCE: Duration = Duration::from_secs(30);

impl Cluster {
    /// Makes and starts one, as the user `postgres` when we are root, because it refuses to be.
    pub fn start() -> Result<Cluster, String> {
        let programs = postgres_folder().ok_or("no PostgreSQL: run `cargo xtask tools`")?;
        let folder = fresh_folder()?;
        let here = folder.display().to_string();
        let init = programs.join("initdb").display().to_string();
        let mut make = as_owner(&init)?;
        make.args(["-D", &here, "-U", "tongket", "-A", "trust", "-E", "UTF8"]);
        make.args(["--locale=C", "--no-sync", "--no-instructions"]);
        let made = make.current_dir("/").output().map_err(|error| format!("{init}: {error}"))?;
        if !made.status.success() {
            return Err(format!("{init}: {}", String::from_utf8_lossy(&made.stderr)));
        }
        let port = free_port()?;
        let mut keep = as_owner("sh")?;
        keep.args(["-c", KEEPER, "sh"]).arg(&programs).arg(&folder).arg(port.to_string());
        // In a process group of its own, so that Ctrl-C reaches us and not it.
        let keeper = keep.current_dir("/").process_group(0).stdin(Stdio::piped()).spawn();
        let cluster = Cluster { keeper: keeper.map_err(|error| format!("sh: {error}"))?, port };
        let ready = programs.join("pg_isready").display().to_string();
        let start = now();
        while !Run::new(&ready).args(&["-h", "127.0.0.1", "-p", &port.to_string()]).succeeds() {
            if now() - start > PATIENCE {
                let log = fs::read_to_string(folder.join("log")).unwrap_or_default();
                return Err(format!("PostgreSQL does not start:\n{log}"));
            }
            sleep(Duration::from_millis(50));
        }
        Ok(cluster)
    }

    /// The address for the tests. Each makes a database of its own there.
    pub fn url(&self) -> String {
        format!("postgres://tongket@127.0.0.1:{}/postgres", self.port)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        let _ = self.keeper.wait();
    }
}

/// In the folder for passing things and not in the target folder, which may lie where the user
/// `postgres` cannot go.
fn fresh_folder() -> Result<PathBuf, String> {
    let folder = std::env::temp_dir().join(format!("tongket-postgres-{}", id()));
    let make = || {
        fs::create_dir(&folder)?;
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o700))?;
        match owner()? {
            Some((user, group)) => chown(&folder, Some(user), Some(group)),
            None => Ok(()),
        }
    };
    make().map_err(|error: std::io::Error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

fn as_owner(program: &str) -> Result<Command, String> {
    let mut command = Command::new(program);
    if let Some((user, group)) = owner().map_err(|error| format!("the user postgres: {error}"))? {
        command.uid(user).gid(group);
    }
    Ok(command)
}

/// User and group of `postgres` when we are root and must not be.
fn owner() -> std::io::Result<Option<(u32, u32)>> {
    if !is_root() {
        return Ok(None);
    }
    let users = fs::read_to_string("/etc/passwd")?;
    let line = users.lines().find(|line| line.starts_with("postgres:"));
    let mut fields = line.unwrap_or_default().split(':').skip(2).map(str::parse);
    match (fields.next(), fields.next()) {
        (Some(Ok(user)), Some(Ok(group))) => Ok(Some((user, group))),
        _ => Err(std::io::Error::other("there is no user `postgres`")),
    }
}

fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    listener.map(|address| address.port()).map_err(|error| format!("no free port: {error}"))
}
