//! The ways to add an item to a list of a touchpoint, its rules or its actions, or to take one away, by
//! replacing one run of bytes, best first. Which of them means what was wanted is for the splice to verify.

use super::key_line::{Change, Place, bounds, gone};
use super::tree::{Entry, Node, Style, Value};
use std::ops::Range;

/// A touchpoint's mapping in its file.
pub(super) type Spot<'n, 'a> = Place<'n, 'a>;

/// A list of a touchpoint, by its key.
pub(super) struct List {
    /// The key.
    pub(super) key: &'static str,
    /// What its items are called.
    pub(super) words: &'static str,
    /// The keys of a touchpoint that a new list comes behind.
    pub(super) behind: &'static [&'static str],
}

/// An item to be added, in the ways it can be written.
pub(super) struct Item {
    /// In braces.
    pub(super) flow: String,
    /// In braces, with its keys in quotes, where the file is like JSON.
    pub(super) json: String,
    /// Behind a dash: one line, or several for a mapping without braces.
    pub(super) block: Vec<String>,
}

impl Item {
    fn in_braces(&self, json: bool) -> &str {
        if json { &self.json } else { &self.flow }
    }

    /// Behind a prefix that ends with a dash and blanks; further lines stand under the first.
    fn behind_dash(&self, prefix: &str, ending: &str) -> String {
        let indent: String = prefix.chars().map(|_| ' ').collect();
        let between = format!("{ending}{indent}");
        format!("{prefix}{}", self.block.join(&between))
    }
}

/// Ways to add an item.
pub(super) fn insertions(spot: &Spot<'_, '_>, list: &List, item: &Item) -> Vec<Change> {
    let Some(entry) = own_entry(spot, list) else {
        return new_list(spot, list, item);
    };
    let braces = item.in_braces(is_json(entry));
    match entry.value.items() {
        None => first_item(spot, entry, item),
        Some([]) if entry.value.flow => {
            let at = entry.value.used.start as usize + 1;
            vec![put(at, braces.to_owned())]
        }
        Some(items) if entry.value.flow => behind_flow(spot, items, braces),
        Some(items) => behind_block(spot, items, item),
    }
}

/// Ways to take the item at a place away.
pub(super) fn removals(spot: &Spot<'_, '_>, list: &List, place: usize) -> Vec<Change> {
    let Some(entry) = own_entry(spot, list) else {
        return Vec::new();
    };
    let items = entry.value.items().unwrap_or_default();
    let Some(range) = items.get(place).and_then(reach) else {
        return Vec::new();
    };
    if items.get(place).is_some_and(|item| is_remarked(spot, item)) {
        return Vec::new();
    }
    let mut ways = Vec::new();
    if items.len() == 1 && !has_comment(spot, entry, &range) {
        ways.extend(whole_entry(spot, entry));
    }
    if entry.value.flow {
        let before = place.checked_sub(1).and_then(|before| items.get(before));
        let before = before.and_then(reach).map(|before| before.end..range.end);
        let after = items.get(place + 1).and_then(reach);
        let after = after.map(|after| range.start..after.start);
        ways.extend([before, after].into_iter().flatten());
        ways.push(range);
    } else {
        let lines = whole_lines(spot, range.start, range.end);
        // Where the line break before belongs to a text, it stays.
        let alone = lines
            .clone()
            .map(|lines| spot.line_start(range.start)..lines.end);
        // Where the text before keeps its blank last lines, those behind the item would become its own: they go.
        let below = lines.iter().flat_map(|lines| {
            let ends = blank_lines(spot, lines.end);
            ends.map(|end| lines.start..end)
        });
        let below: Vec<_> = below.collect();
        ways.extend(lines.into_iter().chain(alone).chain(below));
    }
    ways.into_iter().map(gone).collect()
}

/// Whether a comment stands between the lines of an item.
fn is_remarked(spot: &Spot<'_, '_>, item: &Node<'_>) -> bool {
    let mut leaves = Vec::new();
    gather(item, &mut leaves);
    leaves.sort_by_key(|leaf| leaf.start);
    leaves.windows(2).any(|pair| {
        let between = pair[0].end..pair[1].start;
        between.start < between.end
            && (spot.text.get(between)).is_none_or(|between| between.contains('#'))
    })
}

/// The bytes of every scalar and alias in a node, with their anchors and tags.
fn gather(node: &Node<'_>, leaves: &mut Vec<Range<usize>>) {
    if node.is_alias() || node.text().is_some() {
        leaves.extend(bounds(node));
        return;
    }
    for item in node.items().unwrap_or_default() {
        gather(item, leaves);
    }
    let entries = node.entries().unwrap_or_default().iter();
    for entry in entries.filter(|entry| !entry.merged) {
        gather(&entry.key, leaves);
        gather(&entry.value, leaves);
    }
}

fn own_entry<'n, 'a>(spot: &Spot<'n, 'a>, list: &List) -> Option<&'n Entry<'a>> {
    spot.own().find(|entry| entry.key.text() == Some(list.key))
}

fn is_json(entry: &Entry<'_>) -> bool {
    matches!(entry.key.value, Value::Scalar(_, Style::Double))
}

fn put(at: usize, text: String) -> Change {
    Change {
        range: at..at,
        text,
    }
}

/// The key and its first item, where the touchpoint has no such list: behind what describes it.
fn new_list(spot: &Spot<'_, '_>, list: &List, item: &Item) -> Vec<Change> {
    let mut neighbours: Vec<&Entry<'_>> = spot
        .own()
        .filter(|entry| {
            let named = (entry.key.text()).is_some_and(|key| list.behind.contains(&key));
            named && entry.value.text().is_some() && !spot.is_folded(entry.value.used)
        })
        .collect();
    neighbours.sort_by_key(|entry| std::cmp::Reverse(entry.key.used.start));
    let changes = neighbours.into_iter().map(|last| {
        let at = spot.end(last);
        if spot.node.flow {
            let (quote, item) = if is_json(last) {
                ("\"", &item.json)
            } else {
                ("", &item.flow)
            };
            return put(at, format!(", {quote}{}{quote}: [{item}]", list.key));
        }
        let (ending, indent) = (spot.ending(), spot.indent());
        let item = item.behind_dash(&format!("{indent}  - "), ending);
        let text = format!("{ending}{indent}{}:{ending}{item}", list.key);
        put(spot.line_end(at), text)
    });
    changes.collect()
}

/// The first item of a list that is a key without a value, or a word for nothing.
fn first_item(spot: &Spot<'_, '_>, entry: &Entry<'_>, item: &Item) -> Vec<Change> {
    let value = &entry.value;
    let braces = item.in_braces(is_json(entry));
    if value.used.start < value.used.end {
        return vec![Change {
            range: value.used.range(),
            text: format!("[{braces}]"),
        }];
    }
    let end = spot.end(entry);
    if spot.node.flow {
        return vec![put(end, format!(" [{braces}]"))];
    }
    let ending = spot.ending();
    let item = item.behind_dash(&format!("{}  - ", spot.indent()), ending);
    vec![
        put(spot.line_end(end), format!("{ending}{item}")),
        put(end, format!(" [{braces}]")),
    ]
}

/// Behind the last item in brackets: on a line of its own where that one has one.
fn behind_flow(spot: &Spot<'_, '_>, items: &[Node<'_>], item: &str) -> Vec<Change> {
    let Some(last) = items.iter().rev().find_map(reach) else {
        return Vec::new();
    };
    let indent = before(spot, last.start);
    let alone = items.len() > 1 || spot.is_folded_range(last.start.saturating_sub(1), last.end);
    let own_line = indent.trim().is_empty() && last.start > 0 && alone;
    let same_line = put(last.end, format!(", {item}"));
    if own_line {
        let text = format!(",{}{indent}{item}", spot.ending());
        return vec![put(last.end, text), same_line];
    }
    vec![same_line]
}

/// On a line of its own behind the last item, with the dash where the others have it.
fn behind_block(spot: &Spot<'_, '_>, items: &[Node<'_>], item: &Item) -> Vec<Change> {
    let Some(end) = items.last().and_then(reach).map(|range| range.end) else {
        return Vec::new();
    };
    let dash = |node: &Node<'_>| {
        let start = reach(node)?.start;
        let prefix = before(spot, start);
        let bare = prefix.trim_start();
        let dashed = bare.starts_with('-') && bare[1..].trim().is_empty() && bare.len() > 1;
        dashed.then(|| prefix.to_owned())
    };
    let Some(prefix) = items.iter().rev().find_map(dash) else {
        return Vec::new();
    };
    // A text over several lines ends behind its last line break.
    let text = spot.text.get(..end).unwrap_or_default();
    let solid = text.trim_end_matches(['\n', '\r']).len();
    let line = item.behind_dash(&prefix, spot.ending());
    vec![
        put(spot.line_end(solid), format!("{}{line}", spot.ending())),
        // Where its blank last lines count, they stay in it.
        put(spot.line_start(end), format!("{line}{}", spot.ending())),
    ]
}

/// Whether a comment stands in the list beside its only item.
fn has_comment(spot: &Spot<'_, '_>, entry: &Entry<'_>, item: &Range<usize>) -> bool {
    let key = entry.key.used.end as usize;
    let end = reach(&entry.value).map_or(item.end, |range| range.end);
    let parts = [key..item.start, item.end..end];
    let part = |range: &Range<usize>| spot.text.get(range.clone()).unwrap_or("#");
    parts.iter().any(|range| part(range).contains('#'))
}

/// The key with its list: its lines, or in braces with a comma.
fn whole_entry(spot: &Spot<'_, '_>, entry: &Entry<'_>) -> Vec<Range<usize>> {
    let key = entry.key.used.start as usize;
    let end = reach(&entry.value).map_or(key, |range| range.end);
    let mut ways: Vec<_> = whole_lines(spot, key, end).into_iter().collect();
    if spot.node.flow {
        ways.extend(spot.with_comma(entry, end));
    }
    ways
}

/// The lines from one place to another, when nothing but a dash, a comma or a comment shares them.
fn whole_lines(spot: &Spot<'_, '_>, from: usize, to: usize) -> Option<Range<usize>> {
    let start = spot.line_start(from);
    let before = spot.text.get(start..from)?.trim();
    let solid = spot.text.get(..to)?.trim_end_matches(['\n', '\r']).len();
    let stop = spot.line_end(solid);
    let behind = spot.text.get(solid..stop)?.trim();
    if !matches!(before, "" | "-") || !matches!(behind, "" | ",") {
        return None;
    }
    let after = spot.after_break(stop);
    if after > stop {
        return Some(start..after);
    }
    // The file's last line has no end: the one before gives its own.
    let previous = spot.text.get(..start)?;
    let kept = previous
        .strip_suffix("\r\n")
        .or_else(|| previous.strip_suffix(['\n', '\r']));
    Some(kept.map_or(start, str::len)..stop)
}

/// Where the blank lines from a line's start on end, one after the other.
fn blank_lines(spot: &Spot<'_, '_>, from: usize) -> impl Iterator<Item = usize> {
    let next = move |start: usize| {
        let stop = spot.line_end(start);
        let after = spot.after_break(stop);
        let blank = spot.text.get(start..stop)?.trim().is_empty();
        (blank && after > stop).then_some(after)
    };
    std::iter::successors(next(from), move |start| next(*start))
}

/// What stands before a place on its line.
fn before<'t>(spot: &Spot<'t, '_>, at: usize) -> &'t str {
    spot.text.get(spot.line_start(at)..at).unwrap_or_default()
}

/// The bytes of a node. A list or mapping without brackets ends with the last thing in it, not where
/// the next one begins.
fn reach(node: &Node<'_>) -> Option<Range<usize>> {
    if node.flow || node.is_alias() || node.text().is_some() {
        return bounds(node);
    }
    let items = node.items().unwrap_or_default().iter();
    let entries = node.entries().unwrap_or_default().iter();
    let own = entries.filter(|entry| !entry.merged);
    let parts = items.chain(own.flat_map(|entry| [&entry.key, &entry.value]));
    let ends = parts.filter_map(reach).map(|range| range.end);
    Some(bounds(node)?.start..ends.max()?)
}
