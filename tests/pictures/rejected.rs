//! Rows that no rule caught, and rows that could not be read.

use crate::{LARGE, SMALL, USUAL, inbox, with_rejected};
use insta::assert_snapshot;

#[test]
fn the_inbox_at_80_by_24() {
    assert_snapshot!(inbox(SMALL), @r"
    Ferry Line
    8 rows: 1 mapped, 7 unmapped (i)                              lens: all feedback
     Inbox: 7 unmapped rows ────────────────────────────────────────────────────────
    > lift
    catches 5 of 6 rows: tickets 3, reviews 2
    in all sources · 1 more row has no text to look in

    2025-03-06  reviews          …ever, only the lift was slow
    2025-03-04  tickets  coach   The lift was broken, all day
    2025-03-03  reviews          A LIFT that smells
    2025-03-02  tickets  family  Nobody could say when the broken lift would work a…
    undated     tickets  coach   No lift at all





    2025-03-06 · reviews  reviews.csv:3
    Sailing out at sunset with the whole family on deck was the best evening of the
    whole year for all of us, and we would have liked to stay for ever, only the
    lift was slow


    Enter take it  Esc cancel  Tab source
    ");
}

#[test]
fn the_inbox_at_120_by_40() {
    assert_snapshot!(inbox(USUAL), @r"
    Ferry Line
    8 rows: 1 mapped, 7 unmapped (i)                                                                      lens: all feedback
    ╭ Inbox: 7 unmapped rows ──────────────────────────────────────────────────────────────────────────────────────────────╮
    │ > lift                                                                                                               │
    │ catches 5 of 6 rows: tickets 3, reviews 2                                                                            │
    │ in all sources · 1 more row has no text to look in                                                                   │
    │                                                                                                                      │
    │ 2025-03-06  reviews          …to stay for ever, only the lift was slow                                               │
    │ 2025-03-04  tickets  coach   The lift was broken, all day                                                            │
    │ 2025-03-03  reviews          A LIFT that smells                                                                      │
    │ 2025-03-02  tickets  family  Nobody could say when the broken lift would work again                                  │
    │ undated     tickets  coach   No lift at all                                                                          │
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
    │ 2025-03-06 · reviews  reviews.csv:3                                                                                  │
    │ Sailing out at sunset with the whole family on deck was the best evening of the whole year for all of us, and we     │
    │ would have liked to stay for ever, only the lift was slow                                                            │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter take it  Esc cancel  Tab source
    ");
}

#[test]
fn the_inbox_at_200_by_60() {
    assert_snapshot!(inbox(LARGE), @r"
    Ferry Line
    8 rows: 1 mapped, 7 unmapped (i)                                                                                                                                                      lens: all feedback
    ╭ Inbox: 7 unmapped rows ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ > lift                                                                                                                                                                                               │
    │ catches 5 of 6 rows: tickets 3, reviews 2                                                                                                                                                            │
    │ in all sources · 1 more row has no text to look in                                                                                                                                                   │
    │                                                                                                                                                                                                      │
    │ 2025-03-06  reviews          Sailing out at sunset with the whole family on deck was the best evening of the whole year for all of us, and we would have liked to stay for ever, only the lift was…  │
    │ 2025-03-04  tickets  coach   The lift was broken, all day                                                                                                                                            │
    │ 2025-03-03  reviews          A LIFT that smells                                                                                                                                                      │
    │ 2025-03-02  tickets  family  Nobody could say when the broken lift would work again                                                                                                                  │
    │ undated     tickets  coach   No lift at all                                                                                                                                                          │
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
    │ 2025-03-06 · reviews  reviews.csv:3                                                                                                                                                                  │
    │ Sailing out at sunset with the whole family on deck was the best evening of the whole year for all of us, and we would have liked to stay for ever, only the lift was slow                           │
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
    Enter take it  Esc cancel  Tab source
    ");
}

#[test]
fn rejected_rows_at_80_by_24() {
    assert_snapshot!(with_rejected(SMALL), @r"
    Ferry Line — Everybody aboard, nobody anxious                       all feedback
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)
     3 rows and files could not be read ────────────────────────────────────────────
    ✗ survey.csv:100  `day` is `2025-02-30`, which is no date: expected YYYY-MM-DD
    ✗ survey.csv:107  `score` is `6`, which is not on the scale csat-5
    ✗ survey.csv:114  the row has 3 cells, the header 4











    survey.csv:107 (survey)
    `score` is `6`, which is not on the scale csat-5




    Enter open file  b board  L lens  Ctrl-F go to  ? help  q quit  Esc back
    ");
}

#[test]
fn rejected_rows_at_120_by_40() {
    assert_snapshot!(with_rejected(USUAL), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                lens: all feedback
    ╭ 3 rows and files could not be read ──────────────────────────────────────────────────────────────────────────────────╮
    │ ✗ survey.csv:100  `day` is `2025-02-30`, which is no date: expected YYYY-MM-DD                                       │
    │ ✗ survey.csv:107  `score` is `6`, which is not on the scale csat-5                                                   │
    │ ✗ survey.csv:114  the row has 3 cells, the header 4                                                                  │
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
    │ survey.csv:107 (survey)                                                                                              │
    │ `score` is `6`, which is not on the scale csat-5                                                                     │
    │                                                                                                                      │
    │                                                                                                                      │
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
fn rejected_rows_at_200_by_60() {
    assert_snapshot!(with_rejected(LARGE), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                                                                                                lens: all feedback
    ╭ 3 rows and files could not be read ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ ✗ survey.csv:100  `day` is `2025-02-30`, which is no date: expected YYYY-MM-DD                                                                                                                       │
    │ ✗ survey.csv:107  `score` is `6`, which is not on the scale csat-5                                                                                                                                   │
    │ ✗ survey.csv:114  the row has 3 cells, the header 4                                                                                                                                                  │
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
    │ survey.csv:107 (survey)                                                                                                                                                                              │
    │ `score` is `6`, which is not on the scale csat-5                                                                                                                                                     │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter open file  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  f numbers  ? help  q quit  Esc back  P problems  R rejected  i inbox  e edit
    ");
}
