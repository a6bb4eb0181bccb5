//! Blocks against the whole file: the same records, whatever their size.

use super::*;
use crate::feedback::intake::Splitter;
use memchr::memchr_iter;
use proptest::prelude::*;

/// The records of a file as blocks of some size hand them out, and how many rows were damaged.
fn records(content: &[u8], reach: Reach) -> (Vec<(u64, Vec<u8>)>, usize) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("f.csv"), content).unwrap();
    let file = FeedFile {
        file: 0,
        source: 0,
        name: "f.csv".to_owned(),
        writing: Writing::of(&crate::feedback::Source::default()),
        columns: Arc::default(),
        resume: None,
    };
    let mut feed = Feed::new(folder.path().to_owned(), vec![file], reach);
    let (mut found, mut damaged) = (Vec::new(), 0);
    let (mut buffer, mut cells, mut at) = (Vec::new(), Vec::new(), None);
    while let Some(block) = feed.next(&mut buffer) {
        assert!(
            at.is_none_or(|at| at <= block.offset),
            "blocks come in order"
        );
        at = Some(block.offset + block.len as u64);
        let passed = &content[..block.offset as usize];
        assert_eq!(
            block.line,
            1 + memchr_iter(block.newline, passed).count() as u64
        );
        let data = &buffer[..block.len];
        assert_eq!(data, &content[block.offset as usize..][..block.len]);
        let mut from = 0;
        let ends = block
            .damage
            .iter()
            .map(|damage| (damage.quote, damage.resume));
        for (to, resume) in ends.chain([(data.len(), data.len())]) {
            let mut splitter = Splitter::new(&data[..to], from, b',');
            while let Some(record) = splitter.next(&mut cells) {
                if !record.ended && to < data.len() {
                    break;
                }
                let offset = block.offset + record.start as u64;
                // A block may end between the two bytes of a line break.
                let row = data[record.start..record.next].trim_ascii_end();
                found.push((offset, row.to_vec()));
            }
            from = resume;
        }
        damaged += block.damage.len();
    }
    (found, damaged)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

    #[test]
    fn the_size_of_the_blocks_changes_no_record(
        content in "[ab\",\n\r]{1,120}",
        block in 1..40_usize,
    ) {
        let content = format!("h\n{content}");
        let most_record = 1 << 20;
        let whole = records(content.as_bytes(), Reach { block: 1 << 16, most_record });
        let small = records(content.as_bytes(), Reach { block: block.max(4), most_record });
        prop_assert_eq!(small, whole);
    }

    #[test]
    fn cells_longer_than_a_block_change_no_record(
        content in "([a-z]{0,30}|\"([a-zé,\n]|\"\"){0,90}\"|[,\n\r]){1,40}",
        block in 40..300_usize,
    ) {
        let content = format!("h\n{content}");
        let most_record = 1 << 20;
        let whole = records(content.as_bytes(), Reach { block: 1 << 16, most_record });
        let small = records(content.as_bytes(), Reach { block, most_record });
        prop_assert_eq!(small, whole);
    }

    #[test]
    fn records_without_an_end_neither_stop_the_reading_nor_take_it_backwards(
        content in "[ab\",\n\r]{1,200}",
        block in 4..20_usize,
    ) {
        let content = format!("h\n{content}");
        records(content.as_bytes(), Reach { block, most_record: 16 });
    }
}
