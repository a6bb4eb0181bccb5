//! The keymap as a table: for the command line, for the README, for other programs.

use super::command::Command;
use super::keymap::Keymap;
use super::text;
use std::fmt::Write;

/// The table as text in columns: keys, the command's name, what it does, where it applies.
pub fn plain(keymap: &Keymap) -> String {
    let rows: Vec<[String; 4]> = Command::ALL
        .iter()
        .map(|command| {
            let spec = command.spec();
            let (name, does) = (spec.name.to_owned(), spec.does.to_owned());
            [keymap.labels(*command), name, does, spec.places.words()]
        })
        .collect();
    let widest = |column: usize| rows.iter().map(|row| text::width(&row[column])).max();
    let widths = [0, 1, 2].map(|column| widest(column).unwrap_or(0));
    let mut table = String::new();
    for [keys, name, does, places] in &rows {
        let (keys, name) = (text::pad(keys, widths[0]), text::pad(name, widths[1]));
        let does = text::pad(does, widths[2]);
        let _ = writeln!(table, "{keys}  {name}  {does}  {places}");
    }
    table
}

/// The table in Markdown.
pub fn markdown(keymap: &Keymap) -> String {
    let mut table = String::from("| keys | command | what it does | where |\n|---|---|---|---|\n");
    for command in Command::ALL {
        let spec = command.spec();
        let keys = keymap.keys(*command).iter();
        let keys: Vec<_> = keys
            .map(|key| format!("`{}`", key.to_string().replace('|', "\\|")))
            .collect();
        let (keys, places) = (keys.join(" "), spec.places.words());
        let _ = writeln!(
            table,
            "| {keys} | `{}` | {} | {places} |",
            spec.name, spec.does
        );
    }
    table
}

/// The table in JSON: a list of commands with `name`, `does`, `keys` and `places`.
pub fn json(keymap: &Keymap) -> String {
    let commands: Vec<_> = Command::ALL
        .iter()
        .map(|command| {
            let spec = command.spec();
            let keys = keymap.keys(*command).iter();
            let keys: Vec<String> = keys.map(ToString::to_string).collect();
            let places = super::place::Place::ALL.iter();
            let places = places.filter(|place| command.applies(**place));
            let places: Vec<&str> = places.map(|place| place.name()).collect();
            serde_json::json!({
                "name": spec.name, "does": spec.does, "keys": keys, "places": places,
            })
        })
        .collect();
    format!("{:#}\n", serde_json::Value::Array(commands))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_stands_in_every_table() {
        let keymap = Keymap::default();
        let tables = [plain(&keymap), markdown(&keymap), json(&keymap)];
        for command in Command::ALL {
            for table in &tables {
                assert!(table.contains(command.spec().name), "{table}");
            }
        }
        let list: serde_json::Value = serde_json::from_str(&tables[2]).unwrap();
        let quit = list.as_array().unwrap().iter();
        let quit = quit.clone().find(|line| line["name"] == "quit").unwrap();
        assert_eq!(quit["keys"][0], "q");
    }
}
