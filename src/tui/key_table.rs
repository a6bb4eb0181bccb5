//! The keymap as a table: for the command line, for the README, for other programs.

use super::command::Command;
use super::keymap::Keymap;
use super::section::Section;
use super::text;
use std::fmt::Write;

/// The table as text in columns: keys, the command's name, what it does, where it applies, section by section.
pub fn plain(keymap: &Keymap) -> String {
    let row = |command: &Command| {
        let spec = command.spec();
        let (name, does) = (spec.name.to_owned(), spec.does.to_owned());
        [
            keymap.labels(*command).to_owned(),
            name,
            does,
            spec.places.words(),
        ]
    };
    let widest = |column: usize| {
        let all = Command::ALL.iter();
        all.map(|command| text::width(&row(command)[column])).max()
    };
    let widths = [0, 1, 2].map(|column| widest(column).unwrap_or(0));
    let mut table = String::new();
    for section in Section::ALL {
        let between = if table.is_empty() { "" } else { "\n" };
        let _ = writeln!(table, "{between}{}", section.title());
        for command in of(*section) {
            let [keys, name, does, places] = row(command);
            let (keys, name) = (text::pad(&keys, widths[0]), text::pad(&name, widths[1]));
            let does = text::pad(&does, widths[2]);
            let _ = writeln!(table, "  {keys}  {name}  {does}  {places}");
        }
    }
    table
}

/// The commands of a section.
fn of(section: Section) -> impl Iterator<Item = &'static Command> {
    let all = Command::ALL.iter();
    all.filter(move |command| command.spec().section == section)
}

/// The table in Markdown: one for each section, below its heading in bold.
pub fn markdown(keymap: &Keymap) -> String {
    let sections: Vec<_> = Section::ALL
        .iter()
        .map(|section| {
            let rows = markdown_of(keymap, *section);
            format!("**{}**\n\n{rows}", section.title())
        })
        .collect();
    sections.join("\n")
}

/// The table of one section in Markdown, without its heading.
pub fn markdown_of(keymap: &Keymap, section: Section) -> String {
    let mut table = String::from("| keys | what it does | where | command |\n|---|---|---|---|\n");
    for command in of(section) {
        let spec = command.spec();
        let keys = keymap.keys(*command).iter();
        let keys: Vec<_> = keys
            .map(|key| format!("`{}`", key.to_string().replace('|', "\\|")))
            .collect();
        let (keys, places) = (keys.join(" "), spec.places.words());
        let _ = writeln!(
            table,
            "| {keys} | {} | {places} | `{}` |",
            spec.does, spec.name
        );
    }
    table
}

/// The table in JSON: a list of commands with `name`, `does`, `keys`, `places` and `section`.
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
                "section": spec.section.title(),
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

    #[test]
    fn ten_keys_come_first_and_every_section_has_its_commands_once() {
        assert_eq!(of(Section::First).count(), 10);
        let all: usize = Section::ALL.iter().map(|one| of(*one).count()).sum();
        assert_eq!(all, Command::ALL.len());
    }
}
