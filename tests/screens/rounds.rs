//! The views of a team's own practice: listening, teams and voices.

use crate::fixture::Desk;
use insta::assert_snapshot;
use pothole::tui::state::Screen;

#[test]
fn listening_at_80_by_24() {
    assert_snapshot!(Desk::read(80, 24).press("H").screen(), @r"
    Ferry Line — Everybody aboard, nobody anxious                       all feedback
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)
     Listening ─────────────────────────────────────────────────────────────────────
    Listening, as of 2025-06-30
      0 contacts in the last year. Promises: 0 overdue, 0 due, 0 kept.

    Promises
      No cadence is declared: `listening: cadence:` in pothole.yaml says who listens
      how often.

    Segments
      segment  n  of contacts  feedback  last heard
      family   0  –             100.0 %  never       unheard
      n: contacts of the last year, and their part of all with its 95 % interval,
      beside the part of the feedback. Unheard: no contact for more than 90 days.
      Overdue: full periods missed.

    Heard last
      Nobody has written down a contact yet. `pothole listen add` does, or a list in
      listening.yaml.



    b board  L lens  Ctrl-F go to  : commands  a journeys  ? help  q quit  Esc back
    ");
}

#[test]
fn teams_at_80_by_24() {
    assert_snapshot!(Desk::read(80, 24).press("O j").screen(), @r"
    Ferry Line — Everybody aboard, nobody anxious                       all feedback
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)
     Teams, 2025-04-01 to 2025-06-30 ───────────────────────────────────────────────
    owner                     owns  hot  friction  complaints  before  change
    Harbour operations           2    0      14.3          15       5  not shown yet
    Web shop                     2    0       4.7           6       4  not shown yet
      crew                       1    0         –           0       0  –
    nobody                       4    2      54.8         121      43  not shown yet





      2025-04-01 to 2025-06-30, against 2025-03-03 to 2025-03-31.
      - Owns 2 touchpoints, 0 of them hot.
      - Friction 4.7 (10.0 % complain, 4.7 to 20.1, n 60; it was 4.0).
      - Pain 6.0; it was 4.0.
      - Complaints a week 0.5 after 1.0: 0.48 times as many, 0.11 to 2.30; not shown
        yet.
      - CSAT 78.3 %, 66.4 to 86.9 (n 60).
      - 0 actions not shipped yet; 0 loops closed in the span.
      - Hot to owned: cannot be said, because nothing it owns has been hot on a day
        that is known.
    Enter open  b board  L lens  Ctrl-F go to  : commands  ? help  q quit  Esc back
    ");
}

#[test]
fn what_a_team_owns_at_120_by_40() {
    assert_snapshot!(Desk::read(120, 40).press("O enter").screen(), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                lens: all feedback
    ╭ What Harbour operations owns, 2025-04-01 to 2025-06-30 ──────────────────────────────────────────────────────────────╮
    │ touchpoint                                                              friction  complaints  owner                  │
    │ Drive aboard                                                                15.6          20  Harbour operations     │
    │ Drive ashore                                                                   –           0  Harbour operations     │
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
    │   2025-04-01 to 2025-06-30, against 2025-03-03 to 2025-03-31.                                                        │
    │   - Owns 2 touchpoints, 0 of them hot.                                                                               │
    │   - Friction 14.3 (22.7 % complain, 14.3 to 34.2, n 66).                                                             │
    │   - Pain 15.0; it was 5.0.                                                                                           │
    │   - Complaints a week 1.2 after 1.2: 0.96 times as many, 0.33 to 3.36; not shown                                     │
    │     yet.                                                                                                             │
    │   - CSAT 60.6 %, 48.5 to 71.5 (n 66).                                                                                │
    │   - 0 actions not shipped yet; 0 loops closed in the span.                                                           │
    │   - Hot to owned: cannot be said, because nothing it owns has been hot on a day                                      │
    │     that is known.                                                                                                   │
    │   - Owned to shipped: cannot be said, because no action says both when it was                                        │
    │     opened and when it was shipped.                                                                                  │
    │   - Shipped to told: cannot be said, because no action says both when it was                                         │
    │     shipped and when customers were told.                                                                            │
    │                                                                                                                      │
    │ What it owns                                                                                                         │
    │   touchpoint       title         owner               actions                                                         │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter open  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  f numbers  ? help  q quit  Esc back
    ");
}

#[test]
fn voices_at_80_by_24() {
    assert_snapshot!(Desk::read(80, 24).press("D j").screen(), @r"
    Ferry Line — Everybody aboard, nobody anxious                       all feedback
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)
     Voices: 4 heard by nobody, 5 by one source alone, 0 with a contradiction ──────
    touchpoint                                              survey  together
    Read the timetable                                         100  one alone
    Book the crossing                                          120  one alone
    Pay                                                          ·  nobody hears
    Queue for the ramp                                         135  one alone
    Drive aboard                                                86  one alone
    Find a seat                                                  ·  nobody hears
    Drive ashore                                                 ·  nobody hears
    Claim online                                                 ·  nobody hears
    Wait for an answer                                          10  one alone

    survey: 120 heard, 47 % complain








    Enter open  b board  L lens  Ctrl-F go to  : commands  ? help  q quit  Esc back
    ");
}

#[test]
fn enter_opens_what_a_team_owns_and_then_the_touchpoint_and_escape_goes_back() {
    let mut desk = Desk::read(80, 24);
    desk.press("O enter");
    assert!(
        desk.screen().contains("What Harbour operations owns"),
        "{}",
        desk.screen()
    );
    desk.press("esc");
    assert!(desk.screen().contains("Teams"), "{}", desk.screen());
    desk.press("enter enter");
    assert_eq!(desk.state.screen, Screen::Touchpoint);
    assert_eq!(desk.chosen(), "crossing/board");
    desk.press("esc D G enter");
    assert_eq!(desk.state.screen, Screen::Touchpoint);
    assert_eq!(desk.chosen(), "refund/wait");
}

#[test]
fn the_views_hold_at_every_size() {
    for (width, height) in [(1, 1), (9, 3), (40, 6), (80, 10), (300, 80)] {
        for key in ["H", "O", "D", "O enter", "H G", "D pagedown"] {
            let mut desk = Desk::read(width, height);
            desk.press(key);
            assert_eq!(
                desk.screen().lines().count(),
                usize::from(height),
                "{key} {width}x{height}"
            );
        }
    }
}
