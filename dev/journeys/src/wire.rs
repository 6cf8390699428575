//! The browser's protocol: numbered commands, their answers, and events, as JSON ended by a zero.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::process::ChildStdout;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use serde_json::{Value, json};

use crate::patience::LONG_PATIENCE;
use crate::process::Pipe;

/// The connection to one browser, shared by all its pages.
pub(crate) struct Wire {
    speak: Mutex<std::process::ChildStdin>,
    waiting: Mutex<HashMap<u64, Sender<Value>>>,
    heard: Mutex<Vec<Event>>,
    next: AtomicU64,
}

/// Something the browser told without being asked. The session is empty for the browser itself.
#[derive(Clone)]
pub(crate) struct Event {
    pub(crate) session: String,
    pub(crate) method: String,
    pub(crate) params: Value,
}

/// A place in the record of events; what came later is what an act has caused.
#[derive(Clone, Copy)]
pub(crate) struct Mark(usize);

impl Wire {
    /// Begins to listen. The listener ends when the browser does.
    pub(crate) fn connect(pipe: Pipe) -> Arc<Wire> {
        let wire = Arc::new(Wire {
            speak: Mutex::new(pipe.speak),
            waiting: Mutex::default(),
            heard: Mutex::default(),
            next: AtomicU64::new(1),
        });
        let listener = Arc::clone(&wire);
        thread::spawn(move || listener.listen(pipe.listen));
        wire
    }

    /// Sends one command and waits for its answer; an error is the browser's own sentence.
    pub(crate) fn ask(&self, session: &str, method: &str, params: Value) -> Result<Value, String> {
        let (sender, answer) = channel();
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        lock(&self.waiting).insert(number, sender);
        self.write(number, session, method, params)?;
        let mut answer = answer
            .recv_timeout(LONG_PATIENCE)
            .map_err(|_| format!("{method}: the browser does not answer"))?;
        match answer.get("error") {
            Some(error) => Err(format!("{method}: {}", error["message"])),
            None => Ok(answer["result"].take()),
        }
    }

    pub(crate) fn mark(&self) -> Mark {
        Mark(lock(&self.heard).len())
    }

    /// The events of one session since the mark, in the order they came.
    pub(crate) fn since(&self, mark: Mark, session: &str) -> Vec<Event> {
        let heard = lock(&self.heard);
        heard[mark.0..].iter().filter(|event| event.session == session).cloned().collect()
    }

    fn write(&self, number: u64, session: &str, method: &str, params: Value) -> Result<(), String> {
        let mut command = json!({ "id": number, "method": method, "params": params });
        if !session.is_empty() {
            command["sessionId"] = session.into();
        }
        let mut bytes = command.to_string().into_bytes();
        bytes.push(0);
        let mut speak = lock(&self.speak);
        speak.write_all(&bytes).map_err(|error| format!("{method}: the browser is gone: {error}"))
    }

    fn listen(&self, listen: ChildStdout) {
        for message in BufReader::new(listen).split(0) {
            let Ok(message) = message else { break };
            let Ok(message) = serde_json::from_slice::<Value>(&message) else { continue };
            match message["id"].as_u64() {
                Some(number) => self.answer(number, message),
                None => self.hear(message),
            }
        }
        // Whoever still waits is told at once that nobody will answer.
        lock(&self.waiting).clear();
    }

    fn answer(&self, number: u64, message: Value) {
        if let Some(waiting) = lock(&self.waiting).remove(&number) {
            let _ = waiting.send(message);
        }
    }

    fn hear(&self, mut message: Value) {
        let event = Event {
            session: message["sessionId"].as_str().unwrap_or_default().to_owned(),
            method: message["method"].as_str().unwrap_or_default().to_owned(),
            params: message["params"].take(),
        };
        if event.method == "Page.javascriptDialogOpening" {
            // An open dialog stops the page and with it the command that opened it.
            let number = self.next.fetch_add(1, Ordering::Relaxed);
            let accept = json!({ "accept": true });
            let _ = self.write(number, &event.session, "Page.handleJavaScriptDialog", accept);
        }
        lock(&self.heard).push(event);
    }
}

/// A panic elsewhere does not make what the lock holds wrong.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
