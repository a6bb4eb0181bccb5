//! Adds an action to a touchpoint in the text of a journey file, takes it away, or changes its fields, and
//! proves that nothing else changed: the new text is read again and compared with what was meant.

use super::action_item::{id_of, is, item, said};
use super::item_line::{List, Spot, insertions, removals};
use super::listed::{Listed, same};
use super::owner_text::is_writable;
use super::splice::Refusal;
use super::tree::{Node, Value};
use super::visible::quoted;
use crate::journey::{Action, ActionField, FieldChange};

/// Where actions stand.
static ACTIONS: List = List {
    key: "actions",
    words: "actions",
    behind: &[
        "touchpoint",
        "title",
        "channel",
        "owner",
        "moment-of-truth",
        "authority",
        "notes",
        "visited",
    ],
};

/// The text with one more action for a touchpoint, behind its others.
///
/// Only lines come, or the action joins a list in brackets; no other byte changes. The result has been
/// read again: it means the same as before but for this action, or the text is refused.
pub fn add_action(
    text: &str,
    journey: &str,
    touchpoint: &str,
    action: &Action,
) -> Result<String, Refusal> {
    check_words(action)?;
    let actions = Listed::of(&ACTIONS, text, journey, touchpoint)?;
    let all = actions.items.iter().chain(actions.elsewhere());
    if let Some(taken) = all.into_iter().find(|item| id_of(item) == Some(&action.id)) {
        return Err(Refusal::SameAction {
            line: actions.line(taken),
            action: action.id.clone(),
        });
    }
    let node = actions.editable()?;
    let changes = insertions(&Spot::of(text, node), &ACTIONS, &item(action));
    let means = |items: &[Node<'_>]| match items.split_last() {
        Some((last, others)) => is(last, action) && same(&actions.items, others),
        None => false,
    };
    let refusal = "no action can be added here without changing more";
    (actions.first_that(&changes, means)).ok_or_else(|| actions.refused(node, refusal))
}

/// The text without an action of a touchpoint, when it says there what is expected and nothing more. A
/// list that holds no other action goes with its key.
pub fn remove_action(
    text: &str,
    journey: &str,
    touchpoint: &str,
    action: &Action,
) -> Result<String, Refusal> {
    let actions = Listed::of(&ACTIONS, text, journey, touchpoint)?;
    let place = place(&actions, &action.id)?;
    let node = actions.editable()?;
    let found = &actions.items[place];
    if !is(found, action) {
        return Err(Refusal::OtherAction {
            line: actions.line(found),
            reason: "the action says something else now".to_owned(),
        });
    }
    let mut rest = actions.items.clone();
    rest.remove(place);
    let changes = removals(&Spot::of(text, node), &ACTIONS, place);
    let refusal = "the action cannot be taken away here without changing more";
    (actions.first_that(&changes, |items| same(&rest, items)))
        .ok_or_else(|| actions.refused(found, refusal))
}

/// The text with other values for some fields of an action, each of which must say now what it is changed
/// from. One line changes, comes or goes for each of them, and no other byte.
pub fn change_action(
    text: &str,
    journey: &str,
    touchpoint: &str,
    id: &str,
    changes: &[FieldChange],
) -> Result<String, Refusal> {
    let mut text = text.to_owned();
    for change in changes {
        text = change_field(&text, journey, touchpoint, id, change)?;
    }
    Ok(text)
}

fn change_field(
    text: &str,
    journey: &str,
    touchpoint: &str,
    id: &str,
    change: &FieldChange,
) -> Result<String, Refusal> {
    let key = change.field.key();
    writable(change.field, change.to.as_deref())?;
    let actions = Listed::of(&ACTIONS, text, journey, touchpoint)?;
    actions.editable()?;
    let place = place(&actions, id)?;
    let old = &actions.items[place];
    let found = said(old, change.field);
    if found != change.from {
        let words = |value: Option<&str>| value.map_or("nothing".to_owned(), quoted);
        let (now, then) = (words(found.as_deref()), words(change.from.as_deref()));
        return Err(Refusal::OtherAction {
            line: actions.line(old),
            reason: format!("`{key}` of the action says {now} now, not {then}"),
        });
    }
    if found == change.to {
        return Ok(text.to_owned());
    }
    if old.is_alias() {
        return Err(actions.refused(old, "the action stands here by an alias"));
    }
    let spot = Spot {
        days: true,
        ..Spot::of(text, old)
    };
    let changes = (spot.ways(key, change.to.as_deref(), before(change.field)))
        .map_err(|reason| actions.refused(old, &reason))?;
    let means = |items: &[Node<'_>]| {
        let Some(new) = items.get(place) else {
            return false;
        };
        said(new, change.field) == change.to
            && without(new, key).same(&without(old, key))
            && same(&items[..place], &actions.items[..place])
            && same(&items[place + 1..], &actions.items[place + 1..])
    };
    let refusal = || format!("`{key}` cannot be changed here without changing more");
    (actions.first_that(&changes, means)).ok_or_else(|| actions.refused(old, &refusal()))
}

/// The line on which an action of a touchpoint begins, or on which one of its fields stands.
pub fn action_in(
    text: &str,
    journey: &str,
    touchpoint: &str,
    id: &str,
    field: Option<ActionField>,
) -> Result<usize, Refusal> {
    let actions = Listed::of(&ACTIONS, text, journey, touchpoint)?;
    let item = &actions.items[place(&actions, id)?];
    let key = field.map(ActionField::key);
    let mut entries = item.entries().unwrap_or_default().iter();
    let entry = entries.find(|entry| entry.key.text() == key && key.is_some());
    Ok(actions.line(entry.map_or(item, |entry| &entry.key)))
}

/// The place of an action in its touchpoint's list: of several with one id, the first counts.
fn place(actions: &Listed<'_>, id: &str) -> Result<usize, Refusal> {
    let place = actions
        .items
        .iter()
        .position(|item| id_of(item) == Some(id));
    place.map_or_else(
        || {
            Err(Refusal::NoAction {
                line: actions.line(actions.node()?),
                action: id.to_owned(),
            })
        },
        Ok,
    )
}

/// The keys of an action that a field comes behind.
fn before(field: ActionField) -> &'static [&'static str] {
    const ORDER: [&str; 12] = [
        "action",
        "title",
        "owner",
        "status",
        "opened",
        "due",
        "shipped",
        "told",
        "root-cause",
        "done",
        "link",
        "came-back",
    ];
    let place = ORDER.iter().position(|key| *key == field.key());
    &ORDER[..place.unwrap_or(1)]
}

/// An action's mapping without one of its keys.
fn without<'a>(item: &Node<'a>, key: &str) -> Node<'a> {
    let mut item = item.clone();
    if let Value::Map(entries) = &mut item.value {
        entries.retain(|entry| entry.key.text() != Some(key));
    }
    item
}

fn check_words(action: &Action) -> Result<(), Refusal> {
    for (_, field) in ActionField::KEYS {
        writable(field, action.get(field).as_deref())?;
    }
    if super::id::is_id(&action.id) {
        Ok(())
    } else {
        Err(Refusal::BadId(quoted(&action.id)))
    }
}

fn writable(field: ActionField, value: Option<&str>) -> Result<(), Refusal> {
    match value.filter(|value| !is_writable(value)) {
        Some(bad) => Err(Refusal::BadValue {
            key: field.key(),
            value: quoted(bad),
        }),
        None => Ok(()),
    }
}
