//! What lies over the screen and has the keys: taking it, leaving it, choosing in it, typing into it.

use super::command::Command;
use super::copy::CopyList;
use super::jump::JumpList;
use super::line::Line;
use super::message::Effect;
use super::palette::Palette;
use super::state::{Mode, State, Tone};
use super::update::obey;
use super::{copy, feed, filter, flag, jump, lens, owner, palette, prompt, words};

/// Takes what is typed or chosen.
pub(super) fn accept(state: &mut State) -> Vec<Effect> {
    match &state.mode {
        Mode::Owner(_) => owner::accept(state),
        Mode::Export(_) => prompt::accept(state),
        Mode::Flag(_) => flag::accept(state),
        Mode::Phrase => obey(state, Command::Feed),
        Mode::Feed(_) => feed::accept(state),
        Mode::Filter | Mode::Search => {
            state.mode = Mode::Browse;
            Vec::new()
        }
        Mode::Help(list) => {
            let command = list.commands(&state.keymap).get(list.chosen).copied();
            state.mode = Mode::Browse;
            match command {
                Some(command) if command.applies(state.place()) => obey(state, command),
                Some(command) => {
                    let spec = command.spec();
                    let said = format!("{} is for {}", spec.name, spec.places.words());
                    state.say(Tone::Plain, said);
                    Vec::new()
                }
                None => Vec::new(),
            }
        }
        Mode::Palette(palette) => {
            let command = palette.found.get(palette.chosen).copied();
            if command.is_some() {
                leave(state);
            }
            command.map_or_else(Vec::new, |command| obey(state, command))
        }
        Mode::Jump(_) => {
            jump::accept(state);
            Vec::new()
        }
        Mode::Lens(_) => lens::accept(state),
        Mode::Copy(_) => copy::accept(state),
        Mode::Browse => Vec::new(),
    }
}

/// Closes it and changes nothing.
pub(super) fn cancel(state: &mut State) {
    match state.mode {
        Mode::Filter => filter::cancel(state),
        Mode::Search => words::clear(state),
        Mode::Lens(_) => lens::cancel(state),
        _ => {}
    }
    leave(state);
}

/// Chooses the next line of its list, or the previous one.
pub(super) fn choose(state: &mut State, forward: bool) {
    match &mut state.mode {
        Mode::Owner(picker) => picker.step(forward),
        Mode::Help(list) => list.step(&state.keymap, forward),
        Mode::Palette(Palette { found, chosen, .. }) => step(chosen, found.len(), forward),
        Mode::Jump(JumpList { found, chosen, .. }) | Mode::Copy(CopyList { found, chosen, .. }) => {
            step(chosen, found.len(), forward);
        }
        Mode::Lens(picker) => step(&mut picker.chosen, picker.facets.len(), forward),
        Mode::Filter => state.filter.step(forward),
        Mode::Feed(picker) => picker.step(if forward { 1 } else { -1 }),
        Mode::Phrase => state.unmapped.step(if forward { 1 } else { -1 }),
        Mode::Browse | Mode::Search | Mode::Export(_) | Mode::Flag(_) => {}
    }
}

/// The line that has the keys, when one has.
pub(super) fn typed_line(state: &mut State) -> Option<&mut Line> {
    match &mut state.mode {
        Mode::Browse => None,
        Mode::Filter => Some(&mut state.filter.line),
        Mode::Search => Some(&mut state.vantage.words.line),
        Mode::Owner(picker) => Some(&mut picker.line),
        Mode::Export(prompt) => Some(&mut prompt.line),
        Mode::Flag(prompt) => prompt.is_open().then_some(&mut prompt.line),
        Mode::Help(list) => Some(&mut list.line),
        Mode::Palette(palette) => Some(&mut palette.line),
        Mode::Jump(list) => Some(&mut list.line),
        Mode::Lens(picker) => Some(&mut picker.line),
        Mode::Copy(list) => Some(&mut list.line),
        Mode::Phrase => Some(&mut state.unmapped.line),
        Mode::Feed(picker) => Some(&mut picker.line),
    }
}

/// What is typed has changed.
pub(super) fn typed(state: &mut State) {
    match &mut state.mode {
        Mode::Browse | Mode::Phrase => {}
        Mode::Filter => filter::look(state),
        Mode::Search => state.vantage.words.chosen = 0,
        Mode::Feed(_) => feed::look(state),
        Mode::Owner(_) => owner::look(state),
        Mode::Export(_) => prompt::changed(state),
        Mode::Flag(_) => flag::changed(state),
        Mode::Help(list) => list.chosen = 0,
        Mode::Palette(_) => palette::look(state),
        Mode::Jump(_) => jump::look(state),
        Mode::Lens(_) => lens::look(state),
        Mode::Copy(_) => copy::look(state),
    }
}

/// Gives the keys back to what lies below.
fn leave(state: &mut State) {
    state.mode = match state.mode {
        Mode::Feed(_) => Mode::Phrase,
        _ => Mode::Browse,
    };
}

fn step(chosen: &mut usize, of: usize, forward: bool) {
    *chosen = if forward {
        (*chosen + 1).min(of.saturating_sub(1))
    } else {
        chosen.saturating_sub(1)
    };
}
