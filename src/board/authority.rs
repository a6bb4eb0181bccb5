//! Where the front line lacks authority: complaints in which customers say that somebody was not allowed to help.

use crate::feedback::{Polarity, Sayings, Verbatim};
use crate::journey::TouchpointIndex;

/// A touchpoint at which complaints say that somebody was not allowed to help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lacking {
    /// The touchpoint.
    pub touchpoint: TouchpointIndex,
    /// How many complaints say so.
    pub rows: usize,
    /// How many complaints were read.
    pub of: usize,
    /// The phrase most of them use.
    pub phrase: String,
}

/// Looks for phrases in the complaints among some rows of a touchpoint; nothing when none says any of them.
pub fn lacking(
    touchpoint: TouchpointIndex,
    rows: &[Verbatim],
    phrases: &[String],
) -> Option<Lacking> {
    let sayings = Sayings::of(phrases, true);
    let mut uses = vec![0_usize; phrases.len()];
    let (mut said, mut of) = (0, 0);
    for row in rows
        .iter()
        .filter(|row| row.polarity == Polarity::Complaint)
    {
        of += 1;
        let found = sayings.said_in(&row.text);
        said += usize::from(found.contains(&true));
        for (found, uses) in found.into_iter().zip(&mut uses) {
            *uses += usize::from(found);
        }
    }
    let most = uses.iter().max().copied().unwrap_or(0);
    let phrase = uses.iter().position(|uses| *uses == most)?;
    (said > 0).then(|| Lacking {
        touchpoint,
        rows: said,
        of,
        phrase: phrases.get(phrase).cloned().unwrap_or_default(),
    })
}
