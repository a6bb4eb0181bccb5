//! A problem as text: what is wrong, the line it stands on with a caret, and how to mend it.

use crate::feedback::Rejected;
use crate::workspace::{Problem, Severity};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::ops::Range;

/// Renders problems, with colour or without.
pub(super) struct Snippets {
    renderer: Renderer,
}

impl Snippets {
    /// A renderer.
    pub(super) fn new(colour: bool) -> Self {
        Self {
            renderer: if colour {
                Renderer::styled()
            } else {
                Renderer::plain()
            },
        }
    }

    /// A problem of the workspace's YAML.
    pub(super) fn problem(&self, problem: &Problem) -> String {
        let level = match problem.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let title = level.primary_title(&problem.message).id(problem.code);
        let group = if problem.line == 0 {
            title.element(Origin::path(&problem.file))
        } else {
            let snippet = Snippet::source(&problem.text)
                .path(&problem.file)
                .line_start(problem.line);
            title.element(snippet.annotation(AnnotationKind::Primary.span(span(problem))))
        };
        self.render(with_help(group, problem.help.as_deref()))
    }

    /// A file of feedback that could not be read at all.
    pub(super) fn unread(&self, unread: &Rejected) -> String {
        let title = format!(
            "source `{}` could not be read: {}",
            unread.source, unread.reason
        );
        let mut group = Level::ERROR
            .primary_title(title)
            .id("unread")
            .element(place(unread));
        if unread.file.is_empty() {
            group = Level::ERROR
                .primary_title(format!("source `{}`: {}", unread.source, unread.reason))
                .id("unread")
                .element(Origin::path("pothole.yaml"));
        }
        self.render(group)
    }

    /// A row of feedback that could not be read as declared.
    pub(super) fn rejected(&self, rejected: &Rejected) -> String {
        let title = format!(
            "a row of `{}` is rejected: {}",
            rejected.source, rejected.reason
        );
        self.render(
            Level::NOTE
                .primary_title(title)
                .id("rejected-row")
                .element(place(rejected)),
        )
    }

    fn render(&self, group: Group<'_>) -> String {
        format!("{}\n", self.renderer.render(&[group]))
    }
}

fn with_help<'a>(group: Group<'a>, help: Option<&'a str>) -> Group<'a> {
    match help {
        Some(help) => group.element(Level::HELP.message(help)),
        None => group,
    }
}

fn place(rejected: &Rejected) -> Origin<'_> {
    let origin = Origin::path(&rejected.file);
    match usize::try_from(rejected.line) {
        Ok(line) if line > 0 => origin.line(line).char_column(1),
        _ => origin,
    }
}

/// The bytes of the line that a problem means; its whole text when no column is known.
fn span(problem: &Problem) -> Range<usize> {
    let text = &problem.text;
    let byte = |column: usize| {
        let place = text.char_indices().nth(column).map(|(byte, _)| byte);
        place.unwrap_or(text.len())
    };
    match problem.column {
        0 => {
            let blank = text.len() - text.trim_start().len();
            blank..text.trim_end().len().max(blank)
        }
        column => byte(column - 1)..byte(column - 1 + problem.width.max(1)),
    }
}
