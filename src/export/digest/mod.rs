//! A week in a page for a chat channel or a mail to all hands: praise first, then what hurts and what moved.

mod gather;
mod html;
mod item;
mod markdown;
mod moved;
mod quote;
mod slack;
mod text;
mod week;

pub use gather::Digest;
pub use html::digest_html;
pub use markdown::digest_markdown;
pub use slack::digest_slack;
pub use text::digest_text;
pub use week::{WeekError, digest_week};
