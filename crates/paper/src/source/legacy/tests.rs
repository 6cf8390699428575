use super::*;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// `text` as someone would have written it in the old encoding.
fn written(encoding: Legacy, text: &str) -> String {
    let signs = |c: char| -> String {
        let known = |one: &str| encoding.convert(one) == c.to_string();
        let singles = ('\u{a1}'..='\u{fe}').map(String::from);
        let marked = |base: char| VNI_DOUBLE.iter().map(move |(mark, _)| format!("{base}{mark}"));
        let bases = "aeiouyôöAEIOUYÔÖ".chars().flat_map(marked);
        if c.is_ascii() { c.to_string() } else { bases.chain(singles).find(|s| known(s)).unwrap() }
    };
    text.chars().map(signs).collect()
}

const SAMPLE: &str = "Kế hoạch tổng kết phong trào thi đua của công đoàn các cấp; \
    những đơn vị chưa gửi báo cáo phải gửi trước ngày 5 tháng 7. Đề nghị Ban Thường vụ xem xét.";

#[test]
fn signs_are_read_as_they_were_meant() {
    let table = [
        (Legacy::Tcvn3, "KÕ ho¹ch", "Kế hoạch"),
        (Legacy::Tcvn3, "C«ng ®oµn c¬ së", "Công đoàn cơ sở"),
        (Legacy::Tcvn3, "L§L§ tØnh B×nh Minh", "LĐLĐ tỉnh Bình Minh"),
        (Legacy::Tcvn3, "tr\u{ad}íc ngµy", "trước ngày"),
        (Legacy::Tcvn3Capitals, "KÕ ho¹ch", "KẾ HOẠCH"),
        (Legacy::Vni, "Keá hoaïch", "Kế hoạch"),
        (Legacy::Vni, "KEÁ HOAÏCH", "KẾ HOẠCH"),
        (Legacy::Vni, "Coâng ñoaøn cô sôû", "Công đoàn cơ sở"),
        (Legacy::Vni, "tröôùc ngaøy, öu tieân", "trước ngày, ưu tiên"),
        (Legacy::Vni, "thò traán, kyû luaät, quyù", "thị trấn, kỷ luật, quý"),
        (Legacy::Vni, "ÑÒA CHÆ", "ĐỊA CHỈ"),
    ];
    for (encoding, text, expected) in table {
        assert_eq!(encoding.convert(text), expected, "{text}");
    }
}

#[test]
fn fonts_say_what_they_show() {
    let table = [
        (".VnTime", Some(Legacy::Tcvn3)),
        (".VnArial NarrowH", Some(Legacy::Tcvn3Capitals)),
        (".vntimeh", Some(Legacy::Tcvn3Capitals)),
        ("VNI-Times", Some(Legacy::Vni)),
        ("Times New Roman", None),
        ("VN Times", None),
    ];
    for (font, expected) in table {
        assert_eq!(of_font(font), expected, "{font}");
    }
}

#[test]
fn old_text_is_recognised_as_bytes_and_as_wrong_letters() {
    for encoding in [Legacy::Tcvn3, Legacy::Vni] {
        let text = written(encoding, SAMPLE);
        assert_ne!(text, SAMPLE);
        assert_eq!(recognise(&text), Some(encoding), "{text}");
        let bytes: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        assert_eq!(decode(&bytes), Some((SAMPLE.to_owned(), encoding)));
    }
    let windows = "Keˆ\u{301} hoa\u{323}ch".replace('ˆ', "\u{302}");
    let windows =
        encoding_rs::WINDOWS_1258.encode(&windows.replace("e\u{302}", "ê")).0.into_owned();
    assert_eq!(decode(&windows), Some(("Kế hoạch".to_owned(), Legacy::Windows1258)));
}

#[test]
fn what_is_no_old_text_stays() {
    let texts = [
        "",
        "Kế hoạch",
        "Hà Nam là nơi có nhà máy",
        "À la carte, crème brûlée, déjà vu, garçon, naïve, façade, résumé",
        "§ 1. 25 °C, 10 m², © 2024, « été »",
        "Số 12 và 13 là hai số lẻ",
    ];
    for text in texts {
        assert_eq!(recognise(text), None, "{text}");
    }
    for bytes in [&b"caf\xe9 cr\xe8me br\xfbl\xe9e"[..], b"\xff\xff\xff\xff", b"\xa9 2024"] {
        assert_eq!(decode(bytes), None, "{bytes:?}");
    }
}

#[test]
fn syllables_are_known() {
    let good = "nghiêng giếng gìn quyền khuỷu thuở ươm yêu ý ạ hoặc xoáy nghệch trường huýt đấy";
    let bad = "kạ ngìn cế òt tác̀ hổc bxà đfí";
    for (words, expected) in [(good, true), (bad, false)] {
        for word in words.split(' ') {
            let sense = syllable::sense(word);
            assert_eq!((sense.words, sense.good == 1), (1, expected), "{word}");
        }
    }
    assert_eq!(syllable::sense("LĐLĐ TLĐ").words, 0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, rng_seed: RngSeed::Fixed(7), ..Default::default() })]

    /// Words of Vietnamese in Unicode, whole or in parts, are never taken for something else.
    #[test]
    fn unicode_is_never_converted(
        words in prop::collection::vec(
            "(b|ch|đ|h|kh|l|m|nh|ph|qu|s|t|th|tr|v|x)(à|ả|ã|á|ạ|ằng|ấn|ầy|é|ề|ị|oà|óc|ộp|ới|ù|ưa|ỹ)",
            1..40,
        ),
        apart in any::<bool>(),
    ) {
        let text = words.join(" ");
        let text = if apart { text.nfd().collect() } else { text };
        prop_assert_eq!(recognise(&text), None);
    }

    /// What is written in an old encoding comes back as it was meant, or is left.
    #[test]
    fn old_words_come_back(
        words in prop::collection::vec("(b|ch|h|kh|l|m|nh|t|th|tr|v)(ảng|ấn|ầy|ế|ị|ộc|ới|ủ|ưa|ỹ)", 9..30),
        vni in any::<bool>(),
    ) {
        let encoding = if vni { Legacy::Vni } else { Legacy::Tcvn3 };
        let text = words.join(" ");
        let old = written(encoding, &text);
        if let Some(found) = recognise(&old) {
            prop_assert_eq!(found.convert(&old), text);
        }
    }
}
