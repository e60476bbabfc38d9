//! How a check ends: well, or with one text that lists what is wrong and what to do.

/// The end of a command.
pub type Outcome = Result<(), String>;

/// Fails with the list when there is anything on it.
pub fn all_clear(name: &str, problems: &[String]) -> Outcome {
    if problems.is_empty() {
        println!("{name}: ok");
        return Ok(());
    }
    let list: String = problems.iter().map(|problem| format!("  {problem}\n")).collect();
    Err(format!("{name}: {} to put right\n{list}", problems.len()))
}
