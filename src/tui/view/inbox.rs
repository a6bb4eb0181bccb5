//! The inbox: the phrase, what it would catch of each source, the rows it catches, and the chosen one of
//! them in full.

use super::areas::Areas;
use super::casing::Casing;
use super::number::{count, many};
use super::{marked, pane, popup, wrap};
use crate::feedback::{Day, InboxRow, Marks, Overlay};
use crate::tui::state::{Mode, State};
use crate::tui::text;
use crate::tui::view::rows::{Row, Rows};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// What a click on the inbox hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// The line the phrase is typed in.
    Phrase,
    /// A row, as a place in the list.
    Row(usize),
}

/// What stands at a position.
pub fn hit(state: &State, area: Rect, at: Position) -> Option<Hit> {
    let parts = Parts::of(pane::inner(state, area));
    if parts.typed.contains(at) {
        return Some(Hit::Phrase);
    }
    let unmapped = &state.unmapped;
    let row = popup::line_at(parts.list, at, unmapped.chosen, unmapped.shown.len());
    row.map(Hit::Row)
}

/// How many rows a page has.
pub fn page(state: &State) -> usize {
    let area = Areas::of(state).body;
    let parts = Parts::of(pane::inner(state, area));
    usize::from(parts.list.height).max(1)
}

/// Draws the inbox.
pub fn draw(frame: &mut Frame, area: Rect, state: &State) {
    if area.is_empty() {
        return;
    }
    let (theme, unmapped) = (state.theme, &state.unmapped);
    let block = frame_of(state, area);
    let parts = Parts::of(block.inner(area));
    frame.render_widget(&block, area);
    let hint = "type what customers say";
    frame.render_widget(
        Row(super::prompt::line(theme, &unmapped.line, hint)),
        parts.typed,
    );
    if matches!(state.mode, Mode::Phrase) {
        super::prompt::set_cursor(frame, &unmapped.line, parts.typed);
    }
    let width = usize::from(parts.said.width);
    let said = text::fit(&catch(state), width).into_owned();
    frame.render_widget(Row(Line::raw(said)), parts.said);
    let part = text::fit(&reach(state), width).into_owned();
    frame.render_widget(Row(Line::styled(part, theme.dim())), parts.reach);
    if let Some(why) = nothing(state) {
        let lines = wrap::wrap(&why, usize::from(parts.list.width));
        frame.render_widget(Paragraph::new(lines.join("\n")), parts.list);
        return;
    }
    let marks = [false, true].map(|folds| Marks::of(unmapped.phrase(), folds));
    frame.render_widget(Rows(list(state, &marks, parts.list)), parts.list);
    if let Some(row) = unmapped.row() {
        let lines = whole(state, row, marks_for(state, row, &marks), parts.whole);
        frame.render_widget(Rows(lines), parts.whole);
    }
}

/// The parts of the inbox, from top to bottom.
struct Parts {
    typed: Rect,
    said: Rect,
    reach: Rect,
    list: Rect,
    whole: Rect,
}

impl Parts {
    fn of(inner: Rect) -> Self {
        let one = |height| Constraint::Length(u16::from(inner.height >= height));
        let below = if inner.height < 9 {
            0
        } else {
            inner.height / 3
        };
        let heights = [
            one(1),
            one(3),
            one(6),
            one(12),
            Constraint::Min(0),
            one(9),
            Constraint::Length(below.min(12)),
        ];
        let [typed, said, reach, _, list, _, whole] = Layout::vertical(heights).areas(inner);
        Self {
            typed,
            said,
            reach,
            list,
            whole,
        }
    }
}

fn frame_of(state: &State, area: Rect) -> Casing {
    let rows = state.overlay.books.total().unmapped;
    let dots = state.theme.glyph("…", "...");
    let mut title = format!("Inbox: {}", many(rows, "unmapped row", "unmapped rows"));
    if state.unmapped.is_reading(state.scan) && state.unmapped.has_read() {
        title = format!("{title}, reading again {dots}");
    }
    pane::frame(state, &title, area, true)
}

/// How many rows of which sources the phrase would catch, or there are.
fn catch(state: &State) -> String {
    let unmapped = &state.unmapped;
    if !unmapped.has_read() {
        return String::new();
    }
    let here = |counts: &[u64]| -> u64 {
        let counts = counts.iter().enumerate();
        let here = counts.filter(|(source, _)| unmapped.looks_in(*source));
        here.map(|(_, count)| count).sum()
    };
    let all = many(here(&unmapped.inbox.kept), "row", "rows");
    let said = if unmapped.phrase().is_empty() {
        format!("{all} with text")
    } else if unmapped.preview.is_some() {
        format!("catches {} of {all}", count(unmapped.catches()))
    } else {
        return format!("looking through {all}");
    };
    let mut counts: Vec<(u64, &str)> = unmapped
        .by_source()
        .iter()
        .zip(&state.workspace.sources)
        .enumerate()
        .filter(|(place, (rows, _))| **rows > 0 && unmapped.looks_in(*place))
        .map(|(_, (rows, source))| (*rows, source.id.as_str()))
        .collect();
    counts.sort_by_key(|(rows, _)| std::cmp::Reverse(*rows));
    let counts = counts.iter();
    let counts: Vec<_> = counts
        .map(|(rows, source)| format!("{source} {}", count(*rows)))
        .collect();
    if counts.is_empty() {
        return said;
    }
    format!("{said}: {}", counts.join(", "))
}

/// Which sources are looked in, and which unmapped rows are not here.
fn reach(state: &State) -> String {
    let unmapped = &state.unmapped;
    let source = unmapped.source;
    let source = source.and_then(|source| state.workspace.sources.get(source));
    let said = match source {
        Some(source) => format!("in {} alone", source.id),
        None => "in all sources".to_owned(),
    };
    if !unmapped.has_read() || !unmapped.inbox.is_part() {
        return said;
    }
    let all: u64 = unmapped.inbox.unmapped.iter().sum();
    let kept: u64 = unmapped.inbox.kept.iter().sum();
    let places = state.overlay.unmapped.len().max(unmapped.inbox.rows.len());
    let rest = if places >= Overlay::MOST_UNMAPPED {
        format!("these are the newest; {} in all are unmapped", count(all))
    } else {
        let more = many(all.saturating_sub(kept), "more row has", "more rows have");
        format!("{more} no text to look in")
    };
    format!("{said}{}{rest}", state.theme.glyph(" · ", ", "))
}

/// Why no row is listed.
fn nothing(state: &State) -> Option<String> {
    let (unmapped, books) = (&state.unmapped, state.overlay.books.total());
    if !unmapped.shown.is_empty() {
        return None;
    }
    let dots = state.theme.glyph(" …", " ...");
    Some(if !unmapped.has_read() && state.progress.is_some() {
        format!("reading the feedback{dots}")
    } else if !unmapped.has_read() {
        format!("reading the unmapped rows{dots}")
    } else if books.read == 0 {
        "no feedback has been read".to_owned()
    } else if books.unmapped == 0 {
        "Nothing is unmapped: every row is at a touchpoint.".to_owned()
    } else if unmapped.inbox.rows.is_empty() {
        no_text(state)
    } else if unmapped.phrase().is_empty() {
        "no unmapped row of this source has text".to_owned()
    } else {
        "no unmapped row says this".to_owned()
    })
}

/// What to do where unmapped rows have no text.
fn no_text(state: &State) -> String {
    let counts = &state.unmapped.inbox.unmapped;
    let sources = state.workspace.sources.iter().zip(counts);
    let silent = sources.filter(|(source, rows)| **rows > 0 && source.columns.text.is_empty());
    let ids: Vec<&str> = silent.map(|(source, _)| source.id.as_str()).collect();
    if ids.is_empty() {
        return "No unmapped row has text to look in.".to_owned();
    }
    format!(
        "No unmapped row has text to look in, for no text column is declared for {}. Write it in \
         pothole.yaml: columns: {{text: ...}}",
        ids.join(", ")
    )
}

fn list(state: &State, marks: &[Marks; 2], area: Rect) -> Vec<Line<'static>> {
    let unmapped = &state.unmapped;
    let height = usize::from(area.height);
    let first = popup::first(unmapped.chosen, unmapped.shown.len(), height);
    let places = unmapped.shown.iter().skip(first).take(height);
    let rows: Vec<&InboxRow> = places
        .filter_map(|place| unmapped.inbox.rows.get(*place))
        .collect();
    let width = usize::from(area.width);
    let widest = |names: &mut dyn Iterator<Item = &str>| {
        names.map(text::width).max().unwrap_or(0).min(width / 6)
    };
    let sources = widest(&mut rows.iter().map(|row| source(state, row)));
    let segments = widest(&mut rows.iter().map(|row| row.segment.as_str()));
    let lines = rows.iter().enumerate().map(|(place, row)| {
        let mut lead = format!("{}  ", day(row.day));
        for (name, columns) in [(source(state, row), sources), (&row.segment, segments)] {
            if columns > 0 && width >= 50 {
                lead += &text::pad(name, columns);
                lead += "  ";
            }
        }
        let room = width.saturating_sub(text::width(&lead));
        let mut spans = vec![Span::styled(lead, state.theme.dim())];
        spans.extend(marked::excerpt(
            state.theme,
            &row.text,
            marks_for(state, row, marks),
            room,
        ));
        let mut line = Line::from(spans);
        if first + place == unmapped.chosen {
            let blanks = width.saturating_sub(line.width());
            line.push_span(" ".repeat(blanks));
            return line.patch_style(state.theme.chosen());
        }
        line
    });
    lines.collect()
}

/// A row in full: when, from where, who, in which line of which file, and all its words.
fn whole(state: &State, row: &InboxRow, marks: &Marks, area: Rect) -> Vec<Line<'static>> {
    let (theme, width) = (state.theme, usize::from(area.width));
    let mut parts = vec![day(row.day), source(state, row).to_owned()];
    parts.extend(Some(row.segment.clone()).filter(|segment| !segment.is_empty()));
    let place = format!("{}:{}", row.file, row.line);
    let heading = parts.join(theme.glyph(" · ", ", "));
    let room = width.saturating_sub(text::width(&place) + 2);
    let mut lines = vec![Line::from(vec![
        Span::raw(text::fit(&heading, room).into_owned()),
        Span::styled(format!("  {place}"), theme.dim()),
    ])];
    let height = usize::from(area.height.saturating_sub(1));
    lines.extend(marked::full(theme, &row.text, marks, width, height));
    lines
}

/// The marks for a row: those without accents where its source folds them.
fn marks_for<'m>(state: &State, row: &InboxRow, [kept, folded]: &'m [Marks; 2]) -> &'m Marks {
    let source = state.workspace.sources.get(row.source);
    if source.is_some_and(|source| source.folds_accents) {
        folded
    } else {
        kept
    }
}

fn source<'a>(state: &'a State, row: &InboxRow) -> &'a str {
    let source = state.workspace.sources.get(row.source);
    source.map_or("", |source| &source.id)
}

fn day(day: Option<Day>) -> String {
    day.map_or("undated   ".to_owned(), |day| day.to_string())
}
