//! What customers say when somebody at the front line may not help them.

/// How a lack of authority shows in complaints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authority {
    /// The phrases; whole words, in any case, with or without accents.
    pub lacking: Vec<String>,
}

impl Default for Authority {
    fn default() -> Self {
        let phrases = [
            "not allowed",
            "wasn't allowed",
            "isn't allowed",
            "not authorised",
            "not authorized",
            "had to ask a manager",
            "had to ask his manager",
            "had to ask her manager",
            "ask a supervisor",
            "was escalated",
            "were escalated",
            "had to escalate",
        ];
        Self {
            lacking: phrases.map(str::to_owned).to_vec(),
        }
    }
}
