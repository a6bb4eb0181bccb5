//! What teams own, and which source hears customers where.

use crate::{LARGE, SMALL, USUAL, after};
use insta::assert_snapshot;

#[test]
fn teams_at_80_by_24() {
    assert_snapshot!(after("O j", SMALL), @r"
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
fn teams_at_120_by_40() {
    assert_snapshot!(after("O j", USUAL), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                lens: all feedback
    ╭ Teams, 2025-04-01 to 2025-06-30 ─────────────────────────────────────────────────────────────────────────────────────╮
    │ owner                                           owns  hot  friction  complaints  before  change         open  closed │
    │ Harbour operations                                 2    0      14.3          15       5  not shown yet     0       0 │
    │ Web shop                                           2    0       4.7           6       4  not shown yet     0       0 │
    │   crew                                             1    0         –           0       0  –                 0       0 │
    │ nobody                                             4    2      54.8         121      43  not shown yet     0       0 │
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
    │   - Friction 4.7 (10.0 % complain, 4.7 to 20.1, n 60; it was 4.0).                                                   │
    │   - Pain 6.0; it was 4.0.                                                                                            │
    │   - Complaints a week 0.5 after 1.0: 0.48 times as many, 0.11 to 2.30; not shown                                     │
    │     yet.                                                                                                             │
    │   - CSAT 78.3 %, 66.4 to 86.9 (n 60).                                                                                │
    │   - 0 actions not shipped yet; 0 loops closed in the span.                                                           │
    │   - Hot to owned: cannot be said, because nothing it owns has been hot on a day                                      │
    │     that is known.                                                                                                   │
    │   - Owned to shipped: 42.0 days (n 1).                                                                               │
    │   - Shipped to told: cannot be said, because no action says both when it was                                         │
    │     shipped and when customers were told.                                                                            │
    │                                                                                                                      │
    │ What it owns                                                                                                         │
    │   touchpoint          title               owner     actions                                                          │
    │   crossing/timetable  Read the timetable  Web shop        0                                                          │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter open  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  f numbers  ? help  q quit  Esc back
    ");
}

#[test]
fn teams_at_200_by_60() {
    assert_snapshot!(after("O j", LARGE), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                                                                                                lens: all feedback
    ╭ Teams, 2025-04-01 to 2025-06-30 ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ owner                                                                                                                           owns  hot  friction  complaints  before  change         open  closed │
    │ Harbour operations                                                                                                                 2    0      14.3          15       5  not shown yet     0       0 │
    │ Web shop                                                                                                                           2    0       4.7           6       4  not shown yet     0       0 │
    │   crew                                                                                                                             1    0         –           0       0  –                 0       0 │
    │ nobody                                                                                                                             4    2      54.8         121      43  not shown yet     0       0 │
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
    │   2025-04-01 to 2025-06-30, against 2025-03-03 to 2025-03-31.                                                                                                                                        │
    │   - Owns 2 touchpoints, 0 of them hot.                                                                                                                                                               │
    │   - Friction 4.7 (10.0 % complain, 4.7 to 20.1, n 60; it was 4.0).                                                                                                                                   │
    │   - Pain 6.0; it was 4.0.                                                                                                                                                                            │
    │   - Complaints a week 0.5 after 1.0: 0.48 times as many, 0.11 to 2.30; not shown                                                                                                                     │
    │     yet.                                                                                                                                                                                             │
    │   - CSAT 78.3 %, 66.4 to 86.9 (n 60).                                                                                                                                                                │
    │   - 0 actions not shipped yet; 0 loops closed in the span.                                                                                                                                           │
    │   - Hot to owned: cannot be said, because nothing it owns has been hot on a day                                                                                                                      │
    │     that is known.                                                                                                                                                                                   │
    │   - Owned to shipped: 42.0 days (n 1).                                                                                                                                                               │
    │   - Shipped to told: cannot be said, because no action says both when it was                                                                                                                         │
    │     shipped and when customers were told.                                                                                                                                                            │
    │                                                                                                                                                                                                      │
    │ What it owns                                                                                                                                                                                         │
    │   touchpoint          title               owner     actions                                                                                                                                          │
    │   crossing/timetable  Read the timetable  Web shop        0                                                                                                                                          │
    │   crossing/pay        Pay                 Web shop        0                                                                                                                                          │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter open  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  f numbers  ? help  q quit  Esc back  P problems  R rejected  i inbox  e edit
    ");
}

#[test]
fn voices_at_80_by_24() {
    assert_snapshot!(after("D", SMALL), @r"
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

    survey: 100 heard, 10 % complain








    Enter open  b board  L lens  Ctrl-F go to  : commands  ? help  q quit  Esc back
    ");
}

#[test]
fn voices_at_120_by_40() {
    assert_snapshot!(after("D", USUAL), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                lens: all feedback
    ╭ Voices: 4 heard by nobody, 5 by one source alone, 0 with a contradiction ────────────────────────────────────────────╮
    │ touchpoint                                                                                  survey  together         │
    │ Read the timetable                                                                             100  one alone        │
    │ Book the crossing                                                                              120  one alone        │
    │ Pay                                                                                              ·  nobody hears     │
    │ Queue for the ramp                                                                             135  one alone        │
    │ Drive aboard                                                                                    86  one alone        │
    │ Find a seat                                                                                      ·  nobody hears     │
    │ Drive ashore                                                                                     ·  nobody hears     │
    │ Claim online                                                                                     ·  nobody hears     │
    │ Wait for an answer                                                                              10  one alone        │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │ survey: 100 heard, 10 % complain                                                                                     │
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
    Enter open  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  f numbers  ? help  q quit  Esc back
    ");
}

#[test]
fn voices_at_200_by_60() {
    assert_snapshot!(after("D", LARGE), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                                                                                                lens: all feedback
    ╭ Voices: 4 heard by nobody, 5 by one source alone, 0 with a contradiction ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ touchpoint                                                                                                                                                                  survey  together         │
    │ Read the timetable                                                                                                                                                             100  one alone        │
    │ Book the crossing                                                                                                                                                              120  one alone        │
    │ Pay                                                                                                                                                                              ·  nobody hears     │
    │ Queue for the ramp                                                                                                                                                             135  one alone        │
    │ Drive aboard                                                                                                                                                                    86  one alone        │
    │ Find a seat                                                                                                                                                                      ·  nobody hears     │
    │ Drive ashore                                                                                                                                                                     ·  nobody hears     │
    │ Claim online                                                                                                                                                                     ·  nobody hears     │
    │ Wait for an answer                                                                                                                                                              10  one alone        │
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
    │ survey: 100 heard, 10 % complain                                                                                                                                                                     │
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
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter open  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  f numbers  ? help  q quit  Esc back  P problems  R rejected  i inbox  e edit
    ");
}
