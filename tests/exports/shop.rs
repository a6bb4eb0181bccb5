//! A small workspace made in code: a shop with two journeys, four sources and names that bite.

use pothole::board::{Board, Lens, Order};
use pothole::export::{Subject, Testimony};
use pothole::feedback::{
    Books, Day, Entry, Overlay, Polarity, Reading, Rejected, Scale, Score, Source, SourceBooks,
    Speaks, Tally, UNDATED,
};
use pothole::journey::{
    Address, AimMeasure, BrokenJourney, Charter, Journey, Journeys, NorthStar, Person, Roster,
    Stage, Team, Thresholds, Touchpoint, TouchpointIndex, Transition,
};

/// What a spreadsheet would run and Markdown would take for a table, a tag and a link.
pub(crate) const BITING: &str = "=HYPERLINK(\"http://x\") | *b* <b> [l](javascript:x)";

/// Everything an export speaks of.
pub(crate) struct Shop {
    pub(crate) journeys: Journeys,
    pub(crate) charter: Charter,
    pub(crate) sources: Vec<Source>,
    pub(crate) overlay: Overlay,
}

impl Shop {
    /// The shop, open for business.
    pub(crate) fn open() -> Self {
        let journeys = journeys();
        let overlay = overlay(journeys.touchpoint_count());
        Self {
            journeys,
            charter: charter(),
            sources: ["nps", "ease", "stars", "tickets"].map(source).to_vec(),
            overlay,
        }
    }

    /// A workspace in which nothing is declared and nothing was said.
    pub(crate) fn empty() -> Self {
        Self {
            journeys: Journeys::new(),
            charter: Charter::default(),
            sources: Vec::new(),
            overlay: Overlay::default(),
        }
    }

    /// What an export writes of it, seen through a lens.
    pub(crate) fn exported(
        &self,
        lens: &Lens,
        format: fn(Subject<'_>, &mut dyn std::io::Write) -> std::io::Result<()>,
    ) -> String {
        let board = Board::build(&self.journeys, &self.charter, &self.overlay, lens);
        let subject = Subject {
            journeys: &self.journeys,
            charter: &self.charter,
            sources: &self.sources,
            overlay: &self.overlay,
            board: &board,
            order: Order::default(),
            testimony: &Testimony::default(),
        };
        let mut bytes = Vec::new();
        format(subject, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }
}

fn charter() -> Charter {
    Charter {
        title: Some("Corner shop".into()),
        north_star: Some(NorthStar {
            statement: "Nobody waits | nobody asks twice".into(),
            metric: Some(AimMeasure::Nps),
            target: Some(50.0),
            by: Day::from_ymd(2026, 12, 31),
        }),
        roster: Roster {
            teams: vec![Team {
                id: "tills".into(),
                title: "Tills & queues".into(),
            }],
            people: vec![Person {
                id: "ana".into(),
                name: "Ana Sousa".into(),
                team: Some("tills".into()),
                roles: Vec::new(),
            }],
        },
        thresholds: Thresholds::default(),
        ..Charter::default()
    }
}

fn journeys() -> Journeys {
    let mut journeys = Journeys::new();
    let buy = [
        ("search", "Find it", Some("ana")),
        ("basket", BITING, None),
        ("checkout", "Pay at the till", Some("tills")),
    ];
    journey(&mut journeys, "buy", "Buy something", &buy);
    let give_back = [
        ("ask", "Ask for a refund", None),
        ("refund", "-10 % back", None),
        ("leave", "Go home", None),
    ];
    journey(&mut journeys, "give-back", "Bring it back", &give_back);
    let step = |share| Transition { share };
    journeys.add_transition(at(0), at(1), step(None));
    journeys.add_transition(at(1), at(2), step(Some(0.75)));
    journeys.add_transition(at(2), at(3), step(Some(0.1)));
    journeys.add_broken(BrokenJourney {
        file: "loyalty.yaml".into(),
        line: 7,
        reason: "a quote is not closed".into(),
    });
    journeys
}

fn journey(
    journeys: &mut Journeys,
    id: &str,
    title: &str,
    touchpoints: &[(&str, &str, Option<&str>)],
) {
    let (from, place) = (journeys.touchpoint_count(), journeys.all().len());
    for (touchpoint, title, owner) in touchpoints {
        journeys.add_touchpoint(Touchpoint {
            address: Address::new(id, *touchpoint),
            title: (*title).into(),
            journey: place,
            stage: 0,
            channel: Some("shop floor".into()),
            owner: owner.map(Into::into),
            moment_of_truth: *touchpoint == "checkout",
            ..Touchpoint::default()
        });
    }
    let range = from..journeys.touchpoint_count();
    journeys.add_journey(Journey {
        id: id.into(),
        title: title.into(),
        persona: Some("A neighbour".into()),
        owner: None,
        file: format!("{id}.yaml"),
        stages: vec![Stage {
            id: "whole".into(),
            title: "The whole of it".into(),
            touchpoints: range.clone(),
        }],
        start: Some(at(range.start)),
        goals: vec![at(range.end - 1)],
        touchpoints: range,
        ..Journey::default()
    });
}

fn source(id: &str) -> Source {
    Source {
        id: id.into(),
        title: format!("The {id} file"),
        files: vec![format!("feedback/{id}.csv")],
        speaks: match id {
            "tickets" => Speaks::Always(Polarity::Complaint),
            _ => Speaks::Unsaid,
        },
        ..Source::default()
    }
}

fn at(place: usize) -> TouchpointIndex {
    TouchpointIndex::new(place)
}

/// Entries as (touchpoint, day, source, segment, reading, count).
fn overlay(touchpoints: usize) -> Overlay {
    let day = |text: &str| Day::parse_iso(text).unwrap().0;
    let (new_year, february) = (day("2024-12-30"), day("2025-02-10"));
    let entries = [
        (0, new_year, 0, 0, 0, 50),
        (0, february, 0, 1, 1, 33),
        (0, february, 0, 2, 2, 17),
        (1, february, 1, 1, 3, 1),
        (1, february, 1, 1, 4, 1),
        (1, february, 1, 1, 5, 2),
        (2, february, 2, 1, 6, 12),
        (2, UNDATED, 2, 1, 7, 8),
        (2, february, 3, 2, 8, 40),
        (3, february, 3, 2, 8, 5),
        (4, february, 3, 2, 8, 31),
        (3, february, 0, 0, 9, 3),
    ];
    let entries = entries.map(|(touchpoint, day, source, segment, reading, count)| Entry {
        touchpoint,
        day,
        source,
        segment,
        reading,
        count,
    });
    let mut tally = Tally::default();
    tally.sources = ["nps", "ease", "stars", "tickets"].map(String::from).into();
    tally.segments = ["", "large", "small\u{202e}"].map(String::from).into();
    tally.scales = ["nps", "ces-7", "stars-5"]
        .map(|name| Scale::named(name).unwrap().into())
        .into();
    tally.readings = readings();
    Overlay {
        tally: tally.with_entries(touchpoints, &entries),
        books: books(),
        ..Overlay::default()
    }
}

fn readings() -> Vec<Reading> {
    let scored = [
        (0, 10, Polarity::Praise),
        (0, 8, Polarity::Neutral),
        (0, 3, Polarity::Complaint),
        (1, 2, Polarity::Complaint),
        (1, 4, Polarity::Neutral),
        (1, 6, Polarity::Praise),
        (2, 5, Polarity::Praise),
    ];
    let mut readings: Vec<Reading> = scored
        .map(|(scale, score, polarity)| Reading {
            score: Some((scale, Score::whole(score))),
            polarity,
        })
        .into();
    readings.push(Reading {
        score: Some((2, Score(150))),
        polarity: Polarity::Complaint,
    });
    for polarity in [Polarity::Complaint, Polarity::Unscored] {
        readings.push(Reading {
            score: None,
            polarity,
        });
    }
    readings
}

fn books() -> Books {
    let of = |read, mapped, unmapped, rejected, undated| SourceBooks {
        read,
        mapped,
        unmapped,
        rejected,
        undated,
        ..SourceBooks::default()
    };
    Books {
        sources: vec![
            of(105, 103, 2, 0, 0),
            of(4, 4, 0, 0, 0),
            of(21, 20, 0, 1, 8),
            of(1_076, 76, 1_000, 0, 0),
        ],
        rejected: vec![Rejected {
            source: "stars".into(),
            file: "feedback/stars.csv".into(),
            line: 14,
            reason: "`9` in column `stars` is not on the scale 1 to 5".into(),
        }],
        unread: vec![Rejected {
            source: "tickets".into(),
            file: "feedback/tickets-2.csv".into(),
            line: 0,
            reason: "column `subject` is missing".into(),
        }],
        ..Books::default()
    }
}
