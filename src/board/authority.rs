//! Where the front line lacks authority: complaints in which customers say that somebody was not allowed to help.

use crate::feedback::{Marks, Polarity, Verbatim};
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
    let marks: Vec<Marks> = phrases
        .iter()
        .map(|phrase| Marks::of(phrase, true))
        .collect();
    let mut uses = vec![0_usize; phrases.len()];
    let (mut said, mut of) = (0, 0);
    for row in rows
        .iter()
        .filter(|row| row.polarity == Polarity::Complaint)
    {
        of += 1;
        let mut any = false;
        for (mark, uses) in marks.iter().zip(&mut uses) {
            let found = !mark.within(&row.text).is_empty();
            *uses += usize::from(found);
            any |= found;
        }
        said += usize::from(any);
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
