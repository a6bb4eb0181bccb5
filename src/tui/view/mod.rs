//! Drawing: views borrow the state, paint it and own nothing.

pub mod curve;
pub mod map;

#[cfg(test)]
pub(crate) mod scene;
