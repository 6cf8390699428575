use super::{folder, office, reading, skipped, words};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// The five plans, which lie beside the workspace and are no part of it.
fn plans() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/plans");
    let Ok(files) = std::fs::read_dir(&folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = files.flatten().map(|file| file.path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    files
}

#[test]
fn plans_say_the_same_as_text_as_word_and_as_pdf() {
    let plans = plans();
    if plans.is_empty() || !office::is_there() {
        return skipped("the plans or LibreOffice are not there, so formats were not compared");
    }
    let folder = folder("formats");
    for to in [office::WORD, office::PDF] {
        let made = office::convert(&plans, office::TEXT, to, &folder);
        for (plan, file) in plans.iter().zip(&made) {
            let (as_text, as_file) = (words(plan), words(file));
            let differ = as_text.iter().zip(&as_file).find(|(one, other)| one != other);
            assert_eq!((as_text.len(), differ), (as_file.len(), None), "{}", file.display());
            let (as_text, as_file) = (reading(plan), reading(file));
            for part in ["documents", "ignored_dates"] {
                assert_eq!(as_text[part], as_file[part], "{part} of {}", file.display());
            }
            assert_eq!(codes(&as_text), codes(&as_file), "{}", file.display());
        }
    }
    std::fs::remove_dir_all(folder).expect("a folder can be removed");
}

/// What the warnings are about; how many blanks stand in a line, formats count differently.
fn codes(reading: &Value) -> Vec<&str> {
    let warnings = reading["warnings"].as_array().expect("a list");
    warnings.iter().filter_map(|warning| warning["code"].as_str()).collect()
}

/// A plan of our own in the layout that offices use: letterhead and foot in two columns.
const LAYOUT: &str = include_str!("layout.html");

#[test]
fn a_plan_in_two_columns_reads_well() {
    if !office::is_there() {
        return skipped("LibreOffice is not there, so two columns were not tried");
    }
    let folder = folder("layout");
    let page = folder.join("layout.html");
    std::fs::write(&page, LAYOUT).expect("a file can be written");
    let mut files = vec![page.clone()];
    for to in [office::WORD, office::PDF] {
        files.extend(office::convert(std::slice::from_ref(&page), office::PAGE, to, &folder));
    }
    for file in &files {
        let reading = reading(file);
        let plan = &reading["documents"][0];
        assert_eq!(heart(plan), expected(), "{}\n{}", file.display(), words(file).join(" "));
    }
    std::fs::remove_dir_all(folder).expect("a folder can be removed");
}

/// What matters of a plan.
fn heart(plan: &Value) -> Value {
    let of = |list: &str, field: &str| -> Vec<Value> {
        let items = plan[list].as_array().cloned().unwrap_or_default();
        items.iter().map(|item| item[field].clone()).collect()
    };
    json!({
        "letterhead": plan["letterhead"],
        "title": plan["title"],
        "sections": of("sections", "title"),
        "ends": of("dates", "end"),
        "recipients": of("recipients", "name"),
        "signatory": plan["signatory"],
    })
}

fn expected() -> Value {
    json!({
        "letterhead": {
            "parent": "Tổng Liên đoàn Lao động Việt Nam",
            "issuer": "Liên đoàn Lao động tỉnh Nậm Pàn",
            "number": "215/KH-LĐLĐ",
            "place": "Nậm Pàn",
            "date": "2024-03-11",
        },
        "title": "Tổng kết 5 năm thực hiện Chương trình phúc lợi cho đoàn viên",
        "sections": ["MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG", "THỜI GIAN VÀ TỔ CHỨC THỰC HIỆN"],
        "ends": ["2024-06-09", "2024-06-30"],
        "recipients": [
            "Ban Thường vụ LĐLĐ tỉnh",
            "Liên đoàn Lao động các huyện, thị xã và các công đoàn ngành trực thuộc",
            "VT, Ban Chính sách",
        ],
        "signatory": {
            "authority": "TM. BAN THƯỜNG VỤ",
            "post": "PHÓ CHỦ TỊCH",
            "name": "Lò Thị Hương Giang",
            "signed": false,
        },
    })
}
