//! What one person sees and does.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use serde_json::json;

use crate::built::target_folder;
use crate::names::{CLICKABLE, WRITABLE, one_line};
use crate::patience::{LONG_PATIENCE, PATIENCE, until};
use crate::person::{Person, text_of};
use crate::wire::Mark;

/// A page at which one person looks; or a part of it, which has the same verbs.
///
/// Every verb panics at the caller's line when what it names is not there in time.
#[derive(Clone)]
pub struct Page {
    person: Arc<Person>,
    within: Vec<String>,
}

const CHOOSE: &str = "function (wanted) {
    const plain = (text) => text.normalize('NFC').trim().split(/\\s+/).join(' ');
    const options = [...(this.options ?? [])];
    const option = options.find((one) => plain(one.label) === wanted);
    if (!option) return options.map((one) => plain(one.label)).join(', ');
    this.value = option.value;
    this.dispatchEvent(new Event('input', { bubbles: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
    return '';
}";

const PASTE: &str = "function (text) {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const paste = { clipboardData, bubbles: true, cancelable: true };
    this.dispatchEvent(new ClipboardEvent('paste', paste));
}";

/// Selects words where they first stand in a run of text.
const SELECT: &str = "(words) => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const at = node.data.indexOf(words);
        if (at < 0 || node.parentElement.closest('script, h1, title')) continue;
        getSelection().setBaseAndExtent(node, at, node, at + words.length);
        return true;
    }
    return false;
}";

impl Page {
    /// Opens an address and waits until the page is loaded.
    #[track_caller]
    pub fn open(&self, url: &str) {
        self.insist(self.try_open(url));
    }

    /// A part of this page, by its name or by words that stand in it: a table's row, a list's
    /// item, a region, a form, a group.
    #[must_use]
    pub fn within(&self, name: &str) -> Page {
        let mut part = self.clone();
        part.within.push(name.to_owned());
        part
    }

    /// Clicks the link or button of this name.
    #[track_caller]
    pub fn click(&self, name: &str) {
        self.insist(self.try_click(CLICKABLE, name));
    }

    /// Clicks the element of this name when a link and a button bear the same one.
    #[track_caller]
    pub fn click_the(&self, role: &str, name: &str) {
        self.insist(self.try_click(&[role], name));
    }

    /// Writes into the field of this label, in place of what stood there.
    #[track_caller]
    pub fn fill(&self, label: &str, text: &str) {
        self.insist(self.try_fill(label, text));
    }

    /// Pastes into the field of this label what was copied elsewhere, as from a spreadsheet.
    #[track_caller]
    pub fn paste(&self, label: &str, text: &str) {
        self.insist(self.try_paste(label, text));
    }

    /// What stands in the field of this label.
    #[must_use]
    #[track_caller]
    pub fn value(&self, label: &str) -> String {
        let value = until(PATIENCE, || {
            let field = self.person.names()?.one(WRITABLE, label, &self.within)?;
            self.person.call_on(field, "function () { return this.value }", json!([]))
        });
        self.insist(value).as_str().unwrap_or_default().to_owned()
    }

    /// Chooses an option of a list, or a radio button of a group, by the words beside it.
    #[track_caller]
    pub fn choose(&self, label: &str, option: &str) {
        self.insist(self.try_choose(label, option));
    }

    /// Ticks the box of this label; nothing happens when it is ticked already.
    #[track_caller]
    pub fn check(&self, label: &str) {
        self.insist(self.try_set_box(label, true));
    }

    /// Clears the box of this label; nothing happens when it is clear already.
    #[track_caller]
    pub fn uncheck(&self, label: &str) {
        self.insist(self.try_set_box(label, false));
    }

    /// Puts a file into the file field of this label.
    #[track_caller]
    pub fn upload(&self, label: &str, file: &Path) {
        self.insist(self.try_upload(label, file));
    }

    /// Waits until these words are to be read.
    #[track_caller]
    pub fn sees(&self, words: &str) {
        self.sees_within(PATIENCE, words);
    }

    /// The same on a page left open, which asks now and then whether something has changed.
    #[track_caller]
    pub fn comes_to_see(&self, words: &str) {
        self.sees_within(LONG_PATIENCE, words);
    }

    /// Waits until these words are not to be read.
    #[track_caller]
    pub fn does_not_see(&self, words: &str) {
        self.insist(until(PATIENCE, || match self.try_text()?.contains(&one_line(words)) {
            true => Err(format!("“{words}” is still to be read")),
            false => Ok(()),
        }));
    }

    /// All that is to be read, as one line.
    #[must_use]
    #[track_caller]
    pub fn text(&self) -> String {
        self.insist(until(PATIENCE, || self.try_text()))
    }

    /// The page's first heading.
    #[must_use]
    #[track_caller]
    pub fn heading(&self) -> String {
        self.insist(until(PATIENCE, || {
            let names = self.person.names()?;
            names.headings().next().map(str::to_owned).ok_or_else(|| "no heading".to_owned())
        }))
    }

    /// Does what makes the browser fetch a file; gives the file's name and what is in it.
    #[track_caller]
    pub fn download(&self, act: impl FnOnce(&Page)) -> (String, Vec<u8>) {
        let mark = self.person.wire().mark();
        act(self);
        self.insist(until(LONG_PATIENCE, || self.fetched(mark)))
    }

    /// Presses a key: `Tab`, `Shift+Tab`, `Enter`, `Space`, `Escape`, `ArrowDown` …
    #[track_caller]
    pub fn press(&self, keys: &str) {
        self.insist(self.person.press_key(keys));
    }

    /// Selects words of the page as dragging over them would.
    #[track_caller]
    pub fn select(&self, words: &str) {
        self.insist(until(PATIENCE, || {
            let found = self.person.evaluate(&format!("({SELECT})({})", json!(words)))?;
            if found == json!(true) { Ok(()) } else { Err(format!("no words “{words}”")) }
        }));
    }

    /// Writes where the keyboard's focus is.
    #[track_caller]
    pub fn write(&self, text: &str) {
        self.insist(self.person.ask("Input.insertText", json!({ "text": text })));
    }

    /// The name of what has the keyboard's focus.
    #[must_use]
    #[track_caller]
    pub fn focused(&self) -> Option<String> {
        let names = self.insist(until(PATIENCE, || self.person.names()));
        names.focused().map(str::to_owned)
    }

    /// The address of the page.
    #[must_use]
    #[track_caller]
    pub fn address(&self) -> String {
        let address = self.insist(self.person.evaluate("location.href"));
        address.as_str().unwrap_or_default().to_owned()
    }
}

impl Page {
    pub(crate) fn of(person: Person) -> Page {
        Page { person: Arc::new(person), within: Vec::new() }
    }

    pub(crate) fn person(&self) -> &Person {
        &self.person
    }

    /// The value, or the end of the test: with the names on the page and a picture of it.
    #[track_caller]
    pub(crate) fn insist<T>(&self, result: Result<T, String>) -> T {
        match result {
            Ok(value) => value,
            Err(reason) => panic!("{reason}\n{}", self.report()),
        }
    }

    #[track_caller]
    fn sees_within(&self, limit: Duration, words: &str) {
        self.insist(until(limit, || match self.try_text()?.contains(&one_line(words)) {
            true => Ok(()),
            false => Err(format!("“{words}” is not to be read")),
        }));
    }

    fn report(&self) -> String {
        static COUNT: AtomicU32 = AtomicU32::new(1);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let picture =
            target_folder().join("failures").join(format!("{}-{count}.png", std::process::id()));
        let address =
            self.person.evaluate("location.href").map(|url| text_of(&url)).unwrap_or_default();
        let names = self.person.names().map(|names| names.listing()).unwrap_or_default();
        let seen = match self.person.take_picture(&picture) {
            Ok(()) => format!("picture: {}", picture.display()),
            Err(reason) => format!("no picture: {reason}"),
        };
        format!("at {address} there are\n{names}\n{seen}")
    }

    fn try_open(&self, url: &str) -> Result<(), String> {
        let mark = self.person.wire().mark();
        let answer = self.person.ask("Page.navigate", json!({ "url": url }))?;
        match answer["errorText"].as_str() {
            Some(error) => Err(format!("{url} does not open: {error}")),
            None => self.person.settle(mark),
        }
    }

    fn try_click(&self, roles: &[&str], name: &str) -> Result<(), String> {
        let point = until(PATIENCE, || {
            let element = self.person.names()?.one(roles, name, &self.within)?;
            self.person.point(element).map_err(|reason| format!("“{name}”: {reason}"))
        })?;
        self.person.press_at(&point)
    }

    fn try_fill(&self, label: &str, text: &str) -> Result<(), String> {
        let field = until(PATIENCE, || {
            let field = self.person.names()?.one(WRITABLE, label, &self.within)?;
            self.person.point(field).map_err(|reason| format!("“{label}”: {reason}"))?;
            Ok(field)
        })?;
        self.person.ask("DOM.focus", json!({ "backendNodeId": field }))?;
        self.person.call_on(field, "function () { this.select() }", json!([]))?;
        match text.is_empty() {
            true => self.person.press_key("Backspace")?,
            false => drop(self.person.ask("Input.insertText", json!({ "text": text }))?),
        }
        let value = self.person.call_on(field, "function () { return this.value }", json!([]))?;
        let (stands, wanted) = (one_line(&text_of(&value)), one_line(text));
        match stands == wanted {
            true => Ok(()),
            false => Err(format!("“{label}” took “{stands}” for “{wanted}”")),
        }
    }

    fn try_paste(&self, label: &str, text: &str) -> Result<(), String> {
        let field = until(PATIENCE, || {
            let field = self.person.names()?.one(WRITABLE, label, &self.within)?;
            self.person.point(field).map_err(|reason| format!("“{label}”: {reason}"))?;
            Ok(field)
        })?;
        self.person.ask("DOM.focus", json!({ "backendNodeId": field }))?;
        self.person.call_on(field, PASTE, json!([text])).map(drop)
    }

    fn try_choose(&self, label: &str, option: &str) -> Result<(), String> {
        until(PATIENCE, || {
            let list = self.person.names()?.one(&["combobox", "listbox"], label, &self.within);
            let Ok(list) = list else {
                let mut within = self.within.clone();
                within.push(label.to_owned());
                let radio = self.person.names()?.one(&["radio"], option, &within)?;
                return self.person.press_at(&self.person.point(radio)?);
            };
            let others = text_of(&self.person.call_on(list, CHOOSE, json!([one_line(option)]))?);
            match others.as_str() {
                "" => Ok(()),
                _ => Err(format!("“{label}” has no “{option}” but: {others}")),
            }
        })
    }

    fn try_set_box(&self, label: &str, ticked: bool) -> Result<(), String> {
        let point = until(PATIENCE, || {
            let element = self.person.names()?.one(&["checkbox", "switch"], label, &self.within)?;
            let is =
                self.person.call_on(element, "function () { return this.checked }", json!([]))?;
            if is == ticked {
                return Ok(None);
            }
            self.person.point(element).map(Some).map_err(|reason| format!("“{label}”: {reason}"))
        })?;
        point.map_or(Ok(()), |point| self.person.press_at(&point))
    }

    fn try_upload(&self, label: &str, file: &Path) -> Result<(), String> {
        let file =
            fs::canonicalize(file).map_err(|error| format!("{}: {error}", file.display()))?;
        until(PATIENCE, || {
            let field = self.person.names()?.one(&["button"], label, &self.within)?;
            let params = json!({ "files": [file], "backendNodeId": field });
            self.person.ask("DOM.setFileInputFiles", params).map(drop)
        })
    }

    fn try_text(&self) -> Result<String, String> {
        let part = match self.within.is_empty() {
            true => None,
            false => self.person.names()?.part_element(&self.within)?,
        };
        let text = match part {
            Some(part) => {
                self.person.call_on(part, "function () { return this.innerText }", json!([]))?
            }
            None => self.person.evaluate("document.body?.innerText ?? ''")?,
        };
        Ok(one_line(&text_of(&text)))
    }

    /// The first file that arrived in this person's own folder since the mark.
    fn fetched(&self, mark: Mark) -> Result<(String, Vec<u8>), String> {
        let mut names = std::collections::HashMap::new();
        for event in self.person.wire().since(mark, "") {
            let id = text_of(&event.params["guid"]);
            match (event.method.as_str(), event.params["state"].as_str()) {
                ("Browser.downloadWillBegin", _) => {
                    names.insert(id, text_of(&event.params["suggestedFilename"]));
                }
                ("Browser.downloadProgress", Some("completed")) => {
                    if let Ok(bytes) = fs::read(self.person.downloads().join(&id)) {
                        return Ok((names.remove(&id).unwrap_or_default(), bytes));
                    }
                }
                _ => {}
            }
        }
        Err("no file arrived".to_owned())
    }
}
