//! Writes an action as an item of an `actions` list, and reads again what such an item says.

use super::item_line::Item;
use super::key_line::plain_day;
use super::owner_text::scalar;
use super::tree::{Node, Style};
use crate::journey::{Action, ActionField, Status};

/// The key of an action's id.
const ID: &str = "action";

/// The action in every way it can be written.
pub(super) fn item(action: &Action) -> Item {
    let braces = |quote: &str, style| {
        let entries: Vec<String> = (entries(action, style).iter())
            .map(|(key, value)| format!("{quote}{key}{quote}: {value}"))
            .collect();
        format!("{{{}}}", entries.join(", "))
    };
    Item {
        flow: braces("", Style::Plain),
        json: braces("\"", Style::Double),
        block: (entries(action, Style::Plain).iter())
            .map(|(key, value)| format!("{key}: {value}"))
            .collect(),
    }
}

/// The keys with their values as they are written.
fn entries(action: &Action, style: Style) -> Vec<(&'static str, String)> {
    let mut entries = vec![(ID, scalar(&action.id, style))];
    for (key, field) in ActionField::KEYS {
        if let Some(value) = action.get(field) {
            let day = (style == Style::Plain).then(|| plain_day(&value)).flatten();
            entries.push((key, day.unwrap_or_else(|| scalar(&value, style))));
        }
    }
    entries
}

/// The id of the action that an item is.
pub(super) fn id_of<'n>(item: &'n Node<'_>) -> Option<&'n str> {
    item.get(ID)?.text()
}

/// What an item says in a field, as the workspace reads it.
pub(super) fn said(item: &Node<'_>, field: ActionField) -> Option<String> {
    let node = item.get(field.key()).filter(|node| !node.is_null());
    let text = node.and_then(Node::text);
    match field {
        ActionField::Status => Some(text.unwrap_or(Status::default().word()).to_owned()),
        ActionField::Title => text.or_else(|| id_of(item)).map(str::to_owned),
        ActionField::Owner => {
            let owner = text?.trim();
            (!owner.is_empty()).then(|| owner.to_owned())
        }
        _ => text.map(str::to_owned),
    }
}

/// Whether an item is this action and nothing more, however it is written.
pub(super) fn is(item: &Node<'_>, action: &Action) -> bool {
    let keys = item.entries().unwrap_or_default().iter();
    let mut keys = keys.map(|entry| entry.key.text());
    let known =
        |key: Option<&str>| key.is_some_and(|key| key == ID || ActionField::of_key(key).is_some());
    let mut fields = ActionField::KEYS.iter().map(|(_, field)| *field);
    keys.all(known)
        && id_of(item) == Some(&action.id)
        && fields.all(|field| said(item, field) == action.get(field))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::Day;
    use crate::workspace::yaml;

    fn action() -> Action {
        Action {
            id: "more-agents".to_owned(),
            title: "A second agent: at \"full\" flights".to_owned(),
            owner: Some("NO".to_owned()),
            status: Status::Fixing,
            opened: Day::parse_iso("2026-01-31"),
            root_cause: Some("it's one, # they say".to_owned()),
            ..Action::default()
        }
    }

    #[test]
    fn an_action_reads_back_as_itself_in_every_way_it_is_written() {
        let item = item(&action());
        for text in [item.flow, item.json, item.block.join("\n")] {
            assert!(is(&yaml::read(&text).unwrap(), &action()), "{text}");
        }
        assert_eq!(item.block[4], "opened: 2026-01-31");
        assert_eq!(item.block[3], "status: fixing");
    }

    #[test]
    fn an_item_that_says_more_or_less_is_another() {
        let one = Action {
            id: "a".to_owned(),
            title: "a".to_owned(),
            ..Action::default()
        };
        for text in [
            "{action: a}",
            "{action: a, title: a, status: planned, owner: ~}",
        ] {
            assert!(is(&yaml::read(text).unwrap(), &one), "{text}");
        }
        for text in [
            "{action: a, x: y}",
            "{action: b}",
            "{action: a, due: soon}",
            "a",
        ] {
            assert!(!is(&yaml::read(text).unwrap(), &one), "{text}");
        }
    }
}
