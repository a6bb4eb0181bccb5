//! Everything a digest says, before any format: a week beside the one before, and what moved by its end.

use super::item::{Item, Section};
use super::moved::Moved;
use super::quote::Quote;
use crate::board::{Board, Lens};
use crate::export::Subject;
use crate::export::number::{brief, grouped};
use crate::export::star::sentence;
use crate::feedback::{Day, Place, Polarity, Verbatim, Week};
use crate::journey::{Action, Touchpoint, TouchpointIndex};
use crate::measures::{Counts, wilson};

/// How many items a section has, how many of the loudest touchpoints are quoted, and of how many rows the
/// one worth reading is chosen.
const MOST: usize = 4;
const LOUDEST: usize = 3;
const READ: usize = 40;

/// A week, ready to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Digest {
    /// Whose week it is.
    pub(super) title: String,
    /// The week, and its first and last day.
    pub(super) week: Week,
    /// See above.
    pub(super) days: (Day, Day),
    /// The north star and its number, where declared.
    pub(super) star: Vec<String>,
    /// How much was said.
    pub(super) summary: String,
    /// The rest, section by section; none is empty.
    pub(super) sections: Vec<Section>,
    /// What was heard, and what became of every row.
    pub(super) coverage: String,
}

impl Digest {
    /// Puts a week of a board together; `read` fetches the rows at some places from their files.
    pub fn gather(
        subject: Subject<'_>,
        week: Week,
        read: impl Fn(&[Place]) -> Vec<Verbatim>,
    ) -> Self {
        let monday = week.monday();
        let sunday = Day(monday.0 + 6);
        let build = |since: Option<Day>, until: Day| {
            let lens = Lens {
                since,
                until: Some(until),
                ..subject.board.lens.clone()
            };
            Board::build(subject.journeys, subject.charter, subject.overlay, &lens)
        };
        let open = subject.board.lens.since;
        let (said, earlier) = (
            build(Some(monday), sunday),
            build(Some(Day(monday.0 - 7)), Day(monday.0 - 1)),
        );
        let (now, before) = (build(open, sunday), build(open, Day(monday.0 - 1)));
        let at_end = Subject {
            board: &now,
            ..subject
        };
        let moved = Moved::of(at_end, &before, week);
        let heard = Heard {
            subject: Subject {
                board: &said,
                ..subject
            },
            read: &read,
        };
        let mut sections = heard.sections();
        sections.extend(of_moved(&moved));
        let title = subject.charter.title.clone();
        Self {
            title: title.unwrap_or_else(|| "Customer journeys".to_owned()),
            week,
            days: (monday, sunday),
            star: star(at_end),
            summary: summary(&said.totals.counts, &earlier.totals.counts),
            sections,
            coverage: coverage(heard.subject),
        }
    }
}

/// The statement, then its number at the end of the week.
fn star(subject: Subject<'_>) -> Vec<String> {
    let statement = subject
        .charter
        .north_star
        .iter()
        .map(|star| star.statement.clone());
    let number = subject.board.star.iter().map(sentence);
    statement.chain(number).collect()
}

fn summary(now: &Counts, before: &Counts) -> String {
    if now.feedback() == 0 {
        return "Nothing was said in this week.".to_owned();
    }
    let share = wilson(now.complaints, now.polar()).map_or_else(String::new, |share| {
        let (low, high) = (brief(100.0 * share.low), brief(100.0 * share.high));
        let share = 100.0 * now.complaints as f64 / now.polar() as f64;
        format!(", {} % complain ({low} to {high})", brief(share))
    });
    format!(
        "{} said something at a touchpoint: {} praise, {} neutral, {} complaints{share}. The week before: {} praise, {} \
         complaints of {}.",
        grouped(now.feedback()),
        grouped(now.praise),
        grouped(now.neutral),
        grouped(now.complaints),
        grouped(before.praise),
        grouped(before.complaints),
        grouped(before.feedback()),
    )
}

fn of_moved(moved: &Moved<'_>) -> Vec<Section> {
    let action = |(touchpoint, action): (&Touchpoint, &Action)| {
        let done = action
            .done
            .as_ref()
            .map_or_else(String::new, |done| format!(": {done}"));
        Item::new(&action.title, format!("at {}{done}", touchpoint.title))
    };
    let shipped = moved.actions(|action| action.shipped);
    let told = moved.actions(|action| action.told);
    let sections = [
        ("Got worse", moved.worse()),
        ("Got better", moved.better()),
        ("Hot: new, or nobody’s", moved.hot()),
        ("Shipped", shipped.into_iter().map(action).collect()),
        ("Customers told", told.into_iter().map(action).collect()),
    ];
    let filled = sections.into_iter().filter(|(_, items)| !items.is_empty());
    filled
        .map(|(title, items)| Section {
            title,
            items: shortened(items),
        })
        .collect()
}

/// The first few items, and how many more there are.
fn shortened(mut items: Vec<Item>) -> Vec<Item> {
    let more = items.len().saturating_sub(MOST);
    items.truncate(MOST);
    if more > 0 {
        items.push(Item::plain(format!("and {more} more")));
    }
    items
}

fn coverage(subject: Subject<'_>) -> String {
    let all = subject.touchpoints().count();
    let spoke = |(index, _): &(TouchpointIndex, &Touchpoint)| {
        subject.board.touchpoint(*index).counts.feedback() > 0
    };
    let heard: Vec<TouchpointIndex> = (subject.touchpoints().filter(spoke))
        .map(|(index, _)| index)
        .collect();
    let mut sources: Vec<String> = Vec::new();
    for index in &heard {
        for (source, _) in subject.board.detail(subject.overlay, *index).by_source {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
    }
    let silent = subject
        .sources
        .iter()
        .filter(|source| !sources.contains(&source.id));
    let silent: Vec<&str> = silent.map(|source| source.title.as_str()).collect();
    let silence = if silent.is_empty() {
        "every source spoke".to_owned()
    } else {
        format!("silent: {}", silent.join(", "))
    };
    let books = subject.overlay.books.total();
    format!(
        "Heard at {} of {all} touchpoints in this week; {silence}. In all: {} rows read = {} mapped + {} unmapped + {} \
         rejected.",
        heard.len(),
        grouped(books.read),
        grouped(books.mapped),
        grouped(books.unmapped),
        grouped(books.rejected),
    )
}

/// What was said in the week.
struct Heard<'a, R> {
    subject: Subject<'a>,
    read: &'a R,
}

impl<R: Fn(&[Place]) -> Vec<Verbatim>> Heard<'_, R> {
    /// Praise, then complaints; none of both in a week of silence.
    fn sections(&self) -> Vec<Section> {
        if self.subject.board.totals.counts.feedback() == 0 {
            return Vec::new();
        }
        // Nobody is quoted twice, though a row may speak of several touchpoints.
        let mut quoted: Vec<Quote> = Vec::new();
        let mut loudest = |polarity, nothing: &str| {
            let items = self.loudest(polarity, &mut quoted);
            if items.is_empty() {
                vec![Item::plain(nothing)]
            } else {
                items
            }
        };
        vec![
            Section {
                title: "Praise",
                items: loudest(Polarity::Praise, "Nobody praised anything in this week."),
            },
            Section {
                title: "Complaints",
                items: loudest(Polarity::Complaint, "Nobody complained in this week."),
            },
        ]
    }

    fn loudest(&self, polarity: Polarity, quoted: &mut Vec<Quote>) -> Vec<Item> {
        let subject = self.subject;
        let count = |index: TouchpointIndex| {
            let counts = &subject.board.touchpoint(index).counts;
            match polarity {
                Polarity::Praise => counts.praise,
                _ => counts.complaints,
            }
        };
        let mut all: Vec<(u64, TouchpointIndex)> = (subject.touchpoints())
            .map(|(index, _)| (count(index), index))
            .filter(|(count, _)| *count > 0)
            .collect();
        all.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        let mut item = |(count, index): (u64, TouchpointIndex)| {
            let of = subject.board.touchpoint(index).counts.feedback();
            let title = &subject.journeys.touchpoint(index).title;
            let quote = self.quote(index, polarity, quoted);
            quoted.extend(quote.clone());
            Item {
                quote,
                ..Item::new(title, format!("{} of {}", grouped(count), grouped(of)))
            }
        };
        all.into_iter().take(LOUDEST).map(&mut item).collect()
    }

    fn quote(&self, index: TouchpointIndex, polarity: Polarity, quoted: &[Quote]) -> Option<Quote> {
        let overlay = self.subject.overlay;
        let speaks = |place: &Place| {
            let reading = overlay.tally.readings.get(usize::from(place.reading));
            reading.is_some_and(|reading| reading.polarity == polarity)
        };
        let places = self.subject.board.lens.newest(overlay, index, usize::MAX);
        let places: Vec<Place> = places.into_iter().filter(speaks).take(READ).collect();
        Quote::worth_reading(&(self.read)(&places), quoted)
    }
}
