//! Writes every sample page and every asset into a folder, to be served and looked at:
//! `cargo run -p tongket-web --example gallery -- target/gallery`.

use std::io::Write;
use std::path::Path;
use std::{env, fs, io};
use web::{assets, gallery};
use words::Lang;

fn main() -> io::Result<()> {
    let folder = env::args().nth(1).unwrap_or_else(|| "target/gallery".to_owned());
    let folder = Path::new(&folder);
    for asset in assets::all() {
        write(&folder.join(asset.href.trim_start_matches('/')), &asset.bytes)?;
    }
    for lang in Lang::ALL {
        for sample in gallery::samples() {
            let page = sample.render(lang).map_err(io::Error::other)?;
            let name = format!("{}.{}.html", sample.name().replace('/', "."), lang.code());
            write(&folder.join(name), page.as_bytes())?;
        }
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::File::create(path)?.write_all(bytes)
}
