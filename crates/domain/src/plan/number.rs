//! The numbers of headings as they are written.

/// The number that follows `number` in the same manner (số mục tiếp theo): `4` after `3`, `VII`
/// after `VI`, `đ` after `d`, `1.3` after `1.2`. `None` where it follows no order known here.
pub fn next_number(number: &str) -> Option<String> {
    let (above, last) = match number.rsplit_once('.') {
        Some((above, last)) => (format!("{above}."), last),
        None => (String::new(), number),
    };
    Some(above + &next(last)?)
}

/// The letters of a list, in the order of the Vietnamese alphabet as offices count with it.
const LETTERS: [&str; 23] = [
    "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t",
    "u", "v", "x", "y",
];
const ROMAN: [(&str, u32); 7] =
    [("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1)];

fn next(number: &str) -> Option<String> {
    if let Ok(count) = number.parse::<u32>() {
        return Some((count.checked_add(1)?).to_string());
    }
    if let Some(at) = LETTERS.iter().position(|letter| *letter == number) {
        return LETTERS.get(at + 1).map(|letter| (*letter).to_owned());
    }
    (1..80).find(|count| roman(*count) == number).map(|count| roman(count + 1))
}

fn roman(mut count: u32) -> String {
    let mut text = String::new();
    for (letters, value) in ROMAN {
        while count >= value {
            text.push_str(letters);
            count -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_goes_on_as_it_is_written() {
        let table = [
            ("1", Some("2")),
            ("9", Some("10")),
            ("1.2", Some("1.3")),
            ("I", Some("II")),
            ("III", Some("IV")),
            ("VIII", Some("IX")),
            ("XXXIX", Some("XL")),
            ("a", Some("b")),
            ("d", Some("đ")),
            ("i", Some("k")),
            ("y", None),
            ("-", None),
            ("", None),
            ("IIII", None),
        ];
        for (number, expected) in table {
            assert_eq!(next_number(number).as_deref(), expected, "{number}");
        }
    }
}
