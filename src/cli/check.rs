//! `pothole check`: every problem of the workspace and of its feedback.

use super::exit::{Exit, say};
use super::place::Place;
use super::{output, reading};
use crate::feedback::{Books, Rejected, SourceBooks};
use crate::workspace::{Problem, Severity, Workspace, visible};
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
        let books = reading::feedback(place, &workspace).books;
        let unread = unread(&workspace.problems, &books);
        let colour = place.color.on(&io::stdout());
        output::to_stdout(Box::new(|out| {
            for problem in workspace.problems.iter().chain(&unread) {
                writeln!(out, "{}", problem.render(colour))?;
            }
            for row in rejected(&workspace, &books) {
                writeln!(out, "{}", note(row))?;
            }
            Ok(())
        }))?;
        say(&problems_in_a_line(&workspace.problems, unread.len()));
        for line in books_in_lines(&workspace, &books) {
            say(&line);
        }
        let sound = workspace.problems.is_empty() && books.unread.is_empty();
        Ok(if sound { Exit::Well } else { Exit::No })
    }
}

/// What could not be read, but for names of files that the YAML's own problems already point at.
fn unread(problems: &[Problem], books: &Books) -> Vec<Problem> {
    let told = |unread: &Rejected| {
        let name = format!("`{}`", unread.file);
        let mut missing = problems.iter().filter(|problem| problem.code == "no-file");
        missing.any(|problem| problem.message.contains(&name))
    };
    let untold = books.unread.iter().filter(|unread| !told(unread));
    let problems = untold.map(|unread| Problem {
        severity: Severity::Error,
        code: "unread",
        file: visible(&unread.file),
        line: 0,
        column: 0,
        width: 1,
        text: String::new(),
        message: visible(&format!(
            "source `{}` could not be read: {}",
            unread.source, unread.reason
        )),
        help: None,
    });
    problems.collect()
}

/// The names of all books in which something is declared: those of the sources, of visits, of
/// customers.
fn named<'a>(
    workspace: &'a Workspace,
    books: &'a Books,
) -> impl Iterator<Item = (&'a str, &'a SourceBooks)> {
    let ids = workspace.sources.iter().map(|source| source.id.as_str());
    let crowd = &workspace.crowd;
    let visits = (!crowd.visits.is_empty()).then_some(("visits", &books.visits));
    let customers = crowd
        .customers
        .as_ref()
        .map(|_| ("customers", &books.customers));
    ids.zip(&books.sources).chain(visits).chain(customers)
}

/// The first rejected rows of every source.
fn rejected<'a>(workspace: &'a Workspace, books: &'a Books) -> impl Iterator<Item = &'a Rejected> {
    named(workspace, books).flat_map(|(name, _)| {
        let rows = books.rejected.iter();
        let rows = rows.filter(move |row| row.source == name);
        rows.take(ROWS_SHOWN)
    })
}

/// A rejected row in a line, as compilers write it.
fn note(row: &Rejected) -> String {
    visible(&format!(
        "{}:{}: note[rejected-row]: {}",
        row.file, row.line, row.reason
    ))
}

fn problems_in_a_line(problems: &[Problem], unread: usize) -> String {
    let count = |severity| problems.iter().filter(|p| p.severity == severity).count();
    let errors = count(Severity::Error) + unread;
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

fn books_in_lines<'a>(workspace: &'a Workspace, books: &'a Books) -> impl Iterator<Item = String> {
    named(workspace, books).map(|(name, books)| {
        let shown = if books.rejected > ROWS_SHOWN as u64 {
            "; `pothole export --format json` lists the rejected rows"
        } else {
            ""
        };
        let silent = match books.without_severity {
            0 => String::new(),
            rows => format!("; {rows} mapped without a severity"),
        };
        format!(
            "{name}: {} rows read = {} mapped + {} unmapped + {} rejected{silent}{shown}",
            books.read, books.mapped, books.unmapped, books.rejected
        )
    })
}

fn number(count: usize, what: &str) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{count} {what}{s}")
}
