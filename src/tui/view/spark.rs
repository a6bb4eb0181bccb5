//! Small drawings in a line of text: a sparkline of a series, and a bar of a share.

use crate::tui::theme::{Charset, Theme};

/// A series in at most so many columns; neighbours are added up where there are more of them. Nothing
/// is a blank, the least there is is never one.
pub(super) fn line(theme: Theme, values: &[u64], columns: usize) -> String {
    bars(theme, values.iter().copied(), columns).collect()
}

/// The same, bar by bar.
pub(super) fn bars(
    theme: Theme,
    values: impl Iterator<Item = u64>,
    columns: usize,
) -> impl Iterator<Item = char> {
    let gathered = gather(values.collect(), columns);
    let most = gathered.iter().copied().max().unwrap_or(0).max(1);
    let levels = match theme.charset {
        Charset::Unicode => [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
        Charset::Ascii => [' ', '.', ':', '-', '=', '+', '*', '%', '#'],
    };
    let level = move |value: u64| (value * 8).div_ceil(most) as usize;
    gathered
        .into_iter()
        .map(move |value| levels[level(value).min(8)])
}

/// So many values, each the sum of as equal a number of neighbours as can be.
fn gather(values: Vec<u64>, columns: usize) -> Vec<u64> {
    if values.len() <= columns {
        return values;
    }
    let edge = |column: usize| column * values.len() / columns;
    (0..columns)
        .map(|column| values[edge(column)..edge(column + 1)].iter().sum())
        .collect()
}

/// How many of so many columns a part of a whole takes; at least one when there is any.
pub(super) fn share(part: u64, of: u64, columns: usize) -> usize {
    if part == 0 || of == 0 {
        return 0;
    }
    let exact = part as f64 / of as f64 * columns as f64;
    (exact.round() as usize).clamp(1, columns.max(1))
}

/// So many columns of a full bar.
pub(super) fn bar(theme: Theme, columns: usize) -> String {
    theme.glyph("█", "#").repeat(columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_series_is_gathered_and_nothing_is_a_blank() {
        let theme = Theme::default();
        assert_eq!(line(theme, &[0, 1, 4, 8], 10), " ▁▄█");
        assert_eq!(line(theme, &[1, 1, 4, 4], 2), "▂█");
        assert_eq!(line(theme, &[], 5), "");
        assert_eq!(line(theme, &[0, 0], 5), "  ");
    }

    #[test]
    fn any_part_at_all_shows() {
        assert_eq!(share(1, 10_000, 20), 1);
        assert_eq!(share(1, 2, 20), 10);
        assert_eq!(share(0, 2, 20), 0);
    }
}
