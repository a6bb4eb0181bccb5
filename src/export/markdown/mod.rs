//! A page for a meeting: where customers hurt most, who answers for it, and how far to trust it.

mod books;
mod journeys;
mod measure;
mod page;
mod table;
mod touchpoints;

pub use page::markdown;
