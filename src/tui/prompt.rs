//! Where to write the summary: a path to type, and a question before a file is replaced.

use super::line::Line;
use super::message::{Effect, ExportRefusal};
use super::state::{Mode, State, Tone};
use std::path::{Path, PathBuf};

/// The name a summary has unless another is typed.
pub const DEFAULT: &str = "friction-summary.md";

/// The prompt.
#[derive(Clone, Debug)]
pub struct ExportPrompt {
    /// The path typed so far.
    pub line: Line,
    /// Whether it is being written.
    pub writing: bool,
    /// Why the last try wrote nothing.
    pub refused: Option<ExportRefusal>,
}

/// Opens the prompt.
pub fn begin(state: &mut State) {
    state.mode = Mode::Export(ExportPrompt {
        line: Line::of(DEFAULT),
        writing: false,
        refused: None,
    });
}

/// Asks to write the file; once refused because it exists, the same again replaces it.
pub fn accept(state: &mut State) -> Vec<Effect> {
    let Mode::Export(prompt) = &mut state.mode else {
        return Vec::new();
    };
    let typed = prompt.line.text().trim();
    if typed.is_empty() || prompt.writing {
        return Vec::new();
    }
    prompt.writing = true;
    vec![Effect::Export {
        path: PathBuf::from(typed),
        replace: prompt.refused == Some(ExportRefusal::Exists),
    }]
}

/// What is typed has changed: what was said about it no longer holds.
pub fn changed(state: &mut State) {
    if let Mode::Export(prompt) = &mut state.mode {
        prompt.refused = None;
    }
}

/// The summary was written.
pub fn written(state: &mut State, path: &Path) {
    if matches!(state.mode, Mode::Export(_)) {
        state.mode = Mode::Browse;
    }
    state.say(Tone::Good, format!("summary written to {}", path.display()));
}

/// The summary was not written: the prompt says why and stays open.
pub fn refused(state: &mut State, refusal: ExportRefusal) {
    match &mut state.mode {
        Mode::Export(prompt) => (prompt.refused, prompt.writing) = (Some(refusal), false),
        _ => {
            if let ExportRefusal::Failed(why) = refusal {
                state.say(Tone::Bad, why);
            }
        }
    }
}
