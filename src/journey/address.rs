//! The stable name of a touchpoint across a workspace: `journey/touchpoint`.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Names one touchpoint in one journey; written `journey/touchpoint` wherever people read or type it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Address {
    /// The journey's id.
    pub journey: String,
    /// The touchpoint's id, unique within its journey.
    pub touchpoint: String,
}

impl Address {
    /// Joins a journey's id and a touchpoint's id.
    pub fn new(journey: impl Into<String>, touchpoint: impl Into<String>) -> Self {
        Self {
            journey: journey.into(),
            touchpoint: touchpoint.into(),
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.journey, self.touchpoint)
    }
}

/// The text was not of the form `journey/touchpoint`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not of the form journey/touchpoint")]
pub struct AddressError(String);

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once('/') {
            Some((journey, touchpoint))
                if !journey.is_empty() && !touchpoint.is_empty() && !touchpoint.contains('/') =>
            {
                Ok(Self::new(journey, touchpoint))
            }
            _ => Err(AddressError(text.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_back_as_it_is_written() {
        let address: Address = "fly-out/parking".parse().unwrap();
        assert_eq!(address, Address::new("fly-out", "parking"));
        assert_eq!(address.to_string(), "fly-out/parking");
    }

    #[test]
    fn text_that_is_no_address_is_refused() {
        for text in ["", "parking", "/parking", "fly-out/", "a/b/c"] {
            assert!(text.parse::<Address>().is_err(), "{text:?}");
        }
    }
}
