//! Who owned a touchpoint since when, from the repository the journey's file is in.

use super::paper::Paper;
use crate::tui::state::State;
use ratatui::text::Span;

/// Writes the changes of the owner, the newest first, or why there are none to tell.
pub(super) fn write(paper: &mut Paper, state: &State) {
    let theme = paper.theme;
    let known = state.vantage.past.of(state.touchpoint);
    let changes = match known {
        None => return paper.text("history", "being read from the repository", theme.dim()),
        Some(Err(why)) => return paper.text("history", why, theme.dim()),
        Some(Ok(changes)) => changes,
    };
    if changes.is_empty() {
        let said = "the repository does not know this file yet: commit it once";
        return paper.text("history", said, theme.dim());
    }
    let title = |owner: &Option<String>| match owner {
        Some(owner) => state.workspace.charter.roster.title(owner).to_owned(),
        None => "nobody".to_owned(),
    };
    for (place, change) in changes.iter().enumerate() {
        let arrow = theme.glyph(" → ", " -> ");
        let what = match &change.from {
            Some(from) => format!("{}{arrow}{}", title(from), title(&change.to)),
            None => format!("{} from the beginning", title(&change.to)),
        };
        let day = format!("{} {}  ", theme.glyph("●", "*"), change.day);
        let label = if place == 0 { "owner" } else { "" };
        paper.spans(
            label,
            vec![Span::styled(day, theme.accent()), Span::raw(what)],
        );
        let by = format!("{}, {} ({})", change.author, change.subject, change.commit);
        paper.text("", &by, theme.dim());
    }
}
