//! `docs/practices.md`: every command of the page runs on a copy of the sample, in the page's order.

use std::fs;
use std::path::Path;
use std::process::Command;

/// Commands that name nothing there is: they say how a command is spelt.
const SPELT: [&str; 4] = ["TOUCHPOINT", "OWNER", "ACTION", "curl"];

/// The commands of the page, lines that go on put together, remarks left out.
fn commands(page: &str) -> Vec<String> {
    let page = page.replace("\\\n", " ");
    let mut commands = Vec::new();
    let mut inside = false;
    for line in page.lines() {
        if line.trim_start().starts_with("```") {
            inside = line.trim_start().starts_with("```sh");
        } else if inside {
            commands.push(line);
        } else {
            commands.extend(line.split('`').skip(1).step_by(2));
        }
    }
    let commands = commands.into_iter().map(str::trim);
    let commands = commands.filter(|line| line.starts_with("pothole "));
    let commands = commands.map(|line| line.split('#').next().unwrap().trim().to_owned());
    let spelt = |line: &String| SPELT.iter().any(|word| line.contains(word));
    commands.filter(|line| !spelt(line)).collect()
}

/// The command, as if it were given on one day whatever the clock says.
fn on_a_day(command: &str) -> String {
    let dated = [
        "act add", "act move", "check", "told", "flag", "agenda", "export",
    ];
    let is = |name: &&str| command.starts_with(&format!("pothole {name}"));
    let (said, rest) = match command.split_once(" > ") {
        Some((said, rest)) => (said, format!(" > {rest}")),
        None => (command, String::new()),
    };
    if command.starts_with("pothole listen add") {
        return format!("{said} --on 2025-11-10{rest}");
    }
    if command.contains("--today") || !dated.iter().any(is) {
        return command.to_owned();
    }
    format!("{said} --today 2026-11-02{rest}")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, &to).unwrap();
        }
    }
}

#[cfg(unix)]
#[test]
fn every_command_of_the_page_runs_on_the_sample() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    copy(&root.join("journeys"), folder.path());
    let page = fs::read_to_string(root.join("docs/practices.md")).unwrap();
    let commands = commands(&page);
    assert!(commands.len() > 20, "{commands:?}");
    let program = Path::new(env!("CARGO_BIN_EXE_pothole"));
    for command in commands {
        let command = on_a_day(&command);
        let line = command.replacen("pothole", &format!("'{}'", program.display()), 1);
        let mut shell = Command::new("sh");
        shell.current_dir(folder.path()).args(["-c", &line]);
        shell
            .env("POTHOLE_CONFIG", "off")
            .env("POTHOLE_CACHE", "off");
        let out = shell.output().unwrap();
        assert!(
            out.status.success(),
            "{command}\n{}",
            String::from_utf8_lossy(&out.stderr)
        );
    }
}
