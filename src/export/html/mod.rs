//! The page everyone reads: one file without a script, for a screen, a phone, a printer and a mail.

mod actions;
mod changes;
mod data;
pub(in crate::export) mod escape;
mod figure;
mod head;
mod hurt;
mod journeys;
mod map;
mod minute;
mod owners;
mod page;
mod said;
mod segments;
mod star;
mod steps;
mod table;

pub(in crate::export) use head::head;
pub use page::html;
