//! Prints what the reader understands of a text file, as JSON: `cargo run --example read FILE`.

use std::io::Write;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).ok_or("which file?")?;
    let source = domain::source::Source::plain(&std::fs::read_to_string(file)?);
    let json = serde_json::to_string_pretty(&reader::read(&source))?;
    writeln!(std::io::stdout(), "{json}")?;
    Ok(())
}
