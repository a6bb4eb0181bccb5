//! What queries find and refuse, over a workspace of a few touchpoints.

use super::*;
use crate::board::{Board, Lens};
use crate::feedback::{
    Condition, Day, Entry, Evidence, Overlay, Polarity, Reading, Rule, Scale, Score, Tally,
};
use crate::journey::{Action, Address, Charter, Journey, Journeys, Stage, Status, Touchpoint};

struct Town {
    journeys: Journeys,
    charter: Charter,
    overlay: Overlay,
    rules: Vec<Rule>,
}

/// Title, channel, owner, and complaints in each of 20 weeks before the last four and in those.
type Spot = (
    &'static str,
    Option<&'static str>,
    Option<&'static str>,
    u64,
    u64,
);
const PLACES: [Spot; 4] = [
    ("Book a crossing", Some("web"), Some("web"), 2, 9),
    ("Queue for the ramp", Some("harbour"), None, 6, 6),
    ("Drive aboard", Some("harbour"), Some("harbour"), 9, 1),
    ("Claim a refund", None, None, 0, 0),
];

fn town() -> Town {
    let mut journeys = Journeys::new();
    for (place, (title, channel, owner, ..)) in PLACES.into_iter().enumerate() {
        journeys.add_touchpoint(Touchpoint {
            address: Address::new("crossing", format!("t{place}")),
            title: title.to_owned(),
            stage: place / 2,
            channel: channel.map(str::to_owned),
            owner: owner.map(str::to_owned),
            moment_of_truth: place == 1,
            actions: Vec::from_iter((place == 2).then(|| Action {
                status: Status::Shipped,
                ..Action::default()
            })),
            ..Touchpoint::default()
        });
    }
    let stage = |id: &str, title: &str, touchpoints| Stage {
        id: id.to_owned(),
        title: title.to_owned(),
        touchpoints,
    };
    journeys.add_journey(Journey {
        id: "crossing".to_owned(),
        title: "Cross with the car".to_owned(),
        persona: Some("A family".to_owned()),
        stages: vec![stage("plan", "Plan it", 0..2), stage("sea", "At sea", 2..4)],
        touchpoints: 0..4,
        ..Journey::default()
    });
    let rule = |touchpoint, tag: &str| Rule {
        touchpoint: TouchpointIndex::new(touchpoint),
        source: None,
        evidence: Evidence::When(Condition::Any(vec![Condition::Tags(vec![tag.to_owned()])])),
        place: String::new(),
    };
    Town {
        journeys,
        charter: Charter::default(),
        overlay: overlay(),
        rules: vec![rule(0, "web-shop"), rule(1, "ramp"), rule(1, "queue")],
    }
}

fn overlay() -> Overlay {
    let mut tally = Tally::default();
    tally.sources = vec!["survey".into(), "tickets".into()];
    tally.segments = vec![String::new(), "small business".into()];
    tally.scales = vec![Scale::named("nps").unwrap().into()];
    let reading = |score: i32, polarity| Reading {
        score: Some((0, Score::whole(score))),
        polarity,
    };
    tally.readings = vec![
        reading(2, Polarity::Complaint),
        reading(10, Polarity::Praise),
    ];
    let mut entries = Vec::new();
    for (place, (.., before, after)) in PLACES.into_iter().enumerate() {
        for week in 0..24_i32 {
            let complaints = if week < 20 { before } else { after };
            for (reading, count) in [(0, complaints), (1, 2 * u64::from(place < 3))] {
                entries.push(Entry {
                    touchpoint: place as u32,
                    day: 20_000 + 7 * week,
                    source: u16::from(place == 2),
                    segment: u16::from(place == 1),
                    reading,
                    count,
                });
            }
        }
    }
    entries.retain(|entry| entry.count > 0);
    Overlay {
        tally: tally.with_entries(4, &entries),
        ..Overlay::default()
    }
}

impl Town {
    fn board(&self, lens: &Lens) -> Board {
        Board::build(&self.journeys, &self.charter, &self.overlay, lens)
    }

    fn ground<'a>(&'a self, board: &'a Board) -> Ground<'a> {
        Ground::new(
            &self.journeys,
            &self.charter,
            board,
            &self.overlay,
            &self.rules,
        )
    }

    fn find(&self, text: &str, lens: &Lens) -> Vec<usize> {
        let board = self.board(lens);
        let query = Query::parse(text).unwrap();
        let found = query.find(&self.ground(&board));
        found.into_iter().map(TouchpointIndex::index).collect()
    }
}

#[test]
fn each_field_finds_what_it_says() {
    let town = town();
    for (text, expected) in [
        ("", vec![0, 1, 2, 3]),
        ("ramp", vec![1]),
        ("A", vec![0, 1, 2, 3]),
        ("drive ABOARD", vec![2]),
        ("nobody", vec![1, 3]),
        ("-aboard", vec![0, 1, 3]),
        ("owner:none", vec![1, 3]),
        ("-owner:none", vec![0, 2]),
        ("owner:web,none", vec![0, 1, 3]),
        ("channel:har", vec![1, 2]),
        ("channel:none", vec![3]),
        ("stage:plan", vec![0, 1]),
        ("stage:\"at sea\"", vec![2, 3]),
        ("journey:cross", vec![0, 1, 2, 3]),
        ("persona:family owner:harbour", vec![2]),
        ("touchpoint:t3", vec![3]),
        ("tag:ramp", vec![1]),
        ("tag:none", vec![2, 3]),
        ("source:tickets", vec![2]),
        ("segment:\"small business\"", vec![1]),
        ("segment:none", vec![0, 2, 3]),
        ("action:shipped", vec![2]),
        ("is:truth", vec![1]),
        ("is:silent", vec![3]),
        ("-is:owned is:hot", vec![1]),
        ("rows:0", vec![3]),
        ("complaints:>150", vec![2]),
        ("complaints:76..144", vec![0, 1]),
        ("complaints:>=144,<=76", vec![0, 1, 2, 3]),
        ("nps:<0", vec![0, 1, 2]),
        ("nps:none", vec![3]),
        ("friction:>60 -owner:none", vec![2]),
        ("trend:worse", vec![0]),
        ("trend:better", vec![2]),
        ("trend:steady", vec![1, 3]),
        ("\"for the ramp\"", vec![1]),
        ("owner:", vec![0, 1, 2, 3]),
    ] {
        assert_eq!(town.find(text, &Lens::default()), expected, "{text}");
    }
}

#[test]
fn what_is_found_follows_the_lens() {
    let town = town();
    let lens = Lens {
        sources: vec!["survey".into()],
        ..Lens::default()
    };
    assert_eq!(town.find("rows:>0", &lens), [0, 1]);
    let lens = Lens {
        since: Some(Day(20_000 + 7 * 21)),
        ..Lens::default()
    };
    assert_eq!(town.find("trend:worse,better,steady", &lens), [0; 0]);
}

#[test]
fn a_slip_is_told_with_its_column() {
    for (text, expected) in [
        (
            "ramp ownr:none",
            "column 6: there is no field `ownr`; did you mean `owner:`?",
        ),
        (
            "Größe friction:high",
            "column 7: `friction` is compared with a number, not `high`; write 30, >30, <=30, 10..30 or none",
        ),
        (
            "trend:down",
            "column 1: `trend` cannot be `down`; it may be worse, better, steady",
        ),
        (
            "a \"b c",
            "column 3: a quote is opened and not closed; put another \" at the end of the text",
        ),
        (
            "friction:>NaN",
            "column 1: `friction` is compared with a number, not `>NaN`; write 30, >30, <=30, 10..30 or none",
        ),
    ] {
        let error = Query::parse(text).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }
    assert!(Query::parse("\"12:30\" sharp").is_ok());
}

#[test]
fn a_journey_is_found_by_words_alone() {
    let town = town();
    let board = town.board(&Lens::default());
    let ground = town.ground(&board);
    for (text, expected) in [
        ("cross family", true),
        ("zeppelin", false),
        ("-zeppelin", true),
        ("car owner:none", false),
    ] {
        let query = Query::parse(text).unwrap();
        assert_eq!(query.holds_of_journey(&ground, 0), expected, "{text}");
    }
}

#[test]
fn the_end_of_a_line_is_completed() {
    let town = town();
    let board = town.board(&Lens::default());
    let ground = town.ground(&board);
    for (line, expected) in [
        ("ow", "owner:"),
        ("ramp -ow", "ramp -owner:"),
        ("owner:har", "owner:harbour"),
        ("owner:web,no", "owner:web,none"),
        ("segment:bus", "segment:\"small business\""),
        ("segment:\"small b", "segment:\"small business\""),
        ("trend:", "trend:worse"),
        ("stage:SE", "stage:sea"),
        ("tag:q", "tag:queue"),
        ("friction:", "friction:>"),
    ] {
        let ways = completions(line, &ground, 9);
        assert_eq!(ways[0].line, expected, "{line}: {ways:?}");
    }
    assert_eq!(completions("", &ground, 99).len(), Field::ALL.len());
    assert_eq!(completions("zeppelin", &ground, 9), []);
    assert_eq!(completions("foo:b", &ground, 9), []);
    assert_eq!(completions("owner:harbour", &ground, 9), []);
}
