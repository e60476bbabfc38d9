//! A private PostgreSQL for the tests: its own folder, its own port, gone at the end.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::install::{found, is_root};
use crate::source;

/// How long the server may take to answer.
const PATIENCE: Duration = Duration::from_secs(60);

/// The account that runs the server when we are root, because the server refuses to be root.
const ACCOUNT: &str = "postgres";

/// A running server. Dropping it stops the server and removes its folder.
pub struct Postgres {
    child: Child,
    folder: PathBuf,
    port: u16,
}

/// The folder of the server's programs: the latest version installed, or what the search path has.
pub fn programs() -> Option<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = source::folders(Path::new("/usr/lib/postgresql"))
        .into_iter()
        .filter_map(|folder| Some((source::name(&folder).parse().ok()?, folder.join("bin"))))
        .filter(|(_, bin)| bin.join("initdb").is_file())
        .collect();
    versions.sort();
    versions
        .pop()
        .map(|(_, bin)| bin)
        .or_else(|| found("initdb").and_then(|initdb| initdb.parent().map(Path::to_path_buf)))
}

impl Postgres {
    /// Makes a cluster below `target` and starts it: fast, because nothing in it must last.
    pub fn start(target: &Path) -> Result<Self, String> {
        Self::start_with(target, &HASTY)
    }

    /// The same with the server's own care for what is written, for measuring.
    pub fn start_lasting(target: &Path) -> Result<Self, String> {
        Self::start_with(target, &[])
    }

    fn start_with(target: &Path, more: &[&str]) -> Result<Self, String> {
        let programs = programs().ok_or("PostgreSQL is not installed")?;
        let folder = folder(target)?;
        println!("starting a private PostgreSQL in {}", folder.display());
        let made = as_account(&programs.join("initdb"))
            .args([
                "--username",
                "postgres",
                "--auth",
                "trust",
                "--encoding",
                "UTF8",
                "--locale",
                "C.UTF-8",
                "--no-sync",
            ])
            .arg("--pgdata")
            .arg(folder.join("data"))
            .output()
            .map_err(|error| format!("initdb: {error}"))?;
        if !made.status.success() {
            let _ = std::fs::remove_dir_all(&folder);
            return Err(format!("initdb failed:\n{}", String::from_utf8_lossy(&made.stderr)));
        }
        let port = free_port()?;
        let log =
            std::fs::File::create(folder.join("log")).map_err(|error| format!("postgres log: {error}"))?;
        let child = as_account(&programs.join("postgres"))
            .arg("-D")
            .arg(folder.join("data"))
            .args(settings(port, more))
            .stdin(Stdio::null())
            .stdout(log.try_clone().map_or_else(|_| Stdio::null(), Stdio::from))
            .stderr(log)
            .spawn()
            .map_err(|error| format!("postgres: {error}"))?;
        let mut server = Self { child, folder, port };
        server.wait_until_ready(&programs)?;
        Ok(server)
    }

    /// The address tests connect to.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    fn wait_until_ready(&mut self, programs: &Path) -> Result<(), String> {
        let began = Instant::now();
        loop {
            let ready = Command::new(programs.join("pg_isready"))
                .args(["--quiet", "--host", "127.0.0.1", "--port", &self.port.to_string()])
                .status();
            if ready.is_ok_and(|status| status.success()) {
                return Ok(());
            }
            let ended = self.child.try_wait().ok().flatten().is_some();
            if ended || began.elapsed() > PATIENCE {
                let log = std::fs::read_to_string(self.folder.join("log")).unwrap_or_default();
                return Err(format!("PostgreSQL did not start:\n{log}"));
            }
            std::thread::sleep(Duration::from_millis(100));
        }
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // SIGINT is the server's fast shutdown; what it holds is thrown away, so a kill after that loses nothing.
        let _ = Command::new("kill").args(["-INT", &self.child.id().to_string()]).status();
        let began = Instant::now();
        while began.elapsed() < Duration::from_secs(20) && self.child.try_wait().ok().flatten().is_none() {
            std::thread::sleep(Duration::from_millis(50));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A fresh folder for one run: below `target`, or in the temporary folder when the server's account cannot get there.
fn folder(target: &Path) -> Result<PathBuf, String> {
    let name = std::process::id().to_string();
    let mut failure = String::new();
    for parent in [target.join("postgres"), std::env::temp_dir().join("sportello-postgres")] {
        sweep(&parent);
        let folder = parent.join(&name);
        match std::fs::create_dir_all(&folder) {
            Err(error) => failure = format!("cannot make {}: {error}", folder.display()),
            Ok(()) => {
                if is_root() {
                    let _ = Command::new("chown").arg(ACCOUNT).arg(&folder).status();
                }
                if as_account(Path::new("test")).arg("-w").arg(&folder).status().is_ok_and(|s| s.success()) {
                    return Ok(folder);
                }
                failure = format!("the account {ACCOUNT} cannot write in {}", folder.display());
                let _ = std::fs::remove_dir_all(&folder);
            }
        }
    }
    Err(failure)
}

/// Removes what runs that were killed left behind.
fn sweep(parent: &Path) {
    for folder in source::folders(parent) {
        if !Path::new("/proc").join(source::name(&folder)).exists() {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

/// A program run as the server's account, and stopped by the kernel when this process dies. Where `setpriv` is not there
/// (outside Linux) it runs as ourselves, and a killed run leaves the server behind.
fn as_account(program: &Path) -> Command {
    if found("setpriv").is_none() {
        let mut command = Command::new(program);
        command.current_dir("/");
        return command;
    }
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "INT"]);
    if is_root() {
        command.args(["--reuid", ACCOUNT, "--regid", ACCOUNT, "--init-groups"]);
    }
    command.arg(program).current_dir("/");
    command
}

/// Fast rather than safe, since nothing outlives the run; but with the server's own isolation and limits.
const HASTY: [&str; 3] = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

fn settings(port: u16, more: &[&str]) -> Vec<String> {
    [
        format!("port={port}"),
        "listen_addresses=127.0.0.1".to_owned(),
        "unix_socket_directories=".to_owned(),
        "max_connections=300".to_owned(),
        "timezone=UTC".to_owned(),
    ]
    .into_iter()
    .chain(more.iter().map(|setting| (*setting).to_owned()))
    .flat_map(|setting| ["-c".to_owned(), setting])
    .collect()
}

fn free_port() -> Result<u16, String> {
    TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|error| format!("no free port: {error}"))
}
