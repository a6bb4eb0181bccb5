//! The kinds of problems: each with its stable code, how bad it is and what it means. The table in
//! `docs/format.md` is checked against this list.

use super::Severity;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident $severity:ident $code:literal $meaning:literal;)*) => {
        /// A kind of problem.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Kind {
            $(#[doc = $meaning] $name,)*
        }

        impl Kind {
            /// Every kind.
            pub const ALL: &'static [Kind] = &[$(Kind::$name),*];

            /// Its stable name.
            pub fn code(self) -> &'static str {
                match self { $(Kind::$name => $code,)* }
            }

            /// How bad it is.
            pub fn severity(self) -> Severity {
                match self { $(Kind::$name => Severity::$severity,)* }
            }

            /// What it means, in a sentence.
            pub fn meaning(self) -> &'static str {
                match self { $(Kind::$name => $meaning,)* }
            }
        }
    };
}

kinds! {
    Unreadable Error "unreadable" "A file or folder cannot be opened or read.";
    TooLarge Error "too-large" "A YAML file is over 8 MiB.";
    NotUtf8 Error "not-utf8" "A YAML file is not UTF-8 text.";
    Syntax Error "syntax" "The file is not YAML.";
    Tab Error "tab-indentation" "A tab stands where YAML wants blanks.";
    UnclosedQuote Error "unclosed-quote" "A quote is opened and not closed.";
    TooDeep Error "too-deep" "Lists and mappings nest too deep, or aliases multiply too much.";
    WrongType Error "wrong-type" "A value is not of the kind its key wants.";
    UnknownKey Error "unknown-key" "A key is not one of this place's keys; it is left out.";
    MissingKey Error "missing-key" "A required key is not there.";
    DuplicateKey Error "duplicate-key" "A key stands twice in one mapping; the first counts.";
    ConflictingKeys Error "conflicting-keys" "Two keys of one mapping exclude each other.";
    BadValue Error "bad-value" "A value is none of those its key allows.";
    BadId Error "bad-id" "An id is not made of lower-case letters, digits and single dashes.";
    DuplicateId Error "duplicate-id" "Two things that must be told apart have one id.";
    EmptyStage Warning "empty-stage" "A stage has no touchpoints.";
    EmptyJourney Warning "empty-journey" "A journey has no stages.";
    UnknownNext Error "unknown-next" "A step leads to a touchpoint that is not there; it is left out.";
    UnknownTouchpoint Error "unknown-touchpoint" "A start, a goal or what a contact was about is no touchpoint there is.";
    DuplicateStep Warning "duplicate-step" "One touchpoint lists the same step twice.";
    BadShare Error "bad-share" "A share is not a number from 0 to 1.";
    SharesAboveOne Error "shares-above-one" "The shares of one touchpoint's steps sum to more than 1.";
    Unreachable Warning "unreachable" "No step from the journey's start, or from another journey, leads here.";
    DeadEnd Warning "dead-end" "A touchpoint has no next and is no goal.";
    UnknownOwner Warning "unknown-owner" "An owner is neither a declared team nor a declared person.";
    UnknownTeam Warning "unknown-team" "A person's team is not declared.";
    UnknownListener Warning "unknown-listener" "Somebody who listened is not a declared person.";
    UnknownRole Warning "unknown-role" "A cadence of listening is for a role that nobody has.";
    UnknownSource Error "unknown-source" "A rule names a source that is not declared.";
    UnknownColumn Error "unknown-column" "A column is not in the header of the source's first file.";
    UnusedAlias Warning "unused-alias" "Other names are declared for a column that nothing reads.";
    UnknownScale Error "unknown-scale" "A scale is none of those pothole knows.";
    MissingScale Error "missing-scale" "A score or a rating has no scale to be read on.";
    BadRegex Error "bad-regex" "A regular expression cannot be read.";
    BadDate Error "bad-date" "A date or a date format cannot be read.";
    DateOrder Error "date-order" "An action was shipped before it was opened, customers were told of it before it was shipped, or the like.";
    Unshipped Warning "no-ship-date" "An action is shipped, but does not say since when.";
    StatusBehind Warning "status-behind" "An action has a date of shipping, but a status from before.";
    ToldNothing Error "told-nothing" "Customers were told of an action without a root cause, or without what was done.";
    ConflictMarker Error "conflict-marker" "A merge left its marks in the ledger of told customers.";
    BadRecord Error "bad-record" "A line of the ledger of told customers is no record.";
    UnknownAction Warning "unknown-action" "A record of the ledger names an action that is not there.";
    NoFile Warning "no-file" "No file matches a source's path.";
    UnknownCommand Error "unknown-command" "The config file gives keys to a command that is not there.";
    BadKey Error "bad-key" "The config file names no key, or one that cannot be had there.";
    KeyConflict Error "key-conflict" "The config file gives one key to two commands of one place.";
    KeyLost Warning "key-lost" "A command is left without a key, because the config file gave it to another.";
    TooMany Warning "too-many" "A file has more than a thousand problems; the rest is not listed.";
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_code_is_its_own_and_has_the_form_of_an_id() {
        let codes: HashSet<&str> = Kind::ALL.iter().map(|kind| kind.code()).collect();
        assert_eq!(codes.len(), Kind::ALL.len());
        let plain = |code: &&str| {
            code.bytes()
                .all(|b| b.is_ascii_lowercase() || b == b'-' || b == b'8')
        };
        assert!(codes.iter().all(plain));
    }
}
