//! Who hears customers where as CSV: one row a touchpoint and source, silence included.

use super::Voices;
use crate::export::csv::cause;
use crate::export::number::rounded;
use crate::export::text::cell;
use std::io;

const HEADER: [&str; 13] = [
    "touchpoint",
    "source",
    "department",
    "feedback",
    "complaints",
    "neutral",
    "praise",
    "share",
    "share_low",
    "share_high",
    "others",
    "q",
    "together",
];

/// Writes the grid. Shares stand where a source could be compared. Fails only when `out` does.
pub fn chorus_csv(voices: Voices<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let mut writer = ::csv::Writer::from_writer(out);
    writer.write_record(HEADER).map_err(cause)?;
    for line in &voices.chorus.lines {
        let address = voices
            .journeys
            .touchpoint(line.touchpoint)
            .address
            .to_string();
        for (at, (source, counts)) in voices.sources.iter().zip(&line.counts).enumerate() {
            let tested = line.cells.iter().find(|cell| cell.segment == at);
            let number = |value: Option<f64>| {
                let rounded = value.and_then(rounded);
                rounded.map_or_else(String::new, |value| value.to_string())
            };
            writer
                .write_record([
                    cell(&address),
                    cell(&source.id),
                    cell(source.department.as_deref().unwrap_or_default()),
                    counts.feedback().to_string(),
                    counts.complaints.to_string(),
                    counts.neutral.to_string(),
                    counts.praise.to_string(),
                    number(tested.map(|cell| cell.share)),
                    number(tested.map(|cell| cell.interval.low)),
                    number(tested.map(|cell| cell.interval.high)),
                    number(tested.map(|cell| cell.others)),
                    number(tested.map(|cell| cell.q)),
                    line.accord.words().to_owned(),
                ])
                .map_err(cause)?;
        }
    }
    writer.flush()
}
