//! Names in capitals, as they are written in running text.

use crate::lexicon::{BODIES, CASING};
use crate::page::{Page, Token, TokenKind, roman};
use std::ops::Range;

/// A name in capitals as it is written within a sentence; another one as it stands.
pub fn running_case(page: &Page, cell: Range<usize>) -> String {
    running_lines(page, &[cell])
}

/// A name that runs over several lines, made one.
pub fn running_lines(page: &Page, cells: &[Range<usize>]) -> String {
    let tokens = |cells: &[Range<usize>]| -> Vec<Token> {
        cells.iter().flat_map(|cell| page.tokens[cell.clone()].iter().cloned()).collect()
    };
    if !is_loud(page, cells) {
        let line = |cell: &Range<usize>| match is_loud(page, std::slice::from_ref(cell)) {
            true => running(page, &tokens(std::slice::from_ref(cell))),
            false => page.words(cell.clone()),
        };
        return cells.iter().map(line).collect::<Vec<_>>().join(" ");
    }
    // As one: a line may break between words that belong together.
    let name = running(page, &tokens(cells));
    let mut letters = name.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

fn is_loud(page: &Page, cells: &[Range<usize>]) -> bool {
    let words = cells.iter().flat_map(|cell| &page.tokens[cell.clone()]).filter(|t| t.is_word());
    words.clone().next().is_some() && words.into_iter().all(Token::upper)
}

fn running(page: &Page, tokens: &[Token]) -> String {
    let mut words: Vec<String> = Vec::new();
    // The branch of a ministry goes in pairs, of which the second is small: `Bộ Khoáng nghiệp`.
    let mut branch = None;
    let mut at = 0;
    while at < tokens.len() {
        if let Some(hit) = CASING.at(&tokens[at..]) {
            let authority = BODIES.at(&tokens[at..]).is_some_and(|hit| hit.value == "authority");
            branch = authority.then_some(at + hit.len);
            words.push(hit.value.to_owned());
            at += hit.len;
            continue;
        }
        let small = branch.is_some_and(|first| (at - first) % 2 == 1);
        let word = page.value(tokens[at].span);
        match tokens[at].kind {
            TokenKind::Word { .. } if is_syllable(&word) && roman(&tokens[at].key).is_none() => {
                let word = if small { word.to_lowercase() } else { title_case(&word) };
                words.push(word);
            }
            TokenKind::Mark(',' | ')' | ';' | '.') => match words.last_mut() {
                Some(before) => before.push_str(&word),
                None => words.push(word),
            },
            _ => words.push(word),
        }
        at += 1;
    }
    words.join(" ").replace("( ", "(")
}

/// True of a word that can be spoken; an abbreviation (`UBND`, `LĐLĐ`) cannot.
fn is_syllable(word: &str) -> bool {
    let letters = domain::text::fold(word);
    let vowel = |c: char| "aeiouy".contains(c);
    let rest = letters.trim_start_matches(|c| !vowel(c));
    let last = rest.trim_start_matches(vowel);
    let first = &letters[..letters.len() - rest.len()];
    let cluster = first.ends_with(['h', 'r', 'l']) || first == "ng";
    let begins = first.len() < 2 || first == "ngh" || first.len() == 2 && cluster;
    let ends = matches!(last, "" | "c" | "k" | "ch" | "m" | "n" | "ng" | "nh" | "p" | "t");
    // No abbreviation of names is as long as that; a word of another language is.
    let long = letters.chars().count() > 6;
    !rest.is_empty() && (begins && ends || long)
}

fn title_case(word: &str) -> String {
    let mut letters = word.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    first + &letters.flat_map(char::to_lowercase).collect::<String>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::source::Source;

    #[test]
    fn capitals_become_running_text() {
        let table = [
            ("LIÊN ĐOÀN LAO ĐỘNG TỈNH PA LAO", "Liên đoàn Lao động tỉnh Pa Lao"),
            ("ỦY BAN NHÂN DÂN\nTỈNH NAM SƠN", "Ủy ban nhân dân tỉnh Nam Sơn"),
            ("TỔNG LIÊN ĐOÀN\nLAO ĐỘNG VIỆT NAM", "Tổng Liên đoàn Lao động Việt Nam"),
            ("UBND HUYỆN PHÚ CÁT", "UBND huyện Phú Cát"),
            ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Sở Giáo dục và Đào tạo"),
            ("BỘ KHOÁNG NGHIỆP", "Bộ Khoáng nghiệp"),
            ("SỞ CÔNG VIÊN CÂY XANH TỈNH PA LAO", "Sở Công viên Cây xanh tỉnh Pa Lao"),
            ("BAN CHẤP HÀNH ĐẢNG BỘ TỈNH", "Ban Chấp hành Đảng bộ tỉnh"),
            ("HỘI LIÊN HIỆP PHỤ NỮ TỈNH LONG KHÊ", "Hội Liên hiệp Phụ nữ tỉnh Long Khê"),
            ("CÔNG ĐOÀN CÔNG TY TNHH SAO XA", "Công đoàn Công ty TNHH Sao Xa"),
            ("TỔNG LIÊN ĐOÀN LĐVN", "Tổng Liên đoàn LĐVN"),
            ("CĐCS TRƯỜNG TIỂU HỌC SỐ 2 PHÚ LÃM", "CĐCS Trường Tiểu học số 2 Phú Lãm"),
            ("Công đoàn ngành Y tế", "Công đoàn ngành Y tế"),
        ];
        for (text, expected) in table {
            let page = Page::scan(&Source::plain(text));
            let cells: Vec<_> = page.lines.iter().map(|line| line.tokens.clone()).collect();
            assert_eq!(running_lines(&page, &cells), expected, "{text}");
        }
    }
}
