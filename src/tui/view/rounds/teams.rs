//! Teams: one row an owner, below it the chosen card; or what one owner owns.

use super::Sheet;
use crate::board::{Party, Scorecard};
use crate::tui::rounds;
use crate::tui::state::State;
use crate::tui::text;
use crate::tui::view::number::count;
use std::ops::Range;

pub(super) fn sheet(state: &State, seen: Range<usize>, width: usize) -> Sheet {
    let cards = state.rounds.cards.as_ref();
    let spans = cards.and_then(|cards| cards.spans);
    let spans = spans.map_or_else(String::new, |spans| {
        format!(", {} to {}", spans.now.0, spans.now.1)
    });
    let below = state.rounds.card.clone();
    if let Some(card) = rounds::opened(state) {
        return Sheet {
            title: format!("What {} owns{spans}", card.title),
            head: owned_line(
                ["touchpoint", "friction", "complaints", "owner"].map(str::to_owned),
                width,
            ),
            rows: card
                .touchpoints
                .iter()
                .skip(seen.start)
                .take(seen.len())
                .map(|index| owned(state, *index, width))
                .collect(),
            below,
        };
    }
    let cards = cards
        .map(|cards| cards.cards.as_slice())
        .unwrap_or_default();
    let heads = [
        "owns",
        "hot",
        "friction",
        "complaints",
        "before",
        "change",
        "open",
        "closed",
    ];
    Sheet {
        title: format!("Teams{spans}"),
        head: line("owner", heads.map(str::to_owned), width),
        rows: cards
            .iter()
            .skip(seen.start)
            .take(seen.len())
            .map(|card| row(card, width))
            .collect(),
        below,
    }
}

fn row(card: &Scorecard, width: usize) -> String {
    let name = match card.party {
        Party::Team | Party::Nobody => card.title.clone(),
        Party::Person | Party::Other => format!("  {}", card.title),
    };
    let before = card.before.as_ref();
    let change = card.change.as_ref();
    let cells = [
        count(card.touchpoints.len() as u64),
        count(card.hot as u64),
        card.now.friction.map_or("–".to_owned(), |friction| {
            format!("{:.1}", friction.value)
        }),
        count(card.now.counts.complaints),
        before.map_or("–".to_owned(), |sum| count(sum.counts.complaints)),
        change
            .map_or("–", |change| change.verdict.words())
            .to_owned(),
        count(card.open as u64),
        count(card.closed as u64),
    ];
    line(&name, cells, width)
}

/// A row of eight cells; the last two where there is room.
fn line(name: &str, cells: [String; 8], width: usize) -> String {
    let [
        owns,
        hot,
        friction,
        complaints,
        before,
        change,
        open,
        closed,
    ] = cells;
    let rest = format!(
        "{owns:>5}{hot:>5}{friction:>10}{complaints:>12}{before:>8}  {}",
        text::pad(&change, 13)
    );
    let more = if width >= 92 {
        format!("{open:>6}{closed:>8}")
    } else {
        String::new()
    };
    let room = width.saturating_sub(text::width(&rest) + text::width(&more));
    format!("{}{rest}{more}", text::pad(name, room))
}

fn owned(state: &State, index: crate::journey::TouchpointIndex, width: usize) -> String {
    let touchpoint = state.workspace.journeys.touchpoint(index);
    let sheet = state.board.touchpoint(index);
    let roster = &state.workspace.charter.roster;
    let owner = touchpoint
        .owner
        .as_deref()
        .map_or("nobody", |id| roster.title(id));
    let friction = sheet.friction.map_or("–".to_owned(), |friction| {
        format!("{:.1}", friction.value)
    });
    let complaints = count(sheet.counts.complaints);
    owned_line(
        [
            touchpoint.title.clone(),
            friction,
            complaints,
            owner.to_owned(),
        ],
        width,
    )
}

fn owned_line([name, friction, complaints, owner]: [String; 4], width: usize) -> String {
    let rest = format!("{friction:>10}{complaints:>12}  {}", text::pad(&owner, 22));
    let room = width.saturating_sub(text::width(&rest));
    format!("{}{rest}", text::pad(&name, room))
}
