//! The choice of an owner: declared teams and people, whatever is typed as it is written, or nobody.

use super::history;
use super::line::Line;
use super::message::Effect;
use super::state::{Mode, State};
use crate::journey::{Edit, Roster, TouchpointIndex};

/// One line to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A declared team.
    Team {
        /// What the file will say.
        id: String,
        /// What people call it.
        title: String,
    },
    /// A declared person.
    Person {
        /// What the file will say.
        id: String,
        /// The person's name.
        name: String,
        /// What people call the person's team.
        team: Option<String>,
    },
    /// What is typed, as it is written.
    AsWritten(String),
    /// No owner.
    Nobody,
}

/// The picker.
#[derive(Clone, Debug)]
pub struct OwnerPicker {
    /// The touchpoint that gets the owner.
    pub touchpoint: TouchpointIndex,
    /// What is typed.
    pub line: Line,
    /// What can be chosen now.
    pub choices: Vec<Choice>,
    /// The chosen line.
    pub chosen: usize,
    /// Why the last try was not saved.
    pub failed: Option<String>,
}

impl Choice {
    /// What the file's `owner:` will say.
    pub fn owner(&self) -> Option<&str> {
        match self {
            Self::Team { id, .. } | Self::Person { id, .. } => Some(id),
            Self::AsWritten(text) => Some(text),
            Self::Nobody => None,
        }
    }
}

impl OwnerPicker {
    fn open(touchpoint: TouchpointIndex, roster: &Roster, owner: Option<&str>) -> Self {
        let mut picker = Self {
            touchpoint,
            line: Line::default(),
            choices: Vec::new(),
            chosen: 0,
            failed: None,
        };
        picker.look(roster, owner.is_some());
        let current = picker
            .choices
            .iter()
            .position(|choice| choice.owner() == owner);
        picker.chosen = current.unwrap_or(0);
        picker
    }

    /// Finds the choices for what is typed: those whose id or title begins with it come first.
    pub fn look(&mut self, roster: &Roster, owned: bool) {
        let typed = self.line.text().trim().to_owned();
        let wanted = typed.to_lowercase();
        let mut found: Vec<(u8, Choice)> = declared(roster)
            .filter_map(|choice| rank(&choice, &wanted).map(|rank| (rank, choice)))
            .collect();
        found.sort_by_key(|(rank, _)| *rank);
        self.choices = found.into_iter().map(|(_, choice)| choice).collect();
        let nobody = owned && (typed.is_empty() || "nobody".starts_with(&wanted));
        let meant = nobody && wanted == "nobody";
        self.choices.extend(meant.then_some(Choice::Nobody));
        if !typed.is_empty() && !roster.declares(&typed) {
            self.choices.push(Choice::AsWritten(typed.clone()));
        }
        self.choices
            .extend((nobody && !meant).then_some(Choice::Nobody));
        self.chosen = 0;
    }

    /// Chooses the next line or the previous one, and stops at the ends.
    pub fn step(&mut self, forward: bool) {
        let last = self.choices.len().saturating_sub(1);
        self.chosen = if forward {
            (self.chosen + 1).min(last)
        } else {
            self.chosen.saturating_sub(1)
        };
    }
}

fn declared(roster: &Roster) -> impl Iterator<Item = Choice> {
    let teams = roster.teams.iter().map(|team| Choice::Team {
        id: team.id.clone(),
        title: team.title.clone(),
    });
    let people = roster.people.iter().map(|person| Choice::Person {
        id: person.id.clone(),
        name: person.name.clone(),
        team: person
            .team
            .as_deref()
            .map(|team| roster.title(team).to_owned()),
    });
    teams.chain(people)
}

fn rank(choice: &Choice, wanted: &str) -> Option<u8> {
    let (id, title) = match choice {
        Choice::Team { id, title } => (id, title),
        Choice::Person { id, name, .. } => (id, name),
        Choice::AsWritten(_) | Choice::Nobody => return None,
    };
    let (id, title) = (id.to_lowercase(), title.to_lowercase());
    if id.starts_with(wanted) || title.starts_with(wanted) {
        return Some(0);
    }
    (id.contains(wanted) || title.contains(wanted)).then_some(1)
}

/// Why no owner can be put on anything now.
pub fn refusal(state: &State) -> Option<&'static str> {
    if state.history.is_saving() {
        return Some("an edit is being saved");
    }
    state
        .touchpoint
        .is_none()
        .then_some("no touchpoint is chosen")
}

/// Opens the picker for the chosen touchpoint.
pub fn begin(state: &mut State) {
    if let Some(index) = state.touchpoint {
        let owner = state.workspace.journeys.touchpoint(index).owner.as_deref();
        let picker = OwnerPicker::open(index, &state.workspace.charter.roster, owner);
        state.mode = Mode::Owner(picker);
    }
}

/// Finds the choices again, after what is typed has changed.
pub fn look(state: &mut State) {
    let Mode::Owner(picker) = &mut state.mode else {
        return;
    };
    let owned = state
        .workspace
        .journeys
        .touchpoint(picker.touchpoint)
        .owner
        .is_some();
    picker.look(&state.workspace.charter.roster, owned);
}

/// Saves the chosen line as the owner. The picker stays open until it is saved.
pub fn accept(state: &mut State) -> Vec<Effect> {
    let Mode::Owner(picker) = &mut state.mode else {
        return Vec::new();
    };
    let Some(choice) = picker.choices.get(picker.chosen) else {
        return Vec::new();
    };
    let touchpoint = state.workspace.journeys.touchpoint(picker.touchpoint);
    let to = choice.owner().map(str::to_owned);
    if to == touchpoint.owner {
        state.mode = Mode::Browse;
        return Vec::new();
    }
    picker.failed = None;
    let edit = Edit::Owner {
        touchpoint: touchpoint.address.clone(),
        from: touchpoint.owner.clone(),
        to,
    };
    history::make(state, edit)
}
