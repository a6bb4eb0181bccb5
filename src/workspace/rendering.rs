//! A problem as text for people: what is wrong, the line with a mark under the place, and the help.

use super::{Problem, Severity, visible};
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

impl Problem {
    /// Several lines: the message, the place, the line itself with a mark, and how to mend it.
    /// `colour` adds the escape sequences of a terminal.
    pub fn render(&self, colour: bool) -> String {
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let group = level.primary_title(self.message.as_str()).id(self.code);
        let file = visible(&self.file);
        let group = if self.line == 0 {
            group.element(Origin::path(file.as_str()))
        } else {
            let byte = |chars: usize| {
                let mut places = self.text.char_indices().map(|(at, _)| at);
                places.nth(chars).unwrap_or(self.text.len())
            };
            let start = byte(self.column.saturating_sub(1));
            let end = byte(self.column.saturating_sub(1) + self.width).max(start);
            let mark = AnnotationKind::Primary.span(start..end);
            let snippet = Snippet::source(self.text.as_str())
                .line_start(self.line)
                .path(file.as_str())
                .annotation(mark);
            group.element(snippet)
        };
        let group = match &self.help {
            Some(help) => group.element(Level::HELP.message(help.as_str())),
            None => group,
        };
        let renderer = if colour {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        renderer.render(&[group])
    }

    /// One line, as compilers write it, for editors and scripts: `file:line:column: severity[code]:
    /// message`.
    pub fn one_line(&self) -> String {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let file = visible(&self.file);
        let place = match (self.line, self.column) {
            (0, _) => file,
            (line, 0) => format!("{file}:{line}"),
            (line, column) => format!("{file}:{line}:{column}"),
        };
        format!("{place}: {severity}[{}]: {}", self.code, self.message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(text: &str, column: usize, width: usize) -> Problem {
        Problem {
            severity: Severity::Error,
            code: "unknown-key",
            file: "fly-out.yaml".into(),
            line: 12,
            column,
            width,
            text: text.into(),
            message: "`ownr` is not a key of a touchpoint".into(),
            help: Some("did you mean `owner`?".into()),
        }
    }

    #[test]
    fn a_problem_shows_its_line_with_a_mark_and_the_help() {
        let shown = problem("        ownr: car-parks", 9, 4).render(false);
        let expected = "\
error[unknown-key]: `ownr` is not a key of a touchpoint
  --> fly-out.yaml:12:9
   |
12 |         ownr: car-parks
   |         ^^^^
   |
   = help: did you mean `owner`?";
        assert_eq!(shown, expected);
        assert!(problem("ownr: x", 1, 4).render(true).contains("\u{1b}["));
    }

    #[test]
    fn the_mark_stands_under_wide_characters_and_behind_the_end() {
        let shown = problem("日本: x", 5, 1).render(false);
        assert!(shown.contains("\n12 | 日本: x\n   |       ^\n"), "{shown}");
        let shown = problem("", 1, 1).render(false);
        assert!(shown.contains("fly-out.yaml:12:1"), "{shown}");
        let long = "x".repeat(5_000);
        assert!(problem(&long, 900, 3).render(false).len() < 2_000);
    }

    #[test]
    fn a_problem_of_a_whole_file_names_the_file() {
        let mut whole = problem("", 0, 1);
        whole.line = 0;
        let expected = "\
error[unknown-key]: `ownr` is not a key of a touchpoint
--> fly-out.yaml
 = help: did you mean `owner`?";
        assert_eq!(whole.render(false), expected);
        let line = "fly-out.yaml: error[unknown-key]: `ownr` is not a key of a touchpoint";
        assert_eq!(whole.one_line(), line);
    }
}
