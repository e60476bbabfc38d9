//! Card terminals. What an operation asks of one is `domain::cash::CardTerminal`; here are those that answer.

mod simulated;

pub use simulated::SimulatedTerminal;
