//! Reads targets and benchmarks: `{friction: 15}`, with a source if need be, or a list of such.

use super::Kind;
use super::fields::Fields;
use super::keys::AIM;
use super::reporter::Reporter;
use super::tree::Node;
use crate::journey::{Aim, AimMeasure};

/// The aims under `target` or `benchmark`; the first one for each measure counts.
pub(super) fn read(fields: &Fields<'_, '_>, key: &str, report: &mut Reporter<'_>) -> Vec<Aim> {
    let Some(node) = fields.get(key) else {
        return Vec::new();
    };
    let nodes = node.items().unwrap_or(std::slice::from_ref(node));
    let mut aims: Vec<Aim> = Vec::new();
    for node in nodes {
        read_one(node, &mut aims, report);
    }
    aims
}

fn read_one(node: &Node<'_>, aims: &mut Vec<Aim>, report: &mut Reporter<'_>) {
    let Some(fields) = Fields::open(node, AIM, report) else {
        return;
    };
    let source = fields.words("source", report);
    let mut says_one = false;
    for (key, measure) in AimMeasure::KEYS {
        says_one |= fields.get(key).is_some();
        let Some(value) = fields.number(key, measure.range(), report) else {
            continue;
        };
        if Aim::on(aims, measure).is_some() {
            let at = fields.key(key).unwrap_or_default();
            let message = format!("`{key}` has a value here already");
            report.say(Kind::DuplicateKey, at, message, "take one of the two out");
            continue;
        }
        aims.push(Aim {
            measure,
            value,
            source: source.clone(),
        });
    }
    if !says_one {
        let keys = AimMeasure::KEYS.map(|(key, _)| key).join(", ");
        let message = "it names no measure".to_owned();
        let help = format!("name one and its value, such as `friction: 15`; measures: {keys}");
        report.say(Kind::MissingKey, node.used, message, help);
    }
}
