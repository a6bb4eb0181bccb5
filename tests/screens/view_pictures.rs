//! The views beyond the board as they look.

use crate::fixture::{self, Desk};
use insta::assert_snapshot;
use pothole::feedback::Day;

fn columns(width: u16, height: u16) -> String {
    let mut desk = Desk::over(fixture::with_actions(), width, height);
    desk.state.vantage.today = Day::parse_iso("2025-06-30");
    desk.press("b g").screen()
}

#[test]
fn the_table_of_journeys_at_80_by_24() {
    assert_snapshot!(Desk::read(80, 24).press("a").screen(), @r"
    Ferry Line — Everybody aboard, nobody anxious                       all feedback
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)
     2 journeys ────────────────────────────────────────────────────────────────────
    fric. journey                   pain by week      NPS   CES hot nobody  spikes
    ▆  39 Cross with the car         192 ▁▅█▇▇▄█▇▃      –     –   2      2  none
          Harbour operations · A family of four
    ○   – 払い戻し Get a refund        7    ▄▄▄▄▄ █     –     –   0      0  none
          nobody















    Enter open  s sort  S group  b board  L lens  ? help  q quit  Esc back
    ");
}

#[test]
fn the_table_of_journeys_at_200_by_60() {
    let screen = Desk::read(200, 60).press("a S").screen();
    let top: Vec<&str> = screen.lines().take(10).collect();
    assert_snapshot!(top.join("\n"), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                                                                                                lens: all feedback
    ╭ 2 journeys, grouped by owner ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ fric. journey                                                      persona                       owner                  pain by week                             NPS        CES hot nobody  spikes   │
    │ Harbour operations  1                                                                                                                                                                                │
    │ ▆  39 Cross with the car                                           A family of four              Harbour operations      192 ▁▅▅███▇▇▇▇██▇▆▃▂                      –          –   2      2  none     │
    │ nobody  1                                                                                                                                                                                            │
    │ ○   – 払い戻し Get a refund                                        –                             nobody                    7       ██ ██  █  ██                    –          –   0      0  none     │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    ");
}

#[test]
fn the_columns_at_80_by_24() {
    assert_snapshot!(columns(80, 24), @r"
    Ferry Line — Everybody aboard, nobody anxious                       all feedback
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)
     Board: what hurts most on top; < and > move a card ────────────────────────────
    Hot, nobody's 1     Owned 0             Fixing 0            Shipped 1 ›
    ─────────────────── ─────────────────── ─────────────────── ───────────────────
    ▌Queue for the ramp –                   –                    Book the crossing
    ▌█ 71      pain 106                                          ▆ 38 hot   pain 56
    ▌nobody                                                      ◑ unproven
                                                                 Web shop: Three s…














    Enter open  > move on  < move back  o owner  b board  ? help  q quit  Esc back
    ");
}

#[test]
fn the_columns_at_120_by_40() {
    assert_snapshot!(columns(120, 40), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                lens: all feedback
    ╭ Board: what hurts most on top; < and > move a card ──────────────────────────────────────────────────────────────────╮
    │ Hot, nobody's 1    Owned 0            Fixing 0           Shipped 1          Proven 1           Told 0                │
    │ ────────────────── ────────────────── ────────────────── ────────────────── ────────────────── ──────────────────    │
    │ ▌Queue for the ra… –                  –                   Book the crossing  Drive aboard      –                     │
    │ ▌█ 71     pain 106                                        ▆ 38 hot  pain 56  ▄ 16 warm pain 20                       │
    │ ▌nobody                                                   ◑ unproven         Harbour operatio…                       │
    │                                                           Web shop: Three…                                           │
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
    Enter open  > move on  < move back  o owner  b board  L lens  Ctrl-F go to  : commands  ? help  q quit  Esc back
    ");
}

#[test]
fn the_weeks_of_a_touchpoint() {
    assert_snapshot!(Desk::read(80, 24).press("l enter 2").screen(), @r"
    Ferry Line — Everybody aboard, nobody anxious                       all feedback
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)
     Queue for the ramp  crossing/queue ────────────────────────────────────────────
     1 Overview  2 Weeks  3 Segments  4 Words  5 Rules  6 Actions  7 History
    by week   ┄┄┄┄┄ ┄┄┄┄┄
    limit 15       ┄     ┄┄



              ▁▁▁▆▁  ▁▁▁▁
              █████▄▄████▄▄
              █████████████
              █████████████
              █████████████
              █████████████
              2025-W11 to 2025-W27
              at most 9 complaints in a week
              usual 7.0 a week, limit 14.9
              against the customers who answered
              5 rows left out: no date



    Tab tab  o owner  ] hottest  / filter  b board  L lens  ? help  q quit  Esc back
    ");
}

#[test]
fn the_segments_of_a_touchpoint() {
    assert_snapshot!(Desk::read(80, 24).press("l enter 3").screen(), @r"
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
fn the_words_at_a_touchpoint() {
    assert_snapshot!(Desk::read(80, 24).press("l enter 4 j").screen(), @r"
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
fn the_actions_of_a_touchpoint() {
    let mut desk = Desk::over(fixture::with_actions(), 80, 24);
    desk.press("l");
    while desk.chosen() != "crossing/booking" {
        desk.press("]");
    }
    assert_snapshot!(desk.press("enter 6").screen(), @r"
    Ferry Line — Everybody aboard, nobody anxious                       all feedback
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)
     Book the crossing  crossing/booking ───────────────────────────────────────────
     1 Overview  2 Weeks  3 Segments  4 Words  5 Rules  6 Actions  7 History
    shipped   ◑ Three steps fewer  fewer-steps
    owner     Web shop
              opened 2025-03-03, shipped 2025-04-14
    fixed     not shown yet: Three steps fewer, 2025-04-14
              14 complaints before, 42 since: rate times 1.00 (0.54 to 1.98)
              a halving would show in 8 more weeks













    Tab tab  o owner  ] hottest  / filter  b board  L lens  ? help  q quit  Esc back
    ");
}

#[test]
fn an_earlier_week_of_the_board() {
    let screen = Desk::read(80, 24).press(", , , ,").screen();
    let top: Vec<&str> = screen.lines().take(6).collect();
    assert_snapshot!(top.join("\n"), @r"
    Ferry Line — Everybody aboard, nobody anxious    as of 2025-W23 until 2025-06-08
    ‖ as of 2025-W23  2025-W10 ━━━━━━━━━━━━━●──── 2025-W27  , . step  t plays  T now
     Journeys: friction, complaints by week ────────────────────────────────────────
    ▆  38  Cross with the car                   ▁▅▅███▇▇▇▇██▇▆       2 hot, nobody
    ○   –  払い戻し Get a refund                      ██ ██  █
     Cross with the car: A family of four ──────────────────────────────────────────
    ");
}
