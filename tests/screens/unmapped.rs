//! A workspace on disk with rows that no rule catches, and a way to do what keys ask for.

use crate::fixture::Desk;
use pothole::feedback::{self, Inbox};
use pothole::tui::message::{Effect, Message};
use pothole::workspace;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use tempfile::TempDir;

pub(crate) const CHARTER: &str = "\
title: Ferry Line
sources:
  tickets:
    files: tickets.csv
    speaks: complaint
    columns: {id: no, at: day, segment: party, text: words}
  reviews:
    files: reviews.csv
    scale: stars-5
    columns: {at: day, score: stars, text: words}
";

pub(crate) const CROSSING: &str = "\
journey: crossing
title: Cross with the car
stages:
  - stage: harbour
    touchpoints:
      - touchpoint: queue
        title: Queue for the ramp
        feedback:
          - {text: queue}   # all of them
      - {touchpoint: board, title: Drive aboard}
      - touchpoint: lift
        title: Take the lift
";

const TICKETS: &str = "\
no,day,party,words
1,2025-03-01,family,The queue was endless
2,2025-03-04,coach,\"The lift was broken, all day\"
3,2025-03-02,family,Nobody could say when the broken lift would work again
4,2025-03-05,,
5,,coach,No lift at all
";

const REVIEWS: &str = "\
day,stars,words
2025-03-03,1,A LIFT that smells
2025-03-06,5,\"Sailing out at sunset with the whole family on deck was the best evening of the whole year for \
all of us, and we would have liked to stay for ever, only the lift was slow\"
2025-03-01,2,They lifted my car with a crane
";

/// The inbox of a workspace on disk.
pub(crate) struct Harbour {
    pub(crate) folder: TempDir,
    pub(crate) desk: Desk,
}

impl Harbour {
    /// The workspace with its feedback read.
    pub(crate) fn read(width: u16, height: u16) -> Self {
        Self::of(
            &[
                ("pothole.yaml", CHARTER),
                ("crossing.yaml", CROSSING),
                ("tickets.csv", TICKETS),
                ("reviews.csv", REVIEWS),
            ],
            width,
            height,
        )
    }

    /// Any workspace with its feedback read.
    pub(crate) fn of(files: &[(&str, &str)], width: u16, height: u16) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            fs::write(folder.path().join(name), text).unwrap();
        }
        let workspace = workspace::open(folder.path()).unwrap();
        let mut desk = Desk::opened(workspace, width, height);
        desk.effects.push(Effect::Scan(0));
        let mut harbour = Self { folder, desk };
        harbour.settle();
        harbour
    }

    /// Presses keys, and does all that comes of it.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        self.desk.press(keys);
        self.settle();
        self
    }

    /// Types text, and does all that comes of it.
    pub(crate) fn write(&mut self, text: &str) -> &mut Self {
        self.desk.write(text);
        self.settle();
        self
    }

    /// Does what is asked for until nothing is.
    pub(crate) fn settle(&mut self) {
        loop {
            let effects = self.desk.effects();
            if effects.is_empty() {
                return;
            }
            // Drawing anew is the terminal's own affair.
            let asked = effects
                .into_iter()
                .filter(|effect| !matches!(effect, Effect::Redraw));
            for effect in asked {
                let message = self.perform(effect);
                self.desk.tell(message);
            }
        }
    }

    fn perform(&self, effect: Effect) -> Message {
        let state = &self.desk.state;
        let root = self.folder.path();
        let (space, overlay) = (&state.workspace, &state.overlay);
        match effect {
            Effect::Scan(scan) => {
                let mut watch = |_| ControlFlow::Continue(());
                let overlay = feedback::scan(
                    root,
                    &space.journeys,
                    &space.sources,
                    &space.rules,
                    &mut watch,
                );
                let overlay = Box::new(overlay);
                Message::Scanned { scan, overlay }
            }
            Effect::ReadInbox(scan) => {
                let inbox = Box::new(Inbox::open(root, &space.sources, overlay));
                Message::InboxRead { scan, inbox }
            }
            Effect::Preview(sought) => {
                let preview = state.unmapped.inbox.preview(&sought.phrase);
                Message::Previewed { sought, preview }
            }
            Effect::Save(edit) => match workspace::save(space, &edit) {
                Ok(place) => Message::Saved { edit, place },
                Err(error) => {
                    let why = error.to_string();
                    Message::NotSaved { edit, why }
                }
            },
            Effect::Reread { scan } => Message::Reread {
                read: Ok(Box::new(workspace::open(root).unwrap())),
                scan,
            },
            other => panic!("nobody does {other:?} here"),
        }
    }

    /// The file of the journey as it is now.
    pub(crate) fn crossing(&self) -> String {
        crossing(self.folder.path())
    }

    /// The words of the rows listed, as far as the first comma.
    pub(crate) fn listed(&self) -> Vec<&str> {
        let unmapped = &self.desk.state.unmapped;
        let rows = unmapped
            .shown
            .iter()
            .map(|place| &unmapped.inbox.rows[*place]);
        rows.map(|row| row.text.split(',').next().unwrap())
            .collect()
    }
}

fn crossing(folder: &Path) -> String {
    fs::read_to_string(folder.join("crossing.yaml")).unwrap()
}
