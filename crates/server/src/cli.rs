use clap::{Args, Parser, Subcommand};
use domain::receipt::PublicKey;
use std::path::PathBuf;
use words::Lang;

/// Tổng Kết: interim and final reviews through a tree of trade unions, from the signed plan to the
/// one consolidated report.
#[derive(Debug, Parser)]
#[command(name = "tongket", version)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run with sample data: a little province and a campaign under way
    Demo(Options),
    /// Run on your own data
    Serve(Options),
    /// Lay the first units and people of your own down from a text file
    Install(InstallOptions),
    /// Prove the stored facts again: the chain of events, every submission
    Verify(Options),
    /// Work with the chain of events
    Audit {
        #[command(subcommand)]
        command: AuditCommand,
    },
    /// Work with receipts of what was sent
    Receipt {
        #[command(subcommand)]
        command: ReceiptCommand,
    },
    /// Work with plans
    Plan {
        #[command(subcommand)]
        command: PlanCommand,
    },
    /// What the program begins itself as, to read one file within limits
    #[command(hide = true)]
    ReadOneFile,
}

#[derive(Debug, Subcommand)]
pub enum AuditCommand {
    /// Print every event, a line of JSON each, so that others can prove the chain
    Export(Options),
}

#[derive(Debug, Subcommand)]
pub enum ReceiptCommand {
    /// Print the public key by which receipts of this installation are proved
    Key(Options),
    /// Prove a receipt by a public key, without the data
    Verify {
        file: PathBuf,
        /// The public key, in 64 hexadecimal digits
        #[arg(long, value_name = "KEY", value_parser = public_key)]
        key: PublicKey,
    },
}

#[derive(Debug, Subcommand)]
pub enum PlanCommand {
    /// Read plans and say what they ask of whom, by when
    Read {
        #[arg(required = true)]
        files: Vec<PathBuf>,
        #[command(flatten)]
        form: FormArgs,
    },
}

#[derive(Debug, Args)]
#[group(multiple = false)]
pub struct FormArgs {
    /// One JSON object per file, one line each
    #[arg(long)]
    json: bool,
    /// The extracted text instead of the reading
    #[arg(long)]
    text: bool,
}

/// In what form a reading is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Summary,
    Json,
    Text,
}

#[derive(Clone, Debug, Args)]
pub struct Options {
    /// Folder of the data; the demo has one of its own
    #[arg(long, value_name = "DIR", env = "TONGKET_DATA")]
    pub data: Option<PathBuf>,
    /// Address to listen at; others than this machine's own only behind a proxy with https
    #[arg(long, value_name = "IP", default_value_t = std::net::Ipv4Addr::LOCALHOST, env = "TONGKET_ADDRESS")]
    pub address: std::net::Ipv4Addr,
    /// Visitors come by https, through a proxy: cookies are marked so
    #[arg(long)]
    pub behind_https: bool,
    /// Port
    #[arg(long, value_name = "N", default_value_t = 7080, env = "TONGKET_PORT")]
    pub port: u16,
    /// PostgreSQL instead of the embedded database: postgres://user@host/name
    #[arg(long, value_name = "URL", env = "TONGKET_DATABASE")]
    pub database: Option<String>,
    /// For rehearsals: begin at this instant instead of now, such as 2031-03-05T08:00:00+07:00
    #[arg(long, value_name = "INSTANT")]
    pub clock: Option<jiff::Timestamp>,
    /// Show the gallery of all pages at /gallery
    #[arg(long)]
    pub gallery: bool,
}

#[derive(Clone, Debug, Args)]
pub struct InstallOptions {
    /// The tree: lines of level, unit, organ and person
    pub tree: PathBuf,
    /// A file that holds everybody's first password, 10 characters or more
    #[arg(long, value_name = "FILE")]
    pub password_file: PathBuf,
    #[command(flatten)]
    pub options: Options,
}

impl FormArgs {
    pub fn form(&self) -> Form {
        match (self.json, self.text) {
            (true, _) => Form::Json,
            (_, true) => Form::Text,
            _ => Form::Summary,
        }
    }
}

impl Options {
    /// The folder of the data: as given, else one of the user's own.
    pub fn folder(&self, name: &str) -> PathBuf {
        let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".local/share"));
        self.data.clone().unwrap_or_else(|| {
            let base = std::env::var_os("XDG_DATA_HOME").map(PathBuf::from).or_else(home);
            base.unwrap_or_else(|| PathBuf::from(".")).join("tongket").join(name)
        })
    }
}

fn public_key(typed: &str) -> Result<PublicKey, String> {
    typed.parse().map_err(|_| "a public key has 64 hexadecimal digits".to_owned())
}

/// English where the environment asks for it, Vietnamese otherwise.
pub fn lang_of_environment() -> Lang {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let chosen = set("TONGKET_LANG").unwrap_or_default();
    if chosen.starts_with("en") { Lang::En } else { Lang::Vi }
}
