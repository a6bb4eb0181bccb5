//! A page as a browser's parser sees it.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// One element with everything below it.
#[derive(Clone)]
pub(crate) struct Element(Handle);

/// Parses a page that must have no error.
pub(crate) fn parsed(page: &str) -> Element {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(page);
    let errors = dom.errors.borrow();
    assert!(errors.is_empty(), "{errors:?}");
    Element(dom.document.clone())
}

impl Element {
    /// Every element below it, in the order of the page.
    pub(crate) fn all(&self) -> Vec<Self> {
        let mut found = Vec::new();
        for child in self.0.children.borrow().iter() {
            if matches!(child.data, NodeData::Element { .. }) {
                found.push(Self(child.clone()));
            }
            found.extend(Self(child.clone()).all());
        }
        found
    }

    /// Every element of one of these names below it.
    pub(crate) fn named(&self, names: &[&str]) -> Vec<Self> {
        let all = self.all().into_iter();
        all.filter(|one| names.contains(&one.name().as_str()))
            .collect()
    }

    pub(crate) fn name(&self) -> String {
        match &self.0.data {
            NodeData::Element { name, .. } => name.local.to_string(),
            _ => String::new(),
        }
    }

    /// Its attributes by name.
    pub(crate) fn attributes(&self) -> Vec<(String, String)> {
        match &self.0.data {
            NodeData::Element { attrs, .. } => {
                let attributes = attrs.borrow();
                let pairs = attributes.iter();
                pairs
                    .map(|one| (one.name.local.to_string(), one.value.to_string()))
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        let mut all = self.attributes().into_iter();
        all.find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// The text below it, blanks pressed together.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        gather(&self.0, &mut text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn gather(node: &Handle, text: &mut String) {
    if let NodeData::Text { contents } = &node.data {
        text.push_str(&contents.borrow());
    }
    for child in node.children.borrow().iter() {
        gather(child, text);
    }
}
