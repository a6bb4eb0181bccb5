//! `pothole check`: every problem of the workspace and of its feedback.

use super::exit::{Exit, say};
use super::place::Place;
use super::snippet::Snippets;
use super::{output, reading};
use crate::feedback::{Books, Source};
use crate::workspace::{Problem, Severity};
use clap::Args;
use std::io;

/// How many rejected rows of a source are shown.
const ROWS_SHOWN: usize = 5;

/// Print every problem of the workspace, with its place and how to mend it
///
/// Problems are what is wrong in the YAML, and feedback files that cannot be read. Rows that could not
/// be read as declared are shown as notes and are no problem: a customer's answer is not the
/// workspace's mistake. Exits with 0 when there is no problem, with 1 when there is one.
#[derive(Args, Debug)]
pub(super) struct Check {}

impl Check {
    /// Prints the problems to standard output and their number to standard error.
    #[expect(clippy::unused_self, reason = "every command runs alike")]
    pub(super) fn run(self, place: &Place) -> anyhow::Result<Exit> {
        let workspace = place.open()?;
        let books = reading::feedback(&workspace).books;
        let snippets = Snippets::new(place.color.on(&io::stdout()));
        output::to_stdout(Box::new(|out| {
            for problem in &workspace.problems {
                out.write_all(snippets.problem(problem).as_bytes())?;
            }
            for unread in &books.unread {
                out.write_all(snippets.unread(unread).as_bytes())?;
            }
            for source in &workspace.sources {
                let rejected = books.rejected.iter().filter(|row| row.source == source.id);
                for row in rejected.take(ROWS_SHOWN) {
                    out.write_all(snippets.rejected(row).as_bytes())?;
                }
            }
            Ok(())
        }))?;
        say(&problems_in_a_line(&workspace.problems, &books));
        for line in books_in_lines(&workspace.sources, &books) {
            say(&line);
        }
        let sound = workspace.problems.is_empty() && books.unread.is_empty();
        Ok(if sound { Exit::Well } else { Exit::No })
    }
}

fn problems_in_a_line(problems: &[Problem], books: &Books) -> String {
    let count = |severity| problems.iter().filter(|p| p.severity == severity).count();
    let errors = count(Severity::Error) + books.unread.len();
    match (errors, count(Severity::Warning)) {
        (0, 0) => "no problems".to_owned(),
        (errors, warnings) => {
            format!(
                "{}, {}",
                number(errors, "error"),
                number(warnings, "warning")
            )
        }
    }
}

fn books_in_lines<'a>(
    sources: &'a [Source],
    books: &'a Books,
) -> impl Iterator<Item = String> + 'a {
    sources.iter().zip(&books.sources).map(|(source, books)| {
        let shown = if books.rejected > ROWS_SHOWN as u64 {
            "; `pothole export --format json` lists the rejected rows"
        } else {
            ""
        };
        format!(
            "{}: {} rows read = {} mapped + {} unmapped + {} rejected{shown}",
            source.id, books.read, books.mapped, books.unmapped, books.rejected
        )
    })
}

fn number(count: usize, what: &str) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{count} {what}{s}")
}
