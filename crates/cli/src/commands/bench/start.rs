//! From the start of the program to its first answer, on the prepared database.

use std::{
    process::{Child, Command, Stdio},
    time::{Duration, Instant as Stopwatch},
};

use serde_json::{Value as Json, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

use super::{
    figures::{Times, put, resident_mb},
    on,
};
use crate::{arguments::Common, failure::Failure, settings::Settings, wiring};

/// How long the program may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// The program under measure, ended with this value.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts and measures.
pub async fn run(settings: &Settings, common: &Common, n: usize) -> Result<Json, Failure> {
    let app = wiring::open_app(settings).await?;
    let on = on(&app).await?;
    drop(app);
    let mut times = Times::default();
    let mut memory = 0;
    for _ in 0..n {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?.to_string();
        drop(listener);
        let began = Stopwatch::now();
        let mut command = Command::new(std::env::current_exe()?);
        command.args(["serve", "--no-worker", "--listen", &address, "--data"]).arg(&settings.data);
        if let Some(url) = &common.database {
            // Through the environment, because the address may hold a password that a list of processes would show.
            command.env("SPORTELLO_DATABASE", url);
        }
        if let Some(file) = &common.settings {
            command.arg("--settings").arg(file);
        }
        let child = Running(command.stdin(Stdio::null()).stdout(Stdio::null()).spawn()?);
        while !is_ready(&address).await {
            if began.elapsed() > PATIENCE {
                return Err(Failure::new(format!("the program did not answer on {address} within a minute")));
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        times.since(began);
        memory = resident_mb(&child.0.id().to_string());
    }
    let mut line = times.line("start", &on);
    put(&mut line, "rss_mb", json!(memory));
    Ok(line)
}

async fn is_ready(address: &str) -> bool {
    let Ok(mut stream) = TcpStream::connect(address).await else { return false };
    let request = format!("GET /health/ready HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    let mut answer = Vec::new();
    stream.write_all(request.as_bytes()).await.is_ok()
        && stream.read_to_end(&mut answer).await.is_ok()
        && answer.starts_with(b"HTTP/1.1 200")
}
