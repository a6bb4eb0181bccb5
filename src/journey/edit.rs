//! An edit of a journey file and its inverse, so that undo is one more edit.

use super::Address;

/// One change that pothole makes to a journey file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Another owner for a touchpoint, or none.
    Owner {
        /// The touchpoint.
        touchpoint: Address,
        /// The owner it had when the edit was made.
        from: Option<String>,
        /// The owner it has afterwards.
        to: Option<String>,
    },
}

impl Edit {
    /// The edit that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self {
            Self::Owner {
                touchpoint,
                from,
                to,
            } => Self::Owner {
                touchpoint: touchpoint.clone(),
                from: to.clone(),
                to: from.clone(),
            },
        }
    }

    /// The touchpoint it is about.
    pub fn touchpoint(&self) -> &Address {
        match self {
            Self::Owner { touchpoint, .. } => touchpoint,
        }
    }

    /// What it does, for a message: "owner of fly-out/parking: car-parks -> terminal-ops".
    pub fn describe(&self) -> String {
        match self {
            Self::Owner {
                touchpoint,
                from,
                to,
            } => {
                let name = |owner: &Option<String>| owner.as_deref().unwrap_or("nobody").to_owned();
                format!("owner of {touchpoint}: {} -> {}", name(from), name(to))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_inverse_of_an_inverse_is_the_edit() {
        let edit = Edit::Owner {
            touchpoint: Address::new("fly-out", "parking"),
            from: None,
            to: Some("car-parks".into()),
        };
        assert_eq!(edit.inverse().inverse(), edit);
        assert_eq!(
            edit.inverse().describe(),
            "owner of fly-out/parking: car-parks -> nobody"
        );
    }
}
