use super::walk::{Ends, walk};
use crate::App;
use crate::ending::Ending;
use serde_json::json;
use store::blob::hex;
use store::event::Link;

/// Tells the whole chain (xuất nhật ký), a line of JSON at a time: which installation it is of, every
/// event with the head it made, the end. `docs/verify-audit.py` proves it without this program.
///
/// Events that come while it runs are left to the next export.
pub async fn export<E: From<Ending>>(
    app: &App,
    mut tell: impl FnMut(String) -> Result<(), E>,
) -> Result<(), E> {
    let (installation, end) = app.backend.read(Ends).await?;
    tell(json!({ "format": "tongket-audit/1", "installation": installation }).to_string())?;
    walk(app, end.position, |link| tell(line(link))).await?;
    tell(json!({ "position": end.position, "head": hex(&end.hash) }).to_string())
}

fn line(link: &Link) -> String {
    json!({
        "position": link.position,
        "id": link.id,
        "at": link.at.as_millisecond(),
        "kind": link.kind,
        "seat": link.seat,
        "body": link.body,
        "campaign": link.campaign,
        "facts": link.facts,
        "head": hex(&link.head),
    })
    .to_string()
}
