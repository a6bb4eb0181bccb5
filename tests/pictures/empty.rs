//! A workspace without journeys: the board and the inbox.

use crate::fixture::{self, Desk};
use crate::{LARGE, SMALL, USUAL};
use insta::assert_snapshot;

fn empty(keys: &str, (width, height): (u16, u16)) -> String {
    Desk::over(fixture::empty(), width, height)
        .press(keys)
        .screen()
}

#[test]
fn an_empty_board_at_80_by_24() {
    assert_snapshot!(empty("", SMALL), @r"
    Nothing yet
    17 rows: 0 mapped, 14 unmapped (i), 3 rejected (R)            lens: all feedback
     Journeys: friction, complaints by week ────────────────────────────────────────
    no journey yet: put a YAML file beside pothole.yaml
    ────────────────────────────────────────────────────────────────────────────────
    A YAML file beside pothole.yaml draws a journey. Saved as buy.yaml, this is one:

      journey: buy
      title: Buy a ticket
      stages:
        - stage: pay
          touchpoints:
            - touchpoint: checkout
              title: Check out
              feedback: [{text: [card refused, cannot pay]}]

     Details ───────────────────────────────────────────────────────────────────────
    No journey could be read. docs/format.md says how one is written.





    / filter  L lens  Ctrl-F go to  : commands  a journeys  ? help  q quit  Tab pane
    ");
}

#[test]
fn an_empty_board_at_120_by_40() {
    assert_snapshot!(empty("", USUAL), @r"
    Nothing yet
    17 rows: 0 mapped, 14 unmapped (i), 3 rejected (R)                                                    lens: all feedback
    ╭ Journeys: friction, complaints by week ──────────────────────────────────────────────────────────────────────────────╮
    │ no journey yet: put a YAML file beside pothole.yaml                                                                  │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ A YAML file beside pothole.yaml draws a journey. Saved as buy.yaml, this is one:                                     │
    │                                                                                                                      │
    │   journey: buy                                                                                                       │
    │   title: Buy a ticket                                                                                                │
    │   stages:                                                                                                            │
    │     - stage: pay                                                                                                     │
    │       touchpoints:                                                                                                   │
    │         - touchpoint: checkout                                                                                       │
    │           title: Check out                                                                                           │
    │           feedback: [{text: [card refused, cannot pay]}]                                                             │
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
    │ No journey could be read. docs/format.md says how one is written.                                                    │
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
    / filter  L lens  Ctrl-F go to  : commands  a journeys  ? help  q quit  Tab pane  R rejected  i inbox  e edit  v heat
    ");
}

#[test]
fn an_empty_board_at_200_by_60() {
    assert_snapshot!(empty("", LARGE), @r"
    Nothing yet
    17 rows: 0 mapped, 14 unmapped (i), 3 rejected (R)                                                                                                                                    lens: all feedback
    ╭ Journeys: friction, complaints by week ────────────────────────╮╭────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ no journey yet: put a YAML file beside pothole.yaml            ││ A YAML file beside pothole.yaml draws a journey. Saved as buy.yaml, this is one:                                                   │
    │                                                                ││                                                                                                                                    │
    ╰────────────────────────────────────────────────────────────────╯│   journey: buy                                                                                                                     │
    ╭ Details ───────────────────────────────────────────────────────╮│   title: Buy a ticket                                                                                                              │
    │ No journey could be read. docs/format.md says how one is       ││   stages:                                                                                                                          │
    │ written.                                                       ││     - stage: pay                                                                                                                   │
    │                                                                ││       touchpoints:                                                                                                                 │
    │                                                                ││         - touchpoint: checkout                                                                                                     │
    │                                                                ││           title: Check out                                                                                                         │
    │                                                                ││           feedback: [{text: [card refused, cannot pay]}]                                                                           │
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
    / filter  L lens  Ctrl-F go to  : commands  a journeys  ? help  q quit  Tab pane  R rejected  i inbox  e edit  v heat
    ");
}

#[test]
fn an_empty_inbox_at_80_by_24() {
    assert_snapshot!(empty("i", SMALL), @r"
    Nothing yet
    17 rows: 0 mapped, 14 unmapped (i), 3 rejected (R)            lens: all feedback
     Inbox: 14 unmapped rows ───────────────────────────────────────────────────────
    > type what customers say

    in all sources

    reading the unmapped rows …















    Enter take it  Esc cancel
    ");
}

#[test]
fn an_empty_inbox_at_120_by_40() {
    assert_snapshot!(empty("i", USUAL), @r"
    Nothing yet
    17 rows: 0 mapped, 14 unmapped (i), 3 rejected (R)                                                    lens: all feedback
    ╭ Inbox: 14 unmapped rows ─────────────────────────────────────────────────────────────────────────────────────────────╮
    │ > type what customers say                                                                                            │
    │                                                                                                                      │
    │ in all sources                                                                                                       │
    │                                                                                                                      │
    │ reading the unmapped rows …                                                                                          │
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
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter take it  Esc cancel
    ");
}

#[test]
fn an_empty_inbox_at_200_by_60() {
    assert_snapshot!(empty("i", LARGE), @r"
    Nothing yet
    17 rows: 0 mapped, 14 unmapped (i), 3 rejected (R)                                                                                                                                    lens: all feedback
    ╭ Inbox: 14 unmapped rows ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ > type what customers say                                                                                                                                                                            │
    │                                                                                                                                                                                                      │
    │ in all sources                                                                                                                                                                                       │
    │                                                                                                                                                                                                      │
    │ reading the unmapped rows …                                                                                                                                                                          │
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
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter take it  Esc cancel
    ");
}
