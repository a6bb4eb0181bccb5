//! The table of all journeys: friction, pain, how the weeks went, NPS and CES, what is hot and whose it is
//! not, and spikes; persona and owner where there is room.

use super::number::{count, many, whole};
use super::{pane, popup, spark};
use crate::board::{Heat, JourneySheet};
use crate::journey::JourneyIndex;
use crate::tui::state::{Row, State};
use crate::tui::table::{self, Group, Sort, TableLine};
use crate::tui::text;
use crate::tui::view::casing::Casing;
use crate::tui::view::ink::Ink;
use crate::tui::view::rows;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use std::borrow::Cow;

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

fn frame_of(state: &State, area: Rect, lines: &[TableLine]) -> Casing {
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
    pane::frame(state, &title, area, true)
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
    frame.render_widget(&block, area);
    let list = list_of(inner);
    let columns = Columns::of(usize::from(inner.width));
    if inner.height > 0 {
        let heading = Rect { height: 1, ..inner };
        frame.render_widget(
            rows::Row(Line::styled(heading_of(&columns), state.theme.accent())),
            heading,
        );
    }
    let first = popup::first(chosen(state, &lines), lines.len(), usize::from(list.height));
    let seen = lines.iter().skip(first).take(usize::from(list.height));
    let airy = is_airy(&columns, &lines, list.height);
    let buffer = frame.buffer_mut();
    let mut rows = list.rows();
    for line in seen {
        let Some(row) = rows.next() else { break };
        write(&mut Ink::on(buffer, row), state, line, &columns);
        if airy && let TableLine::Row(Row::Journey(journey)) = line {
            let Some(row) = rows.next() else { break };
            write_who(
                &mut Ink::on(buffer, row),
                state,
                *journey,
                usize::from(list.width),
            );
        }
    }
}

/// Whether persona and owner stand below each journey: where there is no room for them beside it, but
/// height for all.
fn is_airy(columns: &Columns, lines: &[TableLine], height: u16) -> bool {
    columns.persona == 0 && 2 * lines.len() <= usize::from(height)
}

/// Writes the persona and the owner of a journey into a line of their own.
fn write_who(ink: &mut Ink<'_>, state: &State, journey: JourneyIndex, wide: usize) {
    let of = &state.workspace.journeys.all()[journey];
    let owner = of
        .owner
        .as_deref()
        .map(|id| state.workspace.charter.roster.title(id));
    let mut parts = vec![owner.unwrap_or("nobody").to_owned()];
    parts.extend(of.persona.clone());
    let said = parts.join(state.theme.glyph(" · ", ", "));
    ink.blanks(6, state.theme.dim());
    ink.write(&text::fit(&said, wide.saturating_sub(6)), state.theme.dim());
}

fn chosen(state: &State, lines: &[TableLine]) -> usize {
    let is = |line: &TableLine| matches!(line, TableLine::Row(row) if Some(*row) == state.row);
    lines.iter().position(is).unwrap_or(0)
}

/// The row at a position.
pub(in crate::tui) fn row_at(state: &State, area: Rect, at: Position) -> Option<Row> {
    let lines = table::lines(state);
    let list = list_of(pane::inner(state, area));
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

/// Writes a line of the table.
fn write(ink: &mut Ink<'_>, state: &State, line: &TableLine, columns: &Columns) {
    match line {
        TableLine::Group(name, of) => ink.say(format_args!("{name}  {of}"), state.theme.accent()),
        TableLine::Row(Row::Journey(journey)) => {
            write_title(ink, state, *journey, columns);
            write_numbers(ink, state, *journey, columns);
        }
        TableLine::Row(Row::Broken(place)) => {
            let broken = state.workspace.journeys.broken().get(*place);
            let said = broken.map(|broken| format!("{}: {}", broken.file, broken.reason));
            let glyph = state.theme.glyph("✗", "x");
            let said = format!("{glyph} {}", said.unwrap_or_default());
            ink.write(&said, state.theme.error());
        }
    }
}

/// Friction, the title, and persona and owner where there is room.
fn write_title(ink: &mut Ink<'_>, state: &State, journey: JourneyIndex, columns: &Columns) {
    let (theme, raw) = (state.theme, Style::new());
    let of = &state.workspace.journeys.all()[journey];
    let dash = theme.glyph("–", "-");
    let heat = table::heat(state, journey);
    ink.write(theme.heat_glyph(heat), theme.heat_mark(heat));
    match &state.board.journeys[journey].friction {
        Some(friction) => ink.number(whole(friction.value), 4, raw),
        None => ink.right(dash, 4, raw),
    }
    ink.write(" ", raw);
    let chosen = state.row == Some(Row::Journey(journey));
    let name = if chosen { theme.chosen() } else { theme.text() };
    ink.pad(&of.title, columns.title, name);
    if columns.persona > 0 {
        ink.write(" ", raw);
        ink.pad(
            of.persona.as_deref().unwrap_or(dash),
            columns.persona - 1,
            raw,
        );
    }
    if columns.owner > 0 {
        ink.write(" ", raw);
        let title = of.owner.as_deref();
        match title.map(|id| state.workspace.charter.roster.title(id)) {
            Some(title) => ink.pad(title, columns.owner - 1, raw),
            None => ink.pad("nobody", columns.owner - 1, theme.warning()),
        }
    }
}

/// Pain, the weeks, scores, what is hot and whose it is not, and spikes.
fn write_numbers(ink: &mut Ink<'_>, state: &State, journey: JourneyIndex, columns: &Columns) {
    let (theme, raw) = (state.theme, Style::new());
    let sheet = &state.board.journeys[journey];
    let pain = count(table::pain(state, journey).round() as u64);
    ink.right(&pain, 8, raw);
    if columns.trend > 0 {
        let weeks = state.trend(journey);
        let weeks = weeks.into_iter().flat_map(|series| &series.counts);
        let wide = columns.trend - 1;
        ink.write(" ", raw);
        let bars = spark::bars(theme, weeks.map(|week| week.complaints), wide);
        ink.bars(bars, wide, theme.bad());
    }
    for score in scores(sheet, columns.score > SCORE, theme.glyph("±", "+/-")) {
        let said = score.as_deref().unwrap_or(theme.glyph("–", "-"));
        ink.right(said, columns.score, raw);
    }
    ink.number(sheet.hot as u64, 4, raw);
    let lonely = if sheet.hot_unowned > 0 {
        theme.warning()
    } else {
        theme.dim()
    };
    ink.number(sheet.hot_unowned as u64, 7, lonely);
    let (said, style) = alarm(state, journey);
    ink.say(format_args!("  {said:<8}"), style);
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

/// How the weeks go, in a word.
fn alarm(state: &State, journey: JourneyIndex) -> (Cow<'static, str>, Style) {
    let theme = state.theme;
    match state.vantage.table.alarms.get(journey) {
        Some((Heat::Burning, _)) => ("now".into(), theme.error()),
        Some((Heat::Hot, _)) => ("rising".into(), theme.bad()),
        Some((Heat::Warm, of)) => (format!("{of} past").into(), theme.text()),
        Some((Heat::Calm, _)) => ("none".into(), theme.dim()),
        _ => ("too few".into(), theme.dim()),
    }
}
