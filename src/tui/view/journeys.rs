//! The list of journeys: how much each hurts, how it went week by week, and how many hot touchpoints
//! nobody owns. Files that could not be read stand below, with the reason.

use super::areas::Areas;
use super::{pane, popup, spark};
use crate::board::{Heat, JourneySheet};
use crate::journey::JourneyIndex;
use crate::tui::state::{Pane, Row, State};
use crate::tui::text;
use crate::tui::view::rows::Rows;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// How many lines a journey takes: two where there is height and no width for all in one.
fn lines_each(state: &State, inner: Rect) -> usize {
    let tall = usize::from(inner.height) >= 2 * state.rows().len();
    if inner.width < 50 && tall { 2 } else { 1 }
}

fn frame_of(state: &State, area: Rect) -> ratatui::widgets::Block<'static> {
    let focused = pane::has_keys(state, Pane::Journeys);
    let of = state.rows().len();
    let title = if state.filter.is_empty() {
        let hidden = of > usize::from(area.height.saturating_sub(1));
        let at = state.rows().iter().position(|row| Some(*row) == state.row);
        let place = match at {
            Some(at) if hidden => format!(" {} of {of}", at + 1),
            _ => String::new(),
        };
        format!("Journeys{place}: friction, complaints by week")
    } else {
        format!("Journeys with /{}", state.filter.line.text())
    };
    pane::frame(state.theme, &title, area, focused, Areas::of(state).compact)
}

/// Draws the list.
pub fn draw(frame: &mut Frame, area: Rect, state: &State) {
    if area.is_empty() {
        return;
    }
    let block = frame_of(state, area);
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let rows = state.rows();
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
    let each = lines_each(state, inner);
    let fitting = (usize::from(inner.height) / each).max(1);
    let chosen = chosen(state, &rows);
    let lines: Vec<Line> = rows
        .iter()
        .skip(popup::first(chosen, rows.len(), fitting))
        .take(fitting)
        .flat_map(|row| row_lines(state, *row, usize::from(inner.width), each))
        .collect();
    frame.render_widget(Rows(lines), inner);
}

const EMPTY: &str = "no journey yet: put a YAML file beside pothole.yaml";

fn chosen(state: &State, rows: &[Row]) -> usize {
    let chosen = rows.iter().position(|row| Some(*row) == state.row);
    chosen.unwrap_or(0)
}

/// The row at a position of the list.
pub fn row_at(state: &State, area: Rect, at: Position) -> Option<Row> {
    let inner = frame_of(state, area).inner(area);
    if !inner.contains(at) {
        return None;
    }
    let rows = state.rows();
    let each = lines_each(state, inner);
    let fitting = (usize::from(inner.height) / each).max(1);
    let first = popup::first(chosen(state, &rows), rows.len(), fitting);
    rows.get(first + usize::from(at.y - inner.y) / each)
        .copied()
}

fn row_lines(state: &State, row: Row, width: usize, each: usize) -> Vec<Line<'static>> {
    let chosen = state.row == Some(row);
    let mut lines = match row {
        Row::Journey(journey) if each == 1 => vec![one_line(state, journey, width)],
        Row::Journey(journey) => two_lines(state, journey, width),
        Row::Broken(place) => broken_lines(state, place, width, each),
    };
    if chosen && let Some(first) = lines.first_mut() {
        // Not the sparkline: reversed bars would show what is missing.
        for span in first.spans.iter_mut().take(NAME) {
            span.style = span.style.patch(state.theme.chosen());
        }
    }
    lines
}

/// How many spans name a journey: its glyph, its number and its title.
const NAME: usize = 3;

fn one_line(state: &State, journey: JourneyIndex, width: usize) -> Line<'static> {
    let lonely = alarm(state, &state.board.journeys[journey]);
    let right = lonely.as_ref().map_or(0, |(text, _)| text::width(text) + 1);
    let trend = if width < 50 { 0 } else { (width / 4).min(26) };
    let title = width.saturating_sub(7 + trend + 1 + right.max(if trend > 0 { 16 } else { 0 }));
    let mut spans = heat(state, journey);
    let name = &state.workspace.journeys.all()[journey].title;
    spans.push(Span::raw(text::pad(name, title)));
    if trend > 0 {
        let drawn = sparkline(state, journey, trend);
        spans.push(Span::styled(
            format!(" {}", text::pad(&drawn, trend)),
            state.theme.bad(),
        ));
    }
    if let Some((text, style)) = lonely {
        spans.push(Span::styled(format!(" {text}"), style));
    }
    Line::from(spans)
}

fn two_lines(state: &State, journey: JourneyIndex, width: usize) -> Vec<Line<'static>> {
    let mut first = heat(state, journey);
    let name = &state.workspace.journeys.all()[journey].title;
    first.push(Span::raw(text::pad(name, width.saturating_sub(7))));
    let lonely = alarm(state, &state.board.journeys[journey]);
    let right = lonely.as_ref().map_or(0, |(text, _)| text::width(text) + 1);
    let trend = width.saturating_sub(2 + right);
    let drawn = sparkline(state, journey, trend);
    let mut second = vec![
        Span::raw("  "),
        Span::styled(text::pad(&drawn, trend), state.theme.bad()),
    ];
    if let Some((text, style)) = lonely {
        second.push(Span::styled(format!(" {text}"), style));
    }
    vec![Line::from(first), Line::from(second)]
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

/// Glyph and number of a journey's friction: seven columns.
fn heat(state: &State, journey: JourneyIndex) -> Vec<Span<'static>> {
    let sheet = &state.board.journeys[journey];
    let thresholds = &state.workspace.charter.thresholds;
    let heat = Heat::of_friction(sheet.friction.as_ref(), &sheet.counts, thresholds);
    let number = match &sheet.friction {
        Some(friction) => format!("{:>4.0}  ", friction.value),
        None => format!("{:>4}  ", state.theme.glyph("–", "-")),
    };
    vec![
        Span::styled(state.theme.heat_glyph(heat), state.theme.heat_mark(heat)),
        Span::raw(number),
    ]
}

fn sparkline(state: &State, journey: JourneyIndex, columns: usize) -> String {
    let weeks = state.trends.get(journey).map(|trend| &trend.counts);
    let complaints: Vec<u64> = weeks
        .into_iter()
        .flatten()
        .map(|counts| counts.complaints)
        .collect();
    spark::line(state.theme, &complaints, columns)
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
