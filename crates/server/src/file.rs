//! Files from outside, which are read in a child of this program.

use domain::source::Source;
use paper::Unreadable;
use paper::confine::{self, Child, Limits};
use paper::sheet::NoTable;
use std::process::ExitCode;
use std::time::Duration;

/// Longer than the child may compute, for a machine that has more to do.
const READING: Child = Child { words: &["read-one-file"], patience: Duration::from_secs(20) };

/// The source of an uploaded file; the error is the key of its sentence.
pub fn read(name: &str, bytes: &[u8]) -> Result<Source, &'static str> {
    confine::source(READING, name, bytes).map_err(|why| {
        if let Unreadable::Stopped(stop) = why {
            tracing::error!(?stop, name, bytes = bytes.len(), "reading a file was stopped");
        }
        why.key()
    })
}

/// The rows of an uploaded table; the error is the key of its sentence.
pub fn read_sheet(bytes: &[u8]) -> Result<Vec<Vec<String>>, &'static str> {
    confine::sheet(READING, bytes).map_err(|why| {
        if let NoTable::Stopped(stop) = why {
            tracing::error!(?stop, bytes = bytes.len(), "reading a table was stopped");
        }
        why.key()
    })
}

/// Says in the log what the kernel cannot close to a child.
pub fn tell_what_is_open() {
    if !confine::files_can_be_closed() {
        tracing::error!(
            "this kernel has no Landlock: uploads are read behind limits of memory, time and \
             system calls, but without the second lock on files and network"
        );
    }
}

/// This program as the child.
pub fn child() -> ExitCode {
    confine::answer(Limits::UPLOAD)
}
