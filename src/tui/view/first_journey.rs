//! What stands where the map would be while there is no journey yet: one to copy.

use super::wrap::wrap;
use crate::tui::theme::Theme;
use ratatui::text::Line;

const SAYS: &str =
    "A YAML file beside pothole.yaml draws a journey. Saved as buy.yaml, this is one:";

const JOURNEY: &str = "\
journey: buy
title: Buy a ticket
stages:
  - stage: pay
    touchpoints:
      - touchpoint: checkout
        title: Check out
        feedback: [{text: [card refused, cannot pay]}]
";

/// The lines of it.
pub(super) fn lines(theme: Theme, width: usize) -> Vec<Line<'static>> {
    let mut lines: Vec<Line> = wrap(SAYS, width).into_iter().map(Line::from).collect();
    lines.push(Line::default());
    let copied = JOURNEY.lines();
    lines.extend(copied.map(|line| Line::styled(format!("  {line}"), theme.accent())));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn the_journey_to_copy_is_one() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("pothole.yaml"), "title: Acme\n").unwrap();
        fs::write(folder.path().join("buy.yaml"), JOURNEY).unwrap();
        let workspace = crate::workspace::open(folder.path()).unwrap();
        assert!(workspace.problems.is_empty(), "{:?}", workspace.problems);
        assert_eq!(workspace.journeys.touchpoint_count(), 1);
    }
}
