//! The workspace was read again: what is chosen stays, and so do the counts where they still hold.

use super::message::Effect;
use super::state::{Mode, State, Tone};
use super::{browse, feed, filter, inbox, jump, past, said, touched};
use crate::feedback::Overlay;
use crate::journey::Address;
use crate::workspace::Workspace;
use std::sync::Arc;

/// The workspace was read again. Feedback is counted by a touchpoint's place in the workspace's order:
/// while the order is the same the counts stand, else all is scanned again.
pub(super) fn take(state: &mut State, workspace: Workspace, scan: bool) -> Vec<Effect> {
    if let Some(problem) = touched::breakage(&state.workspace, &workspace) {
        let said = format!("{}; shown is what it said before", problem.one_line());
        state.banner = Some(said);
        return if scan { rescan(state) } else { Vec::new() };
    }
    state.banner = None;
    let chosen = state
        .touchpoint
        .map(|index| state.workspace.journeys.touchpoint(index).address.clone());
    let ground = same_ground(&state.workspace, &workspace);
    let same = ground && same_rules(&state.workspace, &workspace);
    let owned = picked(state);
    state.workspace = Arc::new(workspace);
    // Other rules alone leave the counts on screen until they have been made anew.
    if !ground {
        inbox::reset(state);
        state.overlay = Arc::new(Overlay::default());
        state.remembered.clear();
        state.touchpoint = None;
        state.row = None;
        state.fixed = None;
        state.vantage.chair.seats.clear();
        state.vantage.chair.read = false;
        pick_again(state, owned);
    }
    past::forget(state);
    state.layout = None;
    // The numbers first: the filter asks them about the touchpoints there are now.
    state.rebuild();
    filter::look(state);
    feed::look(state);
    jump::gather(state);
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

/// The touchpoint an owner is being chosen for.
fn picked(state: &State) -> Option<Address> {
    match &state.mode {
        Mode::Owner(picker) => {
            let touchpoint = state.workspace.journeys.touchpoint(picker.touchpoint);
            Some(touchpoint.address.clone())
        }
        _ => None,
    }
}

/// Goes on choosing an owner for the touchpoint, wherever it stands now; it may be gone.
fn pick_again(state: &mut State, owned: Option<Address>) {
    let Some(address) = owned else {
        return;
    };
    let found = state.workspace.journeys.find(&address);
    if let (Some(index), Mode::Owner(picker)) = (found, &mut state.mode) {
        picker.touchpoint = index;
    } else {
        state.mode = Mode::Browse;
        state.say(Tone::Bad, format!("{address} is not in the files any more"));
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
