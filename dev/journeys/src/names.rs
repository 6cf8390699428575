//! The page as a person is told it: roles and names, never tags, classes or ids.

use std::collections::HashMap;

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

/// Everything on a page that has a role and a name, in reading order.
pub(crate) struct Names {
    nodes: Vec<Node>,
}

struct Node {
    role: String,
    name: String,
    /// The browser's number of the element, by which it can be acted upon.
    element: i64,
    focused: bool,
    /// Where what stands in it ends: its own place + 1 when nothing does.
    end: usize,
}

/// What can be clicked when only a name is said.
pub(crate) const CLICKABLE: &[&str] =
    &["button", "link", "tab", "menuitem", "switch", "DisclosureTriangle"];

/// What can be written into.
pub(crate) const WRITABLE: &[&str] = &["textbox", "searchbox", "combobox", "spinbutton"];

const PARTS: &[&str] = &[
    "row",
    "listitem",
    "article",
    "region",
    "group",
    "radiogroup",
    "form",
    "table",
    "list",
    "figure",
    "navigation",
    "main",
    "banner",
    "contentinfo",
    "complementary",
    "search",
    "dialog",
    "grid",
    "tabpanel",
    "alert",
    "status",
];

/// Parts that have no name of their own and are known by what stands in them.
const KNOWN_BY_CONTENT: &[&str] = &["row", "listitem", "article", "group", "region", "form"];

impl Names {
    /// Reads the answer of `Accessibility.getFullAXTree`.
    pub(crate) fn read(tree: &Value) -> Names {
        let raw = tree["nodes"].as_array().map(Vec::as_slice).unwrap_or_default();
        let places: HashMap<&str, usize> = (raw.iter().enumerate())
            .filter_map(|(place, node)| Some((node["nodeId"].as_str()?, place)))
            .collect();
        let order = reading_order(raw, &places);
        let ends = ends(raw, &places, &order);
        let nodes = order.iter().zip(ends).map(|(&place, end)| {
            let node = &raw[place];
            Node {
                role: role(node),
                name: one_line(node["name"]["value"].as_str().unwrap_or_default()),
                element: node["backendDOMNodeId"].as_i64().unwrap_or_default(),
                focused: is_focused(node),
                end,
            }
        });
        Names { nodes: nodes.collect() }
    }

    /// The one element of these roles with this name inside the parts named, outermost first.
    pub(crate) fn one(&self, roles: &[&str], name: &str, within: &[String]) -> Result<i64, String> {
        let part = self.part(within)?;
        let wanted = one_line(name);
        let found: Vec<&Node> = self
            .inside(part)
            .filter(|node| roles.contains(&node.role.as_str()) && node.name == wanted)
            .collect();
        match found.as_slice() {
            [only] => Ok(only.element),
            [] => Err(format!("no {} named “{wanted}”{}", roles.join("/"), place(within))),
            many => Err(format!(
                "{} elements named “{wanted}”{}; say within which part",
                many.len(),
                place(within)
            )),
        }
    }

    /// The innermost element that the names lead to; the page itself when none is said.
    pub(crate) fn part_element(&self, within: &[String]) -> Result<Option<i64>, String> {
        Ok(self.part(within)?.map(|at| self.nodes[at].element))
    }

    /// The headings in reading order.
    pub(crate) fn headings(&self) -> impl Iterator<Item = &str> {
        self.nodes.iter().filter(|node| node.role == "heading").map(|node| node.name.as_str())
    }

    /// The name of what the keyboard would act upon. The page itself does not count.
    pub(crate) fn focused(&self) -> Option<&str> {
        let node = self.nodes.iter().rev().find(|node| node.focused)?;
        (node.role != "RootWebArea").then_some(&node.name)
    }

    /// What could have been meant: every name with its role, for a message.
    pub(crate) fn listing(&self) -> String {
        let mut lines: Vec<String> = Vec::new();
        for node in self.nodes.iter().filter(|node| is_worth_naming(node)) {
            let line = format!("  {} “{}”", node.role, node.name);
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines.join("\n")
    }

    fn part(&self, within: &[String]) -> Result<Option<usize>, String> {
        let mut part = None;
        for (depth, name) in within.iter().enumerate() {
            part = Some(self.named_part(name, part, &within[..depth])?);
        }
        Ok(part)
    }

    /// A part is meant by its own name, else by an element in it of that name, else by its words.
    fn named_part(
        &self,
        name: &str,
        outer: Option<usize>,
        path: &[String],
    ) -> Result<usize, String> {
        let wanted = one_line(name);
        let parts: Vec<usize> = (0..self.nodes.len())
            .filter(|&at| PARTS.contains(&self.nodes[at].role.as_str()) && self.lies_in(at, outer))
            .collect();
        let ways: [&dyn Fn(usize) -> bool; 3] = [
            &|at| self.nodes[at].name == wanted,
            &|at| {
                self.is_known_by_content(at)
                    && self.inside(Some(at)).any(|node| node.name == wanted)
            },
            &|at| self.is_known_by_content(at) && self.words(at).contains(&wanted),
        ];
        for way in ways {
            let found: Vec<usize> = parts.iter().copied().filter(|&at| way(at)).collect();
            let holds_another = |&at: &usize| {
                found.iter().any(|&other| other != at && self.lies_in(other, Some(at)))
            };
            let innermost: Vec<usize> =
                found.iter().copied().filter(|at| !holds_another(at)).collect();
            match innermost.as_slice() {
                [] => {}
                [only] => return Ok(*only),
                many => {
                    let count = many.len();
                    return Err(format!("{count} parts with “{wanted}”{}; say more", place(path)));
                }
            }
        }
        Err(format!("no part with “{wanted}”{}", place(path)))
    }

    fn is_known_by_content(&self, at: usize) -> bool {
        let node = &self.nodes[at];
        KNOWN_BY_CONTENT.contains(&node.role.as_str())
    }

    fn words(&self, at: usize) -> String {
        let texts = self.inside(Some(at)).filter(|node| node.role == "StaticText");
        one_line(&texts.map(|node| node.name.as_str()).collect::<Vec<_>>().join(" "))
    }

    fn inside(&self, part: Option<usize>) -> impl Iterator<Item = &Node> {
        let range = part.map_or(0..self.nodes.len(), |at| at + 1..self.nodes[at].end);
        self.nodes[range].iter()
    }

    fn lies_in(&self, at: usize, part: Option<usize>) -> bool {
        part.is_none_or(|part| part < at && at < self.nodes[part].end)
    }
}

/// One form for every spelling: NFC, and one space where the page breaks a line.
pub(crate) fn one_line(text: &str) -> String {
    let composed: String = text.nfc().collect();
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The browser lists breadth first; a person reads depth first.
fn reading_order(raw: &[Value], places: &HashMap<&str, usize>) -> Vec<usize> {
    let mut order = Vec::with_capacity(raw.len());
    let mut next: Vec<usize> = if raw.is_empty() { Vec::new() } else { vec![0] };
    while let Some(place) = next.pop() {
        order.push(place);
        let children = raw[place]["childIds"].as_array().map(Vec::as_slice).unwrap_or_default();
        let known = children.iter().rev().filter_map(|id| places.get(id.as_str()?));
        next.extend(known.copied());
    }
    order
}

/// For each place in reading order, where its last descendant ends.
fn ends(raw: &[Value], places: &HashMap<&str, usize>, order: &[usize]) -> Vec<usize> {
    let mut rank = vec![0; raw.len()];
    for (at, &place) in order.iter().enumerate() {
        rank[place] = at;
    }
    let mut ends: Vec<usize> = (1..=order.len()).collect();
    for (at, &place) in order.iter().enumerate().skip(1).rev() {
        let parent = raw[place]["parentId"].as_str().and_then(|id| places.get(id));
        if let Some(&parent) = parent {
            ends[rank[parent]] = ends[rank[parent]].max(ends[at]);
        }
    }
    ends
}

fn role(node: &Value) -> String {
    if node["ignored"].as_bool() == Some(true) {
        return String::new();
    }
    node["role"]["value"].as_str().unwrap_or_default().to_owned()
}

fn is_focused(node: &Value) -> bool {
    let properties = node["properties"].as_array().map(Vec::as_slice).unwrap_or_default();
    properties.iter().any(|one| one["name"] == "focused" && one["value"]["value"] == true)
}

fn is_worth_naming(node: &Node) -> bool {
    let quiet = ["", "StaticText", "InlineTextBox", "RootWebArea", "generic", "paragraph", "image"];
    !node.name.is_empty() && !quiet.contains(&node.role.as_str())
}

fn place(within: &[String]) -> String {
    within.iter().rev().map(|name| format!(" within “{name}”")).collect()
}
