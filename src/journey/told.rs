//! A customer who was told what became of a complaint.

use super::Day;

/// One record of the ledger: somebody was told that an action was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The day.
    pub on: Day,
    /// The id of the action.
    pub action: String,
    /// The id of the source in which the customer complained.
    pub source: String,
    /// The customer, as feedback names them.
    pub customer: Option<String>,
    /// The row's id, where it names no customer.
    pub id: Option<String>,
}
