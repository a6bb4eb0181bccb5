//! A page for a meeting: where customers hurt most, who answers for it, and how far to trust it.

mod actions;
mod aims;
mod books;
mod brief;
mod changes;
mod curves;
mod drivers;
mod journeys;
mod measure;
mod page;
mod savings;
mod table;
mod touchpoints;

pub use actions::actions_markdown;
pub use brief::markdown_brief;
pub use page::markdown;
