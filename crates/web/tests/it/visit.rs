use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_TYPE, COOKIE, IF_NONE_MATCH, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Request};
use domain::receipt::ReceiptKey;
use domain::source::Source;
use testkit::World;
use tower::ServiceExt;
use web::{Gallery, Site, Transport};

/// The secret of the receipts of every world.
pub const RECEIPT_SEED: [u8; 32] = [7; 32];

/// A visitor with cookies, who sees status, words and where an answer leads.
#[derive(Clone)]
pub struct Visit {
    router: Router,
    cookies: Vec<(String, String)>,
    csrf: String,
}

pub struct Page {
    pub status: u16,
    pub body: String,
    pub location: String,
    pub headers: HeaderMap,
}

impl Visit {
    pub fn new(world: &World) -> Visit {
        let site = Site {
            app: world.app.clone(),
            read_file: |name, bytes| match name.rsplit_once('.') {
                Some((_, "txt")) => Ok(Source::plain(&String::from_utf8_lossy(bytes))),
                _ => Err("unreadable-not-known"),
            },
            read_sheet: |bytes| {
                let text = String::from_utf8_lossy(bytes);
                let row = |line: &str| line.split(';').map(str::to_owned).collect();
                Ok(text.lines().map(row).collect())
            },
            write_xlsx: |_, rows| Ok(format!("{} rows", rows.len()).into_bytes()),
            write_csv: |rows| {
                let lines: Vec<String> = rows.iter().map(|row| row.join(";")).collect();
                lines.join("\n").into_bytes()
            },
            docx: |_| Ok(b"docx".to_vec()),
            pdf: |_| Ok(b"pdf".to_vec()),
            receipt_key: ReceiptKey::new(RECEIPT_SEED),
            transport: Transport::Plain,
            gallery: Gallery::Hidden,
        };
        Visit { router: web::router(site), cookies: Vec::new(), csrf: String::new() }
    }

    /// A visitor who has signed in as one of the demo's people.
    pub async fn signed_in(world: &World, name: &str) -> Visit {
        let mut visit = Visit::new(world);
        visit.get("/sign-in").await;
        let page = visit.post("/sign-in", &[("name", name), ("password", sample::PASSWORD)]).await;
        assert_eq!(page.status, 303, "{name}: {}", page.body);
        visit.get("/work").await;
        visit
    }

    pub async fn get(&mut self, path: &str) -> Page {
        self.send(Request::get(path), Body::empty()).await
    }

    /// Asks for what is newer than `tag`.
    pub async fn get_if_changed(&mut self, path: &str, tag: &str) -> Page {
        self.send(Request::get(path).header(IF_NONE_MATCH, format!("\"{tag}\"")), Body::empty())
            .await
    }

    /// Posts a form with the token of the page seen last.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let csrf = self.csrf.clone();
        let pairs = fields.iter().copied().chain([("csrf", csrf.as_str())]);
        let form: Vec<String> = pairs.map(|(k, v)| format!("{k}={}", encode(v))).collect();
        let kind = "application/x-www-form-urlencoded";
        self.send(Request::post(path).header(CONTENT_TYPE, kind), form.join("&").into()).await
    }

    /// Posts an empty form with another token.
    pub async fn post_as(&mut self, path: &str, csrf: &str) -> Page {
        let own = std::mem::replace(&mut self.csrf, csrf.to_owned());
        let page = self.post(path, &[]).await;
        self.csrf = own;
        page
    }

    /// Posts a form with a file.
    pub async fn upload(&mut self, path: &str, field: &str, name: &str, text: &str) -> Page {
        self.post_file(path, &[], (field, name, text)).await
    }

    /// Posts a form with further fields and a file.
    pub async fn post_file(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        (field, name, text): (&str, &str, &str),
    ) -> Page {
        let part = |head: &str, text: &str| {
            format!("--edge\r\nContent-Disposition: form-data; {head}\r\n\r\n{text}\r\n")
        };
        let fields = fields.iter().map(|(key, value)| part(&format!("name=\"{key}\""), value));
        let body = part("name=\"csrf\"", &self.csrf)
            + &fields.collect::<String>()
            + &part(&format!("name=\"{field}\"; filename=\"{name}\""), text)
            + "--edge--\r\n";
        let kind = "multipart/form-data; boundary=edge";
        self.send(Request::post(path).header(CONTENT_TYPE, kind), body.into()).await
    }

    /// Posts a form with a file as it comes along.
    pub async fn post_body(&mut self, path: &str, body: Body) -> Page {
        let kind = "multipart/form-data; boundary=edge";
        self.send(Request::post(path).header(CONTENT_TYPE, kind), body).await
    }

    async fn send(&mut self, request: axum::http::request::Builder, body: Body) -> Page {
        let cookies: Vec<String> = self.cookies.iter().map(|(k, v)| format!("{k}={v}")).collect();
        let request = request.header(COOKIE, cookies.join("; ")).body(body).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("infallible");
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(SET_COOKIE) {
            let line = cookie.to_str().expect("ascii");
            let pair = line.split(';').next().unwrap_or_default();
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            self.cookies.retain(|(known, _)| known != name);
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
        let bytes = to_bytes(body, usize::MAX).await.expect("a body");
        let body = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((_, rest)) = body.split_once("name=\"csrf\" value=\"") {
            self.csrf = rest.split('"').next().unwrap_or_default().to_owned();
        }
        let location = parts.headers.get(LOCATION).and_then(|l| l.to_str().ok());
        Page {
            status: parts.status.as_u16(),
            body,
            location: location.unwrap_or_default().to_owned(),
            headers: parts.headers,
        }
    }
}

fn encode(value: &str) -> String {
    value.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
