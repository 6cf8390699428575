use app::App;
use domain::document::Document;
use domain::receipt::ReceiptKey;
use domain::source::Source;

/// Everything a handler may use. Parsers and renderers come in as plain functions, so that pages
/// know nothing of their crates.
#[derive(Clone)]
pub struct Site {
    pub app: App,
    /// Reads an uploaded file by name and bytes, and takes its time; the error is the key of its
    /// sentence.
    pub read_file: fn(&str, &[u8]) -> Result<Source, &'static str>,
    /// Reads the rows of an uploaded table, and takes its time; the error is the key of its
    /// sentence.
    pub read_sheet: ReadSheet,
    /// Writes rows as a workbook with one sheet of that name.
    pub write_xlsx: WriteWorkbook,
    pub write_csv: fn(&[Vec<String>]) -> Vec<u8>,
    pub docx: fn(&Document) -> Result<Vec<u8>, String>,
    pub pdf: fn(&Document) -> Result<Vec<u8>, String>,
    /// Signs what a unit keeps in hand.
    pub receipt_key: ReceiptKey,
    pub transport: Transport,
    pub gallery: Gallery,
}

/// Rows of cells from bytes, or the key of why there are none.
pub type ReadSheet = fn(&[u8]) -> Result<Vec<Vec<String>>, &'static str>;
/// Bytes from the name of a sheet and its rows.
pub type WriteWorkbook = fn(&str, &[Vec<String>]) -> Result<Vec<u8>, String>;

/// How visitors reach the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    /// By https, at a proxy or here: cookies are marked so.
    Secure,
    /// By http, on the own machine.
    Plain,
}

/// Whether the samples of all pages can be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gallery {
    Shown,
    Hidden,
}
