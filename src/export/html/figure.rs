//! Small drawings beside a number: an interval with its point, and a line of months.

use crate::measures::{Counts, Interval};

/// A coordinate, with one decimal at most and never minus zero.
pub(super) fn at(value: f64) -> String {
    let tenths = (value * 10.0).round() / 10.0 + 0.0;
    if tenths.fract() == 0.0 {
        format!("{tenths:.0}")
    } else {
        format!("{tenths:.1}")
    }
}

/// A share between its bounds, on a line from 0 to 100. What it says stands beside it as text.
pub(super) fn whisker(share: f64, interval: Interval, high: f64) -> String {
    const WIDE: f64 = 104.0;
    let x = |value: f64| at(value.clamp(0.0, 100.0) * (WIDE - 8.0) / 100.0 + 4.0);
    format!(
        "<svg class=\"whisker\" width=\"{WIDE}\" height=\"14\" viewBox=\"0 0 {WIDE} 14\" aria-hidden=\"true\" \
         focusable=\"false\"><path class=\"rail\" d=\"M4 7H100\"/><path class=\"mark\" d=\"M{high} 2V12\"/>\
         <path class=\"reach\" d=\"M{low} 7H{top}\"/><circle class=\"point\" cx=\"{point}\" cy=\"7\" r=\"3.4\"/></svg>",
        high = x(high),
        low = x(interval.low),
        top = x(interval.high),
        point = x(share),
    )
}

/// Sums of a weekly series in fours, the last four weeks last; weeks at the front that make no four are
/// left out.
pub(super) fn fours(weeks: &[Counts], most: usize) -> Vec<Counts> {
    let whole = (weeks.len() / 4).min(most);
    let from = weeks.len() - 4 * whole;
    let four = |weeks: &[Counts]| {
        let mut sum = Counts::default();
        for week in weeks {
            sum.merge(week);
        }
        sum
    };
    weeks[from..].chunks(4).map(four).collect()
}

/// Counts as a line that ends in a dot, from zero up to the greatest.
pub(super) fn sparkline(values: &[u64], says: &str) -> String {
    const WIDE: f64 = 110.0;
    const HIGH: f64 = 26.0;
    if values.len() < 2 {
        return String::new();
    }
    let most = values.iter().copied().max().unwrap_or(0).max(1) as f64;
    let step = (WIDE - 8.0) / (values.len() - 1) as f64;
    let points: Vec<(String, String)> = (values.iter().enumerate())
        .map(|(place, value)| {
            let y = HIGH - 4.0 - (*value as f64 / most) * (HIGH - 8.0);
            (at(4.0 + step * place as f64), at(y))
        })
        .collect();
    let line: Vec<String> = points.iter().map(|(x, y)| format!("{x} {y}")).collect();
    let (x, y) = &points[points.len() - 1];
    format!(
        "<svg class=\"spark\" width=\"{WIDE}\" height=\"{HIGH}\" viewBox=\"0 0 {WIDE} {HIGH}\" role=\"img\" \
         aria-label=\"{says}\"><title>{says}</title><path class=\"area\" d=\"M4 22L{line}L{x} 22Z\"/>\
         <path class=\"line\" d=\"M{line}\"/><circle class=\"end\" cx=\"{x}\" cy=\"{y}\" r=\"2.6\"/></svg>",
        line = line.join("L"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_are_added_up_in_fours_from_the_last_one_back() {
        let weeks: Vec<Counts> = (1..=10)
            .map(|complaints| Counts {
                complaints,
                ..Counts::default()
            })
            .collect();
        let sums: Vec<u64> = fours(&weeks, 13).iter().map(|sum| sum.complaints).collect();
        assert_eq!(sums, [3 + 4 + 5 + 6, 7 + 8 + 9 + 10]);
        assert_eq!(fours(&weeks, 1).len(), 1);
        assert!(fours(&weeks[..3], 13).is_empty());
    }

    #[test]
    fn coordinates_are_short_and_never_minus_zero() {
        assert_eq!(
            (at(-0.01), at(3.0), at(2.26)),
            ("0".into(), "3".into(), "2.3".into())
        );
    }
}
