//! How a scenario reads. A paragraph, its name on the first line, then a step a line:
//!
//! - `at 80x24` the terminal's size, before the first key; 120x40 without it
//! - `over empty`, `over broken`, `over actions` another workspace
//! - `press j ctrl-p enter` keys by their names; `type some words` letters
//! - `paste text`, `resize 20x5`, `click text`, `drag text 5 -3`, `wheel text -1`
//! - `changed a.yaml b.yaml` files changed outside; `reread same`, `reread broken`, `reread gone` what comes back
//! - `saved`, `refused why` the edit that was asked for
//! - `sees text`, `lacks text`, `line text | text` (both on one line), `chosen journey/touchpoint`
//! - `asks text` what came out for the loop's edge holds this text; `asks nothing`

use crate::fixture::{self, Desk};
use pothole::feedback::Day;
use pothole::tui::message::{Effect, Message};
use pothole::workspace::Workspace;
use ratatui::crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

/// One scenario.
#[derive(Debug)]
pub(crate) struct Scenario {
    pub(crate) name: String,
    steps: Vec<(String, String)>,
}

/// A desk with what came out of the last step.
struct Play {
    desk: Desk,
    came: Vec<Effect>,
}

impl Scenario {
    /// The scenarios of a file.
    pub(crate) fn all(file: &str, text: &str) -> Vec<Self> {
        let paragraphs = text.split("\n\n").filter(|text| !text.trim().is_empty());
        paragraphs
            .map(|paragraph| {
                let mut lines = paragraph.trim().lines();
                let name = format!("{file}: {}", lines.next().unwrap());
                let steps = lines.map(|line| {
                    let line = line.trim();
                    let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
                    (verb.to_owned(), rest.to_owned())
                });
                Self {
                    name,
                    steps: steps.collect(),
                }
            })
            .collect()
    }

    /// Whether it does something and looks at what came of it.
    pub(crate) fn is_whole(&self) -> bool {
        let setting = ["at", "over"];
        let looking = ["sees", "lacks", "line", "chosen", "asks"];
        let looks = |verb: &str| looking.contains(&verb);
        let acts = |verb: &str| !looks(verb) && !setting.contains(&verb);
        let verbs = || self.steps.iter().map(|(verb, _)| verb.as_str());
        verbs().any(acts) && verbs().next_back().is_some_and(looks)
    }

    /// Plays it; says what went otherwise.
    pub(crate) fn play(&self) -> Option<String> {
        let setting = |name: &str| {
            let step = self.steps.iter().find(|(verb, _)| verb == name);
            step.map(|(_, rest)| rest.as_str())
        };
        let (width, height) = size(setting("at").unwrap_or("120x40"));
        let mut play = Play {
            desk: Desk::over(workspace(setting("over").unwrap_or("same")), width, height),
            came: Vec::new(),
        };
        play.desk.effects();
        play.desk.state.vantage.today = Day::parse_iso("2025-06-30");
        for (verb, rest) in &self.steps {
            let wrong = play.step(verb, rest);
            if let Some(wrong) = wrong {
                let screen = play.desk.screen();
                return Some(format!("{}\n  {verb} {rest}: {wrong}\n{screen}", self.name));
            }
        }
        None
    }
}

fn size(text: &str) -> (u16, u16) {
    let (width, height) = text.split_once('x').unwrap();
    (width.parse().unwrap(), height.parse().unwrap())
}

fn workspace(name: &str) -> Workspace {
    match name {
        "empty" => fixture::empty(),
        "actions" => fixture::with_actions(),
        "broken" => fixture::with_a_broken_file(),
        "broken-save" => fixture::with_a_broken_save(),
        _ => fixture::workspace(),
    }
}

impl Play {
    fn step(&mut self, verb: &str, rest: &str) -> Option<String> {
        let screen = || self.desk.screen();
        match verb {
            "at" | "over" => None,
            "sees" => (!screen().contains(rest)).then(|| "not on the screen".to_owned()),
            "lacks" => screen().contains(rest).then(|| "on the screen".to_owned()),
            "line" => {
                let parts: Vec<&str> = rest.split(" | ").collect();
                let holds = |line: &str| parts.iter().all(|part| line.contains(part));
                (!screen().lines().any(holds)).then(|| "on no line".to_owned())
            }
            "chosen" => {
                let chosen = self.desk.chosen();
                (chosen != rest).then(|| format!("chosen is {chosen:?}"))
            }
            "asks" => self.asks(rest),
            _ => {
                self.act(verb, rest);
                self.came = self.desk.effects();
                None
            }
        }
    }

    fn asks(&self, rest: &str) -> Option<String> {
        let came = format!("{:?}", self.came);
        let holds = match rest {
            "nothing" => self.came.is_empty(),
            text => came.contains(text),
        };
        (!holds).then(|| format!("came {came}"))
    }

    fn act(&mut self, verb: &str, rest: &str) {
        match verb {
            "press" => {
                self.desk.press(rest);
            }
            "type" => {
                self.desk.write(rest);
            }
            "paste" => self.desk.tell(Message::Paste(rest.to_owned())),
            "resize" => {
                let (width, height) = size(rest);
                self.desk.tell(Message::Resize(width, height));
            }
            "click" => {
                let at = self.find(rest);
                self.mouse_at(at, MouseEventKind::Down(MouseButton::Left));
                self.mouse_at(at, MouseEventKind::Up(MouseButton::Left));
            }
            "drag" => {
                let mut parts = rest.rsplitn(3, ' ');
                let (y, x) = (parts.next().unwrap(), parts.next().unwrap());
                let by = (x.parse().unwrap(), y.parse().unwrap());
                let text = parts.next().unwrap();
                let at = self.find(text);
                self.mouse_at(at, MouseEventKind::Down(MouseButton::Left));
                let to = (
                    at.0.saturating_add_signed(by.0),
                    at.1.saturating_add_signed(by.1),
                );
                self.mouse_at(to, MouseEventKind::Drag(MouseButton::Left));
                self.mouse_at(to, MouseEventKind::Up(MouseButton::Left));
            }
            "wheel" => {
                let (text, way) = rest.rsplit_once(' ').unwrap();
                let kind = if way == "1" {
                    MouseEventKind::ScrollDown
                } else {
                    MouseEventKind::ScrollUp
                };
                self.mouse(text, kind, (0, 0));
            }
            "changed" => {
                let files = rest.split(' ').map(str::to_owned).collect();
                self.desk.tell(Message::FilesChanged(files));
            }
            "reread" => {
                let read = match rest {
                    "gone" => Err("no workspace there".to_owned()),
                    name => Ok(Box::new(workspace(name))),
                };
                self.desk.tell(Message::Reread { read, scan: false });
            }
            "saved" | "refused" => self.answer(verb, rest),
            _ => panic!("no step is called {verb}"),
        }
    }

    /// Answers the edit that was asked for last.
    fn answer(&mut self, verb: &str, rest: &str) {
        let mut edits = self.came.iter().rev().filter_map(|effect| match effect {
            Effect::Save(edit) => Some(edit.clone()),
            _ => None,
        });
        let edit = edits.next().unwrap();
        let message = if verb == "saved" {
            let place = "1-crossing.yaml:9".to_owned();
            Message::Saved { edit, place }
        } else {
            let why = rest.to_owned();
            Message::NotSaved { edit, why }
        };
        self.desk.tell(message);
    }

    fn mouse(&mut self, text: &str, kind: MouseEventKind, by: (u16, u16)) {
        let at = self.find(text);
        self.mouse_at((at.0 + by.0, at.1 + by.1), kind);
    }

    fn mouse_at(&mut self, (column, row): (u16, u16), kind: MouseEventKind) {
        self.desk.tell(Message::Mouse(MouseEvent {
            kind,
            column,
            row,
            modifiers: KeyModifiers::NONE,
        }));
    }

    /// Where a text stands on the screen.
    fn find(&self, text: &str) -> (u16, u16) {
        let screen = self.desk.screen();
        let mut lines = screen.lines().enumerate();
        let (row, line) = lines
            .find(|(_, line)| line.contains(text))
            .unwrap_or_else(|| panic!("{text} is not on\n{screen}"));
        let before = &line[..line.find(text).unwrap()];
        (pothole::tui::text::width(before) as u16, row as u16)
    }
}
