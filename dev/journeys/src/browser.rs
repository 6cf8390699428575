//! One browser, several people, each with cookies of their own.

use std::sync::Arc;

use serde_json::json;

use crate::page::Page;
use crate::person::Person;
use crate::process::Process;
use crate::wire::Wire;

/// A real Chromium without a window, ended when dropped.
pub struct Browser {
    wire: Arc<Wire>,
    process: Process,
}

impl Browser {
    /// Starts the Chromium that is installed.
    ///
    /// # Panics
    /// When there is none, or it does not start; with what it said.
    #[must_use]
    #[track_caller]
    pub fn start() -> Browser {
        let (process, pipe) = match Process::start() {
            Ok(started) => started,
            Err(error) => panic!("the browser does not start: {error}"),
        };
        let wire = Wire::connect(pipe);
        if let Err(reason) = wire.ask("", "Browser.getVersion", json!({})) {
            panic!("the browser does not start: {reason}\n{}", process.last_words());
        }
        Browser { wire, process }
    }

    /// A further person at a browser of their own: nothing is shared with the others.
    ///
    /// # Panics
    /// When the browser has ended.
    #[must_use]
    #[track_caller]
    pub fn person(&self) -> Page {
        match Person::at(&self.wire, &self.process.home().join("downloads")) {
            Ok(person) => Page::of(person),
            Err(reason) => panic!("no page: {reason}\n{}", self.process.last_words()),
        }
    }
}
