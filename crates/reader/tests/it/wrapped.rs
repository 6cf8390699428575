//! A text that was broken into lines at a width, as a mail program or a conversion does, says what
//! it said before.

use crate::plans::text;
use crate::samples::SAMPLES;
use domain::source::Source;
use serde_json::Value;

const WIDTHS: [usize; 3] = [60, 72, 90];

#[test]
fn plans_read_the_same_when_broken() {
    let plans = ["000", "001", "002", "003", "004"];
    let texts = plans.iter().filter_map(|number| Some((number, text(number)?)));
    let all: Vec<String> = texts.flat_map(|(number, text)| differences(number, &text)).collect();
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn samples_read_the_same_when_broken() {
    let all: Vec<String> =
        SAMPLES.iter().flat_map(|(name, text)| differences(name, text)).collect();
    assert!(all.is_empty(), "{}", all.join("\n"));
}

/// The number of a page in the middle of a sentence is no word of it.
#[test]
fn numbers_of_pages_change_nothing() {
    let plans = ["000", "001", "002", "003", "004"];
    let plans = plans.iter().filter_map(|number| Some(((*number).to_owned(), text(number)?)));
    let samples = SAMPLES.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    for (name, text) in plans.chain(samples) {
        let broken = wrapped(&text, 90);
        let one = fields(&broken);
        for number in ["2", "- 2 -", "Trang 2/5"] {
            let other = fields(&turned(&broken, number));
            let mut found = Vec::new();
            compare(&format!("{name} with {number}"), &one, &other, &mut found);
            assert!(found.is_empty(), "{}", found.join("\n"));
        }
    }
}

/// `text` with the end of a page behind every tenth row that goes on with a small letter.
fn turned(text: &str, number: &str) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let mut pages = String::new();
    let mut rows = 0;
    for (at, line) in lines.iter().enumerate() {
        pages += line;
        let small = |line: &&str| line.chars().next().is_some_and(char::is_lowercase);
        let open = !line.trim().ends_with(['.', ';', ':']) && line.trim().chars().count() > 60;
        if open && lines.get(at + 1).is_some_and(small) {
            rows += 1;
            if rows % 10 == 1 {
                pages += &format!("\n\n{number}\n");
            }
        }
        if at + 1 < lines.len() {
            pages.push('\n');
        }
    }
    pages
}

/// What says otherwise when it is broken at a width, and why nobody could tell.
const UNDECIDED: [(&str, usize, &str); 2] = [
    ("003", 60, "a dash between two names begins a row, as a bullet does"),
    ("viet-hoa-ha-chau.txt", 60, "all in capitals: no small letter shows what goes on"),
];

/// True of a text whose author has broken its lines himself.
fn is_broken(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let small = |line: &str| line.chars().next().is_some_and(char::is_lowercase);
    let goes_on = |pair: &[&str]| small(pair[1]) || pair[0].ends_with(',');
    lines.windows(2).any(|pair| goes_on(pair) && pair[0].chars().count() > 50)
}

/// Fewer rows that go on with a small letter do not show that a text is broken at a width.
fn shows_its_width(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let small = |line: &str| line.chars().next().is_some_and(char::is_lowercase);
    let rows = lines.windows(2).filter(|pair| small(pair[1]) && pair[0].chars().count() >= 50);
    rows.count() > 2
}

fn differences(name: &str, text: &str) -> Vec<String> {
    if is_broken(text) {
        return Vec::new();
    }
    let whole = fields(text);
    let mut found = Vec::new();
    for width in WIDTHS {
        let broken = wrapped(text, width);
        if !shows_its_width(&broken) {
            continue;
        }
        let broken = fields(&broken);
        if !UNDECIDED.iter().any(|(sample, at, _)| (*sample, *at) == (name, width)) {
            compare(&format!("{name} at {width}"), &whole, &broken, &mut found);
        }
    }
    found
}

/// What is read of `text`, without where it stands.
fn fields(text: &str) -> Value {
    let reading = reader::read(&Source::plain(text));
    let mut value = serde_json::to_value(reading).expect("a reading is plain data");
    value.as_object_mut().expect("a reading has fields").remove("text_chars");
    // Blanks with which a line was stretched are gone where it was broken.
    let stretched = |warning: &Value| warning["code"] == "JUSTIFICATION_SPACES";
    value["warnings"].as_array_mut().expect("a list").retain(|warning| !stretched(warning));
    without_spans(&mut value);
    value
}

fn without_spans(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove("span");
            fields.values_mut().for_each(without_spans);
        }
        Value::Array(items) => items.iter_mut().for_each(without_spans),
        _ => {}
    }
}

fn compare(path: &str, one: &Value, other: &Value, found: &mut Vec<String>) {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            for (key, value) in one {
                compare(&format!("{path}.{key}"), value, &other[key], found);
            }
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            for (at, value) in one.iter().enumerate() {
                compare(&format!("{path}[{at}]"), value, &other[at], found);
            }
        }
        (one, other) if one != other => found.push(format!("{path}: {one} became {other}")),
        _ => {}
    }
}

/// `text` with a line break for the last blank before `width` in every longer line.
fn wrapped(text: &str, width: usize) -> String {
    text.split('\n').map(|line| broken(line, width)).collect::<Vec<_>>().join("\n")
}

fn broken(line: &str, width: usize) -> String {
    // Two columns side by side are no running text.
    let gaps = line.trim().contains("  ") || line.trim().contains('\t');
    let columns = gaps && line.split_whitespace().count() < 30;
    let leader = line.split_whitespace().any(|word| word.chars().count() > 40);
    if columns || leader || line.contains('|') {
        return line.to_owned();
    }
    // What was stretched to the margin is set anew.
    let words: Vec<&str> = line.split_whitespace().collect();
    let line = if gaps { &words.join(" ") } else { line };
    let mut chars: Vec<char> = line.chars().collect();
    let (mut from, mut blank) = (0, None);
    for at in 0..chars.len() {
        if at - from > width
            && let Some(last) = blank.take()
        {
            chars[last] = '\n';
            from = last + 1;
        }
        if chars[at] == ' ' && at > from {
            blank = Some(at);
        }
    }
    chars.into_iter().collect()
}
