//! Reads the other names that columns have in some files, and reports those of columns that nothing reads.

use super::Kind;
use super::document::Document;
use super::fields::{Fields, Text, text};
use super::problem::Problem;
use super::reporter::Reporter;
use super::source_entry::Declared;
use super::suggestion::nearest;
use super::visible::quoted;
use crate::feedback::{Condition, Evidence, Rule, Source, SourceIndex, Speaks};

/// The columns that have other names, and these; and where each column is named.
pub(super) fn read(
    fields: &Fields<'_, '_>,
    report: &mut Reporter<'_>,
) -> (Vec<(String, Vec<String>)>, Vec<Text>) {
    let (mut aliases, mut named) = (Vec::new(), Vec::new());
    for (column, node) in fields.map("aliases", report) {
        let nodes = node.items().unwrap_or(std::slice::from_ref(node));
        let others = nodes
            .iter()
            .filter_map(|name| text(name, "aliases", report));
        aliases.push((
            column.text.clone(),
            others.map(|name| name.text).collect::<Vec<_>>(),
        ));
        named.push(column);
    }
    (aliases, named)
}

/// Reports the aliases whose column is none of those in use. A column goes by the name that `columns` and
/// rules call it, so an alias declared the wrong way round is found here too.
pub(super) fn check(
    (aliases, named): (&[(String, Vec<String>)], &[Text]),
    used: &[&str],
    report: &mut Reporter<'_>,
) {
    let is_used = |column: &str| used.iter().any(|name| name.trim() == column.trim());
    for ((column, others), named) in aliases.iter().zip(named) {
        if is_used(column) {
            continue;
        }
        let message = format!(
            "nothing reads a column {}, so its other names do nothing",
            quoted(column)
        );
        let turned = others.iter().find(|other| is_used(other));
        let help = match (turned, nearest(column, used.iter().copied())) {
            (Some(used), _) => {
                let (used, column) = (quoted(used), quoted(column));
                format!(
                    "the name that `columns` or a rule uses comes first: write {used}: {column}"
                )
            }
            (None, Some(near)) => format!("did you mean {}?", quoted(near)),
            (None, None) => {
                "name the column in `columns` or in a rule, or take the line out".into()
            }
        };
        report.say(Kind::UnusedAlias, named.at, message, help);
    }
}

/// Reports aliases of sources that neither the source nor a rule uses.
pub(super) fn check_sources(
    declared: &Declared,
    rules: &[Rule],
    document: &Document,
    problems: &mut Vec<Problem>,
) {
    let mut report = Reporter::new(document, problems);
    let sources = declared.sources.iter().zip(&declared.aliases);
    for (index, (source, named)) in sources.enumerate() {
        if !source.aliases.is_empty() {
            let used = used(source, index, rules);
            check((&source.aliases, named), &used, &mut report);
        }
    }
}

/// The columns that a source or a rule for it reads.
fn used<'s>(source: &'s Source, index: SourceIndex, rules: &'s [Rule]) -> Vec<&'s str> {
    let columns = &source.columns;
    let mut names = vec![
        &columns.id,
        &columns.at,
        &columns.score,
        &columns.tags,
        &columns.segment,
        &columns.customer,
        &columns.touchpoint,
        &columns.severity,
    ];
    if let Speaks::Counted(counts) = &source.speaks {
        names.extend([&counts.complaints, &counts.neutral, &counts.praise]);
    }
    let mut used: Vec<&str> = names.into_iter().flatten().map(String::as_str).collect();
    used.extend(columns.text.iter().map(String::as_str));
    let reads = |rule: &&Rule| rule.source.is_none_or(|of| of == index);
    for rule in rules.iter().filter(reads) {
        match &rule.evidence {
            Evidence::Rating { column, .. } => used.push(column),
            Evidence::When(condition) => gather(condition, &mut used),
        }
    }
    used
}

fn gather<'s>(condition: &'s Condition, used: &mut Vec<&'s str>) {
    match condition {
        Condition::Where { column, .. } => used.push(column),
        Condition::All(inner) | Condition::Any(inner) | Condition::None(inner) => {
            for condition in inner {
                gather(condition, used);
            }
        }
        Condition::Tags(_) | Condition::Text(_) | Condition::Matches(_) => {}
    }
}
