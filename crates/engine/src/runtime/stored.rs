//! Instances as text, to be kept and read back.

use serde::{Deserialize, Serialize};

use super::{Instance, Parts, Runtime, StartTimer};

#[derive(Serialize, Deserialize)]
struct Stored {
    next: u64,
    instances: Vec<(u64, Instance)>,
    start_timers: Vec<StartTimer>,
    parts: Vec<Parts>,
}

impl Runtime {
    /// Everything but the processes.
    ///
    /// # Errors
    /// A sentence, when a value cannot be written.
    pub fn save(&self) -> Result<String, String> {
        let stored = Stored {
            next: self.next,
            instances: self.instances.iter().map(|(id, i)| (*id, i.clone())).collect(),
            start_timers: self.start_timers.clone(),
            parts: self.parts.clone(),
        };
        serde_json::to_string(&stored).map_err(|e| format!("the instances cannot be written: {e}"))
    }

    /// Reads back what [`Runtime::save`] wrote; the processes were loaded before with [`Runtime::load`].
    ///
    /// # Errors
    /// A sentence, when the text is not what was written.
    pub fn restore(&mut self, text: &str) -> Result<(), String> {
        let stored: Stored =
            serde_json::from_str(text).map_err(|e| format!("the stored instances cannot be read: {e}"))?;
        self.next = stored.next;
        self.instances = stored.instances.into_iter().collect();
        self.start_timers = stored.start_timers;
        self.parts = stored.parts;
        Ok(())
    }
}
