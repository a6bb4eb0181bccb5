//! The list of journeys: how much each hurts, how it went week by week, and how many hot touchpoints
//! nobody owns. Files that could not be read stand below, with the reason.

use super::casing::Casing;
use super::ink::Ink;
use super::number::whole;
use super::{pane, popup, spark};
use crate::board::{Heat, JourneySheet};
use crate::journey::JourneyIndex;
use crate::tui::state::{Pane, Row, State};
use crate::tui::text;
use crate::tui::view::rows::Rows;
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Paragraph, Widget};

/// How many lines a journey takes: two where there is height and no width for all in one.
fn lines_each(rows: &[Row], inner: Rect) -> usize {
    let tall = usize::from(inner.height) >= 2 * rows.len();
    if inner.width < 50 && tall { 2 } else { 1 }
}

fn frame_of(state: &State, area: Rect, rows: &[Row]) -> Casing {
    let focused = pane::has_keys(state, Pane::Journeys);
    let title = if state.filter.is_empty() {
        let of = rows.len();
        let hidden = of > usize::from(area.height.saturating_sub(1));
        let at = rows.iter().position(|row| Some(*row) == state.row);
        let place = match at {
            Some(at) if hidden => format!(" {} of {of}", at + 1),
            _ => String::new(),
        };
        format!("Journeys{place}: friction, complaints by week")
    } else {
        format!("Journeys with /{}", state.filter.line.text())
    };
    pane::frame(state, &title, area, focused)
}

/// Draws the list.
pub fn draw(frame: &mut Frame, area: Rect, state: &State) {
    if area.is_empty() {
        return;
    }
    let rows = state.rows();
    let block = frame_of(state, area, &rows);
    let inner = block.inner(area);
    frame.render_widget(&block, area);
    if rows.is_empty() {
        let why = if state.filter.is_empty() {
            EMPTY
        } else {
            "nothing holds this text"
        };
        let lines = super::wrap::wrap(why, usize::from(inner.width));
        frame.render_widget(Paragraph::new(lines.join("\n")), inner);
        return;
    }
    let each = lines_each(&rows, inner);
    let fitting = (usize::from(inner.height) / each).max(1);
    let chosen = chosen(state, &rows);
    let first = popup::first(chosen, rows.len(), fitting);
    for (row, place) in rows.iter().skip(first).zip(0..fitting as u16) {
        let y = inner.y + place * each as u16;
        let height = inner.bottom().saturating_sub(y).min(each as u16);
        let area = Rect { y, height, ..inner };
        draw_row(frame.buffer_mut(), state, *row, (area, each));
    }
}

const EMPTY: &str = "no journey yet: put a YAML file beside pothole.yaml";

fn chosen(state: &State, rows: &[Row]) -> usize {
    let chosen = rows.iter().position(|row| Some(*row) == state.row);
    chosen.unwrap_or(0)
}

/// The row at a position of the list.
pub fn row_at(state: &State, area: Rect, at: Position) -> Option<Row> {
    let inner = pane::inner(state, area);
    if !inner.contains(at) {
        return None;
    }
    let rows = state.rows();
    let each = lines_each(&rows, inner);
    let fitting = (usize::from(inner.height) / each).max(1);
    let first = popup::first(chosen(state, &rows), rows.len(), fitting);
    rows.get(first + usize::from(at.y - inner.y) / each)
        .copied()
}

/// Draws a row of the list into its one or two lines, as many of them as there is room for.
fn draw_row(buffer: &mut Buffer, state: &State, row: Row, (area, each): (Rect, usize)) {
    let chosen = if state.row == Some(row) {
        state.theme.chosen()
    } else {
        Style::new()
    };
    match row {
        Row::Journey(journey) if each == 1 => draw_line(buffer, state, journey, (area, chosen)),
        Row::Journey(journey) => draw_lines(buffer, state, journey, (area, chosen)),
        Row::Broken(place) => {
            let mut lines = broken_lines(state, place, usize::from(area.width), each);
            if let Some(first) = lines.first_mut() {
                first.style = first.style.patch(chosen);
            }
            Rows(lines).render(area, buffer);
        }
    }
}

/// Draws a journey in one line.
fn draw_line(
    buffer: &mut Buffer,
    state: &State,
    journey: JourneyIndex,
    (area, chosen): (Rect, Style),
) {
    let width = usize::from(area.width);
    let lonely = alarm(state, &state.board.journeys[journey]);
    let right = lonely.as_ref().map_or(0, |(text, _)| text::width(text) + 1);
    let trend = if width < 50 { 0 } else { (width / 4).min(26) };
    let title = width.saturating_sub(7 + trend + 1 + right.max(if trend > 0 { 16 } else { 0 }));
    let mut ink = Ink::on(buffer, area);
    write_name(&mut ink, state, journey, (title, chosen));
    if trend > 0 {
        let bad = state.theme.bad();
        ink.write(" ", bad);
        ink.bars(sparkline(state, journey, trend), trend, bad);
    }
    write_alarm(&mut ink, lonely.as_ref());
}

/// Draws a journey in two lines.
fn draw_lines(
    buffer: &mut Buffer,
    state: &State,
    journey: JourneyIndex,
    (area, chosen): (Rect, Style),
) {
    let width = usize::from(area.width);
    let mut rows = area.rows();
    let (Some(first), second) = (rows.next(), rows.next()) else {
        return;
    };
    let title = width.saturating_sub(7);
    write_name(&mut Ink::on(buffer, first), state, journey, (title, chosen));
    let Some(second) = second else { return };
    let lonely = alarm(state, &state.board.journeys[journey]);
    let right = lonely.as_ref().map_or(0, |(text, _)| text::width(text) + 1);
    let trend = width.saturating_sub(2 + right);
    let mut ink = Ink::on(buffer, second);
    ink.write("  ", Style::new());
    ink.bars(sparkline(state, journey, trend), trend, state.theme.bad());
    write_alarm(&mut ink, lonely.as_ref());
}

/// Writes what is hot, with a blank before it.
fn write_alarm(ink: &mut Ink<'_>, alarm: Option<&(String, Style)>) {
    if let Some((text, style)) = alarm {
        ink.write(" ", *style);
        ink.write(text, *style);
    }
}

fn broken_lines(state: &State, place: usize, width: usize, each: usize) -> Vec<Line<'static>> {
    let Some(broken) = state.workspace.journeys.broken().get(place) else {
        return Vec::new();
    };
    let (theme, style) = (state.theme, state.theme.error());
    let glyph = theme.glyph("✗", "x");
    let place = match broken.line {
        0 => broken.file.clone(),
        line => format!("{}:{line}", broken.file),
    };
    let first = match each {
        1 => format!("{glyph} broken {place}: {}", broken.reason),
        _ => format!("{glyph} broken {place}"),
    };
    let mut lines = vec![Line::styled(text::fit(&first, width).into_owned(), style)];
    if each > 1 {
        let reason = text::fit(&broken.reason, width.saturating_sub(2)).into_owned();
        lines.push(Line::styled(format!("  {reason}"), theme.dim()));
    }
    lines
}

/// Writes glyph and number of a journey's friction, seven columns, and its title in so many. What is chosen stands out
/// in these alone: reversed bars would show what is missing.
fn write_name(
    ink: &mut Ink<'_>,
    state: &State,
    journey: JourneyIndex,
    (title, chosen): (usize, Style),
) {
    let sheet = &state.board.journeys[journey];
    let thresholds = &state.workspace.charter.thresholds;
    let heat = Heat::of_friction(sheet.friction.as_ref(), &sheet.counts, thresholds);
    let mark = state.theme.heat_mark(heat).patch(chosen);
    ink.write(state.theme.heat_glyph(heat), mark);
    match &sheet.friction {
        Some(friction) => ink.number(whole(friction.value), 4, chosen),
        None => ink.right(state.theme.glyph("–", "-"), 4, chosen),
    }
    ink.write("  ", chosen);
    ink.pad(
        &state.workspace.journeys.all()[journey].title,
        title,
        chosen,
    );
}

fn sparkline(state: &State, journey: JourneyIndex, columns: usize) -> impl Iterator<Item = char> {
    let weeks = state.trend(journey).map(|trend| &trend.counts);
    let complaints = weeks.into_iter().flatten().map(|counts| counts.complaints);
    spark::bars(state.theme, complaints, columns)
}

/// What is hot and whose it is not, in a word.
fn alarm(state: &State, sheet: &JourneySheet) -> Option<(String, Style)> {
    match (sheet.hot, sheet.hot_unowned) {
        (0, _) => None,
        (hot, 0) => Some((format!("{hot} hot, owned"), state.theme.dim())),
        (hot, lonely) if hot == lonely => {
            Some((format!("{hot} hot, nobody"), state.theme.warning()))
        }
        (hot, lonely) => {
            let said = format!("{hot} hot, {lonely} nobody");
            Some((said, state.theme.warning()))
        }
    }
}
