//! Totals are the sums of what was received, and lead down to unit and version.

use journeys::Page;

use crate::setting::{goes_to, look};
use crate::unit::Figures;

/// The totals of a campaign, over whatever the reader stands above.
pub fn opens(reader: &Page, title: &str) {
    goes_to(reader, "Tổng hợp");
    look(reader);
    reader.click(title);
    look(reader);
}

/// What the table says, against a plain sum of what these units gave; and how many they are.
pub fn are_sums(reader: &Page, units: &[Figures], of: u32) {
    let count = units.len();
    let last = units.iter().map(|unit| unit.periods - 1).max();
    for period in [0, last.expect("some unit has reported")] {
        let sum = |indicator| units.iter().map(|unit| unit.at(indicator, period)).sum::<u32>();
        for (indicator, name) in [(1, "Số lao động"), (2, "Số đoàn viên"), (10, "Sáng kiến")]
        {
            let row = reader.within(&format!("{indicator}. {name}"));
            row.sees(&grouped(sum(indicator)));
            row.sees(&format!("{count}/{of}"));
        }
        let tenths = (2000 * sum(2) + sum(1)) / (2 * sum(1));
        let ratio = format!("{},{}", tenths / 10, tenths % 10);
        reader.within("4. Tỷ lệ tham gia công đoàn").sees(&ratio);
        reader.within("11. Kinh phí hoạt động").sees(&format!("{},0", grouped(sum(11))));
        let greatest = units.iter().map(|unit| unit.at(12, period)).max();
        let greatest = greatest.expect("some unit has reported");
        reader.within("12. Mức chi bình quân cao nhất").sees(&grouped(greatest));
    }
}

/// The whole name of the link to a version: `lần 2, 09:30 ngày 03/06/2020`.
fn dated(text: &str, version: &str) -> String {
    let rest = text.split_once(version).unwrap_or_else(|| panic!("no {version} in {text}")).1;
    let words: Vec<&str> = rest.split_whitespace().take(4).collect();
    format!("{version}{}", words.join(" "))
}

/// `5400` as it is written here: `5.400`.
pub fn grouped(number: u32) -> String {
    match number {
        0..1000 => number.to_string(),
        _ => format!("{}.{:03}", number / 1000, number % 1000),
    }
}

/// From a total of the table down to the units it is made of, and to the version of one.
pub fn lead_down(reader: &Page, total: &str, unit: &str, version: &str) {
    reader.within("1. Số lao động").click(total);
    look(reader);
    reader.sees("Đơn vị được cộng");
    let row = reader.within(unit);
    row.click(&dated(&row.text(), version));
    look(reader);
}
