//! A letterhead says the same in capitals as in small letters, in one column or two.

use domain::plan::Letterhead;
use domain::source::Source;
use proptest::prelude::*;

/// Names of bodies without the area they are of, and who may stand above them.
const BODIES: [(&str, &str); 10] = [
    ("Liên đoàn Lao động", "Tổng Liên đoàn Lao động Việt Nam"),
    ("Công đoàn ngành Y tế", "Liên đoàn Lao động tỉnh Pa Lao"),
    ("Công đoàn Viên chức", "Liên đoàn Lao động tỉnh Pa Lao"),
    ("Ủy ban nhân dân", ""),
    ("Sở Giáo dục và Đào tạo", "Ủy ban nhân dân tỉnh Pa Lao"),
    ("Sở Nội vụ", "Ủy ban nhân dân tỉnh Pa Lao"),
    ("Hội Liên hiệp Phụ nữ", "Trung ương Hội Liên hiệp Phụ nữ Việt Nam"),
    ("Hội Nông dân", "Trung ương Hội Nông dân Việt Nam"),
    ("Hội Cựu chiến binh", ""),
    ("Huyện ủy", "Tỉnh ủy Pa Lao"),
];
const AREAS: [&str; 4] = ["tỉnh ", "huyện ", "thành phố ", ""];
const PLACES: [&str; 7] =
    ["Sông Lăng", "Pa Lao", "Ea Trang", "Bản Hon", "Cù Mông", "Đắk Ruồng", "Ó"];
const NUMBERS: [&str; 4] = ["12/KH-LĐLĐ", "7/KH-UBND", "31-KH/HU", "204/KH-BTV"];

/// The lines of a letterhead: the left column, then the right one.
fn lines(parent: &str, issuer: &str, number: &str, place: &str) -> [Vec<String>; 2] {
    let left = [parent, issuer].into_iter().filter(|name| !name.is_empty()).map(str::to_owned);
    let left = left.chain([format!("Số: {number}")]).collect();
    let motto = ["Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập - Tự do - Hạnh phúc"];
    let right = motto.into_iter().map(str::to_owned);
    [left, right.chain([format!("{place}, ngày 05 tháng 8 năm 2022")]).collect()]
}

/// The two columns side by side, or one below the other.
fn text(columns: &[Vec<String>; 2], beside: &str) -> String {
    let [left, right] = columns;
    let rows = left.len().max(right.len());
    let row = |at: usize| {
        let cell = |column: &Vec<String>| column.get(at).cloned().unwrap_or_default();
        format!("{}{beside}{}", cell(left), cell(right))
    };
    match beside {
        "\n" => [left.clone(), right.clone()].concat().join("\n"),
        _ => (0..rows).map(row).collect::<Vec<_>>().join("\n"),
    }
}

/// Breaks the line of a name behind so many of its words, where it has more.
fn break_name(column: &mut Vec<String>, name: &str, words: Option<usize>) {
    let at = column.iter().position(|line| line == name);
    let blank = words.and_then(|words| Some(name.match_indices(' ').nth(words)?.0));
    if let (Some(at), Some(blank)) = (at, blank) {
        let rest = column[at].split_off(blank).trim().to_owned();
        column.insert(at + 1, rest);
    }
}

fn head(text: &str) -> Letterhead {
    let plan = format!(
        "{text}\n\nKẾ HOẠCH\nSơ kết phong trào thi đua\n\nI. VIỆC\n- Các đơn vị báo cáo.\n"
    );
    reader::read(&Source::plain(&plan)).documents.remove(0).letterhead
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn capitals_read_as_small_letters(
        (issuer, parent) in prop::sample::select(BODIES.to_vec()),
        area in prop::sample::select(AREAS.to_vec()),
        name in prop::sample::select(PLACES.to_vec()),
        number in prop::sample::select(NUMBERS.to_vec()),
        beside in prop::sample::select(vec!["\n", "\t", "          "]),
        cut in prop::option::of(1_usize..5),
    ) {
        let area = if issuer.ends_with("ủy") { "" } else { area };
        let named = format!("{issuer} {area}{name}");
        let mut columns = lines(parent, &named, number, name);
        break_name(&mut columns[0], &named, cut);
        let small = head(&text(&columns, beside));
        let mut loud = columns.clone();
        // The number and the day are never in capitals.
        for column in &mut loud {
            let names = column.len() - 1;
            column[..names].iter_mut().for_each(|line| *line = line.to_uppercase());
        }
        prop_assert_eq!(&head(&text(&loud, beside)), &small);
        let said = (small.issuer.as_deref(), small.number.as_deref(), small.place.as_deref());
        prop_assert_eq!(said, (Some(named.as_str()), Some(number), Some(name)));
        prop_assert_eq!(small.parent.unwrap_or_default(), parent);
    }
}
