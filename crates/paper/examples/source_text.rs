//! Prints what a file says, block by block: `source_text FILE`.

use std::error::Error;
use std::io::Write as _;

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args().nth(1).ok_or("say which file to read")?;
    let source = paper::source(&file, &std::fs::read(&file)?);
    let source = source.map_err(|why| why.key())?;
    let mut out = std::io::stdout().lock();
    for block in &source.blocks {
        let words = source.words(block.span).replace('\n', "⏎");
        writeln!(out, "{:?} {:?} {words}", block.kind, block.look)?;
    }
    writeln!(out, "{:?}", source.notes)?;
    Ok(())
}
