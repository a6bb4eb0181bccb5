//! Where one was: journey, view, lens, order and filter, kept from one time to the next. What is kept is
//! never trusted: what is no longer there is left out.

use super::state::{Pane, Screen, State};
use super::tab::Tab;
use super::table::{Group, Sort};
use super::{browse, filter, line::Line};
use crate::board::{Lens, Order, Shade};
use crate::feedback::Day;
use crate::journey::Address;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The largest file that is read.
const MOST_BYTES: u64 = 64 << 10;

/// Where one was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Whereabouts {
    root: String,
    journey: Option<String>,
    touchpoint: Option<String>,
    touchpoint_alone: bool,
    view: String,
    tab: String,
    sort: String,
    group: String,
    heat: String,
    lanes: bool,
    pane: u8,
    since: Option<String>,
    until: Option<String>,
    sources: Vec<String>,
    segments: Vec<String>,
    order: String,
    filter: String,
}

/// Views that are come back to, by the names they are kept under.
const VIEWS: [(Screen, &str); 6] = [
    (Screen::Columns, "board"),
    (Screen::Table, "journeys"),
    (Screen::Listening, "listening"),
    (Screen::Teams, "teams"),
    (Screen::Voices, "voices"),
    (Screen::Numbers, "numbers"),
];

/// The name a view is kept under; none when it is not come back to.
fn name(screen: Screen) -> &'static str {
    let known = VIEWS.iter().find(|(one, _)| *one == screen);
    known.map_or("", |(_, name)| name)
}

const PANES: [Pane; 3] = [Pane::Journeys, Pane::Map, Pane::Details];

impl Whereabouts {
    /// Where one is now.
    pub fn of(state: &State) -> Self {
        let journeys = &state.workspace.journeys;
        let chosen = state.touchpoint.map(|index| journeys.touchpoint(index));
        let journey = state.journey().and_then(|place| journeys.all().get(place));
        let lens = &state.board.lens;
        let pane = PANES.iter().position(|pane| *pane == state.pane);
        Self {
            root: String::new(),
            journey: journey.map(|journey| journey.id.clone()),
            touchpoint: chosen.map(|touchpoint| touchpoint.address.touchpoint.clone()),
            touchpoint_alone: state.screen == Screen::Touchpoint,
            view: name(state.screen).to_owned(),
            tab: state.vantage.tab.name().to_owned(),
            sort: state.vantage.table.sort.words().to_owned(),
            group: state.vantage.table.group.words().to_owned(),
            heat: state.vantage.shading.by.words().to_owned(),
            lanes: state.vantage.lanes,
            pane: pane.unwrap_or(1) as u8,
            since: lens.since.map(|day| day.to_string()),
            until: lens.until.map(|day| day.to_string()),
            sources: lens.sources.clone(),
            segments: lens.segments.clone(),
            order: state.order.name().to_owned(),
            filter: state.filter.line.text().to_owned(),
        }
    }

    /// Goes there, as far as it still is.
    pub fn resume(&self, state: &mut State) {
        let day = |text: &Option<String>| text.as_deref().and_then(Day::parse_iso);
        let declared = |id: &&String| {
            let mut sources = state.workspace.sources.iter();
            sources.any(|source| source.id == **id)
        };
        state.board.lens = Lens {
            since: day(&self.since),
            until: day(&self.until),
            sources: self.sources.iter().filter(declared).cloned().collect(),
            segments: self.segments.clone(),
            journeys: Vec::new(),
        };
        state.order = Order::named(&self.order).unwrap_or_default();
        state.rebuild();
        let mut line = Line::default();
        line.paste(&self.filter);
        state.filter.line = line;
        filter::look(state);
        let journeys = &state.workspace.journeys;
        let address = self.journey.as_ref().zip(self.touchpoint.as_ref());
        let address = address.map(|(journey, touchpoint)| Address::new(journey, touchpoint));
        let found = address.and_then(|address| journeys.find(&address));
        let place = self
            .journey
            .as_ref()
            .and_then(|id| journeys.find_journey(id));
        if let Some(index) = found {
            browse::choose(state, index);
        } else if let Some(journey) = place {
            browse::choose_row(state, super::state::Row::Journey(journey));
        }
        if let Some(pane) = PANES.get(usize::from(self.pane)) {
            state.pane = *pane;
        }
        if self.touchpoint_alone && found.is_some() {
            state.screen = Screen::Touchpoint;
        }
        self.look(state);
        state.settle();
    }

    /// Looks at things as they were looked at.
    fn look(&self, state: &mut State) {
        let vantage = &mut state.vantage;
        let tab = Tab::ALL.iter().find(|tab| tab.name() == self.tab);
        vantage.tab = tab.copied().unwrap_or_default();
        let sort = Sort::ALL.iter().find(|sort| sort.words() == self.sort);
        vantage.table.sort = sort.copied().unwrap_or_default();
        let group = Group::ALL.iter().find(|group| group.words() == self.group);
        vantage.table.group = group.copied().unwrap_or_default();
        let heat = Shade::ALL.iter().find(|heat| heat.words() == self.heat);
        vantage.shading.by = heat.copied().unwrap_or_default();
        vantage.lanes = self.lanes;
        state.layout = state.layout.take().filter(|_| !self.lanes);
        let view = VIEWS.iter().find(|(_, name)| *name == self.view);
        if let Some((screen, _)) = view {
            browse::show(state, *screen);
        }
        state.rebuild();
    }

    /// What is kept of a workspace in a folder; nothing when there is none, or it is damaged.
    pub(super) fn read(folder: &Path, root: &Path) -> Option<Self> {
        let (path, root) = file(folder, root)?;
        let about = fs::symlink_metadata(&path).ok()?;
        if !about.is_file() || about.len() > MOST_BYTES {
            return None;
        }
        let read: Self = serde_json::from_slice(&fs::read(&path).ok()?).ok()?;
        (read.root == root).then_some(read)
    }

    /// Keeps it in a folder: whole or not at all, and for the user's eyes alone.
    pub(super) fn write(mut self, folder: &Path, root: &Path) -> io::Result<()> {
        let Some((path, root)) = file(folder, root) else {
            return Ok(());
        };
        self.root = root;
        fs::create_dir_all(folder)?;
        // A temporary file is the user's alone from the beginning.
        let mut beside = tempfile::Builder::new()
            .prefix(".pothole-")
            .tempfile_in(folder)?;
        beside.write_all(&serde_json::to_vec(&self)?)?;
        beside.persist(&path)?;
        Ok(())
    }
}

/// The file that keeps it for a workspace, and the workspace's folder as it is kept.
fn file(folder: &Path, root: &Path) -> Option<(PathBuf, String)> {
    let root = root.canonicalize().ok()?.to_str()?.to_owned();
    // FNV-1a, 64 bits: the same from one version to the next, which the standard library's is not.
    let hash = root.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    Some((folder.join(format!("board-{hash:016x}.json")), root))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn somewhere() -> Whereabouts {
        Whereabouts {
            journey: Some("crossing".into()),
            touchpoint: Some("queue".into()),
            segments: vec!["family".into()],
            ..Whereabouts::default()
        }
    }

    #[test]
    fn what_is_kept_is_read_back_for_the_same_workspace_only() {
        let (folder, one, other) = (tempdir(), tempdir(), tempdir());
        somewhere().write(folder.path(), one.path()).unwrap();
        let read = Whereabouts::read(folder.path(), one.path()).unwrap();
        assert_eq!(read.journey.as_deref(), Some("crossing"));
        assert_eq!(read.segments, ["family"]);
        assert_eq!(Whereabouts::read(folder.path(), other.path()), None);
    }

    fn tempdir() -> tempfile::TempDir {
        tempfile::tempdir().unwrap()
    }

    #[test]
    fn a_damaged_file_is_as_good_as_none() {
        let (folder, root) = (tempdir(), tempdir());
        somewhere().write(folder.path(), root.path()).unwrap();
        let (path, _) = file(folder.path(), root.path()).unwrap();
        for damaged in ["", "{", "{\"pane\": 999}", "[1]", "\u{0}\u{1}"] {
            fs::write(&path, damaged).unwrap();
            assert_eq!(
                Whereabouts::read(folder.path(), root.path()),
                None,
                "{damaged}"
            );
        }
        fs::write(&path, vec![b' '; MOST_BYTES as usize + 1]).unwrap();
        assert_eq!(Whereabouts::read(folder.path(), root.path()), None);
    }

    #[cfg(unix)]
    #[test]
    fn the_file_is_the_users_alone() {
        use std::os::unix::fs::PermissionsExt;
        let (folder, root) = (tempdir(), tempdir());
        somewhere().write(folder.path(), root.path()).unwrap();
        let (path, _) = file(folder.path(), root.path()).unwrap();
        let mode = fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
