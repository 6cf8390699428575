use super::clean;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The search key of `raw`: lower case, no tones or marks, `đ` → `d`, runs of anything that is
/// neither letter nor digit → one blank. `Đắk Lắk`, `ĐẮK  LẮK` and `dak lak` share a key, and so
/// do the two placements of a tone (`hòa`, `hoà`).
pub fn fold(raw: &str) -> String {
    let mut key = String::with_capacity(raw.len());
    for c in clean(raw).nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'đ' => key.push('d'),
            c if c.is_alphanumeric() => key.push(c),
            _ if !key.is_empty() && !key.ends_with(' ') => key.push(' '),
            _ => {}
        }
    }
    key.truncate(key.trim_end().len());
    key
}

/// What `raw` looks like to a reader: names with the same look cannot be told apart in a list. Tones
/// and marks count, capitals, blanks and the make-up of a letter do not.
pub fn look(raw: &str) -> String {
    let words: Vec<String> =
        clean(&raw.nfkc().collect::<String>()).split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}
