//! Numbers as Vietnamese write them (con số): `1.234.567,89`, read exactly, never through floats.
//!
//! A number is a 64-bit integer scaled by the decimals of its indicator: `12,5` with two decimals is
//! `1250`. Whoever typed it another way (`12.5`, `1,234,567.89`) is understood where only one
//! reading is possible, and told so; where two are, he is asked.

use crate::text::{clean, fold};

/// What somebody put into one field (giá trị đã nhập).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Typed {
    pub reading: Reading,
    /// Set where the writing was not the Vietnamese one, so that the page repeats the number.
    pub echo: Option<Echo>,
}

/// What it says (nội dung giá trị).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A number, scaled by the decimals asked for.
    Value(i64),
    /// `-` or "không": it did not happen, which counts as 0 (không phát sinh).
    NoneArisen,
    /// `…`: it is not known (chưa thu thập được).
    NotCollected,
    /// Nothing typed yet (để trống).
    Blank,
}

/// How the separators were understood when they were not the Vietnamese ones (hiểu là).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Echo {
    /// A separator was taken to part thousands: `1.234` where decimals are possible, `1,234`.
    Thousands,
    /// A full stop was taken to begin the decimals: `12.5`.
    Decimals,
    /// Both are the other way round: `1,234,567.89`.
    Swapped,
}

/// Why a field cannot be read as a number (lý do chưa đọc được số).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberError {
    NotANumber,
    /// `1.23.4`, `1.2345`: the separators allow no reading, or more than one.
    SeparatorsUnclear,
    /// Decimals where whole numbers are asked.
    NotWhole,
    TooManyDecimals {
        allowed: u8,
    },
    /// Beyond what 64 bits hold at this scale.
    TooLarge,
    TooLong,
}

impl NumberError {
    /// The key of the sentence that says it.
    pub fn key(self) -> &'static str {
        match self {
            NumberError::NotANumber => "refusal-number-not-a-number",
            NumberError::SeparatorsUnclear => "refusal-number-separators-unclear",
            NumberError::NotWhole => "refusal-number-not-whole",
            NumberError::TooManyDecimals { .. } => "refusal-number-too-many-decimals",
            NumberError::TooLarge => "refusal-number-too-large",
            NumberError::TooLong => "refusal-number-too-long",
        }
    }
}

/// Reads what was typed into a field of `decimals` decimals (0: whole numbers).
///
/// Takes `%`, `đ`, `đồng`, `₫` at the end, blanks of any kind, `-`, `−` or `–` in front. Gives the
/// value scaled by 10^`decimals`. Zeros after the last decimal asked for carry no value and are
/// let go, unless they could be a group of thousands.
pub fn read(raw: &str, decimals: u8) -> Result<Typed, NumberError> {
    if raw.len() > LONGEST {
        return Err(NumberError::TooLong);
    }
    let text = clean(raw);
    let text = text.trim();
    if let Some(reading) = read_state(text) {
        return Ok(Typed { reading, echo: None });
    }
    let text = without_unit(text);
    let (negative, text) = match text.strip_prefix(is_minus) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    };
    let written = split(text)?;
    let layout = lay_out(&written, decimals)?;
    let value = scaled(negative, &layout, decimals)?;
    Ok(Typed { reading: Reading::Value(value), echo: layout.echo })
}

/// `value`, scaled by 10^`decimals`, as Vietnamese write it: `1.234.567,89`, with `−` in front
/// where it is negative. [`read`] takes it back to the same value.
pub fn show(value: i64, decimals: u8) -> String {
    let decimals = usize::from(decimals);
    let digits = format!("{:0>width$}", value.unsigned_abs(), width = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    let mut shown = String::with_capacity(digits.len() * 4 / 3 + 4);
    if value < 0 {
        shown.push('−');
    }
    for (place, digit) in whole.char_indices() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            shown.push('.');
        }
        shown.push(digit);
    }
    if !fraction.is_empty() {
        shown.push(',');
        shown.push_str(fraction);
    }
    shown
}

/// More bytes than this are a passage that strayed into a field of figures.
const LONGEST: usize = 200;

const NONE_ARISEN: [&str; 3] = ["khong", "khong co", "khong phat sinh"];
const NOT_COLLECTED: [&str; 4] =
    ["chua co so lieu", "chua thu thap", "chua thu thap duoc", "khong thu thap duoc"];
const MONEY: [&str; 3] = ["d", "dong", "vnd"];

fn read_state(text: &str) -> Option<Reading> {
    if text.is_empty() {
        return Some(Reading::Blank);
    }
    if text.chars().all(is_minus) {
        return Some(Reading::NoneArisen);
    }
    let only_dots = text.chars().all(|c| c == '.' || c == '…');
    if only_dots && (text.len() >= 3) {
        return Some(Reading::NotCollected);
    }
    if text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let words = fold(text);
    if NONE_ARISEN.contains(&words.as_str()) {
        return Some(Reading::NoneArisen);
    }
    NOT_COLLECTED.contains(&words.as_str()).then_some(Reading::NotCollected)
}

fn is_minus(c: char) -> bool {
    matches!(c, '-' | '−' | '–' | '—')
}

/// `text` without the sign of percent or the word for money behind the number.
fn without_unit(text: &str) -> &str {
    if let Some(number) = text.strip_suffix(['%', '₫']) {
        return number.trim_end();
    }
    let number = text.trim_end_matches(char::is_alphabetic);
    let unit = fold(&text[number.len()..]);
    if MONEY.contains(&unit.as_str()) { number.trim_end() } else { text }
}

/// The runs of digits and the one separator after each but the last.
struct Written<'a> {
    groups: Vec<&'a str>,
    separators: Vec<char>,
}

fn split(text: &str) -> Result<Written<'_>, NumberError> {
    let is_separator = |c: char| c == '.' || c == ',' || c.is_whitespace();
    if !text.chars().all(|c| c.is_ascii_digit() || is_separator(c))
        || !text.contains(|c: char| c.is_ascii_digit())
    {
        return Err(NumberError::NotANumber);
    }
    let groups: Vec<&str> = text.split(is_separator).collect();
    if groups.iter().any(|group| group.is_empty()) {
        return Err(NumberError::SeparatorsUnclear);
    }
    let separators = text.chars().filter(|c| is_separator(*c));
    let separators = separators.map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    Ok(Written { groups, separators })
}

/// Which groups are the whole part, and which the decimals.
struct Layout<'a> {
    whole: &'a [&'a str],
    fraction: &'a str,
    echo: Option<Echo>,
}

fn lay_out<'a>(written: &'a Written<'a>, decimals: u8) -> Result<Layout<'a>, NumberError> {
    let groups = written.groups.as_slice();
    let grouped = |echo| Layout { whole: groups, fraction: "", echo };
    let with_decimals = |echo| {
        let (fraction, whole) = groups.split_last().expect("a split has at least one part");
        Layout { whole, fraction, echo }
    };
    let Some((&last, earlier)) = written.separators.split_last() else {
        return Ok(grouped(None));
    };
    let thousands = groups_of_three(groups);
    let layout = match earlier.first() {
        None => match last {
            ' ' => grouped(None),
            '.' if thousands => grouped((decimals > 0).then_some(Echo::Thousands)),
            '.' if groups[1].len() < 3 || groups[0] == "0" => with_decimals(Some(Echo::Decimals)),
            ',' if thousands && decimals == 0 => grouped(Some(Echo::Thousands)),
            ',' => with_decimals(None),
            _ => return Err(NumberError::SeparatorsUnclear),
        },
        Some(first) if earlier.iter().any(|separator| separator != first) => {
            return Err(NumberError::SeparatorsUnclear);
        }
        Some(&first) if first == last => grouped((first == ',').then_some(Echo::Thousands)),
        Some('.' | ' ') if last == ',' => with_decimals(None),
        Some(',') if last == '.' => with_decimals(Some(Echo::Swapped)),
        Some(' ') if last == '.' && !thousands => with_decimals(Some(Echo::Decimals)),
        Some(_) => return Err(NumberError::SeparatorsUnclear),
    };
    if layout.whole.len() > 1 && !groups_of_three(layout.whole) {
        return Err(NumberError::SeparatorsUnclear);
    }
    Ok(layout)
}

/// Whether `groups` look like thousands: three digits each, the first one to three, not a zero.
fn groups_of_three(groups: &[&str]) -> bool {
    let (first, others) = groups.split_first().expect("a split has at least one part");
    first.len() <= 3 && !first.starts_with('0') && others.iter().all(|group| group.len() == 3)
}

fn scaled(negative: bool, layout: &Layout<'_>, decimals: u8) -> Result<i64, NumberError> {
    let wanted = usize::from(decimals);
    let could_be_thousands = layout.whole.len() == 1 && layout.fraction.len() == 3;
    let mut fraction = layout.fraction;
    while fraction.len() > wanted && fraction.ends_with('0') && !could_be_thousands {
        fraction = &fraction[..fraction.len() - 1];
    }
    if fraction.len() > wanted {
        return Err(match decimals {
            0 => NumberError::NotWhole,
            allowed => NumberError::TooManyDecimals { allowed },
        });
    }
    let zeros = std::iter::repeat_n(b'0', wanted - fraction.len());
    let digits = layout.whole.iter().flat_map(|group| group.bytes());
    let mut value: i64 = 0;
    for digit in digits.chain(fraction.bytes()).chain(zeros) {
        let digit = i64::from(digit - b'0');
        let digit = if negative { -digit } else { digit };
        let next = value.checked_mul(10).and_then(|value| value.checked_add(digit));
        value = next.ok_or(NumberError::TooLarge)?;
    }
    Ok(value)
}

#[cfg(test)]
mod tests;
