//! Points at places of journey files: where a touchpoint, an action or a field of one stands.

use super::action_item::id_of;
use super::document::Document;
use super::problem::{Problem, Severity};
use super::splice::{at, find};
use super::tree::{Node, Span};
use super::visible::visible;
use super::{Workspace, yaml};
use crate::journey::{ActionField, Address, TouchpointIndex};
use std::collections::BTreeMap;

/// Something to be said about a place that is known by name.
#[derive(Clone, Debug)]
pub struct Remark {
    /// The touchpoint.
    pub touchpoint: TouchpointIndex,
    /// An action of it, by its id.
    pub action: Option<String>,
    /// A field of the action.
    pub field: Option<ActionField>,
    /// How bad it is.
    pub severity: Severity,
    /// A stable name.
    pub code: &'static str,
    /// What is to be said, in a sentence.
    pub message: String,
    /// How to mend it.
    pub help: String,
}

impl Workspace {
    /// The remarks as problems with their places, in the order of the remarks. Every file is read once; what
    /// stands there no more is said of the file as a whole.
    pub fn place(&self, remarks: Vec<Remark>) -> Vec<Problem> {
        let mut by_file: BTreeMap<String, Vec<(usize, Remark)>> = BTreeMap::new();
        for (number, remark) in remarks.into_iter().enumerate() {
            let journey = self.journeys.touchpoint(remark.touchpoint).journey;
            let file = self.journeys.all().get(journey);
            let file = file.map(|journey| journey.file.clone());
            let remarks = by_file.entry(file.unwrap_or_default()).or_default();
            remarks.push((number, remark));
        }
        let mut problems = Vec::new();
        for (file, remarks) in by_file {
            let document = Document::read(&self.root, &file);
            let document = document.unwrap_or_else(|_| Document::new(&file, String::new()));
            let tree = yaml::read(&document.text).ok();
            for (number, remark) in remarks {
                let address = &self.journeys.touchpoint(remark.touchpoint).address;
                let span = tree.as_ref().and_then(|tree| {
                    let text = &document.text;
                    span(tree, text, address, remark.action.as_deref(), remark.field)
                });
                problems.push((number, problem(&document, span, address, &remark)));
            }
        }
        problems.sort_by_key(|(number, _)| *number);
        problems.into_iter().map(|(_, problem)| problem).collect()
    }
}

fn problem(document: &Document, span: Option<Span>, address: &Address, remark: &Remark) -> Problem {
    let spot = span.map(|span| document.spot(span)).unwrap_or_default();
    Problem {
        severity: remark.severity,
        code: remark.code,
        file: visible(&document.file),
        line: spot.line,
        column: spot.column,
        width: spot.width.max(1),
        text: visible(&spot.text),
        message: visible(&format!("{address}: {}", remark.message)),
        help: Some(visible(&remark.help)),
    }
}

/// The value of the field, the id of the action, or that of the touchpoint: the first that is there.
fn span(
    root: &Node<'_>,
    text: &str,
    address: &Address,
    action: Option<&str>,
    field: Option<ActionField>,
) -> Option<Span> {
    let path = find(root, text, &address.journey, &address.touchpoint).ok()?;
    let touchpoint = at(root, path)?;
    let value = |node: &Node<'_>, key: &str| Some(node.get(key)?.used);
    let items = touchpoint.get("actions").and_then(Node::items);
    let mut items = items.unwrap_or_default().iter();
    let item = items.find(|item| action.is_some() && id_of(item) == action);
    let named = item.and_then(|item| {
        let field = field.and_then(|field| value(item, field.key()));
        field.or_else(|| value(item, "action"))
    });
    named.or_else(|| value(touchpoint, "touchpoint"))
}
