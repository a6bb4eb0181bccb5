//! The one place where the state changes: a message comes in, effects for the loop's edge go out.

use super::command::Command;
use super::key::Key;
use super::message::{Effect, Message};
use super::state::{Mode, Screen, State, Tone};
use super::view::{self, areas::Areas};
use super::{
    browse, feed, filter, help, history, inbox, mouse, owner, prompt, said, vantage, what_if,
};
use crate::feedback::Overlay;
use crate::workspace::Workspace;
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
            state.size = Size::new(width, height);
            Vec::new()
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
    effects.extend(said::read(state, false));
    effects.extend(inbox::ask(state));
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
                lay(state, *overlay);
            }
        }
        Message::Scanned { scan, overlay } if scan == state.scan => {
            state.progress = None;
            lay(state, *overlay);
        }
        Message::Drivers { scan, drivers } if scan == state.scan => {
            state.drivers = drivers;
            state.look_closer();
        }
        Message::Verbatims { wanted, list } => said::take(state, &wanted, list),
        Message::InboxRead { scan, inbox } => inbox::take(state, scan, *inbox),
        Message::Previewed { sought, preview } => inbox::take_preview(state, &sought, preview),
        Message::Reread { read, scan } => match read {
            Ok(workspace) => return reread(state, *workspace, scan),
            Err(why) => state.say(Tone::Bad, why),
        },
        _ => {}
    }
    Vec::new()
}

fn lay(state: &mut State, overlay: Overlay) {
    state.overlay = Arc::new(overlay);
    state.rebuild();
    said::refresh(state);
}

/// The workspace was read again. Feedback is counted by a touchpoint's place in the workspace's order:
/// while the order is the same the counts stand, else all is scanned again.
fn reread(state: &mut State, workspace: Workspace, scan: bool) -> Vec<Effect> {
    let chosen = state
        .touchpoint
        .map(|index| state.workspace.journeys.touchpoint(index).address.clone());
    let ground = same_ground(&state.workspace, &workspace);
    let same = ground && same_rules(&state.workspace, &workspace);
    state.workspace = workspace;
    // Other rules alone leave the counts on screen until they have been made anew.
    if !ground {
        inbox::reset(state);
        state.overlay = Arc::new(Overlay::default());
        state.remembered.clear();
        state.touchpoint = None;
        state.row = None;
    }
    state.layout = None;
    filter::look(state);
    feed::look(state);
    state.rebuild();
    if let Some(index) = chosen.and_then(|address| state.workspace.journeys.find(&address)) {
        browse::choose(state, index);
    }
    state.settle();
    if same && !scan {
        Vec::new()
    } else {
        rescan(state)
    }
}

/// Whether feedback counted over one workspace is about the places of another.
fn same_ground(before: &Workspace, after: &Workspace) -> bool {
    let addresses = |workspace: &Workspace| -> Vec<_> {
        let touchpoints = workspace.journeys.touchpoints();
        touchpoints
            .map(|(_, touchpoint)| touchpoint.address.clone())
            .collect()
    };
    addresses(before) == addresses(after) && before.sources == after.sources
}

/// Whether the rules of two workspaces say the same, wherever they stand.
fn same_rules(before: &Workspace, after: &Workspace) -> bool {
    let rules = |workspace: &Workspace| -> Vec<_> {
        let rules = workspace.rules.iter();
        rules
            .map(|rule| (rule.touchpoint, rule.source, rule.evidence.clone()))
            .collect()
    };
    rules(before) == rules(after)
}

fn rescan(state: &mut State) -> Vec<Effect> {
    state.scan += 1;
    state.progress = Some(0);
    said::refresh(state);
    vec![Effect::Scan(state.scan)]
}

fn key(state: &mut State, event: KeyEvent) -> Vec<Effect> {
    if event.kind == KeyEventKind::Release {
        return Vec::new();
    }
    state.toast = None;
    if let Some(command) = state.keymap.command(state.place(), Key::of(event)) {
        return obey(state, command);
    }
    if let Some(line) = typed_line(state)
        && line.key(event)
    {
        typed(state);
    }
    Vec::new()
}

/// Does what a command says, or tells why it cannot.
pub fn obey(state: &mut State, command: Command) -> Vec<Effect> {
    if let Some(why) = command.disabled(state) {
        state.say(Tone::Plain, why);
        return Vec::new();
    }
    match command {
        Command::Accept => return accept(state),
        Command::Cancel => cancel(state),
        Command::ChooseNext => choose(state, true),
        Command::ChoosePrevious => choose(state, false),
        Command::Open => browse::open(state),
        Command::Assign => owner::begin(state),
        Command::Filter => filter::begin(state),
        Command::Hotter => browse::hottest(state, true),
        Command::Colder => browse::hottest(state, false),
        Command::Help => help::begin(state),
        Command::Back => browse::back(state),
        Command::NextPane => browse::turn(state, true),
        Command::PreviousPane => browse::turn(state, false),
        Command::Problems => browse::show(state, Screen::Problems),
        Command::Rejected => browse::show(state, Screen::Rejected),
        Command::Inbox | Command::Phrase => inbox::begin(state),
        Command::Limit => inbox::limit(state),
        Command::Feed => feed::begin(state),
        Command::Export => prompt::begin(state),
        Command::Rank => browse::rank(state),
        Command::Numbers => browse::show_numbers(state),
        Command::WhatIf => what_if::toggle(state),
        Command::Undo => return history::undo(state),
        Command::Redo => return history::redo(state),
        Command::Copy => return copy(state),
        Command::NextJourney => browse::step_row(state, 1),
        Command::PreviousJourney => browse::step_row(state, -1),
        Command::NextHit => filter::step(state, true),
        Command::PreviousHit => filter::step(state, false),
        Command::ZoomIn => zoom(state, true),
        Command::ZoomOut => zoom(state, false),
        Command::Shade => vantage::shade(state, true),
        Command::ShadeBack => vantage::shade(state, false),
        Command::Lanes => vantage::lanes(state),
        Command::Enlarge => vantage::enlarge(state),
        Command::PanLeft | Command::PanRight | Command::PanUp | Command::PanDown => {
            vantage::pan(state, command);
        }
        Command::Reread => {
            state.say(Tone::Plain, "reading everything again");
            return vec![Effect::Reread { scan: true }];
        }
        Command::Redraw => return vec![Effect::Redraw],
        Command::Suspend => return vec![Effect::Suspend],
        Command::Quit | Command::Leave => return vec![Effect::Quit],
        Command::Up
        | Command::Down
        | Command::Left
        | Command::Right
        | Command::PageUp
        | Command::PageDown
        | Command::First
        | Command::Last => return browse::go(state, command),
    }
    Vec::new()
}

fn accept(state: &mut State) -> Vec<Effect> {
    match &state.mode {
        Mode::Owner(_) => owner::accept(state),
        Mode::Export(_) => prompt::accept(state),
        Mode::Phrase => obey(state, Command::Feed),
        Mode::Feed(_) => feed::accept(state),
        Mode::Filter => {
            state.mode = Mode::Browse;
            Vec::new()
        }
        Mode::Help(list) => {
            let command = list.commands().get(list.chosen).copied();
            state.mode = Mode::Browse;
            match command {
                Some(command) if command.applies(state.place()) => obey(state, command),
                _ => Vec::new(),
            }
        }
        Mode::Browse => Vec::new(),
    }
}

fn cancel(state: &mut State) {
    if matches!(state.mode, Mode::Filter) {
        filter::clear(state);
    }
    state.mode = match state.mode {
        Mode::Feed(_) => Mode::Phrase,
        _ => Mode::Browse,
    };
}

fn choose(state: &mut State, forward: bool) {
    match &mut state.mode {
        Mode::Owner(picker) => picker.step(forward),
        Mode::Help(list) => list.step(forward),
        Mode::Feed(picker) => picker.step(if forward { 1 } else { -1 }),
        Mode::Phrase => state.unmapped.step(if forward { 1 } else { -1 }),
        Mode::Browse | Mode::Filter | Mode::Export(_) => {}
    }
}

/// The line that has the keys, when one has.
fn typed_line(state: &mut State) -> Option<&mut super::line::Line> {
    match &mut state.mode {
        Mode::Browse => None,
        Mode::Filter => Some(&mut state.filter.line),
        Mode::Owner(picker) => Some(&mut picker.line),
        Mode::Export(prompt) => Some(&mut prompt.line),
        Mode::Help(list) => Some(&mut list.line),
        Mode::Phrase => Some(&mut state.unmapped.line),
        Mode::Feed(picker) => Some(&mut picker.line),
    }
}

/// What is typed has changed.
fn typed(state: &mut State) {
    match &mut state.mode {
        Mode::Browse | Mode::Phrase => {}
        Mode::Filter => filter::look(state),
        Mode::Feed(_) => feed::look(state),
        Mode::Owner(_) => owner::look(state),
        Mode::Export(_) => prompt::changed(state),
        Mode::Help(list) => list.chosen = 0,
    }
}

fn copy(state: &mut State) -> Vec<Effect> {
    let Some(index) = state.touchpoint else {
        return Vec::new();
    };
    let address = state
        .workspace
        .journeys
        .touchpoint(index)
        .address
        .to_string();
    state.say(Tone::Good, format!("copied {address}"));
    vec![Effect::Copy(address)]
}

fn zoom(state: &mut State, nearer: bool) {
    let area = Areas::of(state).map;
    let now = view::map_pane::zoom(state, area);
    state.zoom = Some(if nearer { now.nearer() } else { now.farther() });
}
