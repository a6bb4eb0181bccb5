//! The one place where the state changes: a message comes in, effects for the loop's edge go out.

use super::command::Command;
use super::key::Key;
use super::message::{Effect, Message};
use super::state::{Mode, State, Tone};
use super::typing::{typed, typed_line};
use super::{
    browse, chair, flag, history, inbox, lens, look, mouse, past, prompt, reread, rounds, said,
    spikes, table, touched, travel, view, words,
};
use crate::feedback::Overlay;
use ratatui::crossterm::event::{KeyEvent, KeyEventKind};
use ratatui::layout::Size;
use std::sync::Arc;

/// Takes one message in.
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    let mut effects = match message {
        Message::Key(event) => key(state, event),
        Message::Mouse(event) => mouse::act(state, event),
        Message::Paste(text) => {
            if let Some(line) = typed_line(state) {
                line.paste(&text);
                typed(state);
            }
            Vec::new()
        }
        Message::Resize(width, height) => {
            // The terminal may have been smaller in between, and have lost what was drawn: that is so even
            // where it is as large again as when it was last drawn on.
            state.size = Size::new(width, height);
            vec![Effect::Redraw]
        }
        Message::Saved { edit, place } => {
            if matches!(state.mode, Mode::Feed(_)) {
                inbox::written(state);
            }
            state.mode = Mode::Browse;
            history::saved(state, &edit, &place);
            vec![Effect::Reread { scan: false }]
        }
        Message::NotSaved { why, .. } => {
            match &mut state.mode {
                Mode::Owner(picker) => picker.failed = Some(why.clone()),
                Mode::Feed(picker) => picker.failed = Some(why.clone()),
                _ => {}
            }
            history::not_saved(state, &why);
            Vec::new()
        }
        Message::Flagged { flag, result } => flag::took(state, &flag, result),
        Message::Exported(result) => {
            match result {
                Ok(path) => prompt::written(state, &path),
                Err(refusal) => prompt::refused(state, refusal),
            }
            Vec::new()
        }
        Message::InputLost => vec![Effect::Quit],
        other => news(state, other),
    };
    state.pan = view::map_pane::pan(state);
    rounds::read(state);
    table::arrange(state);
    effects.extend(said::read(state, false));
    said::judge(state);
    effects.extend(inbox::ask(state));
    effects.extend(words::ask(state));
    effects.extend(chair::ask(state));
    effects.extend(past::ask(state));
    effects.extend(look::ask(state));
    effects.extend(spikes::ask(state));
    effects
}

/// What the threads beside the interface have to tell.
fn news(state: &mut State, message: Message) -> Vec<Effect> {
    match message {
        Message::Progress {
            scan,
            percent,
            so_far,
        } if scan == state.scan => {
            state.progress = Some(percent);
            if let Some(overlay) = so_far {
                lay(state, *overlay, false);
            }
        }
        Message::Scanned { scan, overlay } if scan == state.scan => {
            (state.progress, state.stopped) = (None, None);
            lay(state, *overlay, true);
            browse::welcome(state);
        }
        // A scan that was broken off still says what it had read by then.
        Message::Scanned { scan, overlay } if state.stopped.is_some() && scan + 1 == state.scan => {
            lay(state, *overlay, true);
        }
        Message::Drivers { scan, drivers } if scan == state.scan => {
            state.drivers = drivers;
            state.look.begin_anew();
            state.look_closer();
        }
        Message::FilesChanged(files) => return touched::heed(state, &files),
        Message::Edited(ended) => match ended {
            Ok(()) => return vec![Effect::Reread { scan: false }],
            Err(why) => state.say(Tone::Bad, why),
        },
        Message::Verbatims { wanted, list } => said::take(state, &wanted, list),
        Message::SpikesRead {
            scan,
            touchpoint,
            grown,
        } => spikes::take(state, (scan, touchpoint), grown),
        Message::LookedCloser {
            wish,
            insight,
            page,
        } => look::take(state, wish, *insight, page),
        Message::InboxRead { scan, inbox } => inbox::take(state, scan, *inbox),
        Message::Previewed { sought, preview } => inbox::take_preview(state, &sought, preview),
        Message::ChairRead { scan, list } => chair::take(state, scan, list),
        Message::HistoryRead { touchpoint, told } => past::take(state, touchpoint, told),
        Message::Tick(number) => return travel::tick(state, number),
        Message::Reread { read, scan } => match read {
            Ok(workspace) => return reread::take(state, *workspace, scan),
            Err(why) => state.banner = Some(why),
        },
        _ => {}
    }
    Vec::new()
}

fn lay(state: &mut State, overlay: Overlay, over: bool) {
    state.overlay = Arc::new(overlay);
    lens::refresh(state, over);
    state.rebuild();
    lens::look(state);
    said::refresh(state);
}

fn key(state: &mut State, event: KeyEvent) -> Vec<Effect> {
    if event.kind == KeyEventKind::Release {
        return Vec::new();
    }
    state.toast = None;
    state.new = false;
    if let Some(command) = state.keymap.command(state.place(), Key::of(event)) {
        return obey(state, command);
    }
    match typed_line(state) {
        Some(line) => {
            if line.key(event) {
                typed(state);
            }
        }
        None => say_where(state, Key::of(event)),
    }
    Vec::new()
}

/// Says where a key means something that means nothing here.
fn say_where(state: &mut State, key: Key) {
    let elsewhere = state.keymap.elsewhere(key);
    let help = state.keymap.label(Command::Help);
    let said = match elsewhere {
        Some(command) => format!(
            "{} means nothing here; {} is for {}",
            key.label(),
            command.spec().name,
            command.spec().places.words()
        ),
        None => format!("{} means nothing; {help} shows every key", key.label()),
    };
    state.say(Tone::Plain, said);
}

/// Does what a command says, or tells why it cannot.
pub fn obey(state: &mut State, command: Command) -> Vec<Effect> {
    if let Some(why) = command.disabled(state) {
        state.say(Tone::Plain, why);
        return Vec::new();
    }
    (command.spec().run)(state)
}
