//! `pothole keys`.

use crate::shop::{Run, Shop, program};
use serde_json::Value;

fn with_config(shop: &Shop, text: &str, arguments: &[&str]) -> Run {
    shop.write("own.yaml", text);
    shop.run(&[&["--config", "own.yaml", "keys"], arguments].concat())
}

fn line<'r>(run: &'r Run, name: &str) -> &'r str {
    let mut lines = run.out.lines();
    let wanted = format!("  {name}  ");
    lines
        .find(|line| line.contains(&wanted))
        .map(str::trim_start)
        .unwrap_or_default()
}

#[test]
fn every_command_is_printed_with_its_keys() {
    let shop = Shop::open();
    let run = shop.run(&["keys"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert!(line(&run, "quit").starts_with("q "), "{}", run.out);
    let run = shop.run(&["keys", "--format", "markdown"]);
    assert!(
        run.out
            .contains("\n| `q` | Leave pothole | every view | `quit` |\n")
    );
}

#[test]
fn keys_of_the_config_file_are_printed() {
    let shop = Shop::open();
    let run = with_config(&shop, "keys: {quit: [Q, f10]}\n", &[]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(line(&run, "quit").starts_with("Q F10 "), "{}", run.out);
    let run = with_config(&shop, "keys: {quit: Q}\n", &["--format", "json"]);
    let list: Value = serde_json::from_str(&run.out).unwrap();
    let quit = list.as_array().unwrap().iter();
    let quit = quit.clone().find(|one| one["name"] == "quit").unwrap();
    assert_eq!(quit["keys"], serde_json::json!(["Q"]));
}

#[test]
fn slips_in_the_config_file_are_told_with_their_places() {
    let shop = Shop::open();
    let run = with_config(&shop, "keys:\n  qiut: Q\n  undo: hello\n", &[]);
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("--> own.yaml:2:3"), "{}", run.err);
    assert!(run.err.contains("did you mean `quit`?"), "{}", run.err);
    assert!(run.err.contains("--> own.yaml:3:9"), "{}", run.err);
    assert!(line(&run, "undo").starts_with("u "), "{}", run.out);
}

#[test]
fn the_environment_names_the_config_file_too() {
    let shop = Shop::open();
    shop.write("own.yaml", "keys: {quit: Q}\n");
    let output = program(&shop.path("."), &["keys"])
        .env("POTHOLE_CONFIG", "own.yaml")
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.lines().any(|line| line.trim_start().starts_with("Q ")),
        "{text}"
    );
    let missing = shop.run(&["--config", "nowhere.yaml", "keys"]);
    assert_eq!(missing.code, Some(1));
    assert!(missing.err.contains("nowhere.yaml"), "{}", missing.err);
}
