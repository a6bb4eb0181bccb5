//! The model: journeys, touchpoints and transitions in one graph, the people who own them, and edits.
//! Pure data and rules; knows no files, no clock and no terminal.

mod action;
mod action_edit;
mod action_field;
mod action_move;
mod address;
mod aim;
mod authority;
mod cadence;
mod charter;
mod day;
mod edit;
mod journeys;
mod phrase_rule;
mod roster;
mod thresholds;
mod told;
mod touchpoint;
mod vigilance;

pub use action::{Action, Status};
pub use action_edit::ActionEdit;
pub use action_field::{ActionField, FieldChange};
pub use action_move::ActionRefusal;
pub use address::{Address, AddressError};
pub use aim::{Aim, AimMeasure};
pub use authority::Authority;
pub use cadence::{Cadence, How, Listening, Period};
pub use charter::{Charter, NorthStar};
pub use day::{Day, Week};
pub use edit::{Edit, RuleChange};
pub use journeys::{BrokenJourney, Journey, JourneyIndex, Journeys, Stage};
pub use phrase_rule::PhraseRule;
pub use roster::{Person, Roster, Team};
pub use thresholds::Thresholds;
pub use told::Told;
pub use touchpoint::{Touchpoint, TouchpointIndex, Transition};
pub use vigilance::Vigilance;
