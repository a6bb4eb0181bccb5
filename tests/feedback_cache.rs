//! The cache: whatever it remembers, the overlay is the one a cold scan makes.

#![allow(clippy::unwrap_used, reason = "a test may stop where it cannot go on")]

mod feedback_desk;

use feedback_desk::Desk;
use pothole::feedback::{
    Cache, Condition, Crowd, CustomerColumns, CustomerFile, Format, Keep, Overlay, Polarity, Scale,
    ScanOptions, Speaks, TableFiles, VisitColumns, VisitLog, scan_with,
};
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::ops::ControlFlow;
use std::path::PathBuf;

/// A desk with a cache beside it.
struct Remembering {
    desk: Desk,
    crowd: Crowd,
    folder: tempfile::TempDir,
}

impl Remembering {
    /// Two sources: one that is about to grow, and two small files together.
    fn new() -> Self {
        let mut desk = Desk::new(&["a/one", "a/two"]);
        desk.file("f.csv", "at,segment,score,tags,text\n");
        desk.file(
            "g-1.jsonl",
            "{\"text\":\"slow\",\"at\":\"2025-02-03\"}\n{broken\n",
        );
        desk.file("g-2.jsonl", "{\"text\":\"refund\"}\n");
        let source = desk.source("f", "f.csv");
        let own = |name: &str| Some(name.to_owned());
        (source.columns.at, source.columns.segment) = (own("at"), own("segment"));
        (source.columns.score, source.columns.tags) = (own("score"), own("tags"));
        source.columns.text = vec!["text".into()];
        source.speaks = Speaks::Scored(Scale::named("nps").unwrap());
        let source = desk.source("g", "g-*.jsonl");
        source.columns.text = vec!["text".into()];
        source.columns.at = own("at");
        source.speaks = Speaks::Always(Polarity::Complaint);
        desk.when("a/one", Condition::Tags(vec!["one".into()]));
        desk.when(
            "a/two",
            Condition::Text(vec!["slow".into(), "refund".into()]),
        );
        let folder = tempfile::tempdir().unwrap();
        let crowd = Crowd::default();
        Self {
            desk,
            crowd,
            folder,
        }
    }

    fn path(&self) -> PathBuf {
        self.desk.folder.path().join("f.csv")
    }

    fn append(&self, text: &str) {
        let mut file = OpenOptions::new().append(true).open(self.path()).unwrap();
        file.write_all(text.as_bytes()).unwrap();
    }

    fn scan(&self, cache: Option<Cache>) -> Overlay {
        let options = ScanOptions {
            cache,
            so_far: false,
        };
        let desk = &self.desk;
        scan_with(
            &options,
            desk.folder.path(),
            &desk.journeys,
            &desk.sources,
            &desk.rules,
            &self.crowd,
            &mut |_| ControlFlow::Continue(()),
        )
    }

    /// Scans with the cache and without it, and returns the overlay both come to.
    fn same(&self) -> Overlay {
        let cache = Cache::new(self.folder.path().to_owned()).of_any_size();
        let (cold, cached) = (self.scan(None), self.scan(Some(cache)));
        assert_eq!(cached.tally, cold.tally);
        assert_eq!(cached.books, cold.books);
        assert_eq!(cached.files, cold.files);
        assert_eq!(cached.places, cold.places);
        assert_eq!(cached.unmapped, cold.unmapped);
        assert_eq!(cached.exposure, cold.exposure);
        assert_eq!(cached.customers, cold.customers);
        cached
    }

    /// The files of the cache.
    fn remembered(&self) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap();
        let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files
    }
}

/// Numbers that look random and never change.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = (self.0)
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.throw(list.len())]
    }

    /// A row, or a piece of one.
    fn row(&mut self) -> String {
        let day = self.throw(28) + 1;
        let segment = self.pick(&["", "big", "small", "\"mid, dle\""]);
        let score = self.pick(&["0", "5", "8", "10", "", "eleven"]);
        let tags = self.pick(&["", "one", "vip;ONE", "two"]);
        let text = self.pick(&[
            "slow",
            "\"a refund,\nplease\"",
            "fine",
            "\"never closed",
            "\"said \"\"slow\"\"\"",
            "é",
        ]);
        let end = self.pick(&["\n", "\n", "\n", "\r\n", "", "\n\n"]);
        format!("2025-02-{day:02},{segment},{score},{tags},{text}{end}")
    }
}

#[test]
fn a_file_that_grows_comes_to_the_same_remembered_and_cold() {
    for seed in 0..60 {
        let (workspace, mut dice) = (Remembering::new(), Dice(seed));
        for _ in 0..12 {
            let more: String = (0..dice.throw(6)).map(|_| dice.row()).collect();
            workspace.append(&more);
            let overlay = workspace.same();
            assert!(
                overlay
                    .books
                    .sources
                    .iter()
                    .all(pothole::feedback::SourceBooks::balance)
            );
        }
    }
}

#[test]
fn what_is_remembered_is_used_and_growth_alone_is_read() {
    let workspace = Remembering::new();
    let row = "2025-02-03,big,3,one,slow\n";
    workspace.append(&row.repeat(50_000));
    let before = workspace.same().books.total().read;
    // A change between two samples, made under the old time: who does not see it has read nothing.
    let path = workspace.path();
    let time = path.metadata().unwrap().modified().unwrap();
    let mut content = std::fs::read(&path).unwrap();
    let place = "at,segment,score,tags,text\n".len() + 2_000 * row.len();
    let changed = content[place..][..row.len()].to_vec();
    assert_eq!(changed, row.as_bytes());
    content[place..][..row.len()].copy_from_slice(row.replace(",3,", ",9,").as_bytes());
    std::fs::write(&path, &content).unwrap();
    let file = File::options().write(true).open(&path).unwrap();
    file.set_modified(time).unwrap();
    let cache = || Some(Cache::new(workspace.folder.path().to_owned()).of_any_size());
    let praise = |overlay: &Overlay| workspace.desk.counts(overlay, "a/one").2;
    assert_eq!(praise(&workspace.scan(cache())), 0, "nothing was read");
    workspace.append(row);
    let grown = workspace.scan(cache());
    assert_eq!(grown.books.total().read, before + 1);
    assert_eq!(praise(&grown), 0, "the growth alone was read");
    assert_eq!(praise(&workspace.scan(None)), 1);
}

#[test]
fn changed_content_of_the_same_size_and_time_is_seen_where_samples_are_taken() {
    let workspace = Remembering::new();
    workspace.append("2025-02-03,big,3,one,slow\n");
    workspace.same();
    let time = workspace.path().metadata().unwrap().modified().unwrap();
    let text = std::fs::read_to_string(workspace.path()).unwrap();
    std::fs::write(workspace.path(), text.replace(",3,", ",9,")).unwrap();
    let file = File::options().write(true).open(workspace.path()).unwrap();
    file.set_modified(time).unwrap();
    let overlay = workspace.same();
    assert_eq!(workspace.desk.counts(&overlay, "a/one"), (0, 0, 1, 0));
}

#[test]
fn a_file_that_was_cut_or_replaced_is_read_anew() {
    let workspace = Remembering::new();
    workspace.append(&"2025-02-03,big,3,one,slow\n".repeat(9));
    workspace.same();
    let text = std::fs::read_to_string(workspace.path()).unwrap();
    std::fs::write(workspace.path(), &text[..text.len() - 40]).unwrap();
    assert_eq!(workspace.same().books.sources[0].read, 8);
    let other = text.replace("big", "new") + "2025-02-03,new,3,one,slow\n";
    std::fs::write(workspace.path(), other).unwrap();
    assert_eq!(workspace.same().tally.segments, ["", "new"]);
}

#[test]
fn a_file_of_carriage_returns_that_grows_with_line_feeds_is_read_anew() {
    let workspace = Remembering::new();
    let row = |day: u32| format!("2025-02-{day:02},big,3,one,slow");
    let begun = format!("at,segment,score,tags,text\r{}\r{}\r", row(3), row(4));
    workspace.desk.file("f.csv", &begun);
    workspace.same();
    workspace.append(&format!("{}\n{}\n", row(5), row(6)));
    let overlay = workspace.same();
    let lines = overlay.places.iter().filter(|place| place.source == 0);
    let lines: Vec<u64> = lines.map(|place| place.line).collect();
    assert_eq!(lines, [2, 1, 1, 1]);
}

#[test]
fn changed_declarations_make_what_is_remembered_worthless() {
    let mut workspace = Remembering::new();
    workspace.append("2025-02-03,big,3,,a slow page\n2025-02-04,big,9,,page\n");
    assert_eq!(workspace.same().books.total().mapped, 3);
    workspace
        .desk
        .when("a/one", Condition::Text(vec!["page".into()]));
    assert_eq!(workspace.same().books.total().mapped, 4);
    workspace.desk.sources[0].speaks = Speaks::Always(Polarity::Praise);
    let overlay = workspace.same();
    assert_eq!(workspace.desk.counts(&overlay, "a/one"), (0, 0, 2, 0));
}

#[test]
fn damage_to_what_is_remembered_is_never_trusted() {
    let workspace = Remembering::new();
    workspace.append("2025-02-03,big,3,one,slow\n2025-02-04,big,x,one,slow\n");
    workspace.same();
    let files = workspace.remembered();
    assert_eq!(files.len(), 2, "one for each batch of files");
    for path in files {
        let whole = std::fs::read(&path).unwrap();
        for place in (0..whole.len()).step_by(7) {
            let mut damaged = whole.clone();
            damaged[place] ^= 0x55;
            std::fs::write(&path, damaged).unwrap();
            workspace.same();
        }
        std::fs::write(&path, b"").unwrap();
        workspace.same();
        std::fs::remove_file(&path).unwrap();
        workspace.same();
        assert_eq!(std::fs::read(&path).unwrap(), whole, "it is written anew");
    }
}

/// How many things the cache holds after two scans of a changed workspace; the second could use them.
fn held_after(change: impl FnOnce(&mut Remembering)) -> usize {
    let mut workspace = Remembering::new();
    workspace.append("2025-02-03,big,3,one,slow\n2025-02-04,big,9,,nobody caught this\n");
    change(&mut workspace);
    workspace.same();
    workspace.append("2025-02-03,big,3,one,slow\n");
    workspace.same();
    workspace.remembered().len()
}

#[test]
fn files_are_remembered_however_they_are_written_and_whatever_is_declared() {
    assert_eq!(held_after(|_| {}), 2);
    let ids = |workspace: &mut Remembering| {
        workspace.desk.sources[0].columns.id = Some("text".into());
        workspace.desk.sources[0].duplicates = Some(Keep::First);
    };
    assert_eq!(held_after(ids), 2);
    let severe = |workspace: &mut Remembering| {
        workspace.desk.sources[0].columns.severity = Some("score".into());
    };
    assert_eq!(held_after(severe), 2);
    // Files that are no plain text are remembered apart from those that are.
    let encoded = |workspace: &mut Remembering| {
        let other = b"\xff\xfe{\0}\0\n\0";
        std::fs::write(workspace.desk.folder.path().join("g-3.jsonl"), other).unwrap();
    };
    assert_eq!(held_after(encoded), 3);
    let damaged = |workspace: &mut Remembering| {
        let packed = b"\x1f\x8bno gzip";
        std::fs::write(workspace.desk.folder.path().join("g-3.jsonl"), packed).unwrap();
    };
    assert_eq!(held_after(damaged), 3);
    let list = |workspace: &mut Remembering| {
        workspace.desk.file("g-0.json", "[{\"text\":\"slow\"}]");
        workspace.desk.sources[1].files = vec!["g-0.json".into()];
        workspace.desk.sources[1].format = Format::Json;
    };
    assert_eq!(held_after(list), 2);
    let crowd = |workspace: &mut Remembering| {
        workspace.crowd.visits.push(VisitLog::default());
    };
    assert_eq!(held_after(crowd), 3);
}

#[test]
fn duplicates_and_severities_come_to_the_same_remembered_and_cold() {
    for (seed, keep) in (0..20).zip([Keep::First, Keep::Last].into_iter().cycle()) {
        let (mut workspace, mut dice) = (Remembering::new(), Dice(seed));
        let source = &mut workspace.desk.sources[0];
        source.columns.id = Some("tags".into());
        source.duplicates = Some(keep);
        source.columns.severity = Some("score".into());
        source.files.push("f-2.csv".into());
        workspace.desk.file(
            "f-2.csv",
            "at,segment,score,tags,text\n2025-02-03,big,3,one,slow\n",
        );
        for _ in 0..6 {
            let more: String = (0..dice.throw(6)).map(|_| dice.row()).collect();
            workspace.append(&more);
            workspace.same();
            workspace.same();
        }
    }
}

/// A workspace where customers pass, speak and are lost.
fn crowded() -> Remembering {
    let mut workspace = Remembering::new();
    workspace.append("2025-02-03,big,3,one,c00007\n2025-02-04,big,9,one,c00008\n");
    workspace.desk.sources[0].columns.customer = Some("text".into());
    let customers = (0..50_000).map(|who| format!("c{who:05},yes\n"));
    let customers: String = std::iter::once("id,gone\n".to_owned())
        .chain(customers)
        .collect();
    workspace.desk.file("customers.csv", customers);
    workspace.desk.file(
        "visits.csv",
        "where,who\none,c00007\none,c00009\nnowhere,c00001\n",
    );
    let files = |name: &str| TableFiles {
        paths: vec![name.to_owned()],
        ..TableFiles::default()
    };
    workspace.crowd = Crowd {
        visits: vec![VisitLog {
            files: files("visits.csv"),
            columns: VisitColumns {
                touchpoint: "where".into(),
                customer: Some("who".into()),
                ..VisitColumns::default()
            },
        }],
        customers: Some(CustomerFile {
            files: files("customers.csv"),
            columns: CustomerColumns {
                id: "id".into(),
                churned: Some("gone".into()),
                ..CustomerColumns::default()
            },
            lost: Vec::new(),
        }),
    };
    workspace
}

#[test]
fn who_passed_and_who_stayed_is_remembered_until_any_file_changes() {
    let workspace = crowded();
    let first = workspace.same();
    let crossing = first.customers.as_ref().unwrap().crossings[0];
    assert_eq!((crossing.complained.of, crossing.content.of), (1, 2));
    assert_eq!(first.books.visits.unmapped, 1);
    let (path, cache) = (workspace.desk.folder.path().join("customers.csv"), || {
        Some(Cache::new(workspace.folder.path().to_owned()).of_any_size())
    });
    // A change between two samples, made under the old time: who does not see it has read nothing.
    let time = path.metadata().unwrap().modified().unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("c02000,yes", "c02000,no ")).unwrap();
    let file = File::options().write(true).open(&path).unwrap();
    file.set_modified(time).unwrap();
    let lost = |overlay: &Overlay| overlay.customers.as_ref().unwrap().total.lost;
    assert_eq!(lost(&workspace.scan(cache())), 50_000, "nothing was read");
    // Feedback that grew marks what its customers met, so all of it is read.
    workspace.append("2025-02-05,big,1,one,c00010\n");
    let grown = workspace.same();
    assert_eq!(lost(&grown), 49_999);
    assert_eq!(grown.customers.unwrap().crossings[0].complained.of, 2);
    workspace.desk.file("visits.csv", "where,who\ntwo,c00007\n");
    let moved = workspace.same();
    assert_eq!(moved.customers.unwrap().crossings[1].content.of, 1);
}
