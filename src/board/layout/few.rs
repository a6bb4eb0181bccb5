//! A list that mostly holds one thing, which then needs no memory of its own.

use std::ops::{Deref, DerefMut};

/// Nothing, one thing, or more.
#[derive(Clone, Debug)]
pub(super) enum Few<T> {
    No,
    One([T; 1]),
    More(Vec<T>),
}

impl<T> Few<T> {
    /// One thing.
    pub(super) fn one(thing: T) -> Self {
        Self::One([thing])
    }

    /// Adds a thing behind the others.
    pub(super) fn push(&mut self, thing: T) {
        *self = match std::mem::replace(self, Self::No) {
            Self::No => Self::one(thing),
            Self::One([first]) => Self::More(vec![first, thing]),
            Self::More(mut things) => {
                things.push(thing);
                Self::More(things)
            }
        };
    }

    /// Keeps those alone that are wanted.
    pub(super) fn retain(&mut self, wanted: impl Fn(&T) -> bool) {
        match self {
            Self::One([thing]) if !wanted(thing) => *self = Self::No,
            Self::More(things) => things.retain(wanted),
            Self::No | Self::One(_) => {}
        }
    }
}

impl<T> Deref for Few<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            Self::No => &[],
            Self::One(one) => one,
            Self::More(things) => things,
        }
    }
}

impl<T> DerefMut for Few<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        match self {
            Self::No => &mut [],
            Self::One(one) => one,
            Self::More(things) => things,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_things_are_kept_as_a_list_keeps_them() {
        let (mut few, mut list) = (Few::No, Vec::new());
        for thing in 0..5 {
            few.push(thing);
            list.push(thing);
            assert_eq!(*few, *list);
        }
        for gone in [2, 0, 4, 1, 3] {
            few.retain(|thing| *thing != gone);
            list.retain(|thing| *thing != gone);
            few.reverse();
            list.reverse();
            assert_eq!(*few, *list);
        }
        let mut one = Few::one(7);
        one.retain(|thing| *thing == 7);
        assert_eq!(*one, [7]);
        one.retain(|thing| *thing != 7);
        assert!(one.is_empty());
    }
}
