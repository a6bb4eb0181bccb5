//! A scorecard: what a team, a person or nobody owns, how it hurts and how that changed, and how fast fixes
//! go, so that satisfaction can stand beside revenue in a review.

use super::pace::{Owned, pace};
use super::{Board, Lens, Pace, Spans};
use crate::feedback::{Day, Overlay};
use crate::journey::{Charter, Journeys, Roster, TouchpointIndex};
use crate::measures::{
    BeforeAfter, Ces, Counts, Csat, Friction, Histogram, Incidence, Nps, Unsaid, before_after, ces,
    csat, friction, nps,
};

/// Whose card it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Party {
    /// A declared team, with its people.
    Team,
    /// A declared person.
    Person,
    /// An owner that is not declared.
    Other,
    /// Nobody: what has no owner.
    Nobody,
}

impl Party {
    /// A word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Team => "team",
            Self::Person => "person",
            Self::Other => "other",
            Self::Nobody => "nobody",
        }
    }
}

/// The numbers of all that somebody owns, in one span.
#[derive(Clone, Debug, Default)]
pub struct Sum {
    /// What was said.
    pub counts: Counts,
    /// Friction over all of it; `None` under the least number of rows.
    pub friction: Option<Friction>,
    /// Summed severity; each complaint counts 1 where none says how severe it is. `None` where nobody has
    /// spoken.
    pub pain: Option<f64>,
    /// The Net Promoter Score.
    pub nps: Option<Nps>,
    /// The Customer Effort Score.
    pub ces: Option<Ces>,
    /// Customer satisfaction.
    pub csat: Option<Csat>,
}

/// One scorecard.
#[derive(Clone, Debug)]
pub struct Scorecard {
    /// The id; `None` for nobody.
    pub owner: Option<String>,
    /// What people call it.
    pub title: String,
    /// Whose it is.
    pub party: Party,
    /// The touchpoints owned, in the workspace's order.
    pub touchpoints: Vec<TouchpointIndex>,
    /// How many of them are hot in the span.
    pub hot: usize,
    /// The span.
    pub now: Sum,
    /// The span before; `None` where there was no feedback yet.
    pub before: Option<Sum>,
    /// Complaints a week against those of the span before.
    pub change: Result<BeforeAfter, Unsaid>,
    /// Actions that are not shipped yet.
    pub open: usize,
    /// Actions whose customers were told within the span.
    pub closed: usize,
    /// How fast fixes go, over all dates there are.
    pub pace: Pace,
}

/// Every scorecard of a workspace.
#[derive(Clone, Debug)]
pub struct Scorecards {
    /// The spans compared; `None` when nothing is dated.
    pub spans: Option<Spans>,
    /// Teams, then people who own anything, then other owners, then nobody.
    pub cards: Vec<Scorecard>,
}

/// What all cards are made from.
struct Desk<'a> {
    journeys: &'a Journeys,
    charter: &'a Charter,
    overlay: &'a Overlay,
    now: Board,
    before: Option<Board>,
    spans: Option<Spans>,
    actions: Vec<Owned<'a>>,
}

impl Scorecards {
    /// How many weeks a span has unless something else is asked for.
    pub const WEEKS: u32 = 13;

    /// Makes the cards under a lens; see [`Spans::of`] for the span they speak of.
    pub fn of(
        journeys: &Journeys,
        charter: &Charter,
        overlay: &Overlay,
        lens: &Lens,
        weeks: u32,
    ) -> Self {
        let spans = Spans::of(overlay, lens, weeks);
        let board = |lens: &Lens| Board::build(journeys, charter, overlay, lens);
        let desk = Desk {
            now: board(&spans.map_or_else(|| lens.clone(), |spans| Spans::lens(lens, spans.now))),
            before: spans.and_then(|spans| Some(board(&Spans::lens(lens, spans.before?)))),
            actions: actions(journeys, lens),
            journeys,
            charter,
            overlay,
            spans,
        };
        let cards = parties(&desk).into_iter();
        Self {
            spans,
            cards: cards
                .map(|(owner, party)| desk.card(owner, party))
                .collect(),
        }
    }

    /// The card of an owner, by id.
    pub fn card(&self, owner: &str) -> Option<&Scorecard> {
        let mut cards = self.cards.iter();
        cards.find(|card| card.owner.as_deref() == Some(owner))
    }
}

/// The actions of the journeys the lens shows; one without an owner is its touchpoint's.
fn actions<'a>(journeys: &'a Journeys, lens: &Lens) -> Vec<Owned<'a>> {
    let mut all = Vec::new();
    for (index, touchpoint) in journeys.touchpoints() {
        if lens.shows(journeys, touchpoint.journey) {
            all.extend(touchpoint.actions.iter().map(|action| Owned {
                touchpoint: index,
                action,
                owner: action.owner.as_deref().or(touchpoint.owner.as_deref()),
            }));
        }
    }
    all
}

/// Whose cards there are, in their order.
fn parties(desk: &Desk<'_>) -> Vec<(Option<String>, Party)> {
    let roster = &desk.charter.roster;
    let mut owners: Vec<&str> = (desk.journeys.touchpoints())
        .filter(|(_, touchpoint)| desk.now.lens.shows(desk.journeys, touchpoint.journey))
        .filter_map(|(_, touchpoint)| touchpoint.owner.as_deref())
        .chain(desk.actions.iter().filter_map(|owned| owned.owner))
        .collect();
    owners.sort_unstable();
    owners.dedup();
    let teams = roster
        .teams
        .iter()
        .map(|team| (Some(team.id.clone()), Party::Team));
    let people = roster
        .people
        .iter()
        .filter(|person| owners.contains(&person.id.as_str()));
    let people = people.map(|person| (Some(person.id.clone()), Party::Person));
    let others = owners.iter().filter(|id| !roster.declares(id));
    let others = others.map(|id| (Some((*id).to_owned()), Party::Other));
    let mut parties: Vec<_> = teams.chain(people).chain(others).collect();
    parties.push((None, Party::Nobody));
    parties
}

/// Whether an owner counts on a card: the card's own id, and of a team its people's.
fn belongs(roster: &Roster, card: Option<&str>, owner: Option<&str>) -> bool {
    let (Some(card), Some(owner)) = (card, owner) else {
        return card.is_none() && owner.is_none();
    };
    let member = |person: &&crate::journey::Person| {
        person.id == owner && person.team.as_deref() == Some(card)
    };
    card == owner || roster.people.iter().any(|person| member(&person))
}

impl Desk<'_> {
    fn card(&self, owner: Option<String>, party: Party) -> Scorecard {
        let roster = &self.charter.roster;
        let ours = |id: Option<&str>| belongs(roster, owner.as_deref(), id);
        let touchpoints: Vec<TouchpointIndex> = (self.journeys.touchpoints())
            .filter(|(_, one)| self.now.lens.shows(self.journeys, one.journey))
            .filter(|(_, one)| ours(one.owner.as_deref()))
            .map(|(index, _)| index)
            .collect();
        let own: Vec<Owned<'_>> = (self.actions.iter().copied())
            .filter(|owned| ours(owned.owner))
            .collect();
        let span = self.spans.map(|spans| spans.now);
        let within = |day: Day| span.is_none_or(|(first, last)| first <= day && day <= last);
        let told = own.iter().filter_map(|owned| owned.action.told);
        let least = self.charter.thresholds.least_rows;
        let now = sum(&self.now, &touchpoints, least);
        let before = self.before.as_ref();
        let before = before.map(|board| sum(board, &touchpoints, least));
        let hot = touchpoints
            .iter()
            .filter(|index| self.now.touchpoint(**index).hot);
        Scorecard {
            title: owner
                .as_deref()
                .map_or("nobody", |id| roster.title(id))
                .to_owned(),
            party,
            hot: hot.count(),
            change: self.change(&now, before.as_ref()),
            open: own
                .iter()
                .filter(|owned| owned.action.shipped.is_none())
                .count(),
            closed: told.filter(|day| within(*day)).count(),
            pace: pace(
                self.charter,
                self.overlay,
                &touchpoints,
                &self.actions,
                &own,
            ),
            now,
            before,
            touchpoints,
            owner,
        }
    }

    /// Complaints a week against those of the span before.
    fn change(&self, now: &Sum, before: Option<&Sum>) -> Result<BeforeAfter, Unsaid> {
        let spans = self.spans.ok_or(Unsaid::Undated)?;
        let (span, before) = spans.before.zip(before).ok_or(Unsaid::NothingToCompare)?;
        let incidence = |sum: &Sum, span| Incidence::new(sum.counts.complaints, Spans::weeks(span));
        before_after(&incidence(before, span), &incidence(now, spans.now))
    }
}

/// The numbers of some touchpoints together.
fn sum(board: &Board, touchpoints: &[TouchpointIndex], least: u64) -> Sum {
    let mut sum = Sum::default();
    let mut histograms: Vec<Histogram> = Vec::new();
    for index in touchpoints {
        let sheet = board.touchpoint(*index);
        sum.counts.merge(&sheet.counts);
        if let Ok(pain) = &sheet.pain {
            sum.pain = Some(sum.pain.unwrap_or(0.0) + pain.severity);
        }
        Histogram::merge_all(&mut histograms, &sheet.histograms);
    }
    sum.friction = friction(&sum.counts, least);
    sum.nps = nps(&histograms);
    sum.ces = ces(&histograms);
    sum.csat = csat(&histograms);
    sum
}
