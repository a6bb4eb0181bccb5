//! The table of all journeys: friction, pain, how the weeks went, NPS and CES, what is hot and whose it is
//! not, and spikes; persona and owner where there is room.

use super::number::{count, many};
use super::{pane, popup, spark};
use crate::board::{Heat, JourneySheet};
use crate::journey::JourneyIndex;
use crate::tui::state::{Row, State};
use crate::tui::table::{self, Group, Sort, TableLine};
use crate::tui::text;
use crate::tui::view::areas::Areas;
use crate::tui::view::rows::Rows;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Block;

/// The columns of the table, by the width there is.
struct Columns {
    title: usize,
    persona: usize,
    owner: usize,
    trend: usize,
    /// NPS or CES with the half of its interval, where there is room.
    score: usize,
}

/// Friction with its glyph, pain, hot, nobody, spikes, and a blank between each.
const FIXED: usize = 6 + 8 + 4 + 7 + 10;
/// A score alone, and with its margin.
const SCORE: usize = 6;
const WITH_MARGIN: usize = 11;
/// From how many columns beside the fixed ones and the scores there is room for margins.
const ROOMY: usize = 48;

impl Columns {
    fn of(width: usize) -> Self {
        let spare = width.saturating_sub(FIXED + 2 * SCORE);
        let (score, spare) = if spare >= ROOMY {
            (WITH_MARGIN, spare - 2 * (WITH_MARGIN - SCORE))
        } else {
            (SCORE, spare)
        };
        let owner = if spare >= 74 { 20 } else { 0 };
        let persona = if spare >= 90 { 30 } else { 0 };
        let spare = spare.saturating_sub(owner + persona);
        let trend = if spare >= 28 {
            (spare / 3).clamp(9, 30)
        } else {
            0
        };
        Self {
            title: spare.saturating_sub(trend),
            persona,
            owner,
            trend,
            score,
        }
    }
}

fn frame_of(state: &State, area: Rect, lines: &[TableLine]) -> Block<'static> {
    let table = &state.vantage.table;
    let rows = lines
        .iter()
        .filter(|line| matches!(line, TableLine::Row(_)));
    let journeys = many(rows.count() as u64, "journey", "journeys");
    let mut title = journeys;
    if !state.filter.is_empty() {
        title = format!("{title} with /{}", state.filter.line.text());
    }
    if table.sort != Sort::File {
        title = format!("{title}, by {}", table.sort.words());
    }
    if table.group != Group::None {
        title = format!("{title}, grouped by {}", table.group.words());
    }
    pane::frame(state.theme, &title, area, true, Areas::of(state).compact)
}

/// Where the lines of the table stand, its heading left out.
fn list_of(inner: Rect) -> Rect {
    let heading = 1.min(inner.height);
    Rect {
        y: inner.y + heading,
        height: inner.height - heading,
        ..inner
    }
}

/// Draws the table.
pub(super) fn draw(frame: &mut Frame, area: Rect, state: &State) {
    if area.is_empty() {
        return;
    }
    let lines = table::lines(state);
    let block = frame_of(state, area, &lines);
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let list = list_of(inner);
    let columns = Columns::of(usize::from(inner.width));
    if inner.height > 0 {
        let heading = Rect { height: 1, ..inner };
        frame.render_widget(
            Line::styled(heading_of(&columns), state.theme.accent()),
            heading,
        );
    }
    let first = popup::first(chosen(state, &lines), lines.len(), usize::from(list.height));
    let seen = lines.iter().skip(first).take(usize::from(list.height));
    let wide = usize::from(inner.width);
    let airy = is_airy(&columns, &lines, list.height);
    let drawn: Vec<Line> = seen
        .flat_map(|line| {
            let below = airy.then(|| who(state, line, wide)).flatten();
            std::iter::once(one(state, line, &columns)).chain(below)
        })
        .collect();
    frame.render_widget(Rows(drawn), list);
}

/// Whether persona and owner stand below each journey: where there is no room for them beside it, but
/// height for all.
fn is_airy(columns: &Columns, lines: &[TableLine], height: u16) -> bool {
    columns.persona == 0 && 2 * lines.len() <= usize::from(height)
}

/// The persona and the owner of a journey, in a line of their own.
fn who(state: &State, line: &TableLine, wide: usize) -> Option<Line<'static>> {
    let TableLine::Row(Row::Journey(journey)) = line else {
        return None;
    };
    let of = &state.workspace.journeys.all()[*journey];
    let owner = of
        .owner
        .as_deref()
        .map(|id| state.workspace.charter.roster.title(id));
    let mut parts = vec![owner.unwrap_or("nobody").to_owned()];
    parts.extend(of.persona.clone());
    let said = parts.join(state.theme.glyph(" · ", ", "));
    let said = text::fit(&said, wide.saturating_sub(6)).into_owned();
    Some(Line::styled(format!("      {said}"), state.theme.dim()))
}

fn chosen(state: &State, lines: &[TableLine]) -> usize {
    let is = |line: &TableLine| matches!(line, TableLine::Row(row) if Some(*row) == state.row);
    lines.iter().position(is).unwrap_or(0)
}

/// The row at a position.
pub(in crate::tui) fn row_at(state: &State, area: Rect, at: Position) -> Option<Row> {
    let lines = table::lines(state);
    let list = list_of(frame_of(state, area, &lines).inner(area));
    let columns = Columns::of(usize::from(list.width));
    if is_airy(&columns, &lines, list.height) {
        let down = usize::from(at.y.checked_sub(list.y)?);
        let mut taken = 0;
        return lines.iter().find_map(|line| {
            let row = match line {
                TableLine::Row(row) => Some(*row),
                TableLine::Group(..) => None,
            };
            let high = if matches!(row, Some(Row::Journey(_))) {
                2
            } else {
                1
            };
            taken += high;
            row.filter(|_| (taken - high..taken).contains(&down))
        });
    }
    let line = popup::line_at(list, at, chosen(state, &lines), lines.len())?;
    match lines.get(line) {
        Some(TableLine::Row(row)) => Some(*row),
        _ => None,
    }
}

fn heading_of(columns: &Columns) -> String {
    let mut heading = format!("{:<6}{}", "fric.", text::pad("journey", columns.title));
    if columns.persona > 0 {
        heading.push_str(&text::pad(" persona", columns.persona));
    }
    if columns.owner > 0 {
        heading.push_str(&text::pad(" owner", columns.owner));
    }
    heading.push_str("    pain");
    heading.push_str(&text::pad(" by week", columns.trend));
    let score = columns.score;
    let [nps, ces] = ["NPS", "CES"].map(|name| format!("{name:>score$}"));
    heading + &nps + &ces + " hot nobody  spikes  "
}

fn one(state: &State, line: &TableLine, columns: &Columns) -> Line<'static> {
    match line {
        TableLine::Group(name, of) => Line::styled(format!("{name}  {of}"), state.theme.accent()),
        TableLine::Row(Row::Journey(journey)) => journey_line(state, *journey, columns),
        TableLine::Row(Row::Broken(place)) => {
            let broken = state.workspace.journeys.broken().get(*place);
            let said = broken.map(|broken| format!("{}: {}", broken.file, broken.reason));
            let glyph = state.theme.glyph("✗", "x");
            Line::styled(
                format!("{glyph} {}", said.unwrap_or_default()),
                state.theme.error(),
            )
        }
    }
}

fn journey_line(state: &State, journey: JourneyIndex, columns: &Columns) -> Line<'static> {
    let theme = state.theme;
    let of = &state.workspace.journeys.all()[journey];
    let sheet = &state.board.journeys[journey];
    let dash = theme.glyph("–", "-");
    let heat = table::heat(state, journey);
    let friction = sheet
        .friction
        .map_or(dash.to_owned(), |one| format!("{:.0}", one.value));
    let chosen = state.row == Some(Row::Journey(journey));
    let name = if chosen { theme.chosen() } else { theme.text() };
    let mut spans = vec![
        Span::styled(theme.heat_glyph(heat), theme.heat_mark(heat)),
        Span::raw(format!("{friction:>4} ")),
        Span::styled(text::pad(&of.title, columns.title), name),
    ];
    if columns.persona > 0 {
        let persona = of.persona.as_deref().unwrap_or(dash);
        spans.push(Span::raw(format!(
            " {}",
            text::pad(persona, columns.persona - 1)
        )));
    }
    if columns.owner > 0 {
        spans.push(Span::raw(" "));
        spans.push(owner(state, of.owner.as_deref(), columns.owner - 1));
    }
    spans.extend(numbers(state, journey, columns));
    Line::from(spans)
}

/// Pain, the weeks, scores, what is hot and whose it is not, and spikes.
fn numbers(state: &State, journey: JourneyIndex, columns: &Columns) -> Vec<Span<'static>> {
    let theme = state.theme;
    let sheet = &state.board.journeys[journey];
    let dash = theme.glyph("–", "-");
    let pain = count(table::pain(state, journey).round() as u64);
    let mut spans = vec![Span::raw(format!("{pain:>8}"))];
    if columns.trend > 0 {
        let weeks = state
            .trends
            .get(journey)
            .into_iter()
            .flat_map(|series| &series.counts);
        let complaints: Vec<u64> = weeks.map(|week| week.complaints).collect();
        let drawn = spark::line(theme, &complaints, columns.trend - 1);
        spans.push(Span::raw(" "));
        spans.push(Span::styled(
            text::pad(&drawn, columns.trend - 1),
            theme.bad(),
        ));
    }
    let [nps, ces] = scores(sheet, columns.score > SCORE, theme.glyph("±", "+/-"));
    let of = |said: Option<String>| said.unwrap_or_else(|| dash.to_owned());
    let (nps, ces, wide) = (of(nps), of(ces), columns.score);
    spans.push(Span::raw(format!(
        "{nps:>wide$}{ces:>wide$}{:>4}",
        sheet.hot
    )));
    let lonely = if sheet.hot_unowned > 0 {
        theme.warning()
    } else {
        theme.dim()
    };
    spans.push(Span::styled(format!("{:>7}", sheet.hot_unowned), lonely));
    let (said, style) = alarm(state, journey);
    spans.push(Span::styled(format!("  {said:<8}"), style));
    spans
}

/// NPS and CES, with the half of their 95 % intervals if wanted.
pub(super) fn scores(sheet: &JourneySheet, margins: bool, mark: &str) -> [Option<String>; 2] {
    let margin = |half: f64, decimals: usize| {
        if margins {
            format!(" {mark}{half:.decimals$}")
        } else {
            String::new()
        }
    };
    let nps = sheet.nps.as_ref();
    let nps = nps.map(|nps| format!("{:+.0}{}", nps.score, margin(nps.margin, 0)));
    let ces = sheet.ces.as_ref().map(|ces| {
        let half = ces.interval.map(|ends| (ends.high - ends.low) / 2.0);
        let half = half.map_or_else(String::new, |half| margin(half, 1));
        format!("{:.1}{half}", ces.mean)
    });
    [nps, ces]
}

fn owner(state: &State, owner: Option<&str>, room: usize) -> Span<'static> {
    let title = owner.map(|id| state.workspace.charter.roster.title(id));
    match title {
        Some(title) => Span::raw(text::pad(title, room)),
        None => Span::styled(text::pad("nobody", room), state.theme.warning()),
    }
}

/// How the weeks go, in a word.
fn alarm(state: &State, journey: JourneyIndex) -> (String, Style) {
    let theme = state.theme;
    match state.vantage.table.alarms.get(journey) {
        Some((Heat::Burning, _)) => ("now".to_owned(), theme.error()),
        Some((Heat::Hot, _)) => ("rising".to_owned(), theme.bad()),
        Some((Heat::Warm, of)) => (format!("{of} past"), theme.text()),
        Some((Heat::Calm, _)) => ("none".to_owned(), theme.dim()),
        _ => ("too few".to_owned(), theme.dim()),
    }
}
