//! Voices: which source hears customers at which touchpoint, and whether they say the same.

use super::Sheet;
use crate::board::{Accord, Chorus, ChorusLine};
use crate::export::{Voices, contradiction};
use crate::tui::state::State;
use crate::tui::text;
use crate::tui::view::number::{count, percent};
use crate::tui::view::wrap;
use std::ops::Range;

/// The columns of a touchpoint's title, of one source, and of what they come to.
const COLUMNS: (usize, usize, usize) = (24, 10, 18);

pub(super) fn sheet(state: &State, seen: Range<usize>, width: usize) -> Sheet {
    let Some(chorus) = &state.rounds.chorus else {
        return Sheet {
            title: "Voices".to_owned(),
            head: String::new(),
            rows: Vec::new(),
            below: Vec::new(),
        };
    };
    let room = width.saturating_sub(COLUMNS.0 + COLUMNS.2) / COLUMNS.1;
    let shown = room.clamp(1, chorus.sources.len().max(1));
    let names: Vec<String> = chorus.sources.iter().take(shown).cloned().collect();
    let contradict = chorus.count(Accord::Contradiction);
    let more = chorus.sources.len().saturating_sub(shown);
    let hidden = if more > 0 {
        format!(", {more} more sources below")
    } else {
        String::new()
    };
    Sheet {
        title: format!(
            "Voices: {} heard by nobody, {} by one source alone, {contradict} with a contradiction{hidden}",
            chorus.count(Accord::Nobody),
            chorus.count(Accord::Alone)
        ),
        head: line("touchpoint", &names, "together", width),
        rows: chorus
            .lines
            .iter()
            .skip(seen.start)
            .take(seen.len())
            .map(|one| row(state, one, shown, width))
            .collect(),
        below: said(state, chorus, width),
    }
}

fn row(state: &State, one: &ChorusLine, shown: usize, width: usize) -> String {
    let title = &state.workspace.journeys.touchpoint(one.touchpoint).title;
    let nothing = state.theme.glyph("·", ".");
    let cells = one
        .counts
        .iter()
        .take(shown)
        .map(|counts| match counts.feedback() {
            0 => nothing.to_owned(),
            heard => count(heard),
        });
    let cells: Vec<String> = cells.collect();
    line(title, &cells, one.accord.words(), width)
}

fn line(name: &str, cells: &[String], accord: &str, width: usize) -> String {
    let mut rest = String::new();
    for cell in cells {
        let cell = text::fit(cell, COLUMNS.1 - 1);
        rest.extend(std::iter::repeat_n(' ', COLUMNS.1 - text::width(&cell)));
        rest += &cell;
    }
    rest += "  ";
    rest += &text::pad(accord, COLUMNS.2 - 2);
    let room = width.saturating_sub(text::width(&rest));
    let mut line = text::pad(name, room);
    line += &rest;
    line
}

/// What every source says at the chosen touchpoint, and who hears how much of the whole.
fn said(state: &State, chorus: &Chorus, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let Some(line) = chorus.lines.get(state.line) else {
        return lines;
    };
    let voices = Voices {
        journeys: &state.workspace.journeys,
        sources: &state.workspace.sources,
        chorus,
    };
    if line.cells.len() > 1 {
        lines.extend(wrap::wrap(&contradiction(voices, line), width));
    }
    for (source, counts) in state.workspace.sources.iter().zip(&line.counts) {
        if counts.feedback() > 0 {
            let share = match counts.polar() {
                0 => String::new(),
                of => format!(", {} % complain", percent(counts.complaints, of)),
            };
            let department = source.department.as_deref();
            let department = department.map_or_else(String::new, |name| format!(" ({name})"));
            let heard = count(counts.feedback());
            lines.push(format!(
                "{}{department}: {heard} heard{share}",
                source.title
            ));
        }
    }
    for department in chorus.departments.iter().filter(|one| !one.name.is_empty()) {
        let (hears, of) = (department.hears, chorus.lines.len());
        lines.push(format!(
            "{} hears customers at {hears} of {of} touchpoints",
            department.name
        ));
    }
    lines
}
