//! The one place where customers' own words enter a digest.

use crate::export::column::cut;
use crate::export::text::one_line;
use crate::feedback::Verbatim;

/// How much of what a customer said is shown, and how little says nothing.
const MOST: usize = 200;
const LEAST: usize = 25;

/// One customer's words, ready for a reader who is not that customer: neither name nor id goes with them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Quote {
    /// The words, on one line.
    pub(super) words: String,
    /// Where they come from: the source, and the segment where there is one.
    pub(super) whence: String,
}

impl Quote {
    /// What may be shown of a verbatim.
    fn of(verbatim: &Verbatim) -> Self {
        let segment = match verbatim.segment.as_str() {
            "" => String::new(),
            segment => format!(", {}", one_line(segment)),
        };
        Self {
            words: cut(&one_line(&verbatim.text), MOST),
            whence: format!("{}{segment}", one_line(&verbatim.source)),
        }
    }

    /// The one worth reading of some: the longest that fits whole; among equals the first. Where all are
    /// too long, the shortest of them, cut. A word or two is no quote, and what was quoted is none again.
    pub(super) fn worth_reading(verbatims: &[Verbatim], quoted: &[Self]) -> Option<Self> {
        let length = |one: &Verbatim| one_line(&one.text).chars().count();
        let new = |one: &&Verbatim| quoted.iter().all(|known| *known != Self::of(one));
        let long_enough = || {
            let verbatims = verbatims.iter();
            verbatims.filter(|one| length(one) >= LEAST).filter(new)
        };
        let fits = long_enough().filter(|one| length(one) <= MOST);
        let best = fits.rev().max_by_key(|one| length(one));
        let best = best.or_else(|| long_enough().min_by_key(|one| length(one)));
        best.map(Self::of)
    }
}
