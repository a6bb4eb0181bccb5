//! A deterministic feedback export for timing: quoted line breaks, commas, several scripts, tags and
//! phrases of sixty touchpoints.

use std::fmt::Write as _;
use std::path::Path;

const WORDS: [&str; 24] = [
    "the",
    "after",
    "order",
    "page",
    "still",
    "waiting",
    "café",
    "naïve",
    "返金",
    "плохо",
    "🙂",
    "support",
    "again",
    "nobody",
    "answered",
    "quick",
    "month",
    "please",
    "slow",
    "was",
    "and",
    "to",
    "my",
    "account",
];
const SEGMENTS: [&str; 4] = ["enterprise", "mid-market", "small-business", "self-serve"];

/// A small generator of numbers that look random and never change.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

/// Writes `rules.json` and `feedback/feedback.csv` with so many rows.
pub(crate) fn write(folder: &Path, rows: usize) {
    let mut rules = Vec::new();
    for touchpoint in 0..60 {
        rules.push(serde_json::json!({
            "id": format!("step-{touchpoint:02}"),
            "tags": [format!("t{touchpoint:02}")],
            "phrases": [format!("step {touchpoint:02}"), format!("gate {touchpoint:02} is closed")],
        }));
    }
    std::fs::create_dir_all(folder.join("feedback")).unwrap();
    std::fs::write(
        folder.join("rules.json"),
        serde_json::to_vec(&rules).unwrap(),
    )
    .unwrap();
    let mut dice = Dice(7);
    let mut text = String::from("id,at,source,segment,customer,score,tags,comment\n");
    for row in 0..rows {
        let (month, day) = (dice.throw(12) + 1, dice.throw(28) + 1);
        let (segment, touchpoint) = (SEGMENTS[dice.throw(4)], dice.throw(60));
        let (score, customer) = (dice.throw(11), dice.throw(rows));
        let way = dice.throw(10);
        let tags = if way < 5 {
            format!("vip;t{touchpoint:02}")
        } else {
            String::new()
        };
        let _ = write!(
            text,
            "F{row:08},2025-{month:02}-{day:02}T10:00:00Z,desk,{segment},C{customer:07},{score},{tags},"
        );
        let quoted = dice.throw(10) == 0;
        let quote = if quoted { "\"" } else { "" };
        text.push_str(quote);
        for _ in 0..10 + dice.throw(25) {
            text.push_str(WORDS[dice.throw(WORDS.len())]);
            text.push(' ');
        }
        if way >= 6 {
            let _ = write!(text, "Step {touchpoint:02} ");
        }
        if quoted {
            text.push_str(",\n\"\"really\"\"");
        }
        text.push_str(quote);
        text.push('\n');
    }
    std::fs::write(folder.join("feedback/feedback.csv"), text).unwrap();
}
