//! The first thirty minutes of the next meeting, as a page.

use super::handout::{Grid, Handout, Paper, Side};
use super::listening::{Ears, judged, promise, standing, who};
use super::number::{brief, grouped};
use crate::board::{Agenda, Board, Invitation, Kept};
use crate::feedback::Source;
use crate::journey::TouchpointIndex;
use std::io;

/// An agenda with what it speaks of.
#[derive(Clone, Copy, Debug)]
pub struct Minutes<'a> {
    /// The register, the journeys and the people.
    pub ears: Ears<'a>,
    /// Where feedback comes from.
    pub sources: &'a [Source],
    /// The numbers.
    pub board: &'a Board,
    /// What is to be spoken of.
    pub agenda: &'a Agenda,
}

/// Writes the agenda. Fails only when `out` does.
pub fn agenda(minutes: Minutes<'_>, paper: Paper, out: &mut dyn io::Write) -> io::Result<()> {
    let mut page = Handout::default();
    page.heading(format!(
        "The first thirty minutes, {}",
        minutes.agenda.today
    ));
    if let Some((first, last)) = minutes.board.days {
        page.words(format!("From feedback of {first} to {last}."));
    }
    customer(minutes, &mut page);
    friction(minutes, &mut page);
    promises(minutes, &mut page);
    loops(minutes, &mut page);
    page.print(paper, out)
}

impl Minutes<'_> {
    fn named(&self, index: TouchpointIndex) -> String {
        let touchpoint = self.ears.journeys.touchpoint(index);
        format!("{} ({})", touchpoint.title, touchpoint.address)
    }

    fn owner(&self, owner: Option<&str>) -> String {
        let title = owner.map(|id| self.ears.charter.roster.title(id));
        title.unwrap_or("nobody").to_owned()
    }
}

fn customer(minutes: Minutes<'_>, page: &mut Handout) {
    page.heading("0:00 A customer, ten minutes");
    let mut invitations = minutes.agenda.invitations.iter();
    let Some(first) = invitations.next() else {
        page.words(
            "Nobody can be invited: no complaint where it hurts most names a customer or a row that \
             could lead to one. Keep a chair empty, and read a complaint aloud.",
        );
        return;
    };
    page.words(format!(
        "Invite {}, about {}, number {} of what hurts most.",
        name(first),
        minutes.named(first.touchpoint),
        first.rank
    ));
    page.quote(&first.said.text);
    page.list(reasons(minutes, first));
    let others: Vec<String> = invitations
        .map(|other| {
            format!(
                "Else {}, about {}: “{}”",
                name(other),
                minutes.named(other.touchpoint),
                other.said.text
            )
        })
        .collect();
    if !others.is_empty() {
        page.list(others);
    }
}

/// Who it is, as far as the feedback says.
fn name(invitation: &Invitation) -> String {
    let said = &invitation.said;
    let name = match (&said.customer, &said.id) {
        (Some(customer), _) => format!("customer {customer}"),
        (None, Some(id)) => format!("whoever wrote {id}"),
        (None, None) => "whoever wrote this".to_owned(),
    };
    if said.segment.is_empty() {
        name
    } else {
        format!("{name} ({})", said.segment)
    }
}

/// Why this customer.
fn reasons(minutes: Minutes<'_>, invitation: &Invitation) -> Vec<String> {
    let said = &invitation.said;
    let source = minutes
        .sources
        .iter()
        .find(|source| source.id == said.source);
    let source = source.map_or(said.source.as_str(), |source| source.title.as_str());
    let when = said
        .day
        .map_or_else(String::new, |day| format!(" on {day}"));
    let mut reasons = vec![format!(
        "Said{when}, in {source} ({}:{}).",
        said.file, said.line
    )];
    reasons.push(match (invitation.heard, &said.customer) {
        (Some(heard), _) => format!("Somebody listened to them on {heard}, but not since."),
        (None, Some(_)) => "Nobody has listened to them yet.".to_owned(),
        (None, None) => {
            "The feedback does not name the customer; the row leads to them.".to_owned()
        }
    });
    let ear = minutes.ears.listened.segment(&said.segment);
    if let Some(ear) = ear.filter(|ear| ear.quiet || ear.is_slighted()) {
        let last = ear.last.map_or("never heard".to_owned(), |last| {
            let days = minutes.agenda.today.0 - last.0;
            format!("last heard {days} days ago")
        });
        let share = ear.of_feedback.map_or_else(String::new, |share| {
            format!("; {} % of the feedback", brief(share))
        });
        reasons.push(format!(
            "{} is {}: {last}, {} contacts in a year{share}.",
            ear.segment,
            judged(ear),
            grouped(ear.contacts)
        ));
    }
    reasons
}

fn friction(minutes: Minutes<'_>, page: &mut Handout) {
    page.heading("0:10 Where it hurts most, ten minutes");
    if minutes.agenda.worst.is_empty() {
        page.words("No touchpoint has enough rows to be ranked.");
        return;
    }
    let columns = [
        ("touchpoint", Side::Left),
        ("friction", Side::Right),
        ("95 %", Side::Left),
        ("complaints", Side::Right),
        ("owner", Side::Left),
    ];
    let mut grid = Grid::new(&columns);
    for index in &minutes.agenda.worst {
        let sheet = minutes.board.touchpoint(*index);
        let touchpoint = minutes.ears.journeys.touchpoint(*index);
        let friction = sheet.friction;
        grid.row(vec![
            touchpoint.title.clone(),
            friction.map_or("–".to_owned(), |friction| brief(friction.value)),
            friction.map_or("–".to_owned(), |friction| {
                let interval = friction.interval;
                format!("{} to {}", brief(interval.low), brief(interval.high))
            }),
            grouped(sheet.counts.complaints),
            minutes.owner(touchpoint.owner.as_deref()),
        ]);
    }
    page.table(grid);
}

fn promises(minutes: Minutes<'_>, page: &mut Handout) {
    page.heading("0:20 Promises, five minutes");
    let today = minutes.agenda.today;
    let mut items: Vec<String> = Vec::new();
    for promise in &minutes.agenda.promises {
        let touchpoint = minutes.ears.journeys.touchpoint(promise.touchpoint);
        let Some(action) = touchpoint.actions.get(promise.action) else {
            continue;
        };
        let late = match today.0 - promise.due.0 {
            0 => "due today".to_owned(),
            days if days > 0 => format!("{days} days overdue"),
            days => format!("due in {} days", -days),
        };
        let owner = minutes.owner(action.owner.as_deref().or(touchpoint.owner.as_deref()));
        items.push(format!(
            "{owner}: {} ({}), {late}.",
            action.title, touchpoint.title
        ));
    }
    let overdue = minutes.ears.listened.duties.iter();
    for duty in overdue.filter(|duty| duty.kept() == Kept::Overdue) {
        let who = who(minutes.ears.charter, duty);
        items.push(format!("{who}: {}, {}.", promise(duty), standing(duty)));
    }
    if items.is_empty() {
        page.words("No fix is due within two weeks, and no promise to listen is overdue.");
    } else {
        page.list(items);
    }
}

fn loops(minutes: Minutes<'_>, page: &mut Handout) {
    page.heading("0:25 Loops to close, five minutes");
    let mut items = Vec::new();
    for open in &minutes.agenda.loops {
        let touchpoint = minutes.ears.journeys.touchpoint(open.touchpoint);
        let Some(action) = touchpoint.actions.get(open.action) else {
            continue;
        };
        let since = open
            .shipped
            .map_or_else(String::new, |day| format!(" since {day}"));
        let stands = match &open.relapse {
            Some(relapse) => format!(
                "came back, {}; open it again before anybody is told",
                relapse.brief()
            ),
            None => format!("{}; nobody has been told", open.verdict.words()),
        };
        items.push(format!(
            "{} ({}): shipped{since}, {stands}.",
            action.title, touchpoint.title
        ));
    }
    if items.is_empty() {
        page.words("Every fix that was shipped has been told to those who complained.");
    } else {
        page.list(items);
    }
}
