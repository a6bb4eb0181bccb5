//! A small workspace built in code, for tests of the feedback engine.

#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "each test file uses a part of it"
)]

use pothole::feedback::{
    Condition, Evidence, Format, Overlay, Polarity, Rule, Scale, Source, SourceBooks, scan,
};
use pothole::journey::{Address, Journeys, Touchpoint, TouchpointIndex};
use std::ops::ControlFlow;

pub struct Desk {
    pub folder: tempfile::TempDir,
    pub journeys: Journeys,
    pub sources: Vec<Source>,
    pub rules: Vec<Rule>,
}

impl Desk {
    pub fn new(touchpoints: &[&str]) -> Self {
        let mut journeys = Journeys::new();
        for name in touchpoints {
            let address: Address = name.parse().unwrap();
            journeys.add_touchpoint(Touchpoint {
                title: format!("Title of {}", address.touchpoint),
                address,
                journey: 0,
                stage: 0,
                ..Touchpoint::default()
            });
        }
        Self {
            folder: tempfile::tempdir().unwrap(),
            journeys,
            sources: Vec::new(),
            rules: Vec::new(),
        }
    }

    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }

    pub fn source(&mut self, id: &str, files: &str) -> &mut Source {
        self.sources.push(Source {
            id: id.into(),
            title: id.into(),
            files: vec![files.into()],
            format: match files.trim_end_matches(".gz").rsplit('.').next() {
                Some("jsonl") => Format::JsonLines,
                Some("json") => Format::Json,
                Some("xlsx") => Format::Excel,
                _ => Format::Delimited(None),
            },
            ..Source::default()
        });
        self.sources.last_mut().unwrap()
    }

    pub fn index(&self, touchpoint: &str) -> TouchpointIndex {
        self.journeys.find(&touchpoint.parse().unwrap()).unwrap()
    }

    pub fn rule(&mut self, touchpoint: &str, source: Option<usize>, evidence: Evidence) {
        self.rules.push(Rule {
            touchpoint: self.index(touchpoint),
            source,
            evidence,
            place: format!("{touchpoint}.yaml:{}", self.rules.len() + 1),
        });
    }

    pub fn when(&mut self, touchpoint: &str, condition: Condition) {
        self.rule(touchpoint, None, Evidence::When(condition));
    }

    pub fn rating(
        &mut self,
        touchpoint: &str,
        column: &str,
        scale: Option<Scale>,
        missing: Option<Vec<String>>,
    ) {
        let column = column.to_owned();
        let evidence = Evidence::Rating {
            column,
            scale,
            missing,
        };
        self.rule(touchpoint, Some(0), evidence);
    }

    pub fn scan(&self) -> Overlay {
        let overlay = scan(
            self.folder.path(),
            &self.journeys,
            &self.sources,
            &self.rules,
            &mut |_| ControlFlow::Continue(()),
        );
        assert!(overlay.books.sources.iter().all(SourceBooks::balance));
        overlay
    }

    /// Complaints, neutral, praise, unscored.
    pub fn counts(&self, overlay: &Overlay, touchpoint: &str) -> (u64, u64, u64, u64) {
        let mut counts = [0; 4];
        for entry in overlay.tally.of(self.index(touchpoint)) {
            let place = match overlay.tally.readings[usize::from(entry.reading)].polarity {
                Polarity::Complaint => 0,
                Polarity::Neutral => 1,
                Polarity::Praise => 2,
                Polarity::Unscored => 3,
            };
            counts[place] += entry.count;
        }
        counts.into()
    }

    /// Read, mapped, unmapped, rejected.
    pub fn books(overlay: &Overlay) -> (u64, u64, u64, u64) {
        let total = overlay.books.total();
        (total.read, total.mapped, total.unmapped, total.rejected)
    }
}
