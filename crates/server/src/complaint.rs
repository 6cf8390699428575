use app::{Ending, StartError};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use words::{Lang, say};

/// Why a command could not do its work: one line, and what to do.
#[derive(Debug)]
pub enum Complaint {
    PortTaken {
        port: u16,
    },
    FolderUnwritable {
        folder: String,
    },
    NewerSchema {
        found: i64,
    },
    Unreachable {
        why: String,
    },
    Broken {
        why: String,
    },
    /// The file of the secret that signs receipts is not one; another would prove no old receipt.
    ReceiptKeyDamaged {
        file: String,
    },
    /// Verified, and found wrong; what was found has been said.
    Differs,
}

impl Complaint {
    pub fn unwritable(folder: &Path) -> Complaint {
        Complaint::FolderUnwritable { folder: folder.display().to_string() }
    }

    /// Says the line on standard error and gives the code to end with.
    pub fn say(&self, lang: Lang) -> ExitCode {
        let line = match self {
            Complaint::PortTaken { port } => {
                say(lang, "cli-port-taken").with("port", port.to_string()).to_string()
            }
            Complaint::FolderUnwritable { folder } => {
                say(lang, "cli-folder-unwritable").with("folder", folder.as_str()).to_string()
            }
            Complaint::NewerSchema { found } => say(lang, "cli-schema-newer")
                .with("found", *found)
                .with("known", app::SCHEMA)
                .to_string(),
            Complaint::Unreachable { why } => {
                say(lang, "cli-database-unreachable").with("why", why.as_str()).to_string()
            }
            Complaint::Broken { why } => {
                say(lang, "cli-broken").with("why", why.as_str()).to_string()
            }
            Complaint::ReceiptKeyDamaged { file } => {
                say(lang, "cli-receipt-key-damaged").with("file", file.as_str()).to_string()
            }
            Complaint::Differs => return ExitCode::FAILURE,
        };
        complain(&line);
        ExitCode::FAILURE
    }
}

/// One line on standard error. Whoever listens may have gone; that is no reason to stop.
pub fn complain(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// One line on standard output, likewise.
pub fn tell(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

impl From<StartError> for Complaint {
    fn from(error: StartError) -> Complaint {
        match error {
            StartError::NewerSchema(found) => Complaint::NewerSchema { found },
            StartError::Unreachable(why) | StartError::Address(why) => {
                Complaint::Unreachable { why }
            }
            StartError::Database(why) => Complaint::Broken { why },
        }
    }
}

impl From<Ending> for Complaint {
    fn from(ending: Ending) -> Complaint {
        Complaint::Broken { why: ending.to_string() }
    }
}

impl From<std::io::Error> for Complaint {
    fn from(error: std::io::Error) -> Complaint {
        Complaint::Broken { why: error.to_string() }
    }
}
