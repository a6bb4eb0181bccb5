//! Everything the tabs of a touchpoint show, one thing a line and nothing drawn: for screen readers,
//! scripts and dumb terminals.

use super::paper::Paper;
use super::{actions, facts, insight, numbers, segments, spoken_weeks, ways, words};
use crate::tui::state::State;
use crate::tui::view::spoken::text_of;

/// How wide lines are.
const WIDTH: usize = 78;

/// The lines of the chosen touchpoint.
pub(in crate::tui) fn lines(state: &State) -> Vec<String> {
    let Some(index) = state.touchpoint else {
        return vec!["no touchpoint is chosen".to_owned()];
    };
    let touchpoint = state.workspace.journeys.touchpoint(index);
    let mut lines = vec![format!("{}  {}", touchpoint.title, touchpoint.address)];
    let mut section = |title: &str, write: &dyn Fn(&mut Paper)| {
        let mut paper = Paper::spoken(state.theme, WIDTH);
        write(&mut paper);
        lines.push(String::new());
        lines.push(title.to_owned());
        lines.extend(paper.lines().iter().map(text_of));
    };
    section("Numbers", &|paper| {
        facts::write(paper, state, index);
        numbers::write(paper, state, index);
        insight::write(paper, state, index);
        numbers::write_scores(paper, state, index);
    });
    section("Weeks", &|paper| spoken_weeks::write(paper, state));
    section("Segments", &|paper| segments::write_here(paper, state));
    section("Ways", &|paper| ways::write(paper, state, index));
    section("Rules", &|paper| ways::write_rules(paper, state, index));
    section("Actions", &|paper| actions::write(paper, state, index));
    section("Words", &|paper| words::write(paper, state, usize::MAX));
    lines
}
