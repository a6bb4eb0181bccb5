//! The map in lanes by channel, and the friction board as columns.

use crate::{LARGE, SMALL, USUAL, after};
use insta::assert_snapshot;

#[test]
fn lanes_by_channel_at_80_by_24() {
    assert_snapshot!(after("C", SMALL), @r"
    Ferry Line — Everybody aboard, nobody anxious                       all feedback
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)
     Journeys 1 of 2: friction, complaints by week ─────────────────────────────────
    ▆  39  Cross with the car                   ▁▅▅███▇▇▇▇██▇▆▃▂     2 hot, nobody
     Cross with the car: A family of four ─────────────────────────── + draws lines
     Plan ──────────────────── At the harbour ────────── At sea ────────────────────
    web ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈
     ▁  6 Read the timetable
     ▆ 38 Book the crossing
     ·  – Pay
    harbour ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈
                               █ 71 Queue for the… ★ →
                              ▶▄ 16 Drive aboard
    ship ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈
                                                         ·  – Find a seat
                                                         ·  – Drive ashore
    +2   ●⣀⣀⡀
     0┈┈┈┈┈┈⠈⠉⠒⠒⠤⠤●┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈┈┈┈⣀⣀⠤⠤⠔⠒⠊⠉⠉●┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈
    -2                               ★ -1.1
     Queue for the ramp  crossing/queue ────────────────────────────────────────────
    friction  █ 70.9 burning   79 % (71 to 85), of 135 complain
    owner     nobody  o puts an owner on it · At the harbour · harbour  ★
    said      █████████████████▒▒░░░  █ 106 complaints ▒ 12 neutral ░ 17 praise
    cards stand in lanes by channel
    ");
}

#[test]
fn lanes_by_channel_at_120_by_40() {
    assert_snapshot!(after("C", USUAL), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                lens: all feedback
    ╭ Journeys: friction, complaints by week ──────────────────────────────────────────────────────────────────────────────╮
    │ ▆  39  Cross with the car                                                 ▁▅▅███▇▇▇▇██▇▆▃▂           2 hot, nobody   │
    │ ○   –  払い戻し Get a refund                                                    ██ ██  █  ██                         │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭ Cross with the car: A family of four ────────────────────────────────────────────────────────────────────────────────╮
    │    Plan ───────────────────────────────── At the harbour ─────────────────────── At sea ──────────────────────────── │
    │ web ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈ │
    │ ╭┄▶▁  6 Read the timetable                                                                                           │
    │ ┆  ▼                                                                                                                 │
    │ ┆  ▆ 38 Book the crossing                                                                                            │
    │ ╰┄┄┤                                                                                                                 │
    │    ▼                                                                                                                 │
    │    ·  – Pay ───────────────────────────╮                                                                             │
    │ harbour ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈│┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈ │
    │                                        ╰─▶█ 71 Queue for the ramp ★ → refund                                         │
    │                                           ▼ 90%                                                                      │
    │                                           ▄ 16 Drive aboard ──────────────────╮                                      │
    │ ship ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈│┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈ │
    │                                                                               ╰─▶·  – Find a seat                    │
    │                                                                                  ▼                                   │
    │                                                                                  ·  – Drive ashore                   │
    │ friction: ▁ calm  ▄ warm from 12.5  ▆ hot from 25  █ burning from 50  ○ too few  · silent                            │
    │ +2       ●⣀                                                                                                          │
    │            ⠉⠉⠑⠒⠢⠤⣀⣀                                            ⢀⣀⣀⠤⠤⠤⠤⠤●                                             │
    │  0┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈⠉⠉⠉●┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈⢀⣀⣀⣀⣀⡠⠤⠤⠒⠒⠊⠉⠁┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈ │
    │ -2                                                 ★ -1.1                                                            │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭ Queue for the ramp  crossing/queue ──────────────────────────────────────────────────────────────────────────────────╮
    │ owner     nobody  o puts an owner on it    by week    █████▇▇████▇▇         verbatims 135, newest first              │
    │ where     At the harbour · harbour                   usual 7.0 a week,                                               │
    │           ★ moment of truth                          limit 14.9             ▼ 2025-06-02 · survey · score 1          │
    │ friction  █ 70.9 burning                             against the              Two hours in the sun and nobody told   │
    │ complain  79 % (71 to 85), of 135                    customers who            us anything 😡                         │
    │ said      ████████████████████████▒▒▒░░░             answered                 survey.csv:233                         │
    │           █     106  79 %  complaints                2025-W10 to 2025-W27                                            │
    │           ▒      12   9 %  neutral                   at most 9 complaints   ▼ 2025-06-02 · survey · family · score 1 │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    cards stand in lanes by channel
    ");
}

#[test]
fn lanes_by_channel_at_200_by_60() {
    assert_snapshot!(after("C", LARGE), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                                                                                                lens: all feedback
    ╭ Journeys: friction, complaints by week ────────────────────────╮╭ Cross with the car: A family of four ──────────────────────────────────────────────────────────────────────────────────────────────╮
    │ ▆  39  Cross with the car      ▁▃▃▅█▄▄▄▄█▄▄▂▂  2 hot, nobody   ││    Plan ───────────────────────────────────── At the harbour ─────────────────────────── At sea ────────────────────────────────── │
    │ ○   –  払い戻し Get a refund        ▄▄ ▄▄ ▄  █                 ││ web ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈ │
    ╰────────────────────────────────────────────────────────────────╯│    ╭─ start ─────────────────────────────╮                                                                                         │
    ╭ Queue for the ramp  crossing/queue ────────────────────────────╮│ ╭┄▶│ Read the timetable                  │                                                                                         │
    │ owner     nobody  o puts an owner on it                        ││ ┆  │ ▁ 6 calm                   Web shop │                                                                                         │
    │ where     At the harbour · harbour                             ││ ┆  ╰──┬──────────────────────────────────╯                                                                                         │
    │           ★ moment of truth                                    ││ ┆     ▼                                                                                                                            │
    │ friction  █ 70.9 burning                                       ││ ┆  ╭─────────────────────────────────────╮                                                                                         │
    │ complain  79 % (71 to 85), of 135                              ││ ┆  │ Book the crossing                   │                                                                                         │
    │ said      ███████████████████████████████▒▒▒▒░░░░░             ││ ┆  │ ▆ 38 hot                     nobody │                                                                                         │
    │           █     106  79 %  complaints                          ││ ┆  ╰──┬──────────────────────────────────╯                                                                                         │
    │           ▒      12   9 %  neutral                             ││ ╰┄┄25%┤                                                                                                                            │
    │           ░      17  13 %  praise                              ││       ▼                                                                                                                            │
    │ CSAT      13 % (8 to 19), of 135                               ││    ╭─────────────────────────────────────╮                                                                                         │
    │ pain      106, 55.2 % of the journey's                         ││    │ Pay                                 ├─╮                                                                                       │
    │ fix saves 435.6 complaints (246.1 to 496.5) of 1,000 started   ││    │ · silent                   Web shop │ │                                                                                       │
    │                                                                ││    ╰─────────────────────────────────────╯ │                                                                                       │
    │ by week    █████▇▇████▇▇                                       ││ harbour ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈│┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈ │
    │           usual 7.0 a week, limit 14.9                         ││                                            │  ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓                                              │
    │           against the customers who answered                   ││                                            ╰─▶┃ Queue for the ramp                ★ ┃                                              │
    │           2025-W10 to 2025-W27                                 ││                                               ┃ █ 71 burning                 nobody ┃                                              │
    │           at most 9 complaints                                 ││                                               ┗━━┳━━━━━━━━━━━━━━━━━━━━━━━ → refund ━┛                                              │
    │           5 rows left out: no date                             ││                                                  ▼ 90%                                                                             │
    │                                                                ││                                               ╭─────────────────────────────────────╮                                              │
    │ scores    csat-5, of 135, mean 1.93                            ││                                               │ Drive aboard                        ├─╮                                            │
    │         1 ████████████████████████████████████████ 63          ││                                               │ ▄ 16 warm        Harbour operations │ │                                            │
    │         2 ███████████████████████████ 43                       ││                                               ╰─────────────────────────────────────╯ │                                            │
    │         3 ████████ 12                                          ││ ship ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈│┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈ │
    │         4 ██████ 9                                             ││                                                                                       │  ╭─────────────────────────────────────╮   │
    │         5 █████ 8                                              ││                                                                                       ╰─▶│ Find a seat                         │   │
    │                                                                ││                                                                                          │ · silent                       crew │   │
    │ leads to  90 % Drive aboard                                    ││                                                                                          ╰──┬──────────────────────────────────╯   │
    │           10 % Claim online (refund/claim)                     ││                                                                                             ▼                                      │
    │ authority Crew may wave cars with infants to the front         ││                                                                                          ╭─ goal ──────────────────────────────╮   │
    │ notes     Worst on the first Saturday of the holidays          ││                                                                                          │ Drive ashore                        │   │
    │                                                                ││                                                                                          │ · silent         Harbour operations │   │
    │ fed by    survey: tag queue or waiting  1-crossing.yaml:27     ││                                                                                          ╰─────────────────────────────────────╯   │
    │                                                                ││                                                                                                                                    │
    │ verbatims 135, newest first                                    ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │ ▼ 2025-06-02 · survey · score 1                                ││                                                                                                                                    │
    │   Two hours in the sun and nobody told us anything 😡          ││                                                                                                                                    │
    │   survey.csv:233                                               ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │ ▼ 2025-06-02 · survey · family · score 1                       ││                                                                                                                                    │
    │   Two hours in the sun and nobody told us anything 😡          ││ friction: ▁ calm  ▄ warm from 12.5  ▆ hot from 25  █ burning from 50  ○ too few  · silent                                          │
    │   survey.csv:246                                               ││ +2                                                                                                                                 │
    │                                                                ││                                                                                                                                    │
    │ ▼ 2025-06-02 · survey · score 1                                ││           ●⠉⠑⠒⠤⡀                                                                                                                   │
    │   Two hours in the sun and nobody told us anything 😡          ││                ⠈⠑⠢⣀                                                     ⣀⡠⠤⠔⠒⠒●                                                    │
    │   survey.csv:259                                               ││  0┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈⠉⠒⠤⣀⣀●┈┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈⢀⡠⠤⠒⠉┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈ │
    │                                                                ││                                                                ⢀⡠⠔⠊⠁                                                               │
    │ ▼ 2025-06-02 · survey · family · score 1                       ││                                                         ★ -1.1 ⠁                                                                   │
    │   Two hours in the sun and nobody told us anything 😡          ││                                                                                                                                    │
    │   survey.csv:272                                               ││ -2                                                                                                                                 │
    ╰────────────────────────────────────────────────────────────────╯╰────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    cards stand in lanes by channel
    ");
}

#[test]
fn the_columns_at_80_by_24() {
    assert_snapshot!(after("b g", SMALL), @r"
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
    assert_snapshot!(after("b g", USUAL), @r"
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
fn the_columns_at_200_by_60() {
    assert_snapshot!(after("b g", LARGE), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                                                                                                lens: all feedback
    ╭ Board: what hurts most on top; < and > move a card ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ Hot, nobody's 1                 Owned 0                         Fixing 0                        Shipped 1                       Proven 1                        Told 0                               │
    │ ─────────────────────────────── ─────────────────────────────── ─────────────────────────────── ─────────────────────────────── ─────────────────────────────── ───────────────────────────────      │
    │ ▌Queue for the ramp             –                               –                                Book the crossing               Drive aboard                   –                                    │
    │ ▌█ 71 burning          pain 106                                                                  ▆ 38 hot               pain 56  ▄ 16 warm              pain 20                                      │
    │ ▌nobody                                                                                          ◑ unproven                      Harbour operations: A wider r…                                      │
    │                                                                                                  Web shop: Three steps fewer                                                                         │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
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
    Enter open  > move on  < move back  o owner  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  f numbers  ? help  q quit  Esc back  P problems  R rejected  i inbox  e edit
    ");
}
