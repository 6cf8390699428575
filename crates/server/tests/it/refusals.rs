use super::{folder, office, read, skipped};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::io::Write as _;

/// A page that unpacks to more memory than a child may have.
fn swelling() -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    for _ in 0..700 {
        packed.write_all(&[b' '; 1 << 20]).expect("memory takes every write");
    }
    let packed = packed.finish().expect("memory takes every write");
    let mut file = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n\
        2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n\
        3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>\nendobj\n"
        .to_vec();
    write!(file, "4 0 obj\n<</Filter/FlateDecode/Length {}>>stream\n", packed.len())
        .expect("memory takes every write");
    [&file[..], &packed, b"\nendstream\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF"].concat()
}

#[test]
fn a_file_that_ends_its_reader_is_one_refusal() {
    let folder = folder("refusals");
    let files = [
        ("nang.pdf", swelling(), "Tệp lỗi"),
        ("hong.pdf", b"%PDF-1.7".to_vec(), "PDF bị hỏng"),
        ("anh.docx", b"\x89PNG\r\n\x1a\n".to_vec(), "Đây là ảnh"),
        ("cu.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "Lưu thành .docx"),
        ("trong.txt", Vec::new(), "không có nội dung"),
    ];
    let good = folder.join("tot.txt");
    std::fs::write(&good, "KẾ HOẠCH\nTổng kết").expect("a file can be written");
    for (name, bytes, why) in files {
        let bad = folder.join(name);
        std::fs::write(&bad, bytes).expect("a file can be written");
        let output = read(&["--text"], &[bad, good.clone()]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains(name) && said.contains(why), "{name}: {said}");
        assert_eq!((output.status.code(), said.lines().count()), (Some(2), 1), "{name}");
        assert!(String::from_utf8_lossy(&output.stdout).contains("Tổng kết"), "{name}");
    }
    std::fs::remove_dir_all(folder).expect("a folder can be removed");
}

#[test]
fn a_locked_pdf_is_refused() {
    if !office::is_there() {
        return skipped("LibreOffice is not there, so a locked PDF was not tried");
    }
    let folder = folder("locked");
    let text = folder.join("khoa.txt");
    std::fs::write(&text, "KẾ HOẠCH").expect("a file can be written");
    let locked = office::convert(&[text], office::TEXT, office::LOCKED_PDF, &folder);
    let output = read(&["--text"], &locked);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.stdout.is_empty() && said.contains("có mật khẩu"), "{said}");
    std::fs::remove_dir_all(folder).expect("a folder can be removed");
}
