//! The columns that a source's first file has, so that a column nobody has is found before a scan.

use super::Kind;
use super::fields::Text;
use super::reporter::Reporter;
use super::suggestion::nearest;
use super::visible::quoted;
use crate::feedback::{Source, SourceIndex, columns};
use std::path::Path;

/// The columns of one file.
#[derive(Clone, Debug, Default)]
pub(super) struct Header {
    /// The file, relative to the workspace.
    pub(super) file: String,
    /// The names of its columns, without blanks around them.
    pub(super) columns: Vec<String>,
    /// What columns of the source are called in some of its files.
    pub(super) aliases: Vec<(String, Vec<String>)>,
}

impl Header {
    /// Reads the columns of a file; nothing when its beginning says none.
    pub(super) fn read(root: &Path, file: &str, source: &Source) -> Option<Self> {
        Some(Self {
            file: file.to_owned(),
            columns: columns(root, file, source)?,
            aliases: source.aliases.clone(),
        })
    }

    fn has(&self, column: &str) -> bool {
        let column = column.trim();
        let stands = |column: &str| self.columns.iter().any(|name| name == column.trim());
        let aliases = self.aliases.iter().filter(|(of, _)| of.trim() == column);
        let mut others = aliases.flat_map(|(_, others)| others);
        stands(column) || others.any(|other| stands(other))
    }
}

/// The headers of all sources, in their order; nothing for a source whose files are not there.
#[derive(Debug, Default)]
pub(super) struct Headers(pub(super) Vec<Option<Header>>);

impl Headers {
    /// Reports a column that is not in the source, or for no source in any of them.
    pub(super) fn check(
        &self,
        source: Option<SourceIndex>,
        column: &Text,
        report: &mut Reporter<'_>,
    ) {
        let asked = match source {
            Some(index) => self.0.get(index..=index).unwrap_or_default(),
            None => &self.0,
        };
        let headers: Vec<&Header> = asked.iter().flatten().collect();
        let unsure = headers.is_empty() || headers.len() < asked.len();
        if unsure || headers.iter().any(|header| header.has(&column.text)) {
            return;
        }
        let files: Vec<&str> = headers.iter().map(|header| header.file.as_str()).collect();
        let message = format!(
            "no column {} in {}",
            quoted(&column.text),
            quoted(&files.join(", "))
        );
        let columns = headers.iter().flat_map(|header| &header.columns);
        let columns: Vec<&str> = columns.map(String::as_str).collect();
        let help = match nearest(&column.text, columns.iter().copied()) {
            Some(near) => format!("did you mean {}?", quoted(near)),
            None => format!("its columns: {}", listed(&columns)),
        };
        report.say(Kind::UnknownColumn, column.at, message, help);
    }
}

fn listed(columns: &[&str]) -> String {
    let shown: Vec<String> = columns.iter().take(20).map(|name| quoted(name)).collect();
    let more = columns.len().saturating_sub(20);
    let rest = if more > 0 {
        format!(", and {more} more")
    } else {
        String::new()
    };
    shown.join(", ") + &rest
}
