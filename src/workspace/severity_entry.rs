//! Reads the words of a source's severity column and the number each stands for.

use super::Kind;
use super::fields::{Fields, text};
use super::reporter::Reporter;
use super::visible::quoted;

/// The greatest severity that is read.
const MOST: f64 = 1e9;

/// The words under `severity`. Reports one without a number, and words for a column that is not named
/// or whose rows have been counted beforehand.
pub(super) fn read(fields: &Fields<'_, '_>, report: &mut Reporter<'_>) -> Vec<(String, f64)> {
    let column = fields.get("columns").and_then(|node| node.get("severity"));
    if let (Some(column), Some(_)) = (column, fields.get("counts")) {
        let message = "rows that were counted beforehand have no severity of their own".to_owned();
        let help = "take `severity` out, or give the source its single rows";
        report.say(Kind::ConflictingKeys, column.used, message, help);
    }
    if let (None, Some(at)) = (column, fields.key("severity")) {
        let message = "`severity` gives words a number, but no column of them is named".to_owned();
        let help = "name the column under `columns: {severity: ...}`";
        report.say(Kind::ConflictingKeys, at, message, help);
    }
    let mut words = Vec::new();
    for (word, node) in fields.map("severity", report) {
        let Some(found) = text(node, "severity", report) else {
            continue;
        };
        match found.text.parse::<f64>() {
            Ok(number) if (0.0..=MOST).contains(&number) => words.push((word.text, number)),
            _ => {
                let message = format!("a severity is a number, not {}", quoted(&found.text));
                let help = format!("write a number from 0 to {MOST}, the greater the worse");
                report.say(Kind::BadValue, found.at, message, help);
            }
        }
    }
    words
}
