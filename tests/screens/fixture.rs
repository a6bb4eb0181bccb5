//! A small workspace with feedback counted by hand, and a way to press keys and look at the screen.

use pothole::feedback::{
    Day, Entry, Overlay, Place, Polarity, Reading, Scale, Score, SourceBooks, Tally, UNDATED,
    Verbatim,
};
use pothole::tui::key::Key;
use pothole::tui::message::{Effect, Message};
use pothole::tui::state::State;
use pothole::tui::theme::Theme;
use pothole::tui::update::update;
use pothole::tui::view;
use pothole::workspace::{self, Workspace};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;
use std::cmp::Reverse;
use std::fs;

const CHARTER: &str = "\
title: Ferry Line
north-star: Everybody aboard, nobody anxious
sources:
  survey: {files: survey.csv, scale: csat-5, columns: {at: day, segment: party, text: words}}
teams:
  harbour: Harbour operations
  web: {title: Web shop}
people:
  mina: {name: Mina Okafor, team: web}
friction: {high: 25, least-rows: 30}
";

const CROSSING: &str = "\
journey: crossing
title: Cross with the car
persona: A family of four
owner: harbour
stages:
  - stage: plan
    title: Plan
    touchpoints:
      - {touchpoint: timetable, title: Read the timetable, channel: web, owner: web}
      - touchpoint: booking
        title: Book the crossing
        channel: web
        feedback: [{source: survey, rating: BOOKING}]
        next: [pay, {to: timetable, share: 0.25}]
      - {touchpoint: pay, title: Pay, channel: web, owner: web}
  - stage: harbour
    title: At the harbour
    touchpoints:
      - touchpoint: queue
        title: Queue for the ramp
        channel: harbour
        moment-of-truth: true
        authority: Crew may wave cars with infants to the front
        notes: Worst on the first Saturday of the holidays
        feedback: [{source: survey, tags: [queue, waiting]}]
        next: [{to: board, share: 0.9}, {to: refund/claim, share: 0.1}]
      - {touchpoint: board, title: Drive aboard, channel: harbour, owner: harbour}
  - stage: sea
    title: At sea
    touchpoints:
      - {touchpoint: cabin, title: Find a seat, channel: ship, owner: crew}
      - {touchpoint: ashore, title: Drive ashore, channel: ship, owner: harbour}
";

const REFUND: &str = "\
journey: refund
title: 払い戻し Get a refund
stages:
  - stage: ask
    title: Ask
    touchpoints:
      - {touchpoint: claim, title: Claim online, channel: web, next: wait}
      - {touchpoint: wait, title: Wait for an answer, channel: mail}
";

const BROKEN: &str = "journey: [half\n";

/// The workspace, read from its files.
pub(crate) fn workspace() -> Workspace {
    read(&[
        ("pothole.yaml", CHARTER),
        ("1-crossing.yaml", CROSSING),
        ("2-refund.yaml", REFUND),
    ])
}

/// The workspace with actions: one shipped, and one proven of which nobody said why it hurt.
pub(crate) fn with_actions() -> Workspace {
    let shipped = "        title: Book the crossing
        actions:
          - {action: fewer-steps, title: Three steps fewer, owner: web, status: shipped, opened: 2025-03-03, shipped: 2025-04-14}
";
    let proven = "{touchpoint: board, title: Drive aboard, channel: harbour, owner: harbour, actions: [{action: ramp, title: A wider ramp, status: proven, opened: 2025-02-03, shipped: 2025-03-17}]}";
    let crossing = CROSSING
        .replace("        title: Book the crossing\n", shipped)
        .replace(
            "{touchpoint: board, title: Drive aboard, channel: harbour, owner: harbour}",
            proven,
        );
    read(&[
        ("pothole.yaml", CHARTER),
        ("1-crossing.yaml", &crossing),
        ("2-refund.yaml", REFUND),
    ])
}

/// The workspace with a fix that was shipped and proven in May.
pub(crate) fn with_a_relapse() -> Workspace {
    let fix = "        title: Book the crossing
        actions:
          - {action: fewer-steps, title: Three steps fewer, owner: web, status: proven, opened: 2025-03-03, due: 2025-03-20, shipped: 2025-05-05}
";
    let crossing = CROSSING.replace("        title: Book the crossing\n", fix);
    read(&[
        ("pothole.yaml", CHARTER),
        ("1-crossing.yaml", &crossing),
        ("2-refund.yaml", REFUND),
    ])
}

/// The workspace with a file that cannot be read.
pub(crate) fn with_a_broken_file() -> Workspace {
    read(&[
        ("pothole.yaml", CHARTER),
        ("1-crossing.yaml", CROSSING),
        ("3-broken.yaml", BROKEN),
    ])
}

/// The workspace after somebody saved one of its files half done.
#[allow(dead_code, reason = "the scenarios alone need it")]
pub(crate) fn with_a_broken_save() -> Workspace {
    read(&[
        ("pothole.yaml", CHARTER),
        ("1-crossing.yaml", CROSSING),
        ("2-refund.yaml", BROKEN),
    ])
}

/// A workspace without journeys.
pub(crate) fn empty() -> Workspace {
    read(&[("pothole.yaml", "title: Nothing yet\n")])
}

pub(crate) fn read(files: &[(&str, &str)]) -> Workspace {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    workspace::open(folder.path()).unwrap()
}

/// Scores from 1 to 5 as often as given, spread over weeks from the first one on.
struct Said(&'static str, [u64; 5], Option<i32>);

const SAID: [Said; 6] = [
    Said("crossing/timetable", [4, 6, 12, 30, 48], Some(0)),
    Said("crossing/booking", [30, 26, 20, 25, 19], Some(3)),
    Said("crossing/queue", [61, 40, 12, 9, 8], Some(1)),
    Said("crossing/queue", [2, 3, 0, 0, 0], None),
    Said("crossing/board", [9, 11, 14, 30, 22], Some(2)),
    Said("refund/wait", [3, 4, 2, 1, 0], Some(6)),
];

/// Feedback over the workspace.
pub(crate) fn overlay(workspace: &Workspace) -> Overlay {
    let mut places: Vec<Place> = SAID
        .iter()
        .filter_map(|said| Some((workspace.journeys.find(&said.0.parse().unwrap())?, said)))
        .flat_map(|(touchpoint, said)| rows(touchpoint.index() as u32, said))
        .zip(2..)
        .map(|(place, line)| Place { line, ..place })
        .collect();
    let entries = places.iter().map(|place| Entry {
        touchpoint: place.touchpoint,
        day: place.day,
        source: place.source,
        segment: place.segment,
        reading: place.reading,
        count: 1,
    });
    let touchpoints = workspace.journeys.touchpoint_count();
    let tally = names().with_entries(touchpoints, &entries.collect::<Vec<_>>());
    places.sort_by_key(|place| (place.touchpoint, Reverse(place.day), place.line));
    let mapped = places.len() as u64;
    let books = SourceBooks {
        read: mapped + 17,
        mapped,
        unmapped: 14,
        rejected: 3,
        undated: 5,
        ..SourceBooks::default()
    };
    let mut overlay = Overlay {
        tally,
        files: vec!["survey.csv".into()],
        places,
        ..Overlay::default()
    };
    overlay.books.sources = vec![books];
    overlay
}

fn names() -> Tally {
    let scale = Scale::named("csat-5").unwrap();
    let mut tally = Tally::default();
    tally.sources = vec!["survey".into()];
    tally.segments = vec![String::new(), "family".into()];
    tally.readings = (1..=5)
        .map(|score| Reading {
            score: Some((0, Score::whole(score))),
            polarity: scale.polarity(Score::whole(score)).unwrap(),
        })
        .collect();
    tally.scales = vec![scale.into()];
    tally
}

fn rows(touchpoint: u32, Said(_, counts, first): &Said) -> Vec<Place> {
    let monday = Day::from_ymd(2025, 3, 3).unwrap().0;
    let mut rows = Vec::new();
    for (reading, count) in counts.iter().enumerate() {
        for row in 0..*count {
            let week = (row * 7 + reading as u64 * 3) % 13;
            rows.push(Place {
                touchpoint,
                day: first.map_or(UNDATED, |first| monday + 7 * (first + week as i32)),
                source: 0,
                segment: u16::from(row % 2 == 0),
                reading: reading as u16,
                file: 0,
                offset: 0,
                line: 0,
            });
        }
    }
    rows
}

/// A board with keys to press.
pub(crate) struct Desk {
    pub(crate) state: State,
    /// What came out of the keys and was not yet done.
    pub(crate) effects: Vec<Effect>,
}

impl Desk {
    /// The workspace just opened, before feedback is read.
    pub(crate) fn opened(workspace: Workspace, width: u16, height: u16) -> Self {
        let state = State::open(workspace, Theme::default(), Size::new(width, height));
        Self {
            state,
            effects: Vec::new(),
        }
    }

    /// The workspace with its feedback read.
    pub(crate) fn read(width: u16, height: u16) -> Self {
        Self::over(workspace(), width, height)
    }

    /// Any workspace with its feedback read.
    pub(crate) fn over(workspace: Workspace, width: u16, height: u16) -> Self {
        let mut desk = Self::opened(workspace, width, height);
        let overlay = Box::new(overlay(&desk.state.workspace));
        desk.tell(Message::Scanned { scan: 0, overlay });
        desk
    }

    /// Lets something happen; verbatims that are asked for are answered at once.
    pub(crate) fn tell(&mut self, message: Message) {
        for effect in update(&mut self.state, message) {
            match effect {
                Effect::ReadVerbatims(wanted) => {
                    let touchpoint = wanted.touchpoint.index() as u32;
                    let places = &self.state.overlay.places_of(touchpoint)[wanted.range.clone()];
                    let list = places.iter().map(|place| self.verbatim(place)).collect();
                    self.tell(Message::Verbatims { wanted, list });
                }
                effect => self.effects.push(effect),
            }
        }
    }

    pub(crate) fn verbatim(&self, place: &Place) -> Verbatim {
        let tally = &self.state.overlay.tally;
        let reading = &tally.readings[place.reading as usize];
        let words = match reading.polarity {
            Polarity::Complaint => "Two hours in the sun and nobody told us anything 😡",
            Polarity::Neutral => "It was alright, I suppose.",
            Polarity::Praise | Polarity::Unscored => "Schnell und freundlich, gerne wieder!",
        };
        Verbatim {
            text: words.into(),
            day: (place.day != UNDATED).then_some(Day(place.day)),
            polarity: reading.polarity,
            score: reading.score.map(|(_, score)| score),
            source: "survey".into(),
            segment: tally.segments[place.segment as usize].clone(),
            customer: None,
            id: None,
            tags: Vec::new(),
            file: "survey.csv".into(),
            line: place.line,
        }
    }

    /// Presses keys by their names, with blanks between them.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            let key: Key = name.parse().unwrap();
            self.tell(Message::Key(key.event()));
        }
        self
    }

    /// Types text.
    pub(crate) fn write(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            let name = if letter == ' ' {
                "space".into()
            } else {
                letter.to_string()
            };
            self.press(&name);
        }
        self
    }

    /// What came out since this was asked last.
    pub(crate) fn effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// The address of the chosen touchpoint.
    pub(crate) fn chosen(&self) -> String {
        let journeys = &self.state.workspace.journeys;
        let chosen = self
            .state
            .touchpoint
            .map(|index| journeys.touchpoint(index));
        chosen
            .map(|touchpoint| touchpoint.address.to_string())
            .unwrap_or_default()
    }

    /// The screen's cells.
    pub(crate) fn draw(&self) -> Buffer {
        let size = self.state.size;
        let mut terminal = Terminal::new(TestBackend::new(size.width, size.height)).unwrap();
        terminal
            .draw(|frame| view::draw(frame, &self.state))
            .unwrap();
        terminal.backend().buffer().clone()
    }

    /// The screen as text, blanks at the ends of lines left out.
    pub(crate) fn screen(&self) -> String {
        let size = self.state.size;
        let buffer = self.draw();
        let mut text = String::new();
        for y in 0..size.height {
            let mut line = String::new();
            let mut skip = 0;
            for x in 0..size.width {
                let symbol = buffer[(x, y)].symbol();
                if skip == 0 {
                    line.push_str(symbol);
                }
                let wide = pothole::tui::text::width(symbol);
                skip = if skip > 0 {
                    skip - 1
                } else {
                    wide.saturating_sub(1)
                };
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }
}
