//! The friction board as columns of cards, as many columns as fit around the chosen one.

use super::number::count;
use super::pane;
use crate::board::{Column, ColumnCard, Heat};
use crate::journey::Action;
use crate::tui::columns;
use crate::tui::state::State;
use crate::tui::text;
use crate::tui::view::areas::Areas;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use std::ops::Range;

/// The lines of a card, and the blank one below it.
const CARD: usize = 4;
/// The least columns of the screen a column of cards takes.
const NARROW: u16 = 19;

/// Where everything stands.
struct Plan {
    cards: [Vec<ColumnCard>; 6],
    chosen: Option<(usize, usize)>,
    seen: Range<usize>,
    inner: Rect,
    wide: u16,
}

impl Plan {
    fn of(state: &State, area: Rect) -> Self {
        let cards = columns::cards(state);
        let chosen = columns::place(state, &cards);
        let inner = frame_of(state, area).inner(area);
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

    /// The first card shown of a column, so that the chosen one is in sight.
    fn first(&self, column: usize) -> usize {
        let fit = (usize::from(self.inner.height).saturating_sub(2) / CARD).max(1);
        match self.chosen {
            Some((at, row)) if at == column => (row + 1).saturating_sub(fit),
            _ => 0,
        }
    }
}

fn frame_of(state: &State, area: Rect) -> ratatui::widgets::Block<'static> {
    let title = "Board: what hurts most on top; < and > move a card";
    pane::frame(state.theme, title, area, true, Areas::of(state).compact)
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
    let row = down.map(|down| plan.first(column) + down / CARD);
    Some((column, row.filter(|row| *row < plan.cards[column].len())))
}

/// Draws the columns.
pub(super) fn draw(frame: &mut Frame, area: Rect, state: &State) {
    if area.is_empty() {
        return;
    }
    frame.render_widget(frame_of(state, area), area);
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
    let first = plan.first(at);
    for (row, card) in cards.iter().enumerate().skip(first) {
        if lines.len() >= high {
            break;
        }
        let chosen = plan.chosen == Some((at, row));
        lines.extend(card_lines(state, card, chosen, wide));
        lines.push(Line::default());
    }
    let shown = high.saturating_sub(2) / CARD;
    let hidden = cards.len().saturating_sub(first + shown.max(1));
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
    frame.render_widget(Paragraph::new(lines), area);
}

fn card_lines(state: &State, card: &ColumnCard, chosen: bool, wide: usize) -> [Line<'static>; 3] {
    let theme = state.theme;
    let touchpoint = state.workspace.journeys.touchpoint(card.touchpoint);
    let sheet = state.board.touchpoint(card.touchpoint);
    let action = card.action.and_then(|place| touchpoint.actions.get(place));
    let heat = Heat::of(sheet, &state.workspace.charter.thresholds);
    let friction = sheet
        .friction
        .map_or("few".to_owned(), |one| format!("{:.0}", one.value));
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
    let heat_words = format!("{friction} {}", heat.word());
    let pain = format!("pain {}", count(card.pain.round() as u64));
    let gap = room
        .saturating_sub(2 + heat_words.len() + pain.len())
        .max(1);
    let numbers = vec![
        bar.clone(),
        Span::styled(format!("{} ", theme.heat_glyph(heat)), theme.heat(heat)),
        Span::raw(heat_words),
        Span::styled(format!("{}{pain}", " ".repeat(gap)), theme.dim()),
    ];
    let (said, style) = last_line(state, card, action);
    [
        Line::from(vec![bar.clone(), Span::styled(title, name)]),
        Line::from(numbers),
        Line::from(vec![
            bar,
            Span::styled(text::fit(&said, room).into_owned(), style),
        ]),
    ]
}

/// Whose it is, and what is being done: an overdue day comes first.
fn last_line(
    state: &State,
    card: &ColumnCard,
    action: Option<&Action>,
) -> (String, ratatui::style::Style) {
    let theme = state.theme;
    let touchpoint = state.workspace.journeys.touchpoint(card.touchpoint);
    let roster = &state.workspace.charter.roster;
    let owner = action.and_then(|action| action.owner.as_ref());
    let owner = owner
        .or(touchpoint.owner.as_ref())
        .map(|id| roster.title(id));
    let late = action
        .filter(|action| action.shipped.is_none())
        .and_then(|action| action.due);
    let late = late
        .zip(state.vantage.today)
        .filter(|(due, today)| due < today);
    match (late, owner, action) {
        (Some((due, _)), owner, _) => {
            let owner = owner.unwrap_or("nobody");
            (format!("due {due}: {owner}"), theme.error())
        }
        (None, None, _) => ("nobody".to_owned(), theme.warning()),
        (None, Some(owner), Some(action)) => (format!("{owner}: {}", action.title), theme.dim()),
        (None, Some(owner), None) => (owner.to_owned(), theme.dim()),
    }
}
