use super::{SHEET, SOURCE, Stop};
use crate::sheet::NoTable;
use crate::{Unreadable, source::BYTES_MOST};
use domain::source::Source;
use std::io::{Read as _, Write as _};
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::{Condvar, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

/// How a child is begun, and how long it may take.
#[derive(Clone, Copy, Debug)]
pub struct Child {
    /// The words after the program's own name that make it [`super::answer`].
    pub words: &'static [&'static str],
    pub patience: Duration,
}

/// [`crate::source`], in a child of this program.
pub fn source(child: Child, name: &str, bytes: &[u8]) -> Result<Source, Unreadable> {
    if bytes.len() > BYTES_MOST {
        return Err(Unreadable::TooLarge);
    }
    let answer = ask(child, SOURCE, name, bytes).map_err(Unreadable::Stopped)?;
    serde_json::from_slice(&answer).unwrap_or(Err(Unreadable::Stopped(Stop::Code(0))))
}

/// [`crate::sheet::read`], in a child of this program.
pub fn sheet(child: Child, bytes: &[u8]) -> Result<Vec<Vec<String>>, NoTable> {
    if bytes.len() > BYTES_MOST {
        return Err(NoTable::TooLarge);
    }
    let answer = ask(child, SHEET, "", bytes).map_err(NoTable::Stopped)?;
    serde_json::from_slice(&answer).unwrap_or(Err(NoTable::Stopped(Stop::Code(0))))
}

/// An answer of more bytes than this is none.
const ANSWER_MOST: u64 = 256 * 1024 * 1024;

fn ask(child: Child, wanted: u8, name: &str, bytes: &[u8]) -> Result<Vec<u8>, Stop> {
    let _place = Place::take();
    // This link leads to the program that runs, also after a newer one was put in its place. The
    // child gets no environment: it has no business with passwords.
    let mut command = Command::new("/proc/self/exe");
    command.args(child.words).env_clear().stderr(Stdio::null());
    let mut process =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(|_| Stop::Start)?;
    let (input, output) = (process.stdin.take(), process.stdout.take());
    let name = name.replace('\n', " ");
    thread::scope(|scope| {
        scope.spawn(move || {
            // A child that has died reads no more; its end is seen below.
            let parts = [&[wanted], name.as_bytes(), b"\n", bytes];
            input.map(|mut pipe| parts.iter().try_for_each(|part| pipe.write_all(part)))
        });
        let (done, answered) = mpsc::channel();
        scope.spawn(move || {
            let mut answer = Vec::new();
            let read = output.map(|pipe| pipe.take(ANSWER_MOST).read_to_end(&mut answer));
            done.send((answer, read))
        });
        let answered = answered.recv_timeout(child.patience);
        // Whether or not it has answered, it has no more to say. Its end also ends both pipes.
        let _ = process.kill();
        let status = process.wait().map_err(|_| Stop::Patience)?;
        match answered {
            Ok((answer, Some(Ok(_)))) if !answer.is_empty() => Ok(answer),
            Ok(_) => Err(stop(status)),
            Err(_) => Err(Stop::Patience),
        }
    })
}

fn stop(status: ExitStatus) -> Stop {
    match (status.signal(), status.code()) {
        (Some(signal), _) => Stop::Signal(signal),
        (None, code) => Stop::Code(code.unwrap_or(0)),
    }
}

/// Leave to run a child. Few run at once, so that many uploads do not use up the machine.
struct Place;

const AT_ONCE: usize = 2;
static AT_WORK: Mutex<usize> = Mutex::new(0);
static FREED: Condvar = Condvar::new();

impl Place {
    fn take() -> Place {
        let at_work = AT_WORK.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = FREED.wait_while(at_work, |at_work| *at_work >= AT_ONCE);
        *waited.unwrap_or_else(PoisonError::into_inner) += 1;
        Place
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        *AT_WORK.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        FREED.notify_one();
    }
}
