//! A small shop that listens, in a folder of its own.

use pothole::board::{Board, Lens, Listened};
use pothole::feedback::{Day, Overlay, ScanOptions, scan_with};
use pothole::journey::{Address, TouchpointIndex};
use pothole::workspace::{Workspace, open};
use std::ops::ControlFlow;
use std::path::Path;

pub(crate) const CHARTER: &str = "\
teams: {ops: Operations}
people:
  mara: {name: Mara Lind, team: ops, role: leader}
  ben: {name: Ben Ode, role: [leader, executive]}
  ida: Ida Moor
sources:
  tickets:
    files: feedback/tickets.csv
    columns: {id: id, at: at, text: text, tags: tags, segment: plan, customer: who}
    speaks: complaint
listening:
  quiet-after: 60
  cadence:
    - {role: leader, how: interview, times: 2, every: month}
    - {role: executive, how: front-line-day, every: month, from: 2026-09-01}
    - {how: meeting, every: fortnight, from: 2026-09-07}
";

pub(crate) const JOURNEY: &str = "\
journey: pay
stages:
  - stage: bill
    touchpoints:
      - touchpoint: invoice
        title: Read the invoice
        owner: ida
        feedback: [{source: tickets, tags: [invoice]}]
      - touchpoint: reminder
        feedback: [{source: tickets, tags: [reminder]}]
";

pub(crate) const TICKETS: &str = "\
id,at,text,tags,plan,who
1,2026-08-03,Charged twice,invoice,small,C1
2,2026-08-20,Wrong amount again,invoice,small,C2
3,2026-09-15,No idea what I pay for,invoice,small,C3
4,2026-09-20,A reminder though I had paid,reminder,large,C4
";

pub(crate) const REGISTER: &str = "\
# who we listened to
- on: 2026-08-12
  who: mara
  how: interview
  customer: C1
  segment: large
  about: [pay/invoice, {touchpoint: reminder, speaks: praise}]
  speaks: complaint
  words: I never know which of the two invoices counts   # her very words
- on: 2026-09-08
  who: [mara, ben]
  how: interview
  segment: large
  about: invoice
  notes: Knows the invoice by heart
- {on: 2026-09-09, who: ben, how: call}
";

/// A workspace of these files.
pub(crate) fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    let base = [
        ("pothole.yaml", CHARTER),
        ("pay.yaml", JOURNEY),
        ("feedback/tickets.csv", TICKETS),
    ];
    for (file, text) in base.iter().chain(files) {
        let path = root.path().join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    root
}

pub(crate) fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

/// The workspace and its feedback.
pub(crate) fn scanned(root: &Path) -> (Workspace, Overlay) {
    let workspace = open(root).unwrap();
    let overlay = scan_with(
        &ScanOptions::default(),
        &workspace.root,
        &workspace.journeys,
        &workspace.sources,
        &workspace.rules,
        &workspace.crowd,
        &mut |_| ControlFlow::Continue(()),
    );
    (workspace, overlay)
}

/// The register as of a day.
pub(crate) fn listened(root: &Path, today: &str) -> Listened {
    let (workspace, overlay) = scanned(root);
    Listened::of(
        &workspace.charter,
        &workspace.sources,
        &overlay.tally,
        day(today),
    )
}

pub(crate) fn board(workspace: &Workspace, overlay: &Overlay) -> Board {
    let Workspace {
        journeys, charter, ..
    } = workspace;
    Board::build(journeys, charter, overlay, &Lens::default())
}

pub(crate) fn find(workspace: &Workspace, id: &str) -> TouchpointIndex {
    workspace.journeys.find(&Address::new("pay", id)).unwrap()
}
