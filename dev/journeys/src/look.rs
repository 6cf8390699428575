//! The eye: pictures, weight, and what a person would stumble over.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::built::axe_script;
use crate::page::Page;
use crate::patience::{LONG_PATIENCE, PATIENCE, until};
use crate::person::Person;
use crate::wire::{Event, Mark};

/// Something axe-core holds against a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The rule's short name, such as `label`.
    pub rule: String,
    /// What the rule asks for, in English.
    pub help: String,
    /// Where, as selectors; the only place in which a journey meets one.
    pub places: Vec<String>,
}

const CHECKS: &str = include_str!("look.js");

impl Page {
    /// Looks from now on through a window of this width in CSS pixels: 360, 768, 1366 …
    #[track_caller]
    pub fn resize(&self, width: u32) {
        self.insist(self.person().resize(width));
    }

    /// Saves a picture of the whole page at this width as PNG; the window's width stays as it was.
    #[track_caller]
    pub fn screenshot(&self, width: u32, file: &Path) {
        let before = self.insist(self.person().width());
        let person = self.person();
        // As tall as its content, so that what sticks to the bottom of the window is at the bottom.
        let taken = person.resize(width).and_then(|()| {
            person.resize_to(width, person.height()?)?;
            person.take_picture(file)
        });
        self.insist(taken);
        self.insist(person.resize(before));
    }

    /// Fetches the page again with nothing kept; gives what went over the wire in KB of 1,000
    /// bytes, rounded up: the page, its styles, scripts, fonts and pictures, with headers.
    #[must_use]
    #[track_caller]
    pub fn size_kb(&self) -> u64 {
        self.insist(self.person().weigh()).div_ceil(1000)
    }

    /// What axe-core finds wrong with the page, by its rules for WCAG 2.2 A and AA.
    #[must_use]
    #[track_caller]
    pub fn axe(&self) -> Vec<Violation> {
        let script = axe_script();
        let person = self.person();
        let width = self.insist(person.width());
        // As tall as its content: what a bar at the window's edge covers is reached by scrolling.
        let tall = person.height().and_then(|height| person.resize_to(width, height));
        let found = tall.and_then(|()| person.run_axe(&script));
        self.insist(person.resize(width));
        self.insist(found)
    }

    /// What sticks out to the right and makes the page scroll sideways; empty when nothing does.
    #[must_use]
    #[track_caller]
    pub fn overflows(&self) -> Vec<String> {
        self.insist(self.person().look_for("overflows"))
    }

    /// Links, buttons and fields that cannot be hit in their middle because something covers them.
    #[must_use]
    #[track_caller]
    pub fn covered(&self) -> Vec<String> {
        self.insist(self.person().look_for("covered"))
    }

    /// Words set smaller than this many CSS pixels.
    #[must_use]
    #[track_caller]
    pub fn small_print(&self, pixels: u32) -> Vec<String> {
        self.insist(self.person().look_for(&format!("smallPrint:{pixels}")))
    }

    /// Errors that scripts threw or the console showed since this person came. That the server
    /// refused the page itself (403, 422 …) is no error: the page says so.
    #[must_use]
    pub fn console_errors(&self) -> Vec<String> {
        let events = self.person().all_events();
        let opened: Vec<&Value> = (events.iter())
            .filter(|event| event.method == "Page.frameNavigated")
            .map(|event| &event.params["frame"]["url"])
            .collect();
        events.iter().filter_map(|event| complaint(event, &opened)).collect()
    }
}

impl Person {
    /// A picture of the whole page at the width the window has.
    pub(crate) fn take_picture(&self, file: &Path) -> Result<(), String> {
        let metrics = self.ask("Page.getLayoutMetrics", json!({}))?;
        let size = &metrics["cssContentSize"];
        let clip = json!({
            "x": 0, "y": 0, "scale": 1,
            "width": metrics["cssLayoutViewport"]["clientWidth"], "height": size["height"],
        });
        let params = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let picture = self.ask("Page.captureScreenshot", params)?;
        let bytes = bytes_of_base64(picture["data"].as_str().unwrap_or_default());
        let folder = file.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder).and_then(|()| fs::write(file, bytes)).map_err(|e| e.to_string())
    }

    fn height(&self) -> Result<u32, String> {
        let height = self.evaluate("document.documentElement.scrollHeight")?;
        u32::try_from(height.as_u64().unwrap_or(768).max(768)).map_err(|error| error.to_string())
    }

    fn width(&self) -> Result<u32, String> {
        let width = self.evaluate("window.innerWidth")?;
        u32::try_from(width.as_u64().unwrap_or(1366)).map_err(|error| error.to_string())
    }

    fn weigh(&self) -> Result<u64, String> {
        let address = self.evaluate("location.href")?;
        self.ask("Network.enable", json!({}))?;
        self.ask("Network.setCacheDisabled", json!({ "cacheDisabled": true }))?;
        let mark = self.wire().mark();
        let loaded = self.ask("Page.navigate", json!({ "url": address })).and_then(|_| {
            self.settle(mark)?;
            until(LONG_PATIENCE, || self.bytes_since(mark))
        });
        self.ask("Network.setCacheDisabled", json!({ "cacheDisabled": false }))?;
        self.ask("Network.disable", json!({}))?;
        loaded
    }

    /// What arrived since the mark, once nothing is on its way any more.
    fn bytes_since(&self, mark: Mark) -> Result<u64, String> {
        let (mut bytes, mut sent, mut done) = (0, 0_u32, 0_u32);
        for event in self.since(mark) {
            let over_the_wire =
                |url: &Value| !url.as_str().unwrap_or_default().starts_with("data:");
            match event.method.as_str() {
                "Network.requestWillBeSent" => {
                    let redirected = event.params["redirectResponse"].is_object();
                    bytes +=
                        event.params["redirectResponse"]["encodedDataLength"].as_u64().unwrap_or(0);
                    sent +=
                        u32::from(!redirected && over_the_wire(&event.params["request"]["url"]));
                }
                "Network.loadingFinished" => {
                    bytes += whole(&event.params["encodedDataLength"]);
                    done += 1;
                }
                "Network.loadingFailed" => done += 1,
                _ => {}
            }
        }
        match done >= sent && sent > 0 {
            true => Ok(bytes),
            false => Err(format!("{done} of {sent} requests are answered")),
        }
    }

    fn run_axe(&self, script: &Path) -> Result<Vec<Violation>, String> {
        if self.evaluate("typeof axe")? == "undefined" {
            let axe = fs::read_to_string(script).map_err(|error| error.to_string())?;
            self.evaluate(&format!("{axe}; 0"))?;
        }
        let found = self.evaluate(
            "axe.run(document, { resultTypes: ['violations'], runOnly: \
             ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })\
             .then((result) => result.violations)",
        )?;
        Ok(found.as_array().into_iter().flatten().map(violation).collect())
    }

    fn look_for(&self, what: &str) -> Result<Vec<String>, String> {
        let (check, number) = what.split_once(':').unwrap_or((what, "0"));
        until(PATIENCE, || {
            let found = self.evaluate(&format!("({CHECKS}).{check}({number})"))?;
            Ok(found.as_array().into_iter().flatten().map(text).collect())
        })
    }
}

/// What an event complains of; `opened` are the addresses of the pages themselves.
fn complaint(event: &Event, opened: &[&Value]) -> Option<String> {
    let params = &event.params;
    match event.method.as_str() {
        "Runtime.exceptionThrown" => {
            let details = &params["exceptionDetails"];
            let thrown = details["exception"]["description"].as_str();
            Some(thrown.unwrap_or(details["text"].as_str().unwrap_or_default()).to_owned())
        }
        "Runtime.consoleAPICalled" if params["type"] == "error" => {
            let words = params["args"].as_array().into_iter().flatten();
            Some(words.map(|word| text(&word["value"])).collect::<Vec<_>>().join(" "))
        }
        "Log.entryAdded" if params["entry"]["level"] == "error" => {
            let entry = &params["entry"];
            let of_the_page = entry["source"] == "network" && opened.contains(&&entry["url"]);
            (!of_the_page).then(|| format!("{} {}", text(&entry["text"]), text(&entry["url"])))
        }
        _ => None,
    }
}

fn violation(found: &Value) -> Violation {
    let nodes = found["nodes"].as_array().into_iter().flatten();
    Violation {
        rule: text(&found["id"]),
        help: text(&found["help"]),
        places: nodes.map(|node| text(&node["target"][0])).collect(),
    }
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The protocol writes whole numbers as 123 or 123.0.
fn whole(number: &Value) -> u64 {
    number.as_u64().or_else(|| number.to_string().split('.').next()?.parse().ok()).unwrap_or(0)
}

/// The browser's own base64: standard letters, padded.
fn bytes_of_base64(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for letter in text.bytes() {
        let six = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = bits << 6 | u32::from(six);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xff) as u8);
        }
    }
    bytes
}
