use crate::ui::Ui;

/// What browsers call themselves, the particular before the general, and how people call them.
const BROWSERS: [(&str, &str); 8] = [
    (" Zalo", "Zalo"),
    ("coc_coc", "Coc Coc"),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("Chrom", "Chrome"),
    ("Safari", "Safari"),
];
const SYSTEMS: [(&str, &str); 6] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
];

/// A browser as a person knows it: `Chrome · Windows`.
pub(crate) fn browser_words(ui: &Ui, browser: &str) -> String {
    let of = |table: &[(&str, &'static str)]| {
        table.iter().find(|(mark, _)| browser.contains(mark)).map(|(_, name)| *name)
    };
    let parts = [of(&BROWSERS), of(&SYSTEMS)].into_iter().flatten().collect::<Vec<_>>();
    match parts.is_empty() {
        true => ui.say("session-browser-unknown").to_string(),
        false => parts.join(" · "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_called_as_people_call_them() {
        let table = [
            ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36", "Chrome · Windows"),
            ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140", "Edge · Windows"),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18 like Mac OS X) Safari/604.1",
                "Safari · iPhone",
            ),
            ("Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Zalo/android", "Zalo · Android"),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Firefox/143.0", "Firefox · Linux"),
            ("", "Trình duyệt không rõ"),
        ];
        for (browser, words) in table {
            assert_eq!(browser_words(&Ui::default(), browser), words, "{browser}");
        }
    }
}
