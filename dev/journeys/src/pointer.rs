//! The hand: clicking where an element can really be hit, writing, and pressing keys.

use serde_json::{Value, json};

use crate::patience::{LONG_PATIENCE, until};
use crate::person::Person;
use crate::wire::Mark;

/// Brings the element into view and answers a point at which it can be hit, or why there is none.
/// A box that is drawn by its label may be hit on the label.
const POINT: &str = "function () {
    if (this.disabled) return { no: 'is disabled' };
    this.scrollIntoView({ block: 'center', behavior: 'instant' });
    const targets = [this, ...(this.labels ?? [])];
    const boxes = targets.flatMap((target) => [...target.getClientRects()]);
    let above;
    for (const box of boxes.filter((box) => box.width > 0 && box.height > 0)) {
        const x = Math.floor(box.left + box.width / 2), y = Math.floor(box.top + box.height / 2);
        above = document.elementFromPoint(x, y);
        if (targets.some((target) => target.contains(above))) return { x, y };
    }
    return { no: above ? `is covered by <${above.localName}>` : 'has no place on the page' };
}";

/// Lets what a click has queued begin: a form is sent in a task of its own.
const A_MOMENT: &str = "new Promise((done) => setTimeout(() => setTimeout(done)))";

impl Person {
    /// Where this element can be clicked.
    pub(crate) fn point(&self, element: i64) -> Result<Value, String> {
        let point = self.call_on(element, POINT, json!([]))?;
        match point["no"].as_str() {
            Some(reason) => Err(format!("the element {reason}")),
            None => Ok(point),
        }
    }

    /// One press of the left button there, and the page it leads to, if any, loaded.
    pub(crate) fn press_at(&self, point: &Value) -> Result<(), String> {
        let mark = self.wire().mark();
        for (kind, button) in
            [("mouseMoved", "none"), ("mousePressed", "left"), ("mouseReleased", "left")]
        {
            let event = json!({
                "type": kind, "x": point["x"], "y": point["y"], "button": button, "clickCount": 1,
            });
            self.ask("Input.dispatchMouseEvent", event)?;
        }
        self.settle(mark)
    }

    /// Presses one key, with modifiers as in `Shift+Tab`.
    pub(crate) fn press_key(&self, keys: &str) -> Result<(), String> {
        let mut parts: Vec<&str> = keys.split('+').collect();
        let name = parts.pop().unwrap_or_default();
        let (key, code, number, text) =
            key_of(name).ok_or_else(|| format!("no key is called “{name}”"))?;
        let modifiers = parts.iter().map(|part| modifier_of(part)).sum::<u8>();
        let mark = self.wire().mark();
        let mut event = json!({
            "type": "keyDown", "key": key, "code": code,
            "windowsVirtualKeyCode": number, "modifiers": modifiers,
        });
        if !text.is_empty() && modifiers == 0 {
            event["text"] = text.into();
        }
        self.ask("Input.dispatchKeyEvent", event.clone())?;
        event["type"] = "keyUp".into();
        self.ask("Input.dispatchKeyEvent", event)?;
        self.settle(mark)
    }

    /// Waits until the page that an act began to load, if any, is there.
    pub(crate) fn settle(&self, mark: Mark) -> Result<(), String> {
        // The promise dies with its page when the act led to another: that too is an answer.
        let _ = self.evaluate(A_MOMENT);
        until(LONG_PATIENCE, || {
            let events = self.since(mark);
            let of_main_frame =
                |event: &&crate::wire::Event| event.params["frameId"] == self.frame();
            let loading = events.iter().filter(of_main_frame).fold(false, |loading, event| {
                match event.method.as_str() {
                    "Page.frameStartedLoading" => true,
                    "Page.frameStoppedLoading" => false,
                    _ => loading,
                }
            });
            if loading { Err("the page does not finish loading".to_owned()) } else { Ok(()) }
        })
    }
}

fn key_of(name: &str) -> Option<(&'static str, &'static str, u8, &'static str)> {
    Some(match name {
        "Tab" => ("Tab", "Tab", 9, ""),
        "Enter" => ("Enter", "Enter", 13, "\r"),
        "Space" => (" ", "Space", 32, " "),
        "Escape" => ("Escape", "Escape", 27, ""),
        "Backspace" => ("Backspace", "Backspace", 8, ""),
        "Delete" => ("Delete", "Delete", 46, ""),
        "ArrowLeft" => ("ArrowLeft", "ArrowLeft", 37, ""),
        "ArrowUp" => ("ArrowUp", "ArrowUp", 38, ""),
        "ArrowRight" => ("ArrowRight", "ArrowRight", 39, ""),
        "ArrowDown" => ("ArrowDown", "ArrowDown", 40, ""),
        "PageUp" => ("PageUp", "PageUp", 33, ""),
        "PageDown" => ("PageDown", "PageDown", 34, ""),
        "End" => ("End", "End", 35, ""),
        "Home" => ("Home", "Home", 36, ""),
        _ => return None,
    })
}

fn modifier_of(name: &str) -> u8 {
    match name {
        "Alt" => 1,
        "Control" => 2,
        "Shift" => 8,
        _ => 0,
    }
}
