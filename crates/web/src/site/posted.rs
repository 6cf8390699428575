use super::{Site, Trouble, Visitor};
use app::{Ending, Refused};
use axum::body::{Body, HttpBody, to_bytes};
use axum::extract::{FromRequest, FromRequestParts, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use sha2::{Digest, Sha256};
use std::future::poll_fn;
use std::pin::Pin;
use std::str::FromStr;

/// A form that was sent, already proved to come from a page of ours.
pub struct Posted {
    fields: Vec<(String, String)>,
    pub upload: Option<Upload>,
    /// Hash of path and content.
    hash: [u8; 32],
}

/// A file that came with a form.
#[derive(Clone, Debug)]
pub struct Upload {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The longest form without a file: a section of the greatest length, percent-encoded.
const FORM_BYTES_MAX: usize = 4 * 1024 * 1024;
/// The longest file that is taken.
pub const FILE_BYTES_MAX: usize = 50 * 1024 * 1024;
/// What comes around a file: its name, and the other fields.
pub const HEADS_BYTES_MAX: usize = 64 * 1024;
/// How much of a form that is refused is listened to.
const LET_GO_BYTES_MAX: usize = 512 * 1024 * 1024;

impl Posted {
    /// The value of a field; empty where it is not there.
    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// Whether the form had the field at all.
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(key, _)| key == name)
    }

    /// Every value of a field, in order.
    pub fn all<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p str> {
        self.fields.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Every field with its value, in order.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// A field read as a value; `None` where it is not there or reads as none.
    pub fn parse<T: FromStr>(&self, name: &str) -> Option<T> {
        self.get(name).trim().parse().ok()
    }

    /// The key of the act the form asks for: the same form sent twice is one act.
    pub fn key(&self) -> String {
        app::hex(&self.hash)
    }
}

impl FromRequest<Site> for Posted {
    type Rejection = Trouble;

    async fn from_request(request: Request, site: &Site) -> Result<Posted, Trouble> {
        let (mut parts, body) = request.into_parts();
        let Ok(visitor) = Visitor::from_request_parts(&mut parts, site).await;
        let kind = parts.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let multipart = kind.is_some_and(|kind| kind.starts_with("multipart/form-data"));
        let path = parts.uri.path().to_owned();
        let most = if multipart { FILE_BYTES_MAX + HEADS_BYTES_MAX } else { FORM_BYTES_MAX };
        let declared = body.size_hint().lower();
        let read = if declared > u64::try_from(most).unwrap_or(u64::MAX) {
            let_go(body).await;
            None
        } else if multipart {
            read_multipart(Request::from_parts(parts, body), site).await
        } else {
            let bytes = to_bytes(body, FORM_BYTES_MAX).await.ok();
            bytes.map(|bytes| (decode(&bytes), None))
        };
        let too_large = match multipart {
            true => Refused::Campaign(domain::campaign::Refusal::FileTooLarge),
            false => Refused::Submission(domain::submission::Refusal::TextTooLong),
        };
        // A form too large or broken off is refused as a whole; nothing of it was taken.
        let (fields, upload) = read.ok_or_else(|| visitor.trouble(Ending::Refused(too_large)))?;
        let posted = Posted { hash: hash(&path, &fields, upload.as_ref()), fields, upload };
        if !visitor.has_secret() || posted.get("csrf") != visitor.csrf() {
            return Err(visitor.trouble(Ending::Forbidden));
        }
        Ok(posted)
    }
}

/// Reads what is sent and keeps nothing of it: a browser hears why only once it was let finish.
async fn let_go(mut body: Body) {
    let mut left = LET_GO_BYTES_MAX;
    while let Some(Ok(frame)) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
        let bytes = frame.into_data().map_or(0, |data| data.len());
        let Some(rest) = left.checked_sub(bytes) else { return };
        left = rest;
    }
}

type Read = (Vec<(String, String)>, Option<Upload>);

async fn read_multipart(request: Request, site: &Site) -> Option<Read> {
    let mut parts = Multipart::from_request(request, site).await.ok()?;
    let (mut fields, mut upload) = (Vec::new(), None);
    while let Some(part) = parts.next_field().await.ok()? {
        let name = part.name().unwrap_or_default().to_owned();
        let file = part.file_name().map(str::to_owned);
        let bytes = part.bytes().await.ok()?;
        match file {
            Some(file) if !file.is_empty() => {
                upload = Some(Upload { name: file, bytes: bytes.to_vec() });
            }
            Some(_) => {}
            None => fields.push((name, String::from_utf8_lossy(&bytes).into_owned())),
        }
    }
    Some((fields, upload))
}

fn hash(path: &str, fields: &[(String, String)], upload: Option<&Upload>) -> [u8; 32] {
    let mut hash = Sha256::new().chain_update(path);
    for (key, value) in fields {
        for text in [key, value] {
            hash.update((text.len() as u64).to_be_bytes());
            hash.update(text);
        }
    }
    if let Some(upload) = upload {
        hash.update(&upload.bytes);
    }
    hash.finalize().into()
}

/// `a=1&b=%C4%91` as fields. What is no UTF-8 is replaced, never refused.
fn decode(bytes: &[u8]) -> Vec<(String, String)> {
    bytes
        .split(|byte| *byte == b'&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let at = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
            let value = pair.get(at + 1..).unwrap_or_default();
            (decode_part(&pair[..at]), decode_part(value))
        })
        .collect()
}

fn decode_part(part: &[u8]) -> String {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.iter().copied();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => {
                let digits = [rest.next().unwrap_or(0), rest.next().unwrap_or(0)];
                let text = std::str::from_utf8(&digits).unwrap_or_default();
                bytes.push(u8::from_str_radix(text, 16).unwrap_or(b'?'));
            }
            byte => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_decoded() {
        let table = [
            ("a=1&b=2", vec![("a", "1"), ("b", "2")]),
            ("t=m%E1%BB%A5c+1%0D%0Ahai", vec![("t", "mục 1\r\nhai")]),
            ("a&b=", vec![("a", ""), ("b", "")]),
            ("a=%ZZ%E", vec![("a", "??")]),
            ("", vec![]),
        ];
        for (text, expected) in table {
            let fields = decode(text.as_bytes());
            let fields: Vec<(&str, &str)> =
                fields.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
            assert_eq!(fields, expected, "{text}");
        }
    }

    #[test]
    fn another_form_is_another_act() {
        let field = |k: &str, v: &str| (k.to_owned(), v.to_owned());
        let one = hash("/a", &[field("ab", "c")], None);
        assert_eq!(one, hash("/a", &[field("ab", "c")], None));
        assert_ne!(one, hash("/a", &[field("a", "bc")], None));
        assert_ne!(one, hash("/b", &[field("ab", "c")], None));
    }
}
