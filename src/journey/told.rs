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

impl Told {
    /// Whether this record is about a customer, or where there is none about a row of a source.
    pub fn is_about(&self, customer: Option<&str>, source: &str, id: Option<&str>) -> bool {
        match (customer, &self.customer) {
            (Some(one), Some(other)) => one == other,
            (None, None) => self.source == source && id.is_some() && self.id.as_deref() == id,
            _ => false,
        }
    }
}
