//! A workspace with a broken file: its row of the board, and the problem.

use crate::fixture::{self, Desk};
use crate::{LARGE, SMALL, USUAL};
use insta::assert_snapshot;

fn broken(keys: &str, (width, height): (u16, u16)) -> String {
    let workspace = fixture::with_a_broken_file();
    Desk::over(workspace, width, height).press(keys).screen()
}

#[test]
fn a_broken_file_at_80_by_24() {
    assert_snapshot!(broken("tab tab j j", SMALL), @r"
    Ferry Line — Everybody aboard, nobody anxious                       all feedback
    458 rows: 441 mapped, 14 unmapped (i), 3 rejected (R) · 4 problems (P)
     Journeys: friction, complaints by week ────────────────────────────────────────
    ▆  39  Cross with the car                   ▁▅▅███▇▇▇▇██▇▆▃▂     2 hot, nobody
    ✗ broken 3-broken.yaml:1: unclosed bracket '['
     3-broken.yaml could not be read ───────────────────────────────────────────────
    3-broken.yaml:1: unclosed bracket '['
    1 | journey: [half
      |          ^
    help: close every `[` with `]` and every `{` with `}`, with commas between the
    items





     Details ───────────────────────────────────────────────────────────────────────
    A journey's touchpoints stand here once its file can be read.





    Enter open  ] hottest  / filter  b board  L lens  Ctrl-F go to  ? help  q quit
    ");
}

#[test]
fn a_broken_file_at_120_by_40() {
    assert_snapshot!(broken("tab tab j j", USUAL), @r"
    Ferry Line — Everybody aboard, nobody anxious
    458 rows: 441 mapped, 14 unmapped (i), 3 rejected (R) · 4 problems (P)                                lens: all feedback
    ╭ Journeys: friction, complaints by week ──────────────────────────────────────────────────────────────────────────────╮
    │ ▆  39  Cross with the car                                                 ▁▅▅███▇▇▇▇██▇▆▃▂           2 hot, nobody   │
    │ ✗ broken 3-broken.yaml:1: unclosed bracket '['                                                                       │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭ 3-broken.yaml could not be read ─────────────────────────────────────────────────────────────────────────────────────╮
    │ 3-broken.yaml:1: unclosed bracket '['                                                                                │
    │ 1 | journey: [half                                                                                                   │
    │   |          ^                                                                                                       │
    │ help: close every `[` with `]` and every `{` with `}`, with commas between the items                                 │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭ Details ─────────────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ A journey's touchpoints stand here once its file can be read.                                                        │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter open  ] hottest  / filter  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  ? help  q quit
    ");
}

#[test]
fn a_broken_file_at_200_by_60() {
    assert_snapshot!(broken("tab tab j j", LARGE), @r"
    Ferry Line — Everybody aboard, nobody anxious
    458 rows: 441 mapped, 14 unmapped (i), 3 rejected (R) · 4 problems (P)                                                                                                                lens: all feedback
    ╭ Journeys: friction, complaints by week ────────────────────────╮╭ 3-broken.yaml could not be read ───────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ ▆  39  Cross with the car      ▁▅▅███▇▇▇▇██▇▆▅ 2 hot, nobody   ││ 3-broken.yaml:1: unclosed bracket '['                                                                                              │
    │ ✗ broken 3-broken.yaml:1: unclosed bracket '['                 ││ 1 | journey: [half                                                                                                                 │
    ╰────────────────────────────────────────────────────────────────╯│   |          ^                                                                                                                     │
    ╭ Details ───────────────────────────────────────────────────────╮│ help: close every `[` with `]` and every `{` with `}`, with commas between the items                                               │
    │ A journey's touchpoints stand here once its file can be read.  ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    ╰────────────────────────────────────────────────────────────────╯╰────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter open  ] hottest  / filter  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  f numbers  ? help  q quit  Tab pane  P problems  R rejected  i inbox  x export  e edit  v heat
    ");
}

#[test]
fn its_problem_at_80_by_24() {
    assert_snapshot!(broken("P", SMALL), @r"
    Ferry Line — Everybody aboard, nobody anxious                       all feedback
    458 rows: 441 mapped, 14 unmapped (i), 3 rejected (R) · 4 problems (P)
     4 problems in the files ───────────────────────────────────────────────────────
    ✗ 1-crossing.yaml:26  no touchpoint `refund/claim`
    ▲ 1-crossing.yaml:31  `crew` is neither a declared team nor a person
    ✗ 3-broken.yaml:1     unclosed bracket '['
    ▲ pothole.yaml:4      no file matches `survey.csv`










    1-crossing.yaml:26: no touchpoint `refund/claim`
    26 |         next: [{to: board, share: 0.9}, {to: refund/claim, share: 0.1}]
       |                                              ^^^^^^^^^^^^
    help: touchpoints: `crossing/timetable`, `crossing/booking`, `crossing/pay`,
    `crossing/queue`, `crossing/board`, `crossing/cabin`, `crossing/ashore`

    Enter open file  b board  L lens  Ctrl-F go to  ? help  q quit  Esc back
    ");
}

#[test]
fn its_problem_at_120_by_40() {
    assert_snapshot!(broken("P", USUAL), @r"
    Ferry Line — Everybody aboard, nobody anxious
    458 rows: 441 mapped, 14 unmapped (i), 3 rejected (R) · 4 problems (P)                                lens: all feedback
    ╭ 4 problems in the files ─────────────────────────────────────────────────────────────────────────────────────────────╮
    │ ✗ 1-crossing.yaml:26  no touchpoint `refund/claim`                                                                   │
    │ ▲ 1-crossing.yaml:31  `crew` is neither a declared team nor a person                                                 │
    │ ✗ 3-broken.yaml:1     unclosed bracket '['                                                                           │
    │ ▲ pothole.yaml:4      no file matches `survey.csv`                                                                   │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │ 1-crossing.yaml:26: no touchpoint `refund/claim`                                                                     │
    │ 26 |         next: [{to: board, share: 0.9}, {to: refund/claim, share: 0.1}]                                         │
    │    |                                              ^^^^^^^^^^^^                                                       │
    │ help: touchpoints: `crossing/timetable`, `crossing/booking`, `crossing/pay`, `crossing/queue`, `crossing/board`,     │
    │ `crossing/cabin`, `crossing/ashore`                                                                                  │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter open file  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  f numbers  ? help  q quit  Esc back
    ");
}

#[test]
fn its_problem_at_200_by_60() {
    assert_snapshot!(broken("P", LARGE), @r"
    Ferry Line — Everybody aboard, nobody anxious
    458 rows: 441 mapped, 14 unmapped (i), 3 rejected (R) · 4 problems (P)                                                                                                                lens: all feedback
    ╭ 4 problems in the files ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ ✗ 1-crossing.yaml:26  no touchpoint `refund/claim`                                                                                                                                                   │
    │ ▲ 1-crossing.yaml:31  `crew` is neither a declared team nor a person                                                                                                                                 │
    │ ✗ 3-broken.yaml:1     unclosed bracket '['                                                                                                                                                           │
    │ ▲ pothole.yaml:4      no file matches `survey.csv`                                                                                                                                                   │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │ 1-crossing.yaml:26: no touchpoint `refund/claim`                                                                                                                                                     │
    │ 26 |         next: [{to: board, share: 0.9}, {to: refund/claim, share: 0.1}]                                                                                                                         │
    │    |                                              ^^^^^^^^^^^^                                                                                                                                       │
    │ help: touchpoints: `crossing/timetable`, `crossing/booking`, `crossing/pay`, `crossing/queue`, `crossing/board`, `crossing/cabin`, `crossing/ashore`                                                 │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter open file  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  f numbers  ? help  q quit  Esc back  P problems  R rejected  i inbox  e edit
    ");
}
