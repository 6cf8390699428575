use crate::visit::Visit;
use axum::body::{Body, Bytes, HttpBody};
use http_body::{Frame, SizeHint};
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};
use testkit::{World, on_both};

const CHUNK: &[u8] = &[0; 65_536];

/// So many bytes that are nowhere at once, and how many of them were asked for.
struct Zeros {
    left: u64,
    taken: Arc<AtomicU64>,
}

impl HttpBody for Zeros {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if self.left == 0 {
            return Poll::Ready(None);
        }
        let chunk = self.left.min(65_536);
        self.left -= chunk;
        self.taken.fetch_add(chunk, Ordering::Relaxed);
        let bytes = Bytes::from_static(CHUNK).slice(..usize::try_from(chunk).expect("a chunk"));
        Poll::Ready(Some(Ok(Frame::data(bytes))))
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}

#[test]
fn a_file_too_large_is_let_go_and_refused_with_words() {
    on_both("large", async |world: World| {
        let id = sample::prepare_campaign(&world.app).await.expect("prepares");
        let mut visit = Visit::signed_in(&world, "btc").await;
        for page in ["/plans".to_owned(), format!("/campaigns/{id}/library/new")] {
            let taken = Arc::new(AtomicU64::new(0));
            let left = 200 * 1024 * 1024;
            let body = Body::new(Zeros { left, taken: Arc::clone(&taken) });
            let refused = visit.post_body(&page, body).await;
            assert_eq!(refused.status, 422, "{page}");
            assert!(refused.body.contains("Tệp lớn hơn 50 MB"), "{}", refused.body);
            assert_eq!(taken.load(Ordering::Relaxed), left, "or the browser never hears of it");
        }
    });
}

#[test]
fn a_title_too_long_is_refused_and_stays() {
    on_both("long_title", async |world: World| {
        let mut visit = Visit::signed_in(&world, "btc").await;
        visit.get("/campaigns/new").await;
        for (length, status) in [(600, 303), (601, 422), (300_000, 422)] {
            let title = "ă".repeat(length);
            let fields = [("title", title.as_str()), ("origin", "nothing")];
            let page = visit.post("/campaigns/new", &fields).await;
            assert_eq!(page.status, status, "{length}");
            if status == 422 {
                assert!(page.body.contains("Tên quá dài") && page.body.contains(&title));
            }
        }
    });
}
