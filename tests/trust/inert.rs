//! Everything that leaves, from a workspace full of strangers' words, read by a real parser of its format:
//! nothing is run, followed, fetched or called.

use crate::attacks::workspace;
use crate::dom::parsed;
use crate::place::program;
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;
use std::path::Path;

/// Words that do something in a sheet, a page, a chat or a terminal, where they are let.
const PAYLOADS: [&str; 24] = [
    "=HYPERLINK(\"http://e.example\",\"x\")",
    "  \t=1+1",
    "\u{a0}\u{feff}@SUM(A1)",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "plain\n=1+1",
    "plain\r\n@x",
    "\"=1+1",
    "a\",=1+1,\"b",
    "＝1+1",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "</style></title></textarea><svg onload=alert(1)>",
    "javascript:alert(1)",
    "[x](javascript:alert(1))",
    "![x](http://e.example/x.png)",
    "<http://e.example> www.e.example http://e.example",
    "| a | b |\n|---|---|\n# head\n- item",
    "`code` **bold** ~~gone~~ <b>b</b> &lt;",
    "<!channel> <!here> <@U012AB3CD> <#C1> <!subteam^S1>",
    "<http://e.example|click> @here @channel *b* _i_ ~s~",
    "::error file=x::owned\n::set-output name=a::b",
    "]]></failure><evil/>",
    "%0A::warning::x",
];

fn run(folder: &Path, arguments: &[&str]) -> String {
    let output = program(folder, arguments).output().unwrap();
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        output.status.code().is_some_and(|code| code < 2),
        "{arguments:?}: {error}"
    );
    String::from_utf8(output.stdout).unwrap()
}

/// A workspace whose every word is a payload, with an action that was told at every touchpoint.
fn shop() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    workspace(folder.path(), &PAYLOADS.map(str::to_owned));
    let journey = folder.path().join("j.yaml");
    let text = std::fs::read_to_string(&journey).unwrap();
    let mut number = 0;
    let lines = text.lines().map(|line| {
        let mut line = format!("{line}\n");
        if line.trim_start().starts_with("notes:") {
            let word = serde_json::to_string(PAYLOADS[number % PAYLOADS.len()]).unwrap();
            number += 1;
            line += &format!("    actions: [{{action: a{number}, title: {word}, status: told, opened: 2025-02-01, shipped: 2025-02-02, told: 2025-02-03, root-cause: {word}, done: {word}, link: {word}}}]\n");
        }
        line
    });
    let text: String = lines.collect();
    std::fs::write(journey, text).unwrap();
    folder
}

#[test]
fn no_cell_of_any_table_is_run_by_a_spreadsheet() {
    let folder = shop();
    for arguments in [
        &["export", "--format", "csv"][..],
        &["scorecard", "--format", "csv"],
        &["coverage", "--format", "csv"],
        &["act", "--format", "csv"],
        &["told", "a1", "--format", "csv"],
    ] {
        let text = run(folder.path(), arguments);
        let mut reader = csv::ReaderBuilder::new();
        let mut reader = reader.has_headers(false).from_reader(text.as_bytes());
        let mut cells = 0;
        for record in reader.records() {
            for cell in &record.unwrap() {
                let unseen = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}');
                let start = cell.trim_start_matches(unseen);
                let runs = start.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
                assert!(
                    !runs || cell.parse::<f64>().is_ok(),
                    "{arguments:?}: {cell:?}"
                );
                assert!(!cell.contains(char::is_control), "{arguments:?}: {cell:?}");
                cells += 1;
            }
        }
        assert!(cells > 5, "{arguments:?}: {text}");
    }
}

#[test]
fn no_word_becomes_a_link_a_picture_or_a_tag_in_any_markdown() {
    let folder = shop();
    for arguments in [
        &["export", "--format", "markdown"][..],
        &["digest", "--format", "markdown"],
        &["scorecard", "--format", "markdown"],
        &["agenda", "--format", "markdown"],
        &["playbook", "--format", "markdown"],
        &["listen", "--format", "markdown"],
        &["told", "a1", "--format", "markdown"],
        &["act", "--format", "markdown"],
    ] {
        let text = run(folder.path(), arguments);
        assert!(!text.is_empty(), "{arguments:?}");
        for event in Parser::new_ext(&text, Options::all()) {
            let acts = matches!(
                event,
                Event::Start(
                    Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock | Tag::Strikethrough
                ) | Event::Html(_)
                    | Event::InlineHtml(_)
                    | Event::InlineMath(_)
                    | Event::DisplayMath(_)
                    | Event::FootnoteReference(_)
            );
            // Commands that the reader may type are ours, and stand as code.
            let code = matches!(&event, Event::Code(text) if !text.starts_with("pothole "));
            assert!(!acts && !code, "{arguments:?}: {event:?}");
        }
    }
}

#[test]
fn nothing_runs_and_nothing_is_fetched_in_any_page() {
    let folder = shop();
    for command in ["export", "digest"] {
        let page = parsed(&run(folder.path(), &[command, "--format", "html"]));
        let active = [
            "script", "iframe", "object", "embed", "form", "base", "img", "link", "meta",
        ];
        for element in page.named(&active) {
            let policy = element.attribute("http-equiv");
            let policy = policy.is_none_or(|of| of == "Content-Security-Policy");
            assert!(element.name() == "meta" && policy, "{}", element.name());
        }
        for element in page.all() {
            for (name, value) in element.attributes() {
                assert!(!name.starts_with("on"), "{command}: {name}={value}");
                if matches!(name.as_str(), "href" | "src" | "xlink:href" | "action") {
                    assert!(value.starts_with('#'), "{command}: {name}={value}");
                }
            }
        }
    }
}

/// Every text below a JSON value.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(map) => map.values().for_each(|value| texts(value, found)),
        _ => {}
    }
}

#[test]
fn nobody_is_called_and_nothing_is_linked_in_a_chat() {
    let folder = shop();
    let message = run(folder.path(), &["digest", "--format", "slack"]);
    let mut found = Vec::new();
    texts(&serde_json::from_str(&message).unwrap(), &mut found);
    assert!(found.len() > 5);
    for text in found {
        assert!(!text.contains('<'), "{text}");
    }
}

#[test]
fn a_build_server_reads_findings_and_no_command_of_a_stranger() {
    let folder = shop();
    for line in run(folder.path(), &["check", "--format", "github"]).lines() {
        let ours = ["::error file=", "::warning file=", "::notice file="];
        assert!(ours.iter().any(|head| line.starts_with(head)), "{line}");
    }
    let report = run(folder.path(), &["check", "--format", "junit"]);
    let mut reader = quick_xml::Reader::from_str(&report);
    let known = ["testsuites", "testsuite", "testcase", "failure", "skipped"];
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                let name = String::from_utf8(tag.name().as_ref().to_vec()).unwrap();
                assert!(known.contains(&name.as_str()), "{name}");
            }
            _ => {}
        }
    }
    let findings = run(folder.path(), &["check", "--format", "json"]);
    serde_json::from_str::<Value>(&findings).unwrap();
}
