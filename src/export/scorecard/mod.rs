//! Scorecards as pages: all of them side by side, or one in full; as CSV and as JSON besides.

mod csv;

pub use super::record::scorecards_json;
pub use csv::scorecards_csv;

use super::handout::{Grid, Handout, Paper, Side};
use super::number::{brief, fine, grouped};
use crate::board::{Days, Party, Scorecard, Scorecards, Spans, Sum};
use crate::journey::{Charter, Journeys};
use crate::measures::Friction;
use std::io;

/// Scorecards with the names they speak of.
#[derive(Clone, Copy, Debug)]
pub struct Review<'a> {
    /// Every journey.
    pub journeys: &'a Journeys,
    /// The organisation and its people.
    pub charter: &'a Charter,
    /// The cards.
    pub scorecards: &'a Scorecards,
    /// The one card that is asked for; `None` for all.
    pub only: Option<&'a Scorecard>,
    /// How many of that card's touchpoints are listed; `None` for all.
    pub most: Option<usize>,
}

impl<'a> Review<'a> {
    /// The cards asked for.
    pub(super) fn cards(self) -> impl Iterator<Item = &'a Scorecard> {
        let all = self.scorecards.cards.iter();
        all.filter(move |card| self.only.is_none_or(|only| only.owner == card.owner))
    }
}

const NOTHING: &str = "–";

/// Writes the cards as a page. Fails only when `out` does.
pub fn scorecards(review: Review<'_>, paper: Paper, out: &mut dyn io::Write) -> io::Result<()> {
    let mut page = Handout::default();
    match review.only {
        Some(card) => one(review, card, &mut page),
        None => all(review, &mut page),
    }
    page.print(paper, out)
}

/// What the cards speak of, in a sentence.
fn spans(spans: Option<Spans>) -> String {
    let Some(Spans { now, before }) = spans else {
        return "Nothing is dated: the numbers hold for all time, and no change can be said."
            .to_owned();
    };
    let before = before.map_or(
        "; there was no feedback before".to_owned(),
        |(first, last)| format!(", against {first} to {last}"),
    );
    format!("{} to {}{before}.", now.0, now.1)
}

fn all(review: Review<'_>, page: &mut Handout) {
    page.heading("Scorecards");
    page.words(spans(review.scorecards.spans));
    let columns = [
        ("owner", Side::Left),
        ("owns", Side::Right),
        ("hot", Side::Right),
        ("friction", Side::Right),
        ("now", Side::Right),
        ("before", Side::Right),
        ("change", Side::Left),
        ("open", Side::Right),
        ("closed", Side::Right),
    ];
    let mut grid = Grid::new(&columns);
    for card in review.cards() {
        grid.row(vec![
            titled(card),
            grouped(card.touchpoints.len() as u64),
            grouped(card.hot as u64),
            value(card.now.friction),
            grouped(card.now.counts.complaints),
            card.before
                .as_ref()
                .map_or(NOTHING.to_owned(), |sum| grouped(sum.counts.complaints)),
            verdict(card),
            grouped(card.open as u64),
            grouped(card.closed as u64),
        ]);
    }
    page.table(grid);
    page.words(
        "A team's card holds what its people own. Friction is the lower end of a 95 % interval; now and before \
         are complaints; change compares complaints a week, and says what chance cannot explain. Closed: \
         customers were told.",
    );
    page.heading("Pain, scores, and days");
    page.table(depths(review));
    page.words(
        "Easy: the share that found it easy (CES). Days from hot to owned, from owned to shipped, from shipped to \
         told: the middle one of all there are. A dash: it cannot be said; the owner's own card says why.",
    );
}

/// What customers say of what each owner owns, and how fast it is mended.
fn depths(review: Review<'_>) -> Grid {
    let columns = [
        "owner", "pain", "before", "NPS", "easy", "CSAT", "owned", "shipped", "told",
    ];
    let sides = columns.map(|name| match name {
        "owner" => (name, Side::Left),
        _ => (name, Side::Right),
    });
    let mut grid = Grid::new(&sides);
    let or = |value: Option<String>| value.unwrap_or(NOTHING.to_owned());
    let share = |share: f64| format!("{} %", brief(share));
    let middle =
        |days: &Result<Days, &'static str>| or(days.as_ref().ok().map(|d| brief(d.median)));
    for card in review.cards() {
        let (now, pace) = (&card.now, &card.pace);
        grid.row(vec![
            titled(card),
            or(now.pain.map(brief)),
            or(card.before.as_ref().and_then(|sum| sum.pain).map(brief)),
            or(now.nps.as_ref().map(|nps| brief(nps.score))),
            or(now.ces.as_ref().map(|ces| share(ces.easy_share))),
            or(now.csat.as_ref().map(|csat| share(csat.share))),
            middle(&pace.hot_to_owned),
            middle(&pace.owned_to_shipped),
            middle(&pace.shipped_to_told),
        ]);
    }
    grid
}

/// The owner's name, people set apart from teams.
pub(super) fn titled(card: &Scorecard) -> String {
    match card.party {
        Party::Team | Party::Nobody => card.title.clone(),
        Party::Person | Party::Other => format!("· {}", card.title),
    }
}

fn value(friction: Option<Friction>) -> String {
    friction.map_or(NOTHING.to_owned(), |friction| brief(friction.value))
}

/// Better, worse or not shown yet; a dash where nothing can be compared.
pub(super) fn verdict(card: &Scorecard) -> String {
    let verdict = card.change.as_ref().map(|change| change.verdict.words());
    verdict.unwrap_or(NOTHING).to_owned()
}

fn one(review: Review<'_>, card: &Scorecard, page: &mut Handout) {
    page.heading(format!("Scorecard of {}", card.title));
    page.words(spans(review.scorecards.spans));
    let mut items = vec![format!(
        "Owns {}, {} of them hot.",
        many(card.touchpoints.len(), "touchpoint"),
        card.hot
    )];
    items.push(format!(
        "Friction {}.",
        friction(card.now.friction, card.before.as_ref())
    ));
    items.push(format!("Pain {}.", pain(card)));
    items.push(format!("Complaints a week {}.", change(card)));
    items.extend(scores(&card.now));
    items.push(format!(
        "{} not shipped yet; {} closed in the span.",
        many(card.open, "action"),
        many(card.closed, "loop")
    ));
    let speed = &card.pace;
    items.push(format!("Hot to owned: {}.", days(&speed.hot_to_owned)));
    items.push(format!(
        "Owned to shipped: {}.",
        days(&speed.owned_to_shipped)
    ));
    items.push(format!(
        "Shipped to told: {}.",
        days(&speed.shipped_to_told)
    ));
    page.list(items);
    owned(review, card, page);
}

fn many(count: usize, what: &str) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{} {what}{s}", grouped(count as u64))
}

fn friction(now: Option<Friction>, before: Option<&Sum>) -> String {
    let Some(now) = now else {
        return "cannot be said, because too few have answered".to_owned();
    };
    let (share, low, high) = (
        brief(now.share),
        brief(now.interval.low),
        brief(now.interval.high),
    );
    let was = before.and_then(|sum| sum.friction);
    let was = was.map_or_else(String::new, |was| format!("; it was {}", brief(was.value)));
    let value = brief(now.value);
    format!(
        "{value} ({share} % complain, {low} to {high}, n {}{was})",
        grouped(now.of)
    )
}

fn pain(card: &Scorecard) -> String {
    let was = card.before.as_ref().and_then(|sum| sum.pain);
    let was = was.map_or_else(String::new, |was| format!("; it was {}", brief(was)));
    match card.now.pain {
        Some(pain) => format!("{}{was}", brief(pain)),
        None => "cannot be said, because nobody has spoken".to_owned(),
    }
}

fn change(card: &Scorecard) -> String {
    let change = match &card.change {
        Ok(change) => change,
        Err(why) => return why.sentence(),
    };
    let rate = |incidence: &crate::measures::Incidence| {
        brief(incidence.events as f64 / incidence.exposure.max(f64::MIN_POSITIVE))
    };
    let ratio = change.ratio.as_ref().map_or_else(
        |why| format!("their ratio {}", why.sentence()),
        |ratio| {
            let (low, high) = (ratio.interval.low, ratio.interval.high);
            format!(
                "{} times as many, {} to {}",
                fine(ratio.value),
                fine(low),
                fine(high)
            )
        },
    );
    let (before, after) = (rate(&change.before), rate(&change.after));
    format!(
        "{after} after {before}: {ratio}; {}",
        change.verdict.words()
    )
}

/// NPS, CES and CSAT on what is owned, those that anybody was asked for.
fn scores(sum: &Sum) -> Vec<String> {
    let mut said = Vec::new();
    if let Some(nps) = &sum.nps {
        let (score, margin) = (brief(nps.score), brief(nps.margin));
        said.push(format!("NPS {score} ± {margin} (n {}).", grouped(nps.of())));
    }
    if let Some(ces) = &sum.ces {
        let (low, high) = (ces.easy_interval.low, ces.easy_interval.high);
        said.push(format!(
            "CES {} on {}; {} % easy, {} to {} (n {}).",
            fine(ces.mean),
            ces.scale,
            brief(ces.easy_share),
            brief(low),
            brief(high),
            grouped(ces.of)
        ));
    }
    if let Some(csat) = &sum.csat {
        let (low, high) = (brief(csat.interval.low), brief(csat.interval.high));
        let share = brief(csat.share);
        said.push(format!(
            "CSAT {share} %, {low} to {high} (n {}).",
            grouped(csat.of)
        ));
    }
    if said.is_empty() {
        said.push("NPS, CES and CSAT cannot be said, because nobody was asked here.".to_owned());
    }
    said
}

fn days(days: &Result<Days, &'static str>) -> String {
    match days {
        Ok(days) => {
            let range = if days.of == 1 {
                String::new()
            } else {
                format!(", {} to {}", days.least, days.most)
            };
            format!("{} days{range} (n {})", brief(days.median), days.of)
        }
        Err(why) => format!("cannot be said, because {why}"),
    }
}

fn owned(review: Review<'_>, card: &Scorecard, page: &mut Handout) {
    if card.touchpoints.is_empty() {
        return;
    }
    page.heading("What it owns");
    let mut grid = Grid::new(&[
        ("touchpoint", Side::Left),
        ("title", Side::Left),
        ("owner", Side::Left),
        ("actions", Side::Right),
    ]);
    let listed = review.most.unwrap_or(usize::MAX);
    for index in card.touchpoints.iter().take(listed) {
        let touchpoint = review.journeys.touchpoint(*index);
        let owner = touchpoint.owner.as_deref();
        let owner = owner.map_or("nobody", |id| review.charter.roster.title(id));
        grid.row(vec![
            touchpoint.address.to_string(),
            touchpoint.title.clone(),
            owner.to_owned(),
            grouped(touchpoint.actions.len() as u64),
        ]);
    }
    page.table(grid);
    let more = card.touchpoints.len().saturating_sub(listed);
    if more > 0 {
        page.words(format!("And {} more.", grouped(more as u64)));
    }
}
