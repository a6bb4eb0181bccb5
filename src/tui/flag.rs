//! Friction flagged from the board: a line to type what hurts, and what became of the row it is written to.

use super::line::Line;
use super::message::Effect;
use super::state::{Mode, State, Tone};
use crate::journey::Address;
use crate::workspace::{Flag, Flagged};

/// The prompt.
#[derive(Clone, Debug)]
pub struct FlagPrompt {
    /// Where it hurts.
    pub touchpoint: Address,
    /// The words typed so far.
    pub line: Line,
    /// How far the flag has come.
    pub stage: Stage,
}

/// How far a flag has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It is being typed.
    Typing,
    /// It is being written.
    Writing,
    /// It was not written, and why.
    Failed(String),
    /// It stands in this file, which no source reads yet.
    Unread(String),
}

impl FlagPrompt {
    /// Whether its words may still be changed.
    pub(super) fn is_open(&self) -> bool {
        matches!(self.stage, Stage::Typing | Stage::Failed(_))
    }
}

/// Opens the prompt for the chosen touchpoint.
pub fn begin(state: &mut State) {
    let Some(index) = state.touchpoint else {
        return;
    };
    let touchpoint = state.workspace.journeys.touchpoint(index);
    state.mode = Mode::Flag(FlagPrompt {
        touchpoint: touchpoint.address.clone(),
        line: Line::default(),
        stage: Stage::Typing,
    });
}

/// Asks to write the flag; once it is written to a file that no source reads, closes the prompt.
pub fn accept(state: &mut State) -> Vec<Effect> {
    let Mode::Flag(prompt) = &mut state.mode else {
        return Vec::new();
    };
    match prompt.stage {
        Stage::Writing => return Vec::new(),
        Stage::Unread(_) => {
            state.mode = Mode::Browse;
            return Vec::new();
        }
        Stage::Typing | Stage::Failed(_) => {}
    }
    let words = prompt.line.text().trim().to_owned();
    let on = match state.vantage.today {
        _ if words.is_empty() => Err("say what hurts, in a sentence"),
        None => Err("no clock says which day it is"),
        Some(today) => Ok(today),
    };
    match on {
        Ok(on) => {
            prompt.stage = Stage::Writing;
            vec![Effect::Flag(Flag {
                touchpoint: prompt.touchpoint.clone(),
                words,
                by: None,
                on,
            })]
        }
        Err(why) => {
            prompt.stage = Stage::Failed(why.to_owned());
            Vec::new()
        }
    }
}

/// What is typed has changed: what was said about it no longer holds.
pub fn changed(state: &mut State) {
    if let Mode::Flag(prompt) = &mut state.mode
        && matches!(prompt.stage, Stage::Failed(_))
    {
        prompt.stage = Stage::Typing;
    }
}

/// The flag was written, or not. A source that reads it is scanned again.
pub fn took(state: &mut State, flag: &Flag, result: Result<Flagged, String>) -> Vec<Effect> {
    match result {
        Ok(flagged) => {
            let mut said = format!("flagged {} in {}", flag.touchpoint, flagged.file);
            if !flagged.declared {
                said.push_str("; no source reads it yet");
            }
            let shown = matches!(state.mode, Mode::Flag(_));
            match &mut state.mode {
                Mode::Flag(prompt) if !flagged.declared => {
                    prompt.stage = Stage::Unread(flagged.file);
                }
                Mode::Flag(_) => state.mode = Mode::Browse,
                _ => {}
            }
            if flagged.declared || !shown {
                state.say(Tone::Good, said);
            }
            vec![Effect::Reread {
                scan: flagged.declared,
            }]
        }
        Err(why) => {
            match &mut state.mode {
                Mode::Flag(prompt) => prompt.stage = Stage::Failed(why),
                _ => state.say(Tone::Bad, format!("not flagged: {why}")),
            }
            Vec::new()
        }
    }
}
