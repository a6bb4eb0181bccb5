//! A board with its feedback read, keys to press and frames to draw.

use pothole::feedback::{self, Inbox, Place};
use pothole::journey::TouchpointIndex;
use pothole::tui::key::Key;
use pothole::tui::message::{Effect, Message};
use pothole::tui::state::State;
use pothole::tui::theme::Theme;
use pothole::tui::update::update;
use pothole::tui::view;
use pothole::workspace::Workspace;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Size;
use std::ops::ControlFlow;

/// The state and the terminal it is drawn on.
#[derive(Clone)]
pub(crate) struct Desk {
    state: State,
    terminal: Terminal<TestBackend>,
}

impl Desk {
    /// Opens a workspace and reads its feedback.
    pub(crate) fn open(workspace: Workspace, width: u16, height: u16) -> Self {
        let overlay = feedback::scan(
            &workspace.root,
            &workspace.journeys,
            &workspace.sources,
            &workspace.rules,
            &mut |_| ControlFlow::Continue(()),
        );
        let state = State::open(workspace, Theme::default(), Size::new(width, height));
        let terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        let mut desk = Self { state, terminal };
        let overlay = Box::new(overlay);
        desk.tell(Message::Scanned { scan: 0, overlay });
        desk
    }

    /// How many rows of feedback were read.
    pub(crate) fn rows(&self) -> u64 {
        self.state.board.totals.books.read
    }

    /// Presses keys by their names, with blanks between them.
    pub(crate) fn press(&mut self, keys: &str) {
        for name in keys.split_whitespace() {
            let key: Key = name.parse().unwrap();
            self.tell(Message::Key(key.event()));
        }
    }

    /// Draws a frame.
    pub(crate) fn draw(&mut self) {
        let state = &self.state;
        self.terminal
            .draw(|frame| view::draw(frame, state))
            .unwrap();
    }

    fn tell(&mut self, message: Message) {
        for effect in update(&mut self.state, message) {
            let answer = self.answer(effect);
            if let Some(answer) = answer {
                self.tell(answer);
            }
        }
    }

    /// What the threads beside the interface would say.
    fn answer(&self, effect: Effect) -> Option<Message> {
        let (workspace, overlay) = (&self.state.workspace, &self.state.overlay);
        let (root, sources) = (&workspace.root, &workspace.sources);
        let said = |places: &[Place]| feedback::verbatims(root, sources, overlay, places);
        match effect {
            Effect::ReadVerbatims(wanted) => {
                let places = overlay.places_of(wanted.touchpoint.index() as u32);
                let list = said(&places[wanted.range.clone()]);
                Some(Message::Verbatims { wanted, list })
            }
            Effect::ReadInbox(scan) => {
                let inbox = Box::new(Inbox::open(root, sources, overlay));
                Some(Message::InboxRead { scan, inbox })
            }
            Effect::ReadChair { scan, places } => {
                let list = places.iter().filter_map(|place| {
                    let touchpoint = TouchpointIndex::new(place.touchpoint as usize);
                    Some((touchpoint, said(&[*place]).pop()?))
                });
                let list = list.collect();
                Some(Message::ChairRead { scan, list })
            }
            _ => None,
        }
    }
}
