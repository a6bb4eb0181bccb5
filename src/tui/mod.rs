//! The terminal: state, commands, drawing and the loop that joins them.

pub mod text;
pub mod theme;
pub mod view;
