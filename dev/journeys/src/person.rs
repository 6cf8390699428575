//! One person's window: where commands go, and what they give back.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Value, json};

use crate::names::Names;
use crate::wire::{Event, Mark, Wire};

/// A window with cookies and a download folder of its own.
pub(crate) struct Person {
    wire: Arc<Wire>,
    session: String,
    frame: String,
    downloads: PathBuf,
    began: Mark,
}

impl Person {
    pub(crate) fn at(wire: &Arc<Wire>, downloads: &Path) -> Result<Person, String> {
        let context = wire.ask("", "Target.createBrowserContext", json!({}))?;
        let context = text_of(&context["browserContextId"]);
        let downloads = downloads.join(&context);
        fs::create_dir_all(&downloads).map_err(|error| error.to_string())?;
        let behavior = json!({
            "behavior": "allowAndName", "eventsEnabled": true,
            "browserContextId": context, "downloadPath": downloads,
        });
        wire.ask("", "Browser.setDownloadBehavior", behavior)?;
        let blank = json!({ "url": "about:blank", "browserContextId": context });
        let frame = text_of(&wire.ask("", "Target.createTarget", blank)?["targetId"]);
        let attach = json!({ "targetId": frame, "flatten": true });
        let session = text_of(&wire.ask("", "Target.attachToTarget", attach)?["sessionId"]);
        let began = wire.mark();
        let person = Person { wire: Arc::clone(wire), session, frame, downloads, began };
        for domain in ["Page", "Runtime", "Log", "Accessibility"] {
            person.ask(&format!("{domain}.enable"), json!({}))?;
        }
        let calm = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
        person.ask("Emulation.setEmulatedMedia", calm)?;
        person.resize(1366)?;
        Ok(person)
    }

    pub(crate) fn wire(&self) -> &Wire {
        &self.wire
    }

    pub(crate) fn downloads(&self) -> &Path {
        &self.downloads
    }

    /// The page's own frame, as against those within it.
    pub(crate) fn frame(&self) -> &str {
        &self.frame
    }

    /// What this window told since the mark.
    pub(crate) fn since(&self, mark: Mark) -> Vec<Event> {
        self.wire.since(mark, &self.session)
    }

    /// What this window told from its first moment.
    pub(crate) fn all_events(&self) -> Vec<Event> {
        self.since(self.began)
    }

    pub(crate) fn ask(&self, method: &str, params: Value) -> Result<Value, String> {
        self.wire.ask(&self.session, method, params)
    }

    /// The value of an expression in the page; a promise is waited for.
    pub(crate) fn evaluate(&self, expression: &str) -> Result<Value, String> {
        let params =
            json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        answer_of(self.ask("Runtime.evaluate", params)?)
    }

    /// Calls a function with the element as `this`.
    pub(crate) fn call_on(&self, element: i64, call: &str, args: Value) -> Result<Value, String> {
        let object = self.ask("DOM.resolveNode", json!({ "backendNodeId": element }))?;
        let arguments: Vec<Value> = (args.as_array().into_iter().flatten())
            .map(|value| json!({ "value": value }))
            .collect();
        answer_of(self.ask(
            "Runtime.callFunctionOn",
            json!({
                "objectId": object["object"]["objectId"], "functionDeclaration": call,
                "arguments": arguments, "returnByValue": true, "awaitPromise": true,
            }),
        )?)
    }

    pub(crate) fn names(&self) -> Result<Names, String> {
        Ok(Names::read(&self.ask("Accessibility.getFullAXTree", json!({}))?))
    }

    pub(crate) fn resize(&self, width: u32) -> Result<(), String> {
        self.resize_to(width, 768)
    }

    pub(crate) fn resize_to(&self, width: u32, height: u32) -> Result<(), String> {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.ask("Emulation.setDeviceMetricsOverride", size).map(drop)
    }
}

pub(crate) fn text_of(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn answer_of(mut answer: Value) -> Result<Value, String> {
    match answer.get("exceptionDetails") {
        Some(thrown) => {
            Err(format!("the page's script fails: {}", thrown["exception"]["description"]))
        }
        None => Ok(answer["result"]["value"].take()),
    }
}
