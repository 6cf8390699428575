use crate::campaign::send;
use crate::library::link;
use crate::visit::{RECEIPT_SEED, Visit};
use domain::receipt::{ReceiptKey, SignedReceipt, Statement};
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicU64, Ordering};
use testkit::{World, on_both};

/// Somebody whose report was sent, and the receipt as a file.
async fn with_receipt(world: &World) -> (Visit, String) {
    let campaign = sample::run_campaign(&world.app).await.expect("runs");
    let mut unit = Visit::signed_in(world, "vk03").await;
    let page = unit.get(&format!("/work/{campaign}/receipt")).await;
    assert!(page.body.contains("Mã QR của biên nhận"), "{}", page.body);
    let file = unit.get(&link(&page, "Tải biên nhận")).await;
    assert_eq!(file.status, 200);
    (unit, file.body)
}

/// The same receipt as it would be had something else been stated, signed by the very same key.
fn stated_otherwise(text: &str, change: impl FnOnce(Statement) -> Statement) -> String {
    let receipt: SignedReceipt = text.parse().expect("a receipt");
    ReceiptKey::new(RECEIPT_SEED).sign(change(receipt.statement)).text()
}

#[test]
fn a_receipt_proves_itself_and_what_is_kept() {
    on_both("receipt", async |world: World| {
        let (mut unit, text) = with_receipt(&world).await;
        assert_eq!(prove(&text), Ok(()));
        let here = send(&mut unit, "/receipts", &[("text", &text)]).await;
        assert!(here.body.contains("báo cáo đang được lưu"), "{}", here.body);
        for (from, to) in [("days-late 0", "days-late 1"), ("version 1", "version 2")] {
            let changed = text.replace(from, to);
            assert_ne!(changed, text);
            assert!(prove(&changed).is_err(), "{to} goes unnoticed by others");
            let refused = send(&mut unit, "/receipts", &[("text", &changed)]).await;
            assert_eq!(refused.status, 422);
            assert!(refused.body.contains("không còn nguyên vẹn"), "{}", refused.body);
            assert!(refused.body.contains(to), "what was pasted stays");
        }
        let nothing = send(&mut unit, "/receipts", &[("text", "Kính gửi")]).await;
        assert_eq!(nothing.status, 422);
        assert!(nothing.body.contains("không phải biên nhận"), "{}", nothing.body);
    });
}

#[test]
fn a_receipt_names_the_report_that_data_restored_from_before_it_lacks() {
    on_both("restored", async |world: World| {
        let (mut unit, text) = with_receipt(&world).await;
        let later = stated_otherwise(&text, |stated| Statement { version: 2, ..stated });
        let changed = stated_otherwise(&text, |stated| Statement { content: [1; 32], ..stated });
        for lacking in [later, changed] {
            assert_eq!(prove(&lacking), Ok(()));
            let missing = send(&mut unit, "/receipts", &[("text", &lacking)]).await;
            assert_eq!(missing.status, 200);
            assert!(missing.body.contains("báo cáo không có ở đây"), "{}", missing.body);
        }
    });
}

/// Proves a receipt by the script that knows nothing of the program.
fn prove(text: &str) -> Result<(), String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/verify-receipt.py");
    static FILES: AtomicU64 = AtomicU64::new(0);
    let name = (std::process::id(), FILES.fetch_add(1, Ordering::SeqCst));
    let file = std::env::temp_dir().join(format!("tongket-receipt-{}-{}", name.0, name.1));
    std::fs::write(&file, text).expect("a file");
    let key = ReceiptKey::new(RECEIPT_SEED).public().to_string();
    let said = Command::new("python3").arg(script).arg(key).arg(&file).output();
    let said = said.expect("python3 runs; `cargo xtask tools` installs it");
    std::fs::remove_file(&file).expect("removes the file");
    match said.status.success() {
        true => Ok(()),
        false => Err(String::from_utf8_lossy(&said.stderr).into_owned()),
    }
}
