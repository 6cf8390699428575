use crate::cli::Options;
use crate::clock::dice;
use crate::complaint::{Complaint, complain, tell};
use domain::receipt::{PublicKey, ReceiptKey, SignedReceipt};
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use words::{Lang, say};

/// The secret of receipts, in the folder of the data.
const KEY_FILE: &str = "receipt.key";

/// The key with which receipts are signed; made at the first start, for its owner's eyes only. Several
/// servers on one database share the file.
pub fn key(folder: &Path) -> Result<ReceiptKey, Complaint> {
    let path = folder.join(KEY_FILE);
    match fs::read(&path) {
        Ok(seed) => match seed.try_into() {
            Ok(seed) => Ok(ReceiptKey::new(seed)),
            Err(_) => Err(Complaint::ReceiptKeyDamaged { file: path.display().to_string() }),
        },
        Err(error) if error.kind() == ErrorKind::NotFound => make(&path),
        Err(error) => Err(error.into()),
    }
}

/// Prints the public key.
pub fn print_key(options: &Options) -> Result<(), Complaint> {
    tell(&key(&options.folder("data"))?.public().to_string());
    Ok(())
}

/// Proves a receipt by a public key, without a database.
pub fn verify(file: &Path, public: &PublicKey, lang: Lang) -> Result<(), Complaint> {
    let text = fs::read_to_string(file)?;
    match text.parse::<SignedReceipt>().and_then(|receipt| public.prove(receipt)) {
        Ok(proven) => {
            tell(proven.statement().text().trim_end());
            tell(&say(lang, "cli-receipt-holds").to_string());
            Ok(())
        }
        Err(refusal) => {
            complain(&say(lang, refusal.key()).to_string());
            Err(Complaint::Differs)
        }
    }
}

/// Written whole under another name first: a start that was cut short leaves no half of a key.
fn make(path: &Path) -> Result<ReceiptKey, Complaint> {
    let seed = dice().throw();
    let new = path.with_extension("new");
    let mut file =
        OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&new)?;
    file.write_all(&seed)?;
    file.sync_all()?;
    fs::rename(&new, path)?;
    Ok(ReceiptKey::new(seed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_key_is_made_once_and_kept_for_its_owner() {
        let folder = std::env::temp_dir().join(format!("tongket-key-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let first = key(&folder).expect("makes one").public();
        assert_eq!(key(&folder).expect("finds it").public(), first);
        let path = folder.join(KEY_FILE);
        let mode = fs::metadata(&path).expect("is there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        fs::write(&path, b"short").expect("writes");
        assert!(matches!(key(&folder), Err(Complaint::ReceiptKeyDamaged { .. })));
        fs::remove_dir_all(&folder).expect("removes the folder");
    }
}
