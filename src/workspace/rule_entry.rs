//! Reads one item of a touchpoint's `feedback` list: a rating, or a condition on rows.

use super::condition_entry;
use super::fields::{Fields, Text};
use super::keys::RULE;
use super::reporter::Reporter;
use super::source_entry::Declared;
use super::suggestion::help;
use super::tree::Node;
use super::visible::quoted;
use super::{Kind, scale_entry};
use crate::feedback::{Condition, Evidence, Rule, SourceIndex, Speaks};
use crate::journey::TouchpointIndex;

/// Reads a rule; one that names several sources becomes one for each.
pub(super) fn read(
    node: &Node<'_>,
    touchpoint: TouchpointIndex,
    declared: &Declared,
    report: &mut Reporter<'_>,
) -> Vec<Rule> {
    let Some(fields) = Fields::open(node, RULE, report) else {
        return Vec::new();
    };
    let Some(sources) = sources(&fields, declared, report) else {
        return Vec::new();
    };
    let evidence = if fields.get("rating").is_some() {
        rating(&fields, &sources, declared, report)
    } else {
        condition(&fields, &sources, declared, report).map(Evidence::When)
    };
    let Some(evidence) = evidence else {
        return Vec::new();
    };
    let line = report.document.line(node.used.start);
    let place = format!("{}:{line}", report.document.file);
    // The last source takes the evidence itself; nearly always it is the only one.
    let evidence = std::iter::repeat_n((evidence, place), sources.len());
    let rules = sources.into_iter().zip(evidence);
    rules
        .map(|(source, (evidence, place))| Rule {
            touchpoint,
            source,
            evidence,
            place,
        })
        .collect()
}

/// The sources a rule names; one `None` for all of them. Nothing when it names none that is declared.
fn sources(
    fields: &Fields<'_, '_>,
    declared: &Declared,
    report: &mut Reporter<'_>,
) -> Option<Vec<Option<SourceIndex>>> {
    let Some(names) = fields.texts("source", report) else {
        return Some(vec![None]);
    };
    let mut found = Vec::new();
    for name in &names {
        let index = declared
            .sources
            .iter()
            .position(|source| source.id == name.text);
        if index.is_none() && declared.readable {
            let ids = declared.sources.iter().map(|source| source.id.as_str());
            let message = format!("no source {} is declared", quoted(&name.text));
            let near = help(&name.text, ids, "sources");
            let help = format!("{near}; sources are declared in pothole.yaml");
            report.say(Kind::UnknownSource, name.at, message, help);
        } else if index.is_some() && !found.contains(&index) {
            found.push(index);
        }
    }
    (!found.is_empty()).then_some(found)
}

fn rating(
    fields: &Fields<'_, '_>,
    sources: &[Option<SourceIndex>],
    declared: &Declared,
    report: &mut Reporter<'_>,
) -> Option<Evidence> {
    let column = fields.text("rating", report)?;
    for key in ["tags", "where", "text", "matches", "all", "any", "none"] {
        if fields.get(key).is_some() {
            let message = format!("`{key}` cannot stand beside `rating`");
            let help = "a rating counts every row that has a score in its column; make it a rule of \
                        its own";
            let at = fields.key(key).unwrap_or(column.at);
            report.say(Kind::ConflictingKeys, at, message, help);
        }
    }
    let scale = scale_entry::read(fields, report);
    for &source in sources {
        declared.headers.check(source, &column, report);
        let named = source.filter(|index| !declared.unscaled.contains(index));
        let named = named.and_then(|index| declared.sources.get(index));
        let scaled = named.is_none_or(|source| matches!(source.speaks, Speaks::Scored(_)));
        if fields.get("scale").is_none() && !scaled {
            let id = named.map_or("", |source| source.id.as_str());
            let message = format!(
                "neither this rating nor its source {} has a scale",
                quoted(id)
            );
            let help = "add `scale:` here or to the source, such as `csat-5`";
            report.say(Kind::MissingScale, column.at, message, help);
        }
    }
    let missing = fields.texts("missing", report);
    Some(Evidence::Rating {
        column: column.text,
        scale,
        missing: missing.map(|values| values.into_iter().map(|value| value.text).collect()),
    })
}

fn condition(
    fields: &Fields<'_, '_>,
    sources: &[Option<SourceIndex>],
    declared: &Declared,
    report: &mut Reporter<'_>,
) -> Option<Condition> {
    for key in ["scale", "missing"] {
        if let Some(at) = fields.key(key) {
            let message = format!("`{key}` says how a rating reads, but there is no `rating`");
            let help = "add `rating:` with the column, or move the key to the source";
            report.say(Kind::ConflictingKeys, at, message, help);
        }
    }
    let mut columns: Vec<Text> = Vec::new();
    let parts = condition_entry::parts(fields, &mut columns, report)?;
    for (column, &source) in columns
        .iter()
        .flat_map(|c| sources.iter().map(move |s| (c, s)))
    {
        declared.headers.check(source, column, report);
    }
    if parts.is_empty() && fields.get("source").is_none() {
        let message = "this rule is met by every row of every source".to_owned();
        let help = "say what to look for: `rating`, `tags`, `where`, `text` or `matches`; or name a \
                    `source` to take all its rows";
        report.say(Kind::MissingKey, fields.head(), message, help);
        return None;
    }
    Some(condition_entry::joined(parts))
}
