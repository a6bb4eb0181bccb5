//! Reads the conditions of a rule: tags, column values, phrases, patterns, and their combinations.

use super::Kind;
use super::fields::{Fields, Text, text};
use super::keys::{CONDITION, TEST};
use super::reporter::Reporter;
use super::tree::{Node, Span};
use super::visible::{quoted, visible};
use crate::feedback::{Condition, Test};

/// How large one compiled pattern may be, in bytes.
const MOST_PATTERN: usize = 1 << 20;

/// The conditions of one mapping, all of which must be met; notes the columns they ask for. Nothing
/// when one of them cannot be read: a rule that has lost a condition would catch too much.
pub(super) fn parts(
    fields: &Fields<'_, '_>,
    columns: &mut Vec<Text>,
    report: &mut Reporter<'_>,
) -> Option<Vec<Condition>> {
    let (mut parts, mut sound) = (Vec::new(), true);
    let mut add = |key: &str, part: Option<Condition>| {
        sound &= part.is_some() || fields.get(key).is_none();
        parts.extend(part);
    };
    add("tags", phrases(fields, "tags", report).map(Condition::Tags));
    add("where", tests(fields, columns, report));
    add("text", phrases(fields, "text", report).map(Condition::Text));
    add("matches", pattern(fields, report).map(Condition::Matches));
    add(
        "all",
        group(fields, "all", columns, report).map(Condition::All),
    );
    add(
        "any",
        group(fields, "any", columns, report).map(Condition::Any),
    );
    add(
        "none",
        group(fields, "none", columns, report).map(Condition::None),
    );
    sound.then_some(parts)
}

/// One condition of several that must all be met.
pub(super) fn joined(mut parts: Vec<Condition>) -> Condition {
    match (parts.pop(), parts.is_empty()) {
        (Some(only), true) => only,
        (last, _) => {
            parts.extend(last);
            Condition::All(parts)
        }
    }
}

fn phrases(fields: &Fields<'_, '_>, key: &str, report: &mut Reporter<'_>) -> Option<Vec<String>> {
    let found = fields.texts(key, report)?;
    let blank = found.iter().find(|phrase| phrase.text.trim().is_empty());
    let blank = blank
        .map(|phrase| phrase.at)
        .or(found.is_empty().then_some(fields.get(key)?.used));
    if let Some(at) = blank {
        let message = format!("`{key}` holds nothing to look for");
        report.say(Kind::BadValue, at, message, "write at least one word");
        return None;
    }
    Some(found.into_iter().map(|phrase| phrase.text).collect())
}

fn pattern(fields: &Fields<'_, '_>, report: &mut Reporter<'_>) -> Option<String> {
    let found = fields.text("matches", report)?;
    checked(&found.text, found.at, report).then_some(found.text)
}

fn checked(pattern: &str, at: Span, report: &mut Reporter<'_>) -> bool {
    let number = report.next_pattern();
    if number > Reporter::MOST_PATTERNS {
        if number == Reporter::MOST_PATTERNS + 1 {
            let most = Reporter::MOST_PATTERNS;
            let message =
                format!("more than {most} patterns: this one and those after it are left out");
            let help = "write phrases with `text`, or join several patterns with |";
            report.say(Kind::BadRegex, at, message, help);
        }
        return false;
    }
    let built = regex::RegexBuilder::new(pattern)
        .case_insensitive(true)
        .size_limit(MOST_PATTERN)
        .build();
    let Err(error) = built else {
        return true;
    };
    let reason = match &error {
        // The last line says what is wrong; those before draw the pattern.
        regex::Error::Syntax(drawn) => drawn.lines().last().unwrap_or_default().to_owned(),
        other => other.to_string(),
    };
    let reason = visible(reason.trim_start_matches("error: "));
    let message = format!("{} cannot be read as a pattern: {reason}", quoted(pattern));
    let help = "it is a regular expression; put a backslash before characters such as ( ) [ ] * + ? \
                to mean them as they are";
    report.say(Kind::BadRegex, at, message, help);
    false
}

fn group(
    fields: &Fields<'_, '_>,
    key: &str,
    columns: &mut Vec<Text>,
    report: &mut Reporter<'_>,
) -> Option<Vec<Condition>> {
    let items = fields.list(key, report)?;
    let mut conditions = Vec::new();
    let mut sound = true;
    for item in items {
        let condition = nested(item, columns, report);
        sound &= condition.is_some();
        conditions.extend(condition);
    }
    if items.is_empty() {
        let at = fields.key(key).unwrap_or_default();
        let message = format!("`{key}` holds no rules");
        report.say(
            Kind::BadValue,
            at,
            message,
            "add a rule to the list, or take the key out",
        );
    }
    (sound && !items.is_empty()).then_some(conditions)
}

fn nested(
    node: &Node<'_>,
    columns: &mut Vec<Text>,
    report: &mut Reporter<'_>,
) -> Option<Condition> {
    let fields = Fields::open(node, CONDITION, report)?;
    let parts = parts(&fields, columns, report)?;
    if parts.is_empty() {
        let message = "this rule is met by every row".to_owned();
        let help = "say what to look for: `tags`, `where`, `text` or `matches`";
        report.say(Kind::MissingKey, fields.head(), message, help);
        return None;
    }
    Some(joined(parts))
}

fn tests(
    fields: &Fields<'_, '_>,
    columns: &mut Vec<Text>,
    report: &mut Reporter<'_>,
) -> Option<Condition> {
    let node = fields.get("where")?;
    let entries = fields.map("where", report);
    let mut parts = Vec::new();
    let mut sound = true;
    for (column, value) in entries {
        let test = test(value, report);
        sound &= test.is_some();
        parts.extend(test.map(|test| Condition::Where {
            column: column.text.clone(),
            test,
        }));
        columns.push(column);
    }
    if parts.is_empty() && sound && node.entries().is_some() {
        let message = "`where` holds no tests".to_owned();
        report.say(
            Kind::BadValue,
            node.used,
            message,
            "write `column: value` in it",
        );
    }
    (sound && !parts.is_empty()).then(|| joined(parts))
}

fn test(node: &Node<'_>, report: &mut Reporter<'_>) -> Option<Test> {
    if node.entries().is_some() {
        return pattern_or_range(node, report);
    }
    let nodes = node.items().unwrap_or(std::slice::from_ref(node));
    let values: Option<Vec<_>> = nodes
        .iter()
        .map(|item| text(item, "where", report))
        .collect();
    let values: Vec<String> = values?
        .into_iter()
        .map(|value| value.text.trim().to_owned())
        .collect();
    if values.is_empty() {
        let message = "this test is met by no value".to_owned();
        report.say(
            Kind::BadValue,
            node.used,
            message,
            "list at least one value",
        );
        return None;
    }
    Some(Test::OneOf(values))
}

fn pattern_or_range(node: &Node<'_>, report: &mut Reporter<'_>) -> Option<Test> {
    let fields = Fields::open(node, TEST, report)?;
    let any = (f64::MIN, f64::MAX);
    let from = fields.number("from", any, report);
    let to = fields.number("to", any, report);
    let ranged = fields.get("from").is_some() || fields.get("to").is_some();
    if fields.get("matches").is_some() {
        if ranged {
            let message = "`matches` cannot stand beside `from` and `to`".to_owned();
            let help = "a test is a pattern or a range; use `all` to ask for both";
            report.say(Kind::ConflictingKeys, fields.head(), message, help);
            return None;
        }
        return pattern(&fields, report).map(Test::Pattern);
    }
    let read = |key: &str, value: Option<f64>| value.is_some() || fields.get(key).is_none();
    if !ranged {
        let message = "this test asks for nothing".to_owned();
        report.say(
            Kind::MissingKey,
            node.used,
            message,
            "write `matches:`, or `from:` or `to:`",
        );
        return None;
    }
    if from.zip(to).is_some_and(|(from, to)| from > to) {
        let message = "no number lies in this range".to_owned();
        report.say(
            Kind::BadValue,
            fields.head(),
            message,
            "`from` is not above `to`",
        );
    }
    (read("from", from) && read("to", to)).then_some(Test::Range { from, to })
}
