//! The sample workspace as the terminal shows it, with its feedback read, moved by keys.

use pothole::feedback;
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
            if let Effect::ReadVerbatims(wanted) = effect {
                let State {
                    workspace, overlay, ..
                } = &self.state;
                let touchpoint = wanted.touchpoint.index() as u32;
                let places = &overlay.places_of(touchpoint)[wanted.range.clone()];
                let list =
                    feedback::verbatims(&workspace.root, &workspace.sources, overlay, places);
                self.tell(Message::Verbatims { wanted, list });
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
