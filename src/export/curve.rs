//! The emotion curve as figures for eighty columns: all customers and, beside them, each segment.

use super::Subject;
use super::column::{cut, line, wrapped};
use super::depth::Depth;
use super::number::{brief, grouped};
use super::text::one_line;
use crate::board::SegmentCurve;
use crate::measures::{EmotionCurve, Mood};
use std::io;
use unicode_width::UnicodeWidthStr;

/// How many segments have a column; those with most scores.
const SEGMENTS: usize = 4;
const NAME: usize = 27;
const COLUMN: usize = 10;

/// The curves of a journey: that of all customers, and those of its segments where it has several.
pub(super) struct Curves {
    pub(super) all: EmotionCurve,
    pub(super) segments: Vec<SegmentCurve>,
}

impl Curves {
    /// `None` where nothing was scored in the whole journey.
    pub(super) fn of(subject: Subject<'_>, depth: &Depth<'_>) -> Option<Self> {
        let touchpoints = subject.touchpoints_of(depth.journey);
        let all = touchpoints.map(|(index, _)| subject.board.touchpoint(index).mood);
        let all = EmotionCurve {
            points: all.collect(),
        };
        all.extremes()?;
        let mut segments = depth.segment_curves();
        if segments.iter().all(|one| one.segment.is_empty()) {
            segments.clear();
        }
        Some(Self { all, segments })
    }
}

/// A segment's name; scores of customers of no segment have one too.
pub(super) fn named(segment: &str) -> String {
    match segment {
        "" => "(none)".to_owned(),
        name => one_line(name),
    }
}

/// A point of a curve with its sign.
pub(super) fn point(mood: Option<&Mood>) -> Option<String> {
    let value = mood?.value;
    let text = brief(value);
    let signed = if text.starts_with('-') || text == "0.0" {
        text
    } else {
        format!("+{text}")
    };
    Some(signed)
}

/// Writes the curves of one journey. Fails only when `out` does.
pub(super) fn curve(
    subject: Subject<'_>,
    depth: &Depth<'_>,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    writeln!(out)?;
    line(out, "Emotion curve, from -2 (worst) to +2 (best)")?;
    let Some(curves) = Curves::of(subject, depth) else {
        return line(out, "  it cannot be said, because nobody gave a score here");
    };
    let shown: Vec<&SegmentCurve> = curves.segments.iter().take(SEGMENTS).collect();
    let right = |cell: &str, width: usize| {
        let cell = cut(cell, width - 1);
        format!("{}{cell}", " ".repeat(width - cell.width()))
    };
    let heads = shown.iter().map(|one| named(&one.segment));
    let heads: String = std::iter::once("all".to_owned())
        .chain(heads)
        .map(|head| right(&head, COLUMN))
        .collect();
    line(out, &format!("{}{heads}", " ".repeat(NAME)))?;
    for (place, (_, touchpoint)) in subject.touchpoints_of(depth.journey).enumerate() {
        let star = if touchpoint.moment_of_truth {
            '★'
        } else {
            ' '
        };
        let name = cut(&one_line(&touchpoint.title), NAME - 5);
        let blanks = " ".repeat(NAME - 4 - name.width());
        let lines = std::iter::once(&curves.all).chain(shown.iter().map(|one| &one.curve));
        let cells: String = lines
            .map(|curve| point(curve.points[place].as_ref()))
            .map(|cell| right(cell.as_deref().unwrap_or("-"), COLUMN))
            .collect();
        line(out, &format!("  {star} {name}{blanks}{cells}"))?;
    }
    let of = |curve: &EmotionCurve| curve.points.iter().flatten().map(|mood| mood.of).sum();
    let more = match curves.segments.len().saturating_sub(SEGMENTS) {
        0 => String::new(),
        more => format!("; {more} segments with fewer scores are in the JSON export"),
    };
    let scores = grouped(of(&curves.all));
    let told = format!("means of {scores} scores; ★ moment of truth, - nobody gave one{more}");
    wrapped(out, 2, &told)
}
