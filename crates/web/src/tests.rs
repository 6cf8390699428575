use crate::catalogue::FEATURES;
use crate::{CATALOGUE, assets, gallery};
use domain::campaign::Refusal;
use jiff::civil::date;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use words::{Catalogue, Lang, WordFile};

/// Every sample of every page, drawn in a language.
fn drawn(lang: Lang) -> Vec<(String, String)> {
    let draw = |sample: &gallery::Sample| (sample.name(), sample.render(lang).unwrap());
    gallery::samples().iter().map(draw).collect()
}

fn sources(ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == ending) {
                found.push((path.clone(), fs::read_to_string(path).unwrap()));
            }
        }
    }
    found
}

#[test]
fn words_stand_in_both_languages() {
    let files: Vec<WordFile> =
        words::FILES.iter().chain(FEATURES.iter().flatten()).copied().collect();
    Catalogue::new(&files).map(|_| ()).unwrap();
}

#[test]
fn every_key_a_page_says_has_words() {
    for (path, text) in sources("html").into_iter().chain(sources("rs")) {
        for said in text.split("say(\"").skip(1) {
            let key = said.split('"').next().unwrap();
            assert!(CATALOGUE.has(key), "{}: {key}", path.display());
        }
    }
}

/// A refusal may name days; only `Ui::refusal` puts them in.
#[test]
fn a_refusal_is_said_by_ui_refusal_alone() {
    for (path, text) in sources("rs") {
        let said = text.lines().filter(|line| line.contains(".say") && line.contains(".key()"));
        for line in said {
            let refusal = line.to_lowercase().contains("refus") && !path.ends_with("ui/mod.rs");
            assert!(!refusal, "{}: {line}", path.display());
        }
    }
}

#[test]
fn every_refusal_that_names_something_is_filled_in() {
    let after = Refusal::AfterDuty { day: date(2031, 5, 23), duty: date(2031, 5, 20) };
    let filled = BTreeSet::from([after.key()]);
    for lang in Lang::ALL {
        let words = crate::ui::refusal_words(lang, after.into());
        assert!(!words.contains('{'), "{words}");
    }
    for file in words::FILES {
        for line in file.text.lines().filter(|line| line.starts_with("refusal-")) {
            let key = line.split(' ').next().unwrap();
            assert!(filled.contains(key) || !line.contains('$'), "{}: {key}", file.path);
        }
    }
}

#[test]
fn every_key_of_a_page_is_said() {
    let sources: String =
        sources("html").into_iter().chain(sources("rs")).map(|(_, text)| text).collect();
    let quoted: BTreeSet<&str> = sources.split('"').collect();
    for file in FEATURES.iter().flatten() {
        for line in file.text.lines() {
            let Some((key, _)) = line.split_once(" =") else { continue };
            if key.starts_with(char::is_alphabetic) {
                assert!(quoted.contains(key), "{}: nothing says {key}", file.path);
            }
        }
    }
}

#[test]
fn samples_draw_whole_pages() {
    for lang in Lang::ALL {
        for (name, page) in drawn(lang) {
            assert!(!page.contains('⟦'), "{name}: a key without words");
            assert!(!page.contains("{$"), "{name}: a phrase not filled in");
            assert_eq!(page.matches("<h1").count(), 1, "{name}: one main heading");
            assert!(page.contains(&format!("<html lang=\"{}\">", lang.code())), "{name}");
            assert!(!page.contains("<title> –"), "{name}: no title");
        }
    }
    assert!(gallery::index(Lang::Vi).contains("work/task_list/returned"));
}

#[test]
fn nothing_is_inline() {
    for (name, page) in drawn(Lang::Vi) {
        for forbidden in [" style=", "<style", " onclick=", "javascript:", "<script>"] {
            assert!(!page.contains(forbidden), "{name}: {forbidden}");
        }
    }
}

#[test]
fn every_form_that_posts_carries_the_token() {
    for (name, page) in drawn(Lang::Vi) {
        for form in page.split("<form ").skip(1) {
            let form = form.split("</form>").next().unwrap();
            if form.split('>').next().unwrap().contains("method=\"post\"") {
                assert!(form.contains("name=\"csrf\""), "{name}: a form without token");
            }
        }
    }
}

#[test]
fn ids_are_given_once() {
    for (name, page) in drawn(Lang::Vi) {
        let mut seen = BTreeSet::new();
        for id in page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            assert!(!id.is_empty() && seen.insert(id.to_owned()), "{name}: id {id:?} twice");
        }
    }
}

#[test]
fn words_are_in_vietnamese_letters() {
    for (path, text) in sources("ftl") {
        assert!(!text.contains('\u{d0}'), "{}: Icelandic Ð", path.display());
    }
}

#[test]
fn assets_carry_their_hash() {
    for asset in assets::all() {
        assert_eq!(assets::find(&asset.href).map(|found| found.name), Some(asset.name));
        assert_eq!(assets::href(asset.name), asset.href);
    }
    assert!(assets::find("/assets/style.css").is_none());
    let style = assets::find(assets::href("style.css")).unwrap();
    let style = String::from_utf8(style.bytes.to_vec()).unwrap();
    assert!(style.contains("url(\"/assets/noto-sans-400."), "fonts by their hashed names");
}

/// The bytes of a first visit: the page as it is, its assets in gzip.
#[test]
fn first_visits_are_light() {
    let rows = [
        ("session/sign_in/first", 60_000),
        ("work/list/officer", 60_000),
        ("work/task_list/returned", 60_000),
        ("grid/edit/half", 90_000),
        ("section/edit/lower", 90_000),
        ("queue/list/waiting", 120_000),
        ("campaign/show/running", 120_000),
    ];
    for (name, limit) in rows {
        let page = gallery::render(Lang::Vi, name).unwrap();
        let asked = assets::all().iter().filter(|asset| {
            page.contains(&asset.href)
                || ["style.css", "icon.svg", "check.svg"].contains(&asset.name)
        });
        let bytes = page.len() + asked.map(sent).sum::<usize>();
        assert!(bytes <= limit, "{name}: {bytes} bytes of {limit}");
        assert!(bytes > 30_000, "{name}: only {bytes} bytes, so something was not counted");
    }
}

fn sent(asset: &assets::Asset) -> usize {
    asset.gzip.as_ref().map_or(asset.bytes.len(), Vec::len)
}

#[test]
fn scripts_stay_small() {
    for (path, text) in sources("js") {
        assert!(text.lines().count() <= 150, "{}", path.display());
    }
}
