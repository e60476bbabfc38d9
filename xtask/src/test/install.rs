//! What tests need on the machine, and installing it where that is possible.

use std::path::PathBuf;
use std::process::Command;

use super::postgres;
use crate::report::Outcome;
use crate::source;

/// The oldest Node that runs the browser tests.
const NODE: u32 = 20;

/// Installs with `apt-get` what is missing, when we are root on a machine that has it; otherwise says what to install.
pub fn missing(browser: bool) -> Outcome {
    let mut packages = Vec::new();
    if postgres::programs().is_none() {
        packages.push("postgresql");
    }
    if found("pdftotext").is_none() {
        packages.push("poppler-utils");
    }
    if !has_module("aiosmtpd") {
        packages.push("python3-aiosmtpd");
    }
    if browser && found("chromium").is_none() {
        packages.push("chromium");
    }
    if browser && (found("node").is_none() || found("npm").is_none()) {
        packages.extend(["nodejs", "npm"]);
    }
    if packages.is_empty() {
        return node(browser);
    }
    let install = format!("apt-get install --yes --no-install-recommends {}", packages.join(" "));
    if found("apt-get").is_none() {
        return Err(format!("the tests need: {} (names of Debian packages)", packages.join(", ")));
    }
    if !is_root() {
        return Err(format!("the tests need more programs; run: sudo {install}"));
    }
    println!("installing what the tests need: {}", packages.join(", "));
    apt(&["update"])?;
    let mut words = vec!["install", "--yes", "--no-install-recommends"];
    words.extend(packages);
    apt(&words)?;
    node(browser)
}

fn apt(words: &[&str]) -> Outcome {
    println!("apt-get {}", words.join(" "));
    let status = Command::new("apt-get")
        .args(["-o", "Dpkg::Use-Pty=0", "-qq"])
        .args(words)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("apt-get {}: {status}", words.join(" "))),
        Err(error) => Err(format!("apt-get: {error}")),
    }
}

/// Whether the Node of this machine is new enough for the browser tests.
fn node(browser: bool) -> Outcome {
    if !browser {
        return Ok(());
    }
    let output = Command::new("node").arg("--version").output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let version = text.trim();
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    match major {
        Some(major) if major >= NODE => Ok(()),
        _ => Err(format!(
            "the browser tests need Node {NODE} or later, found {}; install a newer one and run this again",
            if version.is_empty() { "none" } else { version }
        )),
    }
}

/// Whether a Python of this machine has a module: the first of the search path, or the distribution's own.
fn has_module(module: &str) -> bool {
    ["python3", "/usr/bin/python3"].into_iter().any(|python| {
        let output = Command::new(python).args(["-c", &format!("import {module}")]).output();
        output.is_ok_and(|output| output.status.success())
    })
}

/// Where a program lies, by the search path.
pub fn found(program: &str) -> Option<PathBuf> {
    let path = source::variable("PATH")?;
    path.split(':').map(|folder| PathBuf::from(folder).join(program)).find(|file| file.is_file())
}

/// Whether we may install and must not run the database as ourselves.
pub fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
