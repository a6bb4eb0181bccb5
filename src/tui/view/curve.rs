//! The emotion curve under the map.
