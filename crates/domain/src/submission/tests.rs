use super::*;
use crate::id::Chance;
use jiff::Timestamp;
use proptest::prelude::*;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).expect("in range")
}

#[test]
fn every_step_from_every_stage() {
    let stages = [
        Stage::Drafting,
        Stage::Submitted { version: 2, at: at(1) },
        Stage::Returned { version: 2, at: at(1) },
        Stage::Received { version: 2, at: at(1) },
    ];
    let now = at(9);
    let sent = |version| Ok(Stage::Submitted { version, at: now });
    let submits = [sent(1), Err(Refusal::AlreadySubmitted), sent(3), Err(Refusal::AlreadyReceived)];
    let reviewed = [
        Err(Refusal::NotSubmitted),
        Ok(()),
        Err(Refusal::NotSubmitted),
        Err(Refusal::AlreadyReceived),
    ];
    for ((stage, submitted), reviewed) in stages.into_iter().zip(submits).zip(reviewed) {
        assert_eq!(stage.submit(now), submitted, "{stage:?}");
        assert_eq!(
            stage.return_(2, now),
            reviewed.map(|()| Stage::Returned { version: 2, at: now }),
            "{stage:?}"
        );
        assert_eq!(
            stage.receive(2, now),
            reviewed.map(|()| Stage::Received { version: 2, at: now }),
            "{stage:?}"
        );
        let facts = stage.version().map(|v| (v, at(1)));
        assert_eq!(Stage::restore(stage.name(), facts), Some(stage));
        assert_eq!(StageName::parse(stage.name().name()), Some(stage.name()));
    }
    assert_eq!(stages[1].receive(1, now), Err(Refusal::VersionPassed));
    assert_eq!(Stage::restore(StageName::Received, None), None);
}

#[test]
fn a_reason_has_words() {
    let long = "ă".repeat(REASON_LENGTH_MAX + 1);
    let table = [
        ("  ", Err(Refusal::ReasonMissing)),
        ("\u{200b}\n", Err(Refusal::ReasonMissing)),
        (" Thiếu số nữ ", Ok("Thiếu số nữ")),
        (&long, Err(Refusal::ReasonTooLong)),
    ];
    for (raw, expected) in table {
        let parsed = ReturnReason::parse(Place::Whole, raw);
        assert_eq!(parsed.as_ref().map(ReturnReason::text).map_err(|r| *r), expected, "{raw:.20}");
    }
}

proptest! {
    #[test]
    fn content_reads_back(texts in prop::collection::vec(".{0,40}", 0..5), packs in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 0..3), sums in prop::option::of(any::<(i64, u32, u32, [u8; 32])>())) {
        let mut chance = Chance::new([1; 32]);
        let content = Content {
            sections: texts.into_iter().map(|text| SectionText { section: chance.id(), text }).collect(),
            segments: packs.into_iter().map(|packed| (chance.id(), packed)).collect(),
            sums: sums.map(|(position, heard, of, digest)| {
                PinnedSums { campaign: Chance::new([2; 32]).id(), position, heard, of, digest }
            }),
        };
        let bytes = content.canonical();
        prop_assert_eq!(Content::parse(&bytes), Ok(content));
        for cut in 0..bytes.len() {
            prop_assert_eq!(Content::parse(&bytes[..cut]), Err(ContentError));
        }
    }

    #[test]
    fn other_bytes_are_refused_in_peace(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = Content::parse(&bytes);
    }
}
