use domain::plan::Reading;
use domain::source::Source;
use expect_test::expect_file;
use unicode_normalization::UnicodeNormalization;

macro_rules! samples {
    ($($file:literal,)*) => {
        /// Every sample: the name of its file and its text.
        pub const SAMPLES: &[(&str, &str)] =
            &[$(($file, include_str!(concat!("../samples/", $file)))),*];
    };
}

samples! {
    "ban-thuong-vu-quang-la.txt",
    "bang-danh-muc-viec-song-cau.txt",
    "bang-phan-cong-tan-mai.txt",
    "bang-tien-do-moc-ha.md",
    "bao-cao-dong-luong.txt",
    "bo-giao-thong-cong-doan.txt",
    "bo-khoang-nghiep.txt",
    "bo-thuy-san-huong-dan.txt",
    "cdcs-phu-lam.txt",
    "chuong-trinh-hoi-nghi.txt",
    "chuong-trinh-nghi-su-lam-ha.txt",
    "cong-ty-than-khe-vang.txt",
    "cong-van-doan-thanh-nien.txt",
    "cong-van-don-doc.txt",
    "cong-van-va-ke-hoach.txt",
    "cot-lien-vinh-khe.txt",
    "don-vi-rieng.txt",
    "dong-nga.md",
    "federation-of-ba-dong.txt",
    "federation-of-hai-linh.txt",
    "federation-of-song-muc.txt",
    "guidelines-dong-hai.txt",
    "hoi-nong-dan-quang-hoa.txt",
    "hoi-phu-nu-dieu-tra.txt",
    "huong-dan-dinh-ky.txt",
    "huong-dan-hai-duong.txt",
    "huyen-uy-dak-lua.txt",
    "ke-hoach-danh-sach-thang.txt",
    "khong-dau-xa-tan-lo.txt",
    "khong-tieu-de-bac-khe.txt",
    "lay-y-kien.txt",
    "muong-xa.txt",
    "nganh-duong-thuy-bang.md",
    "nganh-hoang-giang.txt",
    "nghi-quyet-chuyen-de.txt",
    "ngoac-nhan-tam-dien.txt",
    "nguon-html-van-trinh.md",
    "nhac-gui-bao-cao.txt",
    "phan-cong-yen-sa.txt",
    "phu-luc-song-dien.txt",
    "phu-nu-long-khe.txt",
    "phuong-cau-giang-2026.txt",
    "quet-mo-cua-rao.txt",
    "quet-nhieu-dong-vach.txt",
    "quet-thanh-lam.txt",
    "quyet-dinh-ban-chi-dao.txt",
    "quyet-dinh-dieu-phan-cong.txt",
    "quyet-dinh-kem-ke-hoach.txt",
    "sai-ngay.txt",
    "so-noi-vu-hoa-an.txt",
    "song-lang.txt",
    "thac-mo.txt",
    "thang-noi-thang.txt",
    "thanh-doan-rach-ong.txt",
    "thieu-nam.txt",
    "thu-moi-va-y-kien.txt",
    "tinh-doan-cat-lam.txt",
    "tinh-uy-ba-lan.txt",
    "tinh-uy-nam-khe.txt",
    "to-trinh-lich-am.txt",
    "truong-dai-hoc-lac-hong-thuong.txt",
    "tu-co-so-len.txt",
    "ubnd-dinh-ky-phu-sa.txt",
    "ubnd-ke-hoach-tong-ket-nghi-quyet.txt",
    "ubnd-nam-son.txt",
    "viet-hoa-ha-chau.txt",
}

fn json(reading: &Reading) -> String {
    serde_json::to_string_pretty(reading).expect("a reading is plain data") + "\n"
}

/// `UPDATE_EXPECT=1 cargo test -p tongket-reader` writes the files anew; read the difference.
#[test]
fn samples_read_as_before() {
    for (name, text) in SAMPLES {
        let reading = reader::read(&Source::plain(text));
        let name = name.rsplit_once('.').map_or(*name, |(name, _)| name);
        let file = format!("{}/tests/samples/{name}.json", env!("CARGO_MANIFEST_DIR"));
        expect_file![file].assert_eq(&json(&reading));
    }
}

/// Decomposed letters and the wrong Đ change where things stand, not what is read.
#[test]
fn another_encoding_reads_the_same() {
    for (name, text) in SAMPLES {
        let other: String = text.replace('Đ', "\u{d0}").nfd().collect();
        let one = reader::read(&Source::plain(text));
        let two = reader::read(&Source::plain(&other));
        assert_eq!(outline(&one), outline(&two), "{name}");
    }
}

fn outline(reading: &Reading) -> Vec<String> {
    let mut lines = Vec::new();
    for document in &reading.documents {
        lines.push(format!("{:?} {:?} {}", document.kind, document.letterhead, document.title));
        lines.extend(document.basis.iter().map(|b| format!("{:?} {:?}", b.number, b.date)));
        let dates = document.dates.iter();
        lines.extend(dates.map(|d| format!("{:?} {} {:?} {:?}", d.who, d.what, d.start, d.end)));
        lines.extend(document.duties.iter().map(|d| format!("{}: {}", d.who, d.what)));
        lines.extend(document.report_to.iter().map(|d| format!("{} {:?}", d.to, d.via)));
        lines.extend(document.recipients.iter().map(|r| format!("{} {:?}", r.name, r.purpose)));
    }
    lines
}
