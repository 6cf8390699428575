use super::{NewSection, sisters};

/// Numbers the sections anew, in the style they have (đánh lại số).
///
/// The first number among sisters says how they are counted (`I`, `1`, `1.2`, `a`, with `.` or `)`
/// behind it); sisters without any follow the first number at their depth, and a depth without any
/// stays without. Where a count went on under the next heading, it goes on.
pub fn renumber(rows: &mut [NewSection]) {
    let before = rows.to_vec();
    let deepest = before.iter().map(|row| row.depth).max().unwrap_or(0);
    for depth in 0..=deepest {
        let goes_on = goes_on(&before, depth);
        let mut count = 0;
        for at in (0..before.len()).filter(|at| before[*at].depth == depth) {
            let first = sisters(&before, at).next() == Some(at);
            if first && !goes_on {
                count = 0;
            }
            count += 1;
            let Some(style) = style(&before, at) else { continue };
            let above = rows[..at].iter().rfind(|row| row.depth < depth);
            let above = above.map_or("", |row| row.number.as_str()).to_owned();
            rows[at].number = style.write(count, &above);
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Roman,
    Digits,
    /// The number above, a full stop, and digits: `2.1`.
    Below,
    Letter,
    Capital,
}

struct Style {
    kind: Kind,
    /// What stands behind the number, such as `.` or `)`.
    tail: String,
    letters: &'static [char],
}

/// Letters as offices count by them, and as others do.
const OFFICE: [char; 23] = [
    'a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't',
    'u', 'v', 'x', 'y',
];
const LATIN: [char; 26] = [
    'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's',
    't', 'u', 'v', 'w', 'x', 'y', 'z',
];

fn style(rows: &[NewSection], at: usize) -> Option<Style> {
    let numbers = |own: Vec<usize>| -> Vec<&str> {
        let all = own.into_iter().map(|one| rows[one].number.trim());
        all.filter(|number| !number.is_empty()).collect()
    };
    let own = numbers(sisters(rows, at).collect());
    let depth = rows[at].depth;
    let same = || numbers((0..rows.len()).filter(|one| rows[*one].depth == depth).collect());
    Style::of(&own).or_else(|| Style::of(&same()))
}

/// Whether the count at a depth goes on from one heading to the next: the first number under a later
/// heading is one more than the last before it.
fn goes_on(rows: &[NewSection], depth: u8) -> bool {
    let mut last = 0;
    for at in (0..rows.len()).filter(|at| rows[*at].depth == depth) {
        let Some(now) = style(rows, at).and_then(|style| style.read(&rows[at].number)) else {
            continue;
        };
        if last > 0 && sisters(rows, at).next() == Some(at) {
            return now == last + 1 && now > 1;
        }
        last = now;
    }
    false
}

impl Style {
    /// How these numbers are counted; none where there are none, or the first is no number.
    fn of(numbers: &[&str]) -> Option<Style> {
        let first = numbers.first()?;
        let head = head(first);
        let tail = first[head.len()..].to_owned();
        let all = |fits: fn(&str) -> bool| numbers.iter().all(|number| fits(self::head(number)));
        let letter =
            |head: &str| head.chars().count() == 1 && head.chars().all(char::is_alphabetic);
        let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
        let kind = match head {
            _ if digits(head) => Kind::Digits,
            _ if head.contains('.') && head.rsplit('.').next().is_some_and(digits) => Kind::Below,
            _ if roman_value(head).is_some() && all(|head| roman_value(head).is_some()) => {
                Kind::Roman
            }
            _ if letter(head) && head.chars().all(char::is_lowercase) => Kind::Letter,
            _ if letter(head) => Kind::Capital,
            _ => return None,
        };
        let has = |wanted: &str| numbers.iter().any(|n| self::head(n).to_lowercase() == wanted);
        let letters: &[char] = if has("e") && !has("đ") { &LATIN } else { &OFFICE };
        Some(Style { kind, tail, letters })
    }

    fn write(&self, count: usize, above: &str) -> String {
        let letter = |count: usize| self.letters.get(count - 1).copied();
        let head = match self.kind {
            Kind::Roman => roman(count),
            Kind::Digits => count.to_string(),
            Kind::Below if head(above).is_empty() => count.to_string(),
            Kind::Below => format!("{}.{count}", head(above)),
            Kind::Letter => letter(count).map_or_else(|| count.to_string(), String::from),
            Kind::Capital => {
                letter(count).map_or_else(|| count.to_string(), |l| l.to_uppercase().to_string())
            }
        };
        format!("{head}{}", self.tail)
    }

    fn read(&self, number: &str) -> Option<usize> {
        let head = head(number.trim());
        match self.kind {
            Kind::Roman => roman_value(head),
            Kind::Digits => head.parse().ok(),
            // Counted below its own heading by the way it is written.
            Kind::Below => None,
            Kind::Letter | Kind::Capital => {
                let letter = head.to_lowercase();
                self.letters.iter().position(|l| letter == l.to_string()).map(|at| at + 1)
            }
        }
    }
}

/// The number without what closes it.
fn head(number: &str) -> &str {
    number.trim_end_matches(|c: char| !c.is_alphanumeric())
}

const ROMAN: [(usize, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

fn roman(mut count: usize) -> String {
    let mut written = String::new();
    for (value, letters) in ROMAN {
        while count >= value {
            written.push_str(letters);
            count -= value;
        }
    }
    written
}

/// The value of a number that is written as [`roman`] writes it.
fn roman_value(head: &str) -> Option<usize> {
    let mut rest = head;
    let mut value = 0;
    for (worth, letters) in ROMAN {
        while let Some(after) = rest.strip_prefix(letters) {
            (rest, value) = (after, value + worth);
        }
    }
    (rest.is_empty() && value > 0 && roman(value) == head).then_some(value)
}
