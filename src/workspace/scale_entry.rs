//! Reads a scale: one of the field's names, or a declared one.

use super::Kind;
use super::fields::{Fields, text};
use super::keys::SCALE;
use super::reporter::Reporter;
use super::suggestion::help;
use super::tree::Node;
use super::visible::quoted;
use crate::feedback::{Better, Instrument, Scale, Score};

/// The scale under the key `scale`, when there is one that can be read.
pub(super) fn read(fields: &Fields<'_, '_>, report: &mut Reporter<'_>) -> Option<Scale> {
    let node = fields.get("scale")?;
    if node.entries().is_some() {
        return declared(node, report);
    }
    let name = text(node, "scale", report)?;
    let scale = Scale::named(&name.text);
    if scale.is_none() {
        let message = format!("{} is not a scale", quoted(&name.text));
        let known = help(&name.text, Scale::NAMES, "scales");
        let help =
            format!("{known}; a scale of your own is written `{{low: 1, high: 10, better: high}}`");
        report.say(Kind::UnknownScale, name.at, message, help);
    }
    scale
}

fn declared(node: &Node<'_>, report: &mut Reporter<'_>) -> Option<Scale> {
    let fields = Fields::open(node, SCALE, report)?;
    let bounds = (-1e6, 1e6);
    let low = fields.number("low", bounds, report).map(score);
    let high = fields.number("high", bounds, report).map(score);
    let ends = [("high", Better::High), ("low", Better::Low)];
    let better = fields.choice("better", &ends, report);
    let measures = [
        ("nps", Instrument::Nps),
        ("ces", Instrument::Ces),
        ("csat", Instrument::Csat),
        ("none", Instrument::Other),
    ];
    let measure = fields.choice("measure", &measures, report);
    let (low, high, better) = (low?, high?, better?);
    let scale = Scale::custom(low, high, better, measure.unwrap_or(Instrument::Other));
    if scale.is_none() {
        let message = "the low end of a scale lies below its high end".to_owned();
        let help = "swap `low` and `high`; which end is good is said by `better`";
        report.say(Kind::BadValue, fields.head(), message, help);
    }
    scale
}

fn score(number: f64) -> Score {
    Score((number * 100.0).round() as i32)
}
