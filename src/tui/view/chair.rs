//! The empty chair: one customer's words, large and quiet, and under them where they were said and who
//! answers for it.

use super::popup;
use super::wrap::{beginning, wrap};
use crate::feedback::Verbatim;
use crate::journey::TouchpointIndex;
use crate::tui::state::State;
use crate::tui::text;
use crate::tui::view::rows::Rows;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;

/// The widest line of words.
const WIDEST: u16 = 64;

/// Draws the chair over the whole screen.
pub(super) fn draw(frame: &mut Frame, area: Rect, state: &State) {
    popup::clear(frame.buffer_mut(), area);
    let chair = &state.vantage.chair;
    let wide = area.width.saturating_sub(4).clamp(1, WIDEST);
    let column = Rect {
        x: area.x + (area.width - wide.min(area.width)) / 2,
        width: wide.min(area.width),
        ..area
    };
    let Some((touchpoint, verbatim)) = chair.seat() else {
        let why = if chair.read {
            "No customer's words are at hand: no row that speaks about a touchpoint has text."
        } else {
            "A customer is about to speak …"
        };
        let lines: Vec<Line> = wrap(why, usize::from(wide))
            .into_iter()
            .map(Line::from)
            .collect();
        let below = area.height / 3;
        let place = Rect {
            y: area.y + below,
            height: area.height - below,
            ..column
        };
        frame.render_widget(Rows(lines), place);
        return;
    };
    let facts = facts(state, *touchpoint, verbatim, usize::from(wide));
    let room = usize::from(area.height)
        .saturating_sub(facts.len() + 3)
        .max(1);
    let mut lines = words(state, verbatim, usize::from(wide), room);
    lines.push(Line::default());
    lines.extend(facts);
    let high = lines.len().min(usize::from(area.height)) as u16;
    let top = (area.height - high) * 2 / 5;
    let place = Rect {
        y: area.y + top,
        height: area.height - top,
        ..column
    };
    frame.render_widget(Rows(lines), place);
    draw_place(frame, area, state);
}

/// The words between quotation marks, a blank line between lines where there is height for it.
fn words(state: &State, verbatim: &Verbatim, wide: usize, room: usize) -> Vec<Line<'static>> {
    let theme = state.theme;
    let (open, close) = (theme.glyph("“", "\""), theme.glyph("”", "\""));
    let said = format!("{open}{}{close}", verbatim.text.trim());
    let mut lines = wrap(&said, wide);
    // A subject stands above what was written below it, where there is height for their own lines.
    if beginning(&said).len() == said.len() {
        let own: Vec<String> = said.lines().flat_map(|line| wrap(line, wide)).collect();
        lines = Some(own).filter(|own| own.len() <= room).unwrap_or(lines);
    }
    if lines.len() > room {
        lines.truncate(room);
        if let Some(last) = lines.last_mut() {
            *last = format!(
                "{} {}",
                text::fit(last, wide.saturating_sub(2)),
                theme.glyph("…", "..")
            );
        }
    }
    let airy = 2 * lines.len() <= room;
    let style = Style::new().add_modifier(Modifier::BOLD);
    let spaced = lines.into_iter().flat_map(|line| {
        let blank = airy.then(Line::default);
        std::iter::once(Line::styled(line, style)).chain(blank)
    });
    spaced.collect()
}

/// Who said it when, where, and who answers for it.
fn facts(
    state: &State,
    touchpoint: TouchpointIndex,
    verbatim: &Verbatim,
    wide: usize,
) -> Vec<Line<'static>> {
    let (theme, journeys) = (state.theme, &state.workspace.journeys);
    let touchpoint = journeys.touchpoint(touchpoint);
    let dot = theme.glyph(" · ", ", ");
    let mut who: Vec<String> = Vec::new();
    who.extend(verbatim.customer.clone().map(|id| format!("customer {id}")));
    who.extend(Some(verbatim.segment.clone()).filter(|segment| !segment.is_empty()));
    who.extend(verbatim.day.map(|day| day.to_string()));
    who.push(verbatim.source.clone());
    let journey = &journeys.all()[touchpoint.journey].title;
    let owner = match &touchpoint.owner {
        Some(owner) => {
            let title = state.workspace.charter.roster.title(owner);
            (format!("{title} answers for it"), theme.text())
        }
        None => ("nobody answers for it".to_owned(), theme.warning()),
    };
    let mut lines = Vec::new();
    let mut write = |said: &str, style: Style| {
        let parts = wrap(said, wide).into_iter();
        lines.extend(parts.map(|part| Line::styled(part, style)));
    };
    write(&who.join(dot), theme.dim());
    write(
        &format!("{}{dot}{journey}", touchpoint.title),
        theme.accent(),
    );
    write(&owner.0, owner.1);
    lines
}

/// How many are heard, and the keys, at the very bottom.
fn draw_place(frame: &mut Frame, area: Rect, state: &State) {
    if area.height < 4 {
        return;
    }
    let chair = &state.vantage.chair;
    let (left, right) = (
        state.theme.glyph("←", "left"),
        state.theme.glyph("→", "right"),
    );
    let said = format!(
        "{} of {}   {left} {right} before and next   Esc back",
        chair.at + 1,
        chair.seats.len()
    );
    let said = text::fit(&said, usize::from(area.width)).into_owned();
    let foot = Rect {
        y: area.bottom() - 1,
        height: 1,
        ..area
    };
    frame.render_widget(Line::styled(said, state.theme.dim()).centered(), foot);
}
