//! What people type as a name, and what they may have meant by it.

use crate::journey::{Address, Journeys, TouchpointIndex};
use crate::workspace::nearest;

/// Finds a touchpoint by its address, or by its id alone where one touchpoint only has it. Otherwise
/// says why not, and what may have been meant.
pub(super) fn touchpoint(journeys: &Journeys, name: &str) -> Result<TouchpointIndex, String> {
    if let Ok(address) = name.parse::<Address>() {
        let found = journeys.find(&address);
        return found.ok_or_else(|| {
            let known = addresses(journeys);
            unknown("touchpoint", name, known.iter().map(String::as_str))
        });
    }
    let same: Vec<_> = journeys
        .touchpoints()
        .filter(|(_, touchpoint)| touchpoint.address.touchpoint == name)
        .collect();
    match same.as_slice() {
        [(index, _)] => Ok(*index),
        [] => {
            let (ids, known) = (ids(journeys), addresses(journeys));
            if let Some(within) = first_of(journeys, name) {
                return Err(format!(
                    "no touchpoint `{name}`, but a journey: say one of its touchpoints, such as `{within}`"
                ));
            }
            let names = if name.contains('/') { known } else { ids };
            Err(unknown(
                "touchpoint",
                name,
                names.iter().map(String::as_str),
            ))
        }
        several => {
            let named = several
                .iter()
                .map(|(_, touchpoint)| format!("`{}`", touchpoint.address));
            let named: Vec<_> = named.collect();
            Err(format!(
                "several touchpoints are called `{name}`: say {}",
                named.join(" or ")
            ))
        }
    }
}

/// Says that there is no such thing, and what may have been meant or, of a few, what there is.
pub(super) fn unknown<'a>(what: &str, name: &str, known: impl Iterator<Item = &'a str>) -> String {
    let known: Vec<_> = known.collect();
    let alike = alike(name, &known);
    match nearest(name, known.iter().copied()) {
        Some(near) => format!("no {what} `{name}`; did you mean `{near}`?"),
        None if known.is_empty() => format!("no {what} `{name}`; there is none"),
        None if !alike.is_empty() => {
            format!(
                "no {what} `{name}`; did you mean `{}`?",
                alike.join("` or `")
            )
        }
        None if known.len() <= FEW => {
            format!("no {what} `{name}`; there is `{}`", known.join("`, `"))
        }
        None => format!("no {what} `{name}`"),
    }
}

/// The names that hold what was typed, if they are few.
fn alike<'a>(name: &str, known: &[&'a str]) -> Vec<&'a str> {
    let name = name.trim().to_lowercase();
    let holds = |one: &&&str| !name.is_empty() && one.to_lowercase().contains(&name);
    let alike: Vec<_> = known.iter().filter(holds).copied().collect();
    if alike.len() <= FEW {
        alike
    } else {
        Vec::new()
    }
}

/// How many names a message lists.
const FEW: usize = 8;

/// The first touchpoint of a journey of this name.
fn first_of<'a>(journeys: &'a Journeys, name: &str) -> Option<&'a Address> {
    let journey = &journeys.all()[journeys.find_journey(name)?];
    let first = journey.touchpoints.clone().next()?;
    Some(&journeys.touchpoint(TouchpointIndex::new(first)).address)
}

fn addresses(journeys: &Journeys) -> Vec<String> {
    let all = journeys.touchpoints();
    all.map(|(_, touchpoint)| touchpoint.address.to_string())
        .collect()
}

fn ids(journeys: &Journeys) -> Vec<String> {
    let all = journeys.touchpoints();
    all.map(|(_, touchpoint)| touchpoint.address.touchpoint.clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_alike_is_offered() {
        let known = ["fly-out", "fly-in", "lost-bag"].into_iter();
        assert_eq!(
            unknown("journey", "fyl-out", known),
            "no journey `fyl-out`; did you mean `fly-out`?"
        );
    }

    #[test]
    fn the_names_that_hold_what_was_typed_are_offered() {
        let known = [
            "fix/book-repair",
            "fix/drop-off",
            "ride/pair",
            "a",
            "b",
            "c",
            "d",
            "e",
            "f",
        ];
        assert_eq!(
            unknown("touchpoint", "fix/book", known.into_iter()),
            "no touchpoint `fix/book`; did you mean `fix/book-repair`?"
        );
        assert_eq!(
            unknown("touchpoint", "Fix/", known.into_iter()),
            "no touchpoint `Fix/`; did you mean `fix/book-repair` or `fix/drop-off`?"
        );
    }

    #[test]
    fn a_few_names_are_listed_when_none_is_alike() {
        assert_eq!(
            unknown("source", "xyz", ["survey", "tickets"].into_iter()),
            "no source `xyz`; there is `survey`, `tickets`"
        );
        assert_eq!(
            unknown("source", "xyz", std::iter::empty()),
            "no source `xyz`; there is none"
        );
    }
}
