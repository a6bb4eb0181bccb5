//! `pothole check`: every problem of the workspace and of its feedback, and every promise that is not kept.

use super::exit::{Exit, say};
use super::place::Place;
use super::today::Today;
use super::{output, reading};
use crate::board::{Board, Lapse, Lens, Limits};
use crate::export::{Finding, Level, Report, check_json, github, junit};
use crate::feedback::{Books, Overlay, Rejected, SourceBooks};
use crate::workspace::{Problem, Remark, Severity, Workspace, visible};
use clap::{Args, ValueEnum};
use std::io;
use std::path::Path;

/// How many rejected rows of a source are shown.
const ROWS_SHOWN: usize = 5;

/// Print every problem of the workspace, with its place and how to mend it
///
/// Problems are what is wrong in the YAML, and feedback files that cannot be read. Rows that could not
/// be read as declared are shown as notes and are no problem: a customer's answer is not the
/// workspace's mistake. So are promises overdue, hot touchpoints that nobody owns, fixes not proven and
/// fixes that came back, unless an option makes them one. Exits with 0 when there is no problem, with 1
/// when there is one.
#[derive(Args, Debug)]
pub(super) struct Check {
    /// Fail where a touchpoint's friction is above this, 0 to 100
    #[arg(long, value_name = "N", value_parser = friction)]
    max_friction: Option<f64>,

    /// Fail where a hot touchpoint has no owner
    #[arg(long)]
    require_owner: bool,

    /// Fail where a promise is overdue by more days than this
    #[arg(long, value_name = "DAYS")]
    max_overdue: Option<u32>,

    /// How to say what was found
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    #[command(flatten)]
    today: Today,
}

/// The formats there are.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// For people: the line, a mark under the place, and how to mend it
    #[default]
    Text,
    /// Everything, for a program
    Json,
    /// Annotations of a pull request, for a GitHub workflow
    Github,
    /// A test report, for other build servers
    Junit,
}

fn friction(text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok();
    let number = number.filter(|number| (0.0..=100.0).contains(number));
    number.ok_or_else(|| "friction is a number from 0 to 100".to_owned())
}

impl Check {
    /// Prints what was found to standard output and its number to standard error.
    pub(super) fn run(self, place: &Place) -> anyhow::Result<Exit> {
        let workspace = place.open()?;
        let overlay = reading::feedback(place, &workspace);
        let books = &overlay.books;
        let mut problems = workspace.problems.clone();
        problems.extend(unread(&workspace.problems, books));
        let (mut beyond, within) = self.lapses(&workspace, &overlay);
        beyond.extend(workspace.contacts_ahead(self.today.day()));
        beyond.extend(workspace.told_ahead(self.today.day()));
        let sound = workspace.problems.is_empty() && books.unread.is_empty() && beyond.is_empty();
        problems.extend(beyond);
        let report: Option<Report> = match self.format {
            Format::Text => None,
            Format::Json => Some(check_json),
            Format::Github => Some(github),
            Format::Junit => Some(junit),
        };
        let colour = place.color.on(&io::stdout());
        let rejected = || rejected(&workspace, books);
        output::to_stdout(Box::new(|out| {
            if let Some(report) = report {
                let folder = shown(&workspace.root);
                let said = problems
                    .iter()
                    .map(|problem| finding(problem, level(problem)));
                let noted = within.iter().map(|note| finding(note, Level::Note));
                let rows = rejected().map(note);
                let all = said.chain(noted).chain(rows);
                let all: Vec<Finding> = all.map(|one| from(&folder, one)).collect();
                return report(&all, out);
            }
            for problem in &problems {
                writeln!(out, "{}", problem.render(colour))?;
            }
            for lapse in &within {
                let line = lapse.one_line();
                writeln!(out, "{}", line.replacen(": warning[", ": note[", 1))?;
            }
            for row in rejected() {
                writeln!(out, "{}", visible(&note(row).one_line()))?;
            }
            Ok(())
        }))?;
        say(&problems_in_a_line(&problems));
        for line in books_in_lines(&workspace, books) {
            say(&line);
        }
        Ok(if sound { Exit::Well } else { Exit::No })
    }

    /// What is not as it was promised, with places: what goes beyond the limits, and the rest.
    fn lapses(&self, workspace: &Workspace, overlay: &Overlay) -> (Vec<Problem>, Vec<Problem>) {
        let (journeys, charter) = (&workspace.journeys, &workspace.charter);
        let board = Board::build(journeys, charter, overlay, &Lens::default());
        let limits = Limits {
            max_friction: self.max_friction,
            require_owner: self.require_owner,
            max_overdue: self.max_overdue,
        };
        let lapses = board
            .on(self.today.day())
            .lapses(journeys, overlay, &limits);
        let (beyond, within): (Vec<Lapse>, Vec<Lapse>) =
            lapses.into_iter().partition(|lapse| lapse.beyond);
        let placed = |lapses: Vec<Lapse>, severity: Severity| {
            let remarks = lapses.into_iter().map(|lapse| Remark {
                touchpoint: lapse.touchpoint,
                action: lapse.action,
                field: lapse.field,
                severity,
                code: lapse.code,
                message: lapse.message,
                help: lapse.help,
            });
            workspace.place(remarks.collect())
        };
        (
            placed(beyond, Severity::Error),
            placed(within, Severity::Warning),
        )
    }
}

fn level(problem: &Problem) -> Level {
    match problem.severity {
        Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
    }
}

fn finding(problem: &Problem, level: Level) -> Finding {
    Finding {
        level,
        code: problem.code,
        file: problem.file.clone(),
        line: problem.line as u64,
        column: problem.column,
        width: problem.width,
        message: problem.message.clone(),
        help: problem.help.clone(),
    }
}

/// The workspace's folder as a build server names it, from the folder the check was started in.
fn shown(root: &Path) -> String {
    let parts = root.components().filter_map(|part| match part {
        std::path::Component::CurDir => None,
        part => Some(part.as_os_str().to_string_lossy().into_owned()),
    });
    let parts: Vec<String> = parts.collect();
    parts.join("/").replacen("//", "/", 1)
}

fn from(folder: &str, mut finding: Finding) -> Finding {
    if !folder.is_empty() {
        finding.file = visible(&format!("{folder}/{}", finding.file));
    }
    finding
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
        message: visible(&match unread.source.as_str() {
            "" => unread.reason.clone(),
            source => format!("source `{source}`: {}", unread.reason),
        }),
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
    let mut names: Vec<&str> = named(workspace, books).map(|(name, _)| name).collect();
    // A source may be called as what is declared beside sources.
    let mut met = std::collections::HashSet::new();
    names.retain(|name| met.insert(*name));
    names.into_iter().flat_map(|name| {
        let rows = books.rejected.iter();
        let rows = rows.filter(move |row| row.source == name);
        rows.take(ROWS_SHOWN)
    })
}

/// A rejected row, as a note.
fn note(row: &Rejected) -> Finding {
    Finding {
        level: Level::Note,
        code: "rejected-row",
        file: visible(&row.file),
        line: row.line,
        column: 0,
        width: 1,
        message: visible(&row.reason),
        help: None,
    }
}

fn problems_in_a_line(problems: &[Problem]) -> String {
    let count = |severity| problems.iter().filter(|p| p.severity == severity).count();
    match (count(Severity::Error), count(Severity::Warning)) {
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
        let duplicates = match books.duplicates {
            0 => String::new(),
            1 => " (1 of them a duplicate)".to_owned(),
            rows => format!(" ({rows} of them duplicates)"),
        };
        let silent = match books.without_severity {
            0 => String::new(),
            rows => format!("; {rows} mapped without a severity"),
        };
        format!(
            "{name}: {} rows read = {} mapped + {} unmapped + {} rejected{duplicates}{silent}{shown}",
            books.read, books.mapped, books.unmapped, books.rejected
        )
    })
}

fn number(count: usize, what: &str) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{count} {what}{s}")
}
