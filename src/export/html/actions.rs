//! What is being done: every action with its status, its promises and what the numbers say of it.

use super::escape::{anchor, href, text};
use super::said::{many, owner};
use super::table::{NOTHING, Table, words};
use crate::board::{self, Fix, Relapse};
use crate::export::Subject;
use crate::export::depth::Depth;
use crate::export::number::fine;
use crate::journey::{Action, Day, Status, Touchpoint};
use crate::measures::Verdict;

/// The section.
pub(super) fn actions(subject: Subject<'_>, depths: &[Depth<'_>]) -> String {
    let mut rows: Vec<(Status, Option<Day>, Vec<String>)> = Vec::new();
    for depth in depths {
        for (index, touchpoint) in subject.touchpoints_of(depth.journey) {
            if touchpoint.actions.is_empty() {
                continue;
            }
            let fixes = depth.fixes(index);
            for (place, action) in touchpoint.actions.iter().enumerate() {
                let fix = fixes.iter().find(|fix| fix.action == place);
                rows.push((
                    if relapse(action, fix).is_some() {
                        Status::Fixing
                    } else {
                        action.status
                    },
                    action.due,
                    row(subject, touchpoint, action, fix),
                ));
            }
        }
    }
    let mut table = Table::new(
        "Every action, those still open first",
        &[
            words("Action"),
            words("Status"),
            words("Owner"),
            words("Dates"),
            words("Did it help?"),
        ],
    );
    rows.sort_by_key(|(status, due, _)| (*status, due.is_none(), *due));
    for (_, _, row) in rows {
        table.row(row);
    }
    let body = if table.is_empty() {
        "<p>Nothing has been planned yet: an action is a few lines of YAML below its touchpoint.</p>\n".to_owned()
    } else {
        table.html()
    };
    format!(
        "<section aria-labelledby=\"actions\">\n<h2 id=\"actions\">Actions</h2>\n{body}</section>\n"
    )
}

fn row(
    subject: Subject<'_>,
    touchpoint: &Touchpoint,
    action: &Action,
    fix: Option<&Fix>,
) -> Vec<String> {
    let title = text(&action.title);
    let title = match action.link.as_deref().and_then(href) {
        Some(link) => format!("<a href=\"{link}\" rel=\"noopener noreferrer\">{title}</a>"),
        None => title,
    };
    vec![
        format!(
            "<span class=\"it\">{title} <span class=\"fine\"><a href=\"#{}\">{}</a></span></span>",
            anchor("t", &touchpoint.address.to_string()),
            text(&touchpoint.title)
        ),
        stands(action, relapse(action, fix)),
        owner(subject.charter, action.owner.as_deref()),
        dates(action, overdue(subject, action)),
        verdict(action, fix),
    ]
}

/// Why a fix that was shipped does not hold.
fn relapse<'a>(action: &Action, fix: Option<&'a Fix>) -> Option<&'a Relapse> {
    let shipped = action.status >= Status::Shipped;
    fix.filter(|_| shipped)?.relapse.as_ref()
}

/// How far it has come in a picture and in words: one that came back is being fixed again, whatever its file says.
fn stands(action: &Action, relapse: Option<&Relapse>) -> String {
    let word = action.status.word();
    let (status, said) = match relapse {
        Some(_) => (
            Status::Fixing,
            format!("<strong class=\"bad\">came back</strong>, {word} by its file"),
        ),
        None if action.status == Status::Shipped => (action.status, format!("{word}, unproven")),
        None => (action.status, word.to_owned()),
    };
    let steps = steps(status);
    format!("<span class=\"status\"><span aria-hidden=\"true\">{steps}</span> {said}</span>")
}

/// How far it has come, of five steps.
fn steps(status: Status) -> String {
    let place = Status::WORDS.iter().position(|(_, known)| *known == status);
    let done = place.map_or(0, |place| place + 1);
    "●".repeat(done) + &"○".repeat(Status::WORDS.len() - done)
}

/// How many days a promise is overdue on the day looked from, or else on the last that anything was said on.
pub(super) fn overdue(subject: Subject<'_>, action: &Action) -> Option<usize> {
    let last = subject.board.days.map(|(_, last)| last);
    let today = subject.board.today.or(last)?;
    let days = board::overdue(action, today).filter(|_| action.shipped.is_none())?;
    usize::try_from(days).ok()
}

fn dates(action: &Action, overdue: Option<usize>) -> String {
    let mut parts: Vec<String> = Vec::new();
    for (name, day) in [
        ("opened", action.opened),
        ("due", action.due),
        ("shipped", action.shipped),
        ("told", action.told),
    ] {
        parts.extend(day.map(|day| format!("{name} <time>{day}</time>")));
    }
    if let Some(days) = overdue {
        let days = many(days, "day", "days");
        parts.push(format!("<strong class=\"bad\">{days} overdue</strong>"));
    }
    if parts.is_empty() {
        NOTHING.to_owned()
    } else {
        parts.join(", ")
    }
}

/// What the numbers say of it; and for one that waits, what it would take.
fn verdict(action: &Action, fix: Option<&Fix>) -> String {
    let Some(fix) = fix else {
        return if action.status < Status::Shipped {
            "<span class=\"fine\">not shipped</span>".to_owned()
        } else {
            NOTHING.to_owned()
        };
    };
    if let Some(relapse) = relapse(action, Some(fix)) {
        let reason = text(&relapse.reason());
        return format!(
            "<span class=\"bad\">▲ more complaints</span> <span class=\"fine\">{reason}</span>"
        );
    }
    let (mark, class) = match fix.verdict() {
        Verdict::Better => ("▼ fewer complaints", "good"),
        Verdict::Worse => ("▲ more complaints", "bad"),
        Verdict::NotShownYet => ("▬ not shown yet", "even"),
    };
    let ratio = (fix.comparison.as_ref().ok()).and_then(|found| found.ratio.as_ref().ok());
    let told = match (ratio, &fix.comparison, &fix.weeks_to_show) {
        (_, Err(reason), _) => text(&reason.sentence()),
        (Some(ratio), Ok(_), _) => format!(
            "{} times as many ({} to {})",
            fine(ratio.value),
            fine(ratio.interval.low),
            fine(ratio.interval.high)
        ),
        (None, Ok(_), _) => String::new(),
    };
    let waits = match &fix.weeks_to_show {
        Ok(weeks) if *weeks > 0 && fix.verdict() == Verdict::NotShownYet => {
            format!("; a halving would show in {weeks} more weeks")
        }
        _ => String::new(),
    };
    format!("<span class=\"{class}\">{mark}</span> <span class=\"fine\">{told}{waits}</span>")
}
