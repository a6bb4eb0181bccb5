//! The sample workspace as the terminal shows it, with its feedback read, moved by keys.

use pothole::feedback::{self, Place};
use pothole::journey::TouchpointIndex;
use pothole::tui::key::Key;
use pothole::tui::message::{Effect, Message};
use pothole::tui::state::State;
use pothole::tui::theme::Theme;
use pothole::tui::update::update;
use pothole::tui::view;
use pothole::workspace;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;
use std::ops::ControlFlow;
use std::path::Path;

/// The program's state over the sample workspace.
pub(crate) struct Sample {
    state: State,
}

impl Sample {
    /// Opens the sample workspace in a terminal of a size and reads its feedback.
    pub(crate) fn open(width: u16, height: u16) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("journeys");
        let workspace = workspace::open(&folder).unwrap();
        let overlay = feedback::scan(
            &folder,
            &workspace.journeys,
            &workspace.sources,
            &workspace.rules,
            &mut |_| ControlFlow::Continue(()),
        );
        let state = State::open(workspace, Theme::default(), Size::new(width, height));
        let mut sample = Self { state };
        let overlay = Box::new(overlay);
        sample.tell(Message::Scanned { scan: 0, overlay });
        sample
    }

    fn tell(&mut self, message: Message) {
        for effect in update(&mut self.state, message) {
            let said = |places: &[Place]| {
                let State {
                    workspace, overlay, ..
                } = &self.state;
                feedback::verbatims(&workspace.root, &workspace.sources, overlay, places)
            };
            match effect {
                Effect::ReadVerbatims(wanted) => {
                    let places = self
                        .state
                        .overlay
                        .places_of(wanted.touchpoint.index() as u32);
                    let list = said(&places[wanted.range.clone()]);
                    self.tell(Message::Verbatims { wanted, list });
                }
                Effect::ReadChair { scan, places } => {
                    let list = places.iter().map(|place| {
                        let touchpoint = TouchpointIndex::new(place.touchpoint as usize);
                        (touchpoint, said(&[*place]).remove(0))
                    });
                    let list = list.collect();
                    self.tell(Message::ChairRead { scan, list });
                }
                _ => {}
            }
        }
    }

    /// Presses keys by their names, with blanks between them.
    pub(crate) fn press(&mut self, keys: &str) {
        for name in keys.split_whitespace() {
            let key: Key = name.parse().unwrap();
            self.tell(Message::Key(key.event()));
        }
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
}
