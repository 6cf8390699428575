use crate::cli::Options;
use crate::complaint::Complaint;
use crate::serve::open;
use std::io::{BufWriter, Write};

/// Prints the whole chain of events, a line of JSON each.
pub fn export(options: &Options) -> Result<(), Complaint> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    tokio::runtime::Runtime::new()?.block_on(async {
        let app = open(options, &options.folder("data")).await?;
        app::audit::export(&app, |line| writeln!(out, "{line}").map_err(Complaint::from)).await
    })?;
    Ok(out.flush()?)
}
