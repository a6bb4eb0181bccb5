//! The friction board as columns of cards, as many columns as fit around the chosen one.

use super::details::look;
use super::number::count;
use super::pane;
use super::wrap::wrap;
use crate::board::{Card, Column, ColumnCard, Heat, TouchpointSheet};
use crate::journey::Status;
use crate::tui::columns::{self, Cards};
use crate::tui::state::State;
use crate::tui::text;
use crate::tui::view::casing::Casing;
use crate::tui::view::rows::Rows;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use std::ops::Range;

/// The lines of a card about which nothing is remarked, and the blank one below it.
const CARD: usize = 4;
/// The most lines a remark takes.
const REMARK: usize = 4;
/// The least columns of the screen a column of cards takes.
const NARROW: u16 = 19;

/// Where everything stands.
struct Plan {
    cards: Cards,
    chosen: Option<(usize, usize)>,
    seen: Range<usize>,
    inner: Rect,
    wide: u16,
}

impl Plan {
    fn of(state: &State, area: Rect) -> Self {
        let cards = columns::cards(state);
        let chosen = columns::place(state, &cards);
        let inner = pane::inner(state, area);
        let fit = usize::from(inner.width / NARROW).clamp(1, 6);
        let at = chosen.map_or(0, |(column, _)| column);
        let first = (at + 1).saturating_sub(fit.div_ceil(2) + 1).min(6 - fit);
        Self {
            cards,
            chosen,
            seen: first..first + fit,
            inner,
            wide: inner.width / fit as u16,
        }
    }

    fn column(&self, at: usize) -> Rect {
        let place = (at - self.seen.start) as u16;
        Rect {
            x: self.inner.x + place * self.wide,
            width: self.wide.saturating_sub(1),
            ..self.inner
        }
    }

    /// The lines for the cards of a column, below its title.
    fn high(&self) -> usize {
        usize::from(self.inner.height).saturating_sub(2)
    }

    /// The lines of a card, and the blank one below it.
    fn height(&self, state: &State, card: &ColumnCard) -> usize {
        let wide = usize::from(self.wide.saturating_sub(1));
        CARD + remark(state, card, wide).len()
    }

    /// The first card shown of a column, so that the chosen one is in sight.
    fn first(&self, state: &State, column: usize) -> usize {
        let Some((_, row)) = self.chosen.filter(|(at, _)| *at == column) else {
            return 0;
        };
        let (mut first, mut taken) = (row, 0);
        for (place, card) in self.cards[column].iter().enumerate().take(row + 1).rev() {
            // The blank line below the last one may fall off.
            taken += self.height(state, card);
            if taken > self.high() + 1 && place < row {
                break;
            }
            first = place;
        }
        first
    }
}

fn frame_of(state: &State, area: Rect) -> Casing {
    let title = "Board: what hurts most on top; < and > move a card";
    pane::frame(state, title, area, true)
}

/// The card at a position, or the column when there is no card.
pub(in crate::tui) fn hit(
    state: &State,
    area: Rect,
    at: Position,
) -> Option<(usize, Option<usize>)> {
    let plan = Plan::of(state, area);
    let column = plan
        .seen
        .clone()
        .find(|column| plan.column(*column).contains(at))?;
    let down = usize::from(at.y.saturating_sub(plan.inner.y)).checked_sub(2);
    let first = plan.first(state, column);
    let mut end = 0;
    let row = down.and_then(|down| {
        let mut shown = plan.cards[column].iter().enumerate().skip(first);
        shown.find_map(|(row, card)| {
            end += plan.height(state, card);
            (down < end).then_some(row)
        })
    });
    Some((column, row))
}

/// Draws the columns.
pub(super) fn draw(frame: &mut Frame, area: Rect, state: &State) {
    if area.is_empty() {
        return;
    }
    frame.render_widget(&frame_of(state, area), area);
    let plan = Plan::of(state, area);
    for column in plan.seen.clone() {
        draw_column(frame, state, &plan, column);
    }
}

fn draw_column(frame: &mut Frame, state: &State, plan: &Plan, at: usize) {
    let theme = state.theme;
    let area = plan.column(at);
    let (wide, high) = (usize::from(area.width), usize::from(area.height));
    let cards = &plan.cards[at];
    let beyond = match at {
        _ if at == plan.seen.start && at > 0 => theme.glyph("‹ ", "< "),
        _ => "",
    };
    let more = match at + 1 {
        next if next == plan.seen.end && next < 6 => theme.glyph(" ›", " >"),
        _ => "",
    };
    let title = format!("{beyond}{} {}{more}", Column::ALL[at].title(), cards.len());
    let mut lines = vec![
        Line::styled(text::fit(&title, wide).into_owned(), theme.accent()),
        Line::styled(theme.glyph("─", "-").repeat(wide), theme.dim()),
    ];
    let first = plan.first(state, at);
    let mut whole = 0;
    for (row, card) in cards.iter().enumerate().skip(first) {
        if lines.len() >= high {
            break;
        }
        let chosen = plan.chosen == Some((at, row));
        lines.extend(card_lines(state, card, chosen, wide));
        whole += usize::from(lines.len() < high || whole == 0);
        lines.push(Line::default());
    }
    let hidden = cards.len().saturating_sub(first + whole);
    lines.truncate(high);
    if hidden > 0 && lines.len() == high {
        let said = format!("{hidden} more {}", theme.glyph("▾", "v"));
        if let Some(last) = lines.last_mut() {
            *last = Line::styled(said, theme.accent());
        }
    }
    if cards.is_empty() {
        lines.push(Line::styled(theme.glyph("–", "-"), theme.dim()));
    }
    frame.render_widget(Rows(lines), area);
}

/// Friction with its word, or alone where both do not fit: no number beside it may be cut.
fn heat_words(sheet: &TouchpointSheet, heat: Heat, room: usize) -> String {
    let Some(friction) = &sheet.friction else {
        return heat.word().to_owned();
    };
    let whole = format!("{:.0} {}", friction.value, heat.word());
    if whole.len() <= room {
        whole
    } else {
        format!("{:.0}", friction.value)
    }
}

fn card_lines(state: &State, card: &ColumnCard, chosen: bool, wide: usize) -> Vec<Line<'static>> {
    let theme = state.theme;
    let touchpoint = state.workspace.journeys.touchpoint(card.touchpoint);
    let sheet = state.board.touchpoint(card.touchpoint);
    let heat = Heat::of(sheet, &state.workspace.charter.thresholds);
    let bar = if chosen {
        Span::styled(theme.glyph("▌", "|"), theme.accent())
    } else {
        Span::raw(" ")
    };
    let room = wide.saturating_sub(1);
    let name = if chosen {
        theme.accent().patch(theme.chosen())
    } else {
        theme.text().add_modifier(Modifier::BOLD)
    };
    let title = text::fit(&touchpoint.title, room).into_owned();
    let pain = format!("pain {}", count(card.pain.round() as u64));
    let heat_words = heat_words(sheet, heat, room.saturating_sub(3 + pain.len()));
    let gap = room
        .saturating_sub(2 + heat_words.len() + pain.len())
        .max(1);
    let numbers = vec![
        bar.clone(),
        Span::styled(
            format!("{} ", theme.heat_glyph(heat)),
            theme.heat_mark(heat),
        ),
        Span::raw(heat_words),
        Span::styled(format!("{}{pain}", " ".repeat(gap)), theme.dim()),
    ];
    let mut lines = vec![
        Line::from(vec![bar.clone(), Span::styled(title, name)]),
        Line::from(numbers),
    ];
    let (said, style) = last_line(state, card);
    let said = (text::fit(&said, room).into_owned(), style);
    for (said, style) in remark(state, card, wide).into_iter().chain([said]) {
        lines.push(Line::from(vec![bar.clone(), Span::styled(said, style)]));
    }
    lines
}

/// What is to be known about an action at a glance: that it came back and why, or that nobody has proven it.
fn remark(state: &State, card: &ColumnCard, wide: usize) -> Vec<(String, Style)> {
    let theme = state.theme;
    let Some(card) = &card.action else {
        return Vec::new();
    };
    let action = card.of(&state.workspace.journeys);
    let written = action.and_then(|action| action.came_back.clone());
    let back = card.came_back().map(crate::board::Relapse::brief);
    let (glyph, said, style) = match back.or(written.filter(|_| card.column < Status::Shipped)) {
        Some(why) => (
            theme.glyph("↺", "<"),
            format!("came back: {why}"),
            theme.bad(),
        ),
        None if card.is_unproven() => {
            let (glyph, _) = look(theme, Status::Shipped);
            (glyph, "unproven".to_owned(), theme.warning())
        }
        None => return Vec::new(),
    };
    let room = wide.saturating_sub(1);
    let mut lines = wrap(&format!("{glyph} {said}"), room);
    if lines.len() > REMARK {
        lines.truncate(REMARK);
        if let Some(last) = lines.last_mut() {
            *last = text::fit(&format!("{last} …  "), room).into_owned();
        }
    }
    lines.into_iter().map(|line| (line, style)).collect()
}

/// Whose it is, and what is being done: an overdue day comes first.
fn last_line(state: &State, card: &ColumnCard) -> (String, Style) {
    let theme = state.theme;
    let touchpoint = state.workspace.journeys.touchpoint(card.touchpoint);
    let roster = &state.workspace.charter.roster;
    let action = columns::action_of(state, card);
    let owner = action.and_then(|action| action.owner.as_ref());
    let owner = owner
        .or(touchpoint.owner.as_ref())
        .map(|id| roster.title(id));
    let overdue = |card: &Card| card.overdue.is_some();
    let late = action.and_then(|action| action.due);
    let late = late.filter(|_| card.action.as_ref().is_some_and(overdue));
    match (late, owner, action) {
        (Some(due), owner, _) => {
            let owner = owner.unwrap_or("nobody");
            (format!("overdue, {due}: {owner}"), theme.error())
        }
        (None, None, _) => ("nobody".to_owned(), theme.warning()),
        (None, Some(owner), Some(action)) => (format!("{owner}: {}", action.title), theme.dim()),
        (None, Some(owner), None) => (owner.to_owned(), theme.dim()),
    }
}
