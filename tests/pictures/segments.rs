//! A touchpoint's segments, and customers' own words.

use crate::{LARGE, SMALL, USUAL, after};
use insta::assert_snapshot;

#[test]
fn segments_at_80_by_24() {
    assert_snapshot!(after("enter 3", SMALL), @r"
    Ferry Line — Everybody aboard, nobody anxious                       all feedback
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)
     Queue for the ramp  crossing/queue ────────────────────────────────────────────
     1 Overview  2 Weeks  3 Segments  4 Words  5 Rules  6 Actions  7 History
    segments  family    78 % of 69     too few to compare
              share of rows that complain; q: false discovery rate of the difference

    the journey                             family
    Read the timetable                      (10 %)
    Book the crossing                       (46 %)
    Pay                                          ·
    Queue for the ramp                      (78 %)
    Drive aboard                            (25 %)
    Find a seat                                  ·
    Drive ashore                                 ·
    ▲ more than other segments, ▼ less; figures in brackets rest on too few







    Tab tab  o owner  ] hottest  / filter  b board  L lens  ? help  q quit  Esc back
    ");
}

#[test]
fn segments_at_120_by_40() {
    assert_snapshot!(after("enter 3", USUAL), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                lens: all feedback
    ╭ Queue for the ramp  crossing/queue ──────────────────────────────────────────────────────────────────────────────────╮
    │  1 Overview  2 Weeks  3 Segments  4 Words  5 Rules  6 Actions  7 History                                             │
    │ segments  family    78 % of 69     too few to compare                                                                │
    │           share of rows that complain; q: false discovery rate of the difference                                     │
    │                                                                                                                      │
    │ the journey                             family                                                                       │
    │ Read the timetable                      (10 %)                                                                       │
    │ Book the crossing                       (46 %)                                                                       │
    │ Pay                                          ·                                                                       │
    │ Queue for the ramp                      (78 %)                                                                       │
    │ Drive aboard                            (25 %)                                                                       │
    │ Find a seat                                  ·                                                                       │
    │ Drive ashore                                 ·                                                                       │
    │ ▲ more than other segments, ▼ less; figures in brackets rest on too few                                              │
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
    Tab tab  o owner  ] hottest  / filter  b board  L lens  Ctrl-F go to  : commands  a journeys  ? help  q quit  Esc back
    ");
}

#[test]
fn segments_at_200_by_60() {
    assert_snapshot!(after("enter 3", LARGE), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                                                                                                lens: all feedback
    ╭ Queue for the ramp  crossing/queue ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │  1 Overview  2 Weeks  3 Segments  4 Words  5 Rules  6 Actions  7 History                                                                                                                             │
    │ segments  family    78 % of 69     too few to compare                                                                                                                                                │
    │           share of rows that complain; q: false discovery rate of the difference                                                                                                                     │
    │                                                                                                                                                                                                      │
    │ the journey                             family                                                                                                                                                       │
    │ Read the timetable                      (10 %)                                                                                                                                                       │
    │ Book the crossing                       (46 %)                                                                                                                                                       │
    │ Pay                                          ·                                                                                                                                                       │
    │ Queue for the ramp                      (78 %)                                                                                                                                                       │
    │ Drive aboard                            (25 %)                                                                                                                                                       │
    │ Find a seat                                  ·                                                                                                                                                       │
    │ Drive ashore                                 ·                                                                                                                                                       │
    │ ▲ more than other segments, ▼ less; figures in brackets rest on too few                                                                                                                              │
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
    Tab tab  o owner  ] hottest  / filter  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  f numbers  ? help  q quit  Esc back  P problems  R rejected  i inbox  x export  e edit
    ");
}

#[test]
fn customers_words_at_80_by_24() {
    assert_snapshot!(after("enter 4 j", SMALL), @r"
    Ferry Line — Everybody aboard, nobody anxious                       all feedback
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)
     Queue for the ramp  crossing/queue ────────────────────────────────────────────
     1 Overview  2 Weeks  3 Segments  4 Words  5 Rules  6 Actions  7 History
    all words   100 of 100 read, 135 in all
    ▼ 2025-06-02  Two hours in the sun and nobody told us anything 😡
    ▼ 2025-06-02  Two hours in the sun and nobody told us anything 😡
    ▼ 2025-06-02  Two hours in the sun and nobody told us anything 😡
    ▼ 2025-06-02  Two hours in the sun and nobody told us anything 😡
    ▼ 2025-06-02  Two hours in the sun and nobody told us anything 😡
    ▼ 2025-06-02  Two hours in the sun and nobody told us anything 😡
    ▼ 2025-06-02  Two hours in the sun and nobody told us anything 😡
    ▲ 2025-06-02  Schnell und freundlich, gerne wieder!
    ▲ 2025-06-02  Schnell und freundlich, gerne wieder!
    ▼ 2025-05-26  Two hours in the sun and nobody told us anything 😡
    ▼ 2025-05-26  Two hours in the sun and nobody told us anything 😡
    ▼ 2025-05-26  Two hours in the sun and nobody told us anything 😡
    ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈
    2025-06-02 · survey · family · score 1 · survey.csv:246
    Two hours in the sun and nobody told us anything 😡



    Enter open file  Tab tab  / search  p polarity  ? help  q quit  Esc back
    ");
}

#[test]
fn customers_words_at_120_by_40() {
    assert_snapshot!(after("enter 4 j", USUAL), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                lens: all feedback
    ╭ Queue for the ramp  crossing/queue ──────────────────────────────────────────────────────────────────────────────────╮
    │  1 Overview  2 Weeks  3 Segments  4 Words  5 Rules  6 Actions  7 History                                             │
    │ all words   100 of 100 read, 135 in all                                                                              │
    │ ▼ 2025-06-02  Two hours in the sun and nobody told us anything 😡                                                    │
    │ ▼ 2025-06-02  Two hours in the sun and nobody told us anything 😡                                                    │
    │ ▼ 2025-06-02  Two hours in the sun and nobody told us anything 😡                                                    │
    │ ▼ 2025-06-02  Two hours in the sun and nobody told us anything 😡                                                    │
    │ ▼ 2025-06-02  Two hours in the sun and nobody told us anything 😡                                                    │
    │ ▼ 2025-06-02  Two hours in the sun and nobody told us anything 😡                                                    │
    │ ▼ 2025-06-02  Two hours in the sun and nobody told us anything 😡                                                    │
    │ ▲ 2025-06-02  Schnell und freundlich, gerne wieder!                                                                  │
    │ ▲ 2025-06-02  Schnell und freundlich, gerne wieder!                                                                  │
    │ ▼ 2025-05-26  Two hours in the sun and nobody told us anything 😡                                                    │
    │ ▼ 2025-05-26  Two hours in the sun and nobody told us anything 😡                                                    │
    │ ▼ 2025-05-26  Two hours in the sun and nobody told us anything 😡                                                    │
    │ ▼ 2025-05-26  Two hours in the sun and nobody told us anything 😡                                                    │
    │ ▼ 2025-05-26  Two hours in the sun and nobody told us anything 😡                                                    │
    │ ▼ 2025-05-26  Two hours in the sun and nobody told us anything 😡                                                    │
    │ ▼ 2025-05-26  Two hours in the sun and nobody told us anything 😡                                                    │
    │ ■ 2025-05-26  It was alright, I suppose.                                                                             │
    │ ▲ 2025-05-26  Schnell und freundlich, gerne wieder!                                                                  │
    │ ▼ 2025-05-19  Two hours in the sun and nobody told us anything 😡                                                    │
    │ ▼ 2025-05-19  Two hours in the sun and nobody told us anything 😡                                                    │
    │ ▼ 2025-05-19  Two hours in the sun and nobody told us anything 😡                                                    │
    │ ▼ 2025-05-19  Two hours in the sun and nobody told us anything 😡                                                    │
    │ ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈ │
    │ 2025-06-02 · survey · family · score 1 · survey.csv:246                                                              │
    │ Two hours in the sun and nobody told us anything 😡                                                                  │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter open file  Tab tab  / search  p polarity  o owner  ] hottest  b board  L lens  ? help  q quit  Esc back
    ");
}

#[test]
fn customers_words_at_200_by_60() {
    assert_snapshot!(after("enter 4 j", LARGE), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                                                                                                lens: all feedback
    ╭ Queue for the ramp  crossing/queue ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │  1 Overview  2 Weeks  3 Segments  4 Words  5 Rules  6 Actions  7 History                                                                                                                             │
    │ all words   100 of 100 read, 135 in all                                                                                                                                                              │
    │ ▼ 2025-06-02  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▼ 2025-06-02  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▼ 2025-06-02  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▼ 2025-06-02  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▼ 2025-06-02  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▼ 2025-06-02  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▼ 2025-06-02  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▲ 2025-06-02  Schnell und freundlich, gerne wieder!                                                                                                                                                  │
    │ ▲ 2025-06-02  Schnell und freundlich, gerne wieder!                                                                                                                                                  │
    │ ▼ 2025-05-26  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▼ 2025-05-26  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▼ 2025-05-26  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▼ 2025-05-26  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▼ 2025-05-26  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▼ 2025-05-26  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▼ 2025-05-26  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ■ 2025-05-26  It was alright, I suppose.                                                                                                                                                             │
    │ ▲ 2025-05-26  Schnell und freundlich, gerne wieder!                                                                                                                                                  │
    │ ▼ 2025-05-19  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▼ 2025-05-19  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▼ 2025-05-19  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▼ 2025-05-19  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▼ 2025-05-19  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▼ 2025-05-19  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▼ 2025-05-19  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▼ 2025-05-19  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ■ 2025-05-19  It was alright, I suppose.                                                                                                                                                             │
    │ ▲ 2025-05-19  Schnell und freundlich, gerne wieder!                                                                                                                                                  │
    │ ▼ 2025-05-12  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▼ 2025-05-12  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▼ 2025-05-12  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▼ 2025-05-12  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▼ 2025-05-12  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▼ 2025-05-12  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▼ 2025-05-12  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▼ 2025-05-12  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ■ 2025-05-12  It was alright, I suppose.                                                                                                                                                             │
    │ ▲ 2025-05-12  Schnell und freundlich, gerne wieder!                                                                                                                                                  │
    │ ▲ 2025-05-12  Schnell und freundlich, gerne wieder!                                                                                                                                                  │
    │ ▼ 2025-05-05  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ▼ 2025-05-05  Two hours in the sun and nobody told us anything 😡                                                                                                                                    │
    │ ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈ │
    │ 2025-06-02 · survey · family · score 1 · survey.csv:246                                                                                                                                              │
    │ Two hours in the sun and nobody told us anything 😡                                                                                                                                                  │
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
    Enter open file  Tab tab  / search  p polarity  o owner  ] hottest  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  f numbers  ? help  q quit  Esc back  P problems  R rejected  i inbox
    ");
}
