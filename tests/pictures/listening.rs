//! Who listens to customers, and what is wrong in the files.

use crate::{LARGE, SMALL, USUAL, after};
use insta::assert_snapshot;

#[test]
fn listening_at_80_by_24() {
    assert_snapshot!(after("H", SMALL), @r"
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
fn listening_at_120_by_40() {
    assert_snapshot!(after("H", USUAL), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                lens: all feedback
    ╭ Listening ───────────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ Listening, as of 2025-06-30                                                                                          │
    │   0 contacts in the last year. Promises: 0 overdue, 0 due, 0 kept.                                                   │
    │                                                                                                                      │
    │ Promises                                                                                                             │
    │   No cadence is declared: `listening: cadence:` in pothole.yaml says who listens                                     │
    │   how often.                                                                                                         │
    │                                                                                                                      │
    │ Segments                                                                                                             │
    │   segment  n  of contacts  feedback  last heard                                                                      │
    │   family   0  –             100.0 %  never       unheard                                                             │
    │   n: contacts of the last year, and their part of all with its 95 % interval,                                        │
    │   beside the part of the feedback. Unheard: no contact for more than 90 days.                                        │
    │   Overdue: full periods missed.                                                                                      │
    │                                                                                                                      │
    │ Heard last                                                                                                           │
    │   Nobody has written down a contact yet. `pothole listen add` does, or a list in                                     │
    │   listening.yaml.                                                                                                    │
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
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  f numbers  ? help  q quit  Esc back  P problems
    ");
}

#[test]
fn listening_at_200_by_60() {
    assert_snapshot!(after("H", LARGE), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                                                                                                lens: all feedback
    ╭ Listening ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ Listening, as of 2025-06-30                                                                                                                                                                          │
    │   0 contacts in the last year. Promises: 0 overdue, 0 due, 0 kept.                                                                                                                                   │
    │                                                                                                                                                                                                      │
    │ Promises                                                                                                                                                                                             │
    │   No cadence is declared: `listening: cadence:` in pothole.yaml says who listens                                                                                                                     │
    │   how often.                                                                                                                                                                                         │
    │                                                                                                                                                                                                      │
    │ Segments                                                                                                                                                                                             │
    │   segment  n  of contacts  feedback  last heard                                                                                                                                                      │
    │   family   0  –             100.0 %  never       unheard                                                                                                                                             │
    │   n: contacts of the last year, and their part of all with its 95 % interval,                                                                                                                        │
    │   beside the part of the feedback. Unheard: no contact for more than 90 days.                                                                                                                        │
    │   Overdue: full periods missed.                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │ Heard last                                                                                                                                                                                           │
    │   Nobody has written down a contact yet. `pothole listen add` does, or a list in                                                                                                                     │
    │   listening.yaml.                                                                                                                                                                                    │
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
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  f numbers  ? help  q quit  Esc back  P problems  R rejected  i inbox  e edit
    ");
}

#[test]
fn problems_at_80_by_24() {
    assert_snapshot!(after("P", SMALL), @r"
    Ferry Line — Everybody aboard, nobody anxious                       all feedback
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)
     2 problems in the files ───────────────────────────────────────────────────────
    ▲ 1-crossing.yaml:33  `crew` is neither a declared team nor a person
    ▲ pothole.yaml:4      no file matches `survey.csv`












    1-crossing.yaml:33: `crew` is neither a declared team nor a person
    33 |       - {touchpoint: cabin, title: Find a seat, channel: ship, owner: crew}
       |                                                                       ^^^^
    help: teams and people: `harbour`, `web`, `mina`; `teams:` and `people:` in
    pothole.yaml declare owners

    Enter open file  b board  L lens  Ctrl-F go to  ? help  q quit  Esc back
    ");
}

#[test]
fn problems_at_120_by_40() {
    assert_snapshot!(after("P", USUAL), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                lens: all feedback
    ╭ 2 problems in the files ─────────────────────────────────────────────────────────────────────────────────────────────╮
    │ ▲ 1-crossing.yaml:33  `crew` is neither a declared team nor a person                                                 │
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
    │                                                                                                                      │
    │                                                                                                                      │
    │ 1-crossing.yaml:33: `crew` is neither a declared team nor a person                                                   │
    │ 33 |       - {touchpoint: cabin, title: Find a seat, channel: ship, owner: crew}                                     │
    │    |                                                                       ^^^^                                      │
    │ help: teams and people: `harbour`, `web`, `mina`; `teams:` and `people:` in pothole.yaml declare owners              │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter open file  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  f numbers  ? help  q quit  Esc back
    ");
}

#[test]
fn problems_at_200_by_60() {
    assert_snapshot!(after("P", LARGE), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                                                                                                lens: all feedback
    ╭ 2 problems in the files ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ ▲ 1-crossing.yaml:33  `crew` is neither a declared team nor a person                                                                                                                                 │
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
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │ 1-crossing.yaml:33: `crew` is neither a declared team nor a person                                                                                                                                   │
    │ 33 |       - {touchpoint: cabin, title: Find a seat, channel: ship, owner: crew}                                                                                                                     │
    │    |                                                                       ^^^^                                                                                                                      │
    │ help: teams and people: `harbour`, `web`, `mina`; `teams:` and `people:` in pothole.yaml declare owners                                                                                              │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter open file  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  f numbers  ? help  q quit  Esc back  P problems  R rejected  i inbox  e edit
    ");
}
