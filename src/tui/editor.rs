//! The user's own editor, at a line of a file.

use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::process::{Command, ExitStatus};

/// The editor the environment names: `VISUAL`, else `EDITOR`, else `vi`.
pub(super) fn chosen(variable: impl Fn(&str) -> Option<String>) -> String {
    let set = |name| variable(name).filter(|value| !value.trim().is_empty());
    set("VISUAL")
        .or_else(|| set("EDITOR"))
        .unwrap_or_else(|| "vi".to_owned())
}

/// How an editor is told a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// `+12 file`
    Plus,
    /// `--goto file:12`, and to wait until the file is closed
    Goto,
    /// `file:12`
    Colon,
    /// `--line 12 file`
    Line,
    /// It is not known how: the file alone.
    Unknown,
}

const FORMS: [(Form, &[&str]); 4] = [
    (
        Form::Plus,
        &[
            "vi",
            "vim",
            "nvim",
            "view",
            "nvi",
            "vis",
            "ex",
            "nano",
            "pico",
            "emacs",
            "emacsclient",
            "kak",
            "micro",
            "ne",
            "joe",
            "jed",
            "mg",
            "mcedit",
            "jmacs",
            "zile",
        ],
    ),
    (
        Form::Goto,
        &[
            "code",
            "code-insiders",
            "codium",
            "vscodium",
            "cursor",
            "windsurf",
        ],
    ),
    (Form::Colon, &["hx", "helix", "subl", "zed", "zeditor"]),
    (
        Form::Line,
        &["kate", "kwrite", "mate", "idea", "pycharm", "webstorm"],
    ),
];

/// What an editor is given behind its own words, to open a file at a line.
fn arguments(editor: &str, file: &str, line: usize) -> Vec<String> {
    let program = editor.split_whitespace().next().unwrap_or_default();
    let name = program.rsplit(['/', '\\']).next().unwrap_or(program);
    let name = name.strip_suffix(".exe").unwrap_or(name);
    let known = FORMS.iter().find(|(_, names)| names.contains(&name));
    let form = known.map_or(Form::Unknown, |(form, _)| *form);
    let told = |option: &str| editor.split_whitespace().any(|word| word == option);
    let mut all: Vec<String> = Vec::new();
    if matches!(name, "subl" | "zed" | "zeditor") || form == Form::Goto {
        all.extend((!told("--wait") && !told("-w")).then(|| "--wait".to_owned()));
    }
    match form {
        _ if line == 0 => all.push(file.to_owned()),
        Form::Plus => all.extend([format!("+{line}"), file.to_owned()]),
        Form::Goto => all.extend(["--goto".to_owned(), format!("{file}:{line}")]),
        Form::Colon => all.push(format!("{file}:{line}")),
        Form::Line => all.extend(["--line".to_owned(), line.to_string(), file.to_owned()]),
        Form::Unknown => all.push(file.to_owned()),
    }
    all
}

/// Why a file cannot be opened in an editor of text.
pub(super) fn refusal(file: &Path) -> Option<String> {
    let name = file.file_name().unwrap_or(file.as_os_str());
    let name = name.to_string_lossy();
    let ending = file.extension().unwrap_or_default().to_string_lossy();
    if ["xlsx", "xls", "xlsb", "ods"].contains(&ending.to_lowercase().as_str()) {
        return Some(format!("{name} is a sheet, not text: no editor opens it"));
    }
    (!file.exists()).then(|| format!("{name} is not there any more"))
}

/// Runs the editor and waits until it is left. Its words are the shell's, as git has it: there may be
/// options and quotes among them. A line of 0 stands for the file as a whole.
pub(super) fn run(editor: &str, file: &Path, line: usize) -> io::Result<ExitStatus> {
    let arguments = arguments(editor, &file.to_string_lossy(), line);
    let mut command = if cfg!(unix) {
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(format!("{editor} \"$@\"")).arg(editor);
        shell
    } else {
        let mut words = editor.split_whitespace().map(OsString::from);
        let mut command = Command::new(words.next().unwrap_or_default());
        command.args(words);
        command
    };
    command.args(arguments).status()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_editors_open_at_the_line() {
        for (editor, expected) in [
            ("vim", vec!["+12", "a.yaml"]),
            ("/usr/bin/nvim -n", vec!["+12", "a.yaml"]),
            ("emacsclient -nw", vec!["+12", "a.yaml"]),
            ("code", vec!["--wait", "--goto", "a.yaml:12"]),
            ("code --wait", vec!["--goto", "a.yaml:12"]),
            ("hx", vec!["a.yaml:12"]),
            ("subl -w", vec!["a.yaml:12"]),
            ("zed", vec!["--wait", "a.yaml:12"]),
            ("kate", vec!["--line", "12", "a.yaml"]),
            ("ed", vec!["a.yaml"]),
        ] {
            assert_eq!(arguments(editor, "a.yaml", 12), expected, "{editor}");
        }
        assert_eq!(arguments("vim", "a.yaml", 0), ["a.yaml"]);
    }

    #[test]
    fn visual_outranks_editor_and_vi_is_there_without_either() {
        let of = |variables: &[(&str, &str)]| {
            chosen(|name| {
                let known = variables.iter().find(|(known, _)| *known == name);
                known.map(|(_, value)| (*value).to_owned())
            })
        };
        assert_eq!(of(&[("EDITOR", "nano"), ("VISUAL", "hx")]), "hx");
        assert_eq!(of(&[("EDITOR", "nano"), ("VISUAL", " ")]), "nano");
        assert_eq!(of(&[]), "vi");
    }

    #[test]
    fn sheets_and_files_that_are_gone_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let of = |name: &str| refusal(&folder.path().join(name));
        std::fs::write(folder.path().join("said.csv"), "x").unwrap();
        assert_eq!(of("said.csv"), None);
        assert_eq!(of("gone.csv").unwrap(), "gone.csv is not there any more");
        assert!(of("said.XLSX").unwrap().contains("is a sheet"));
    }

    #[cfg(unix)]
    #[test]
    fn options_and_quotes_of_the_editor_are_the_shells() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a b.yaml");
        std::fs::write(&file, "x").unwrap();
        let status = run("sh -c 'printf %s \"$1\" > \"$1\"' x", &file, 3);
        assert!(status.unwrap().success());
        let text = std::fs::read_to_string(&file).unwrap();
        assert_eq!(text, file.to_string_lossy());
    }
}
