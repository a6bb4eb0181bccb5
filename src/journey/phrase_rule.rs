//! The simplest rule a team writes: a phrase that puts rows at a touchpoint.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A rule that is met when a row's text holds a phrase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhraseRule {
    /// The phrase, without blanks around it.
    pub phrase: String,
    /// Ids of the sources it reads; none for every source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
}

impl fmt::Display for PhraseRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "text \"{}\"", self.phrase)?;
        if self.sources.is_empty() {
            return Ok(());
        }
        write!(f, " in {}", self.sources.join(", "))
    }
}
