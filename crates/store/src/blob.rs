//! Files by their content: `ab/cd/<SHA-256>`, written once, never over.

use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The folder in which uploads lie.
#[derive(Clone, Debug)]
pub struct Blobs {
    root: PathBuf,
}

impl Blobs {
    pub fn new(root: PathBuf) -> Blobs {
        Blobs { root }
    }

    /// Keeps `bytes` and gives their hash. Durable when it returns; the same bytes again are free.
    pub fn put(&self, bytes: &[u8]) -> io::Result<[u8; 32]> {
        let hash: [u8; 32] = Sha256::digest(bytes).into();
        let path = self.path(&hash);
        if path.exists() {
            return Ok(hash);
        }
        let folder = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let part = path.with_extension(format!("{}.part", std::process::id()));
        let mut file = File::create(&part)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&part, &path)?;
        File::open(folder)?.sync_all()?;
        Ok(hash)
    }

    /// The bytes under `hash`.
    pub fn get(&self, hash: &[u8; 32]) -> io::Result<Vec<u8>> {
        fs::read(self.path(hash))
    }

    fn path(&self, hash: &[u8; 32]) -> PathBuf {
        let name = hex(hash);
        self.root.join(&name[..2]).join(&name[2..4]).join(&name)
    }
}

/// Bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
