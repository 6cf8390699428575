use super::*;
use proptest::prelude::*;

fn key() -> ReceiptKey {
    ReceiptKey::new([7; 32])
}

fn statement() -> Statement {
    Statement {
        installation: Uuid::from_u128(1),
        campaign: CampaignId(Uuid::from_u128(2)),
        title: "Tổng kết 05 năm  chăm lo\nbữa ăn ca".to_owned(),
        unit: BodyId(Uuid::from_u128(3)),
        name: "CĐCS Công ty May Bình Minh".to_owned(),
        version: 2,
        code: "7K2M-0QXD".to_owned(),
        content: [0x9f; 32],
        received_at: Timestamp::from_millisecond(1_720_000_000_123).expect("an instant"),
        days_late: 0,
        leaf: [0x04; 32],
        anchor: Anchor { position: 1204, head: [0xc1; 32] },
    }
}

fn signed() -> SignedReceipt {
    key().sign(statement())
}

fn prove(text: &str) -> Result<(), Refusal> {
    key().public().prove(text.parse()?).map(|_| ())
}

#[test]
fn a_receipt_is_text_that_a_person_can_read() {
    expect_test::expect![[r#"
        tongket-receipt/1
        installation 00000000000000000000000000000001
        campaign 00000000000000000000000000000002
        title Tổng kết 05 năm chăm lo bữa ăn ca
        unit 00000000000000000000000000000003
        name CĐCS Công ty May Bình Minh
        version 2
        code 7K2M-0QXD
        content 9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f
        received 1720000000123
        days-late 0
        leaf 0404040404040404040404040404040404040404040404040404040404040404
        anchor 1204:c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1c1
        signature 19810b6bb5960b25dfa8f5e8ebf13a4391aa611a8ff673b0c562d0efd8417a200f2cde5d46a296d9516c345662a83610e25e7e4cb8bb8bad1ff3c38e60e65101
    "#]]
    .assert_eq(&signed().text());
}

#[test]
fn a_receipt_survives_the_way_it_goes() {
    let text = signed().text();
    for (what, came) in [
        ("as it was", text.clone()),
        ("from a mail", text.replace('\n', "\r\n")),
        ("with space around", format!("\n\n  {}  \n", text.replace('\n', "  \n"))),
    ] {
        assert_eq!(prove(&came), Ok(()), "{what}");
    }
}

#[test]
fn what_is_no_receipt_is_said_to_be_none() {
    let text = signed().text();
    let without = |line: usize| {
        let kept = text.lines().enumerate().filter(|(at, _)| *at != line);
        kept.map(|(_, words)| words).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(prove(""), Err(Refusal::NoReceipt));
    assert_eq!(prove("Kính gửi đồng chí"), Err(Refusal::NoReceipt));
    for line in 0..text.lines().count() {
        assert_eq!(prove(&without(line)), Err(Refusal::NoReceipt), "line {line}");
    }
    assert_eq!(prove(&format!("{text}{text}")), Err(Refusal::Changed), "two in one");
}

#[test]
fn another_key_proves_nothing() {
    let stranger = ReceiptKey::new([8; 32]).public();
    assert_eq!(stranger.prove(signed()), Err(Refusal::Changed));
    let written = key().public().to_string();
    assert_eq!(written.parse(), Ok(key().public()));
    for wrong in ["", "12", &"z".repeat(64)] {
        assert_eq!(wrong.parse::<PublicKey>(), Err(PublicKeyError), "{wrong:?}");
    }
}

#[test]
fn no_single_byte_can_be_changed() {
    let text = signed().text().into_bytes();
    for at in 0..text.len() {
        let mut changed = text.clone();
        changed[at] ^= 1;
        let Ok(changed) = String::from_utf8(changed) else { continue };
        // A line's end may come in several ways; nothing else may.
        if text[at] != b'\n' {
            assert!(prove(&changed).is_err(), "byte {at} of\n{changed}");
        }
    }
}

#[test]
fn the_secret_is_not_told() {
    let told = format!("{:?}", key());
    assert!(!told.contains(&hex(&[7; 32])), "{told}");
}

proptest! {
    #[test]
    fn what_was_signed_reads_back(
        name in "\\PC{0,40}",
        title in "[\\PC\n\r\t]{0,60}",
        version in any::<i64>(),
        days_late in any::<i64>(),
        content in any::<[u8; 32]>(),
        position in any::<i64>(),
    ) {
        let anchor = Anchor { position, head: content };
        let statement = Statement { name, title, version, days_late, content, anchor, ..statement() };
        let text = key().sign(statement).text();
        prop_assert_eq!(prove(&text), Ok(()), "{}", text);
    }
}
