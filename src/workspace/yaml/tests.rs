//! What the reader keeps of a text, and what it refuses.

use super::*;
use std::fmt::Write;

mod everyday;
mod scribe;

fn texts(node: &Node<'_>) -> Vec<String> {
    match &node.value {
        Value::Scalar(text, _) => vec![text.to_string()],
        Value::List(items) => items.iter().flat_map(texts).collect(),
        Value::Map(entries) => entries
            .iter()
            .flat_map(|entry| [texts(&entry.key), texts(&entry.value)].concat())
            .collect(),
    }
}

#[test]
fn scalars_keep_their_text_as_it_is_written() {
    let text = "[NO, 007, 1.0, 2017-05-15, 0x1F, 1_000, true, .inf, 'it''s', \"a\\tb\"]";
    let expected = "NO 007 1.0 2017-05-15 0x1F 1_000 true .inf it's a\tb";
    assert_eq!(texts(&read(text).unwrap()).join(" "), expected);
}

#[test]
fn every_span_covers_its_own_bytes_behind_a_byte_order_mark_and_with_crlf() {
    let text = "\u{feff}a: b  # c\r\nk: &x !!str d\r\ne: *x\r\nf:\r\nq: 'r'\r\n";
    let root = read(text).unwrap();
    let at = |key: &str| &text[root.get(key).unwrap().span.range()];
    assert_eq!((at("a"), at("k"), at("f"), at("q")), ("b", "d", "", "'r'"));
    let alias = root.get("e").unwrap();
    assert_eq!((&text[alias.used.range()], alias.is_alias()), ("*x", true));
    let anchored = root.get("k").unwrap();
    assert_eq!(&text[anchored.anchor().unwrap().range()], "&x");
    assert_eq!(&text[anchored.tag().unwrap().range()], "!!str");
}

#[test]
fn a_merge_key_fills_in_what_the_mapping_does_not_say() {
    let text = "- &a {x: 1, y: 2}\n- &b {y: 3, z: 4}\n- {<<: [*a, *b], x: 0}\n";
    let root = read(text).unwrap();
    let merged = &root.items().unwrap()[2];
    assert_eq!(texts(merged).join(" "), "x 0 y 2 z 4");
    let flags: Vec<bool> = merged
        .entries()
        .unwrap()
        .iter()
        .map(|entry| entry.merged)
        .collect();
    assert_eq!(flags, [false, true, true]);
}

#[test]
fn duplicate_keys_are_kept_so_that_they_can_be_reported() {
    assert_eq!(texts(&read("a: 1\na: 2\n").unwrap()).join(" "), "a 1 a 2");
}

#[test]
fn nothing_null_and_quotes_are_told_apart() {
    let root = read("[~, null, '', 'null', NULL, nul, !!str ]").unwrap();
    let nulls: Vec<bool> = root.items().unwrap().iter().map(Node::is_null).collect();
    assert_eq!(nulls, [true, true, false, false, true, false, false]);
    assert!(read("").unwrap().is_null() && read("# only this\n").unwrap().is_null());
}

#[test]
fn mistakes_have_a_kind_and_a_place() {
    let cases = [
        ("a:\n\tb: c\n", YamlMistake::Tab, 4),
        ("a: 'b\nc: d\n", YamlMistake::Quote, 6),
        ("a: b: c\n", YamlMistake::Colon, 4),
        ("a: *x\n", YamlMistake::Anchor, 3),
        ("a: b\n---\nc: d\n", YamlMistake::Other, 5),
        ("&a [*a]", YamlMistake::Other, 4),
    ];
    for (text, kind, at) in cases {
        let error = read(text).unwrap_err();
        assert_eq!((error.kind, error.at), (kind, at), "{text:?} {error:?}");
    }
}

#[test]
fn bombs_are_refused() {
    let deep = "[".repeat(100_000);
    assert_eq!(read(&deep).unwrap_err().kind, YamlMistake::Limit);
    let mut laughs = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let before = vec![format!("*a{}", level - 1); 9].join(", ");
        writeln!(laughs, "a{level}: &a{level} [{before}]").unwrap();
    }
    assert_eq!(read(&laughs).unwrap_err().kind, YamlMistake::Limit);
}
