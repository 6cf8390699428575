use super::{Proven, Refusal, SignedReceipt, Statement, bytes, hex};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use std::fmt;
use std::str::FromStr;

/// The secret with which an installation signs its receipts (khóa ký biên nhận): Ed25519.
#[derive(Clone)]
pub struct ReceiptKey(SigningKey);

/// What proves them, for everybody (khóa công khai): 32 bytes, written as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

/// Digits that are no public key (khóa không đọc được).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicKeyError;

impl ReceiptKey {
    /// The key of a seed of 32 random bytes.
    pub fn new(seed: [u8; 32]) -> ReceiptKey {
        ReceiptKey(SigningKey::from_bytes(&seed))
    }

    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// Signs a statement; the same statement always gets the same signature.
    pub fn sign(&self, statement: Statement) -> SignedReceipt {
        let signature = self.0.sign(statement.text().as_bytes()).to_bytes();
        SignedReceipt { statement, signature }
    }
}

impl PublicKey {
    /// Gives the statement where every word of it was signed by the holder of the secret.
    pub fn prove(&self, receipt: SignedReceipt) -> Result<Proven, Refusal> {
        let signature = Signature::from_bytes(&receipt.signature);
        let text = receipt.statement.text();
        match self.0.verify_strict(text.as_bytes(), &signature) {
            Ok(()) => Ok(Proven(receipt.statement)),
            Err(_) => Err(Refusal::Changed),
        }
    }
}

impl FromStr for PublicKey {
    type Err = PublicKeyError;

    fn from_str(text: &str) -> Result<PublicKey, PublicKeyError> {
        let bytes = bytes(text.trim()).ok_or(PublicKeyError)?;
        VerifyingKey::from_bytes(&bytes).map(PublicKey).map_err(|_| PublicKeyError)
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(self.0.as_bytes()))
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({self})")
    }
}

/// Says nothing of the secret.
impl fmt::Debug for ReceiptKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReceiptKey({})", self.public())
    }
}
