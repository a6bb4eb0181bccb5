//! Does one piece of work for every item of a list, on all cores when the list is worth it.

use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread;

/// Below this many items one core is as fast as several.
const FEW: usize = 8;

/// How many cores there are, asked once: the answer is read from files.
pub(crate) fn cores() -> usize {
    static CORES: OnceLock<usize> = OnceLock::new();
    *CORES.get_or_init(|| thread::available_parallelism().map_or(1, usize::from))
}

/// What `work` makes of each item, in the order of the items. The calling thread takes part in it.
pub(crate) fn spread<I, R>(items: I, work: impl Fn(I::Item) -> R + Sync) -> Vec<R>
where
    I: IntoIterator,
    I::IntoIter: ExactSizeIterator + Send,
    R: Send,
{
    let items = items.into_iter();
    if items.len() < FEW || cores() < 2 {
        return items.map(work).collect();
    }
    let queue = Mutex::new(items.enumerate());
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
    let hand = || {
        let mut mine = Vec::new();
        while let Some((place, item)) = next() {
            mine.push((place, work(item)));
        }
        mine
    };
    let mut done = thread::scope(|scope| {
        let others: Vec<_> = (1..cores()).map(|_| scope.spawn(hand)).collect();
        let mut done = hand();
        for other in others {
            match other.join() {
                Ok(theirs) => done.extend(theirs),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, made)| made).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_comes_in_the_order_of_the_items() {
        for length in [0, 1, FEW, 1_000] {
            let items: Vec<usize> = (0..length).collect();
            let doubled: Vec<usize> = items.iter().map(|item| 2 * item).collect();
            assert_eq!(spread(&items, |item| 2 * item), doubled);
        }
    }

    #[test]
    fn items_may_be_changed_where_they_stand() {
        let mut items: Vec<usize> = (0..100).collect();
        let before = spread(&mut items, |item| std::mem::replace(item, *item + 1));
        assert!(before.into_iter().eq(0..100) && items.into_iter().eq(1..=100));
    }
}
