//! Who is near whom: for each card of a journey, the cards its steps lead to or come from. All of them stand in one
//! list, for a list a card costs a long journey thousands of small pieces of memory.

/// For each card others, in the order in which they were told.
#[derive(Debug, Default)]
pub(super) struct Near {
    /// By card, where its others begin and end.
    spans: Vec<(usize, usize)>,
    all: Vec<usize>,
}

impl Near {
    /// Of so many cards, from pairs of a card and another.
    pub(super) fn new(count: usize, pairs: impl Iterator<Item = (usize, usize)> + Clone) -> Self {
        let mut spans = vec![(0, 0); count];
        for (card, _) in pairs.clone() {
            spans[card].1 += 1;
        }
        let mut end = 0;
        for span in &mut spans {
            let start = end;
            end += span.1;
            *span = (start, start);
        }
        let mut all = vec![0; end];
        for (card, other) in pairs {
            let span = &mut spans[card];
            all[span.1] = other;
            span.1 += 1;
        }
        Self { spans, all }
    }

    /// The others of a card.
    pub(super) fn of(&self, card: usize) -> &[usize] {
        let (start, end) = self.spans[card];
        &self.all[start..end]
    }

    /// All others, card by card.
    pub(super) fn each(&self) -> impl Iterator<Item = usize> {
        let others = self
            .spans
            .iter()
            .map(|(start, end)| &self.all[*start..*end]);
        others.flatten().copied()
    }

    /// Takes out one of a card's others, by its place among them.
    pub(super) fn remove(&mut self, card: usize, place: usize) {
        let (start, end) = self.spans[card];
        self.all[start + place..end].rotate_left(1);
        self.spans[card].1 -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn others_stand_in_the_order_in_which_they_were_told() {
        let pairs = [(2, 7), (0, 5), (2, 1), (2, 3), (0, 5)];
        let mut near = Near::new(4, pairs.into_iter());
        let all = |near: &Near| [0, 1, 2, 3].map(|card| near.of(card).to_vec());
        assert_eq!(all(&near), [vec![5, 5], vec![], vec![7, 1, 3], vec![]]);
        near.remove(2, 1);
        near.remove(0, 0);
        assert_eq!(all(&near), [vec![5], vec![], vec![7, 3], vec![]]);
        assert_eq!(near.each().collect::<Vec<_>>(), [5, 7, 3]);
    }
}
