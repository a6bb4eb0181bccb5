//! Choosing an owner, and what to copy.

use crate::{LARGE, SMALL, USUAL, after};
use insta::assert_snapshot;

#[test]
fn choosing_an_owner_at_80_by_24() {
    assert_snapshot!(after("o", SMALL), @r"
    Ferry Line — Everybody aboard, nobody anxious                       all feedback
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)
     Journeys: friction, complaints by week ────────────────────────────────────────
    ▆  39  Cross with the car                   ▁▅▅███▇▇▇▇██▇▆▃▂     2 hot, nobody
    ○   –  払い╭ Owner of Queue for the ramp ───────────────────────────╮
     Cross with│ > type to find, or any name                            │───────────
       Plan ───│                                                        │───────────
    ╭┄▶▁  6 Rea│   Harbour operations              harbour              │seat
    ┆  ▼       │   Web shop                        web                  │
    ┆  ▆ 38 Boo│   Mina Okafor                     mina, Web shop       │shore
    ╰┄┄┤       │                                                        │
       ▼       │                                                        │
       ·  – Pay│                                                        │
    +2     ●⣀⣀⡀│ Enter saves it, Esc leaves it as it is                 │
     0┈┈┈┈┈┈┈┈⠈╰────────────────────────────────────────────────────────╯┈┈┈┈┈·┈┈┈┈┈
    -2                                  ★ -1.1
     Queue for the ramp  crossing/queue ────────────────────────────────────────────
    friction  █ 70.9 burning   79 % (71 to 85), of 135 complain
    owner     nobody  o puts an owner on it · At the harbour · harbour  ★
    said      █████████████████▒▒░░░  █ 106 complaints ▒ 12 neutral ░ 17 praise
    scores    CSAT 13 % (8 to 19), of 135
    by week    █████▇▇████▇▇      2025-W10 to 2025-W27, 5 undated left out
    newest    ▼ 2025-06-02  Two hours in the sun and nobody told us anything 😡
    Enter take it  Esc cancel
    ");
}

#[test]
fn choosing_an_owner_at_120_by_40() {
    assert_snapshot!(after("o", USUAL), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                lens: all feedback
    ╭ Journeys: friction, complaints by week ──────────────────────────────────────────────────────────────────────────────╮
    │ ▆  39  Cross with the car                                                 ▁▅▅███▇▇▇▇██▇▆▃▂           2 hot, nobody   │
    │ ○   –  払い戻し Get a refund                                                    ██ ██  █  ██                         │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭ Cross with the car: A family of four ────────────────────────────────────────────────────────────────────────────────╮
    │    Plan ───────────────────────────────── At the harbour ─────────────────────── At sea ──────────────────────────── │
    │ ╭┄▶▁  6 Read the timetable             ╭─▶█ 71 Queue for the ramp ★ → refund  ╭─▶·  – Find a seat                    │
    │ ┆  ▼                         ╭ Owner of Queue for the ramp ───────────────────────────╮                              │
    │ ┆  ▆ 38 Book the crossing    │ > type to find, or any name                            │rive ashore                   │
    │ ╰┄┄┤                         │                                                        │                              │
    │    ▼                         │   Harbour operations              harbour              │                              │
    │    ·  – Pay ─────────────────│   Web shop                        web                  │                              │
    │                              │   Mina Okafor                     mina, Web shop       │                              │
    │                              │                                                        │                              │
    │                              │                                                        │                              │
    │                              │                                                        │                              │
    │                              │ Enter saves it, Esc leaves it as it is                 │                              │
    │                              ╰────────────────────────────────────────────────────────╯                              │
    │                                                                                                                      │
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
    │           ░      17  13 %  praise                    5 rows left out: no      Two hours in the sun and nobody told   │
    │ CSAT      13 % (8 to 19), of 135                     date                     us anything 😡                         │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter take it  Esc cancel
    ");
}

#[test]
fn choosing_an_owner_at_200_by_60() {
    assert_snapshot!(after("o", LARGE), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                                                                                                lens: all feedback
    ╭ Journeys: friction, complaints by week ────────────────────────╮╭ Cross with the car: A family of four ──────────────────────────────────────────────────────────────────────────────────────────────╮
    │ ▆  39  Cross with the car      ▁▃▃▅█▄▄▄▄█▄▄▂▂  2 hot, nobody   ││    Plan ───────────────────────────────────── At the harbour ─────────────────────────── At sea ────────────────────────────────── │
    │ ○   –  払い戻し Get a refund        ▄▄ ▄▄ ▄  █                 ││    ╭─ start ─────────────────────────────╮    ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓    ╭─────────────────────────────────────╮   │
    ╰────────────────────────────────────────────────────────────────╯│ ╭┄▶│ Read the timetable                  │ ╭─▶┃ Queue for the ramp                ★ ┃ ╭─▶│ Find a seat                         │   │
    ╭ Queue for the ramp  crossing/queue ────────────────────────────╮│ ┆  │ ▁ 6 calm                   Web shop │ │  ┃ █ 71 burning                 nobody ┃ │  │ · silent                       crew │   │
    │ owner     nobody  o puts an owner on it                        ││ ┆  ╰──┬──────────────────────────────────╯ │  ┗━━┳━━━━━━━━━━━━━━━━━━━━━━━ → refund ━┛ │  ╰──┬──────────────────────────────────╯   │
    │ where     At the harbour · harbour                             ││ ┆     ▼                                    │     ▼ 90%                                │     ▼                                      │
    │           ★ moment of truth                                    ││ ┆  ╭─────────────────────────────────────╮ │  ╭─────────────────────────────────────╮ │  ╭─ goal ──────────────────────────────╮   │
    │ friction  █ 70.9 burning                                       ││ ┆  │ Book the crossing                   │ │  │ Drive aboard                        ├─╯  │ Drive ashore                        │   │
    │ complain  79 % (71 to 85), of 135                              ││ ┆  │ ▆ 38 hot                     nobody │ │  │ ▄ 16 warm        Harbour operations │    │ · silent         Harbour operations │   │
    │ said      ███████████████████████████████▒▒▒▒░░░░░             ││ ┆  ╰──┬──────────────────────────────────╯ │  ╰─────────────────────────────────────╯    ╰─────────────────────────────────────╯   │
    │           █     106  79 %  complaints                          ││ ╰┄┄25%┤                                    │                                                                                       │
    │           ▒      12   9 %  neutral                             ││       ▼                                    │                                                                                       │
    │           ░      17  13 %  praise                              ││    ╭─────────────────────────────────────╮ │                                                                                       │
    │ CSAT      13 % (8 to 19), of 135                               ││    ╭ Owner of Queue for the ramp ───────────────────────────╮                                                                      │
    │ pain      106, 55.2 % of the journey's                         ││    │ > type to find, or any name                            │                                                                      │
    │ fix saves 435.6 complaints (246.1 to 496.5) of 1,000 started   ││    │                                                        │                                                                      │
    │                                                                ││    │   Harbour operations              harbour              │                                                                      │
    │ by week    █████▇▇████▇▇                                       ││    │   Web shop                        web                  │                                                                      │
    │           usual 7.0 a week, limit 14.9                         ││    │   Mina Okafor                     mina, Web shop       │                                                                      │
    │           against the customers who answered                   ││    │                                                        │                                                                      │
    │           2025-W10 to 2025-W27                                 ││    │                                                        │                                                                      │
    │           at most 9 complaints                                 ││    │                                                        │                                                                      │
    │           5 rows left out: no date                             ││    │ Enter saves it, Esc leaves it as it is                 │                                                                      │
    │                                                                ││    ╰────────────────────────────────────────────────────────╯                                                                      │
    │ scores    csat-5, of 135, mean 1.93                            ││                                                                                                                                    │
    │         1 ████████████████████████████████████████ 63          ││                                                                                                                                    │
    │         2 ███████████████████████████ 43                       ││                                                                                                                                    │
    │         3 ████████ 12                                          ││                                                                                                                                    │
    │         4 ██████ 9                                             ││                                                                                                                                    │
    │         5 █████ 8                                              ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │ leads to  90 % Drive aboard                                    ││                                                                                                                                    │
    │           10 % Claim online (refund/claim)                     ││                                                                                                                                    │
    │ authority Crew may wave cars with infants to the front         ││                                                                                                                                    │
    │ notes     Worst on the first Saturday of the holidays          ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │ fed by    survey: tag queue or waiting  1-crossing.yaml:27     ││                                                                                                                                    │
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
    Enter take it  Esc cancel
    ");
}

#[test]
fn choosing_what_to_copy_at_80_by_24() {
    assert_snapshot!(after("Y", SMALL), @r"
    Ferry Line — Everybody aboard, nobody anxious                       all feedback
    46╭ Copy ────────────────────────────────────────────────────────────────────╮
     J│ > type to find                                                           │──
    ▆ │                                                                          │
    ○ │ the address            crossing/queue                                    │
     C│ a summary in Markdown  **Queue for the ramp** (Cross with the car)  - `… │──
      │ what a customer said   Two hours in the sun and nobody told us anything… │──
    ╭┄│ what a customer said   Two hours in the sun and nobody told us anything… │
    ┆ │ what a customer said   Two hours in the sun and nobody told us anything… │
    ┆ │ what a customer said   Two hours in the sun and nobody told us anything… │
    ╰┄│ what a customer said   Two hours in the sun and nobody told us anything… │
      │ what a customer said   Two hours in the sun and nobody told us anything… │
      │ what a customer said   Two hours in the sun and nobody told us anything… │
    +2│ what a customer said   Schnell und freundlich, gerne wieder!             │
     0│ what a customer said   Schnell und freundlich, gerne wieder!             │┈┈
    -2│ what a customer said   Two hours in the sun and nobody told us anything… │
     Q│ what a customer said   Two hours in the sun and nobody told us anything… │──
    fr│ Enter copies it to the terminal's clipboard                              │
    ow│ crossing/queue                                                           │
    sa│                                                                          │
    sc╰──────────────────────────────────────────────────────────────────────────╯
    by week    █████▇▇████▇▇      2025-W10 to 2025-W27, 5 undated left out
    newest    ▼ 2025-06-02  Two hours in the sun and nobody told us anything 😡
    Enter take it  Esc cancel
    ");
}

#[test]
fn choosing_what_to_copy_at_120_by_40() {
    assert_snapshot!(after("Y", USUAL), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                lens: all feedback
    ╭ Journeys: friction, complaints by week ──────────────────────────────────────────────────────────────────────────────╮
    │ ▆  39  Cross with the car                                                 ▁▅▅███▇▇▇▇██▇▆▃▂           2 hot, nobody   │
    │ ○   –  払い戻し Get a refund                                                    ██ ██  █  ██                         │
    ╰─────────────────────╭ Copy ────────────────────────────────────────────────────────────────────╮─────────────────────╯
    ╭ Cross with the car: │ > type to find                                                           │─────────────────────╮
    │    Plan ────────────│                                                                          │──────────────────── │
    │ ╭┄▶▁  6 Read the tim│ the address            crossing/queue                                    │t                    │
    │ ┆  ▼                │ a summary in Markdown  **Queue for the ramp** (Cross with the car)  - `… │                     │
    │ ┆  ▆ 38 Book the cro│ what a customer said   Two hours in the sun and nobody told us anything… │re                   │
    │ ╰┄┄┤                │ what a customer said   Two hours in the sun and nobody told us anything… │                     │
    │    ▼                │ what a customer said   Two hours in the sun and nobody told us anything… │                     │
    │    ·  – Pay ────────│ what a customer said   Two hours in the sun and nobody told us anything… │                     │
    │                     │ what a customer said   Two hours in the sun and nobody told us anything… │                     │
    │                     │ what a customer said   Two hours in the sun and nobody told us anything… │                     │
    │                     │ what a customer said   Two hours in the sun and nobody told us anything… │                     │
    │                     │ what a customer said   Schnell und freundlich, gerne wieder!             │                     │
    │                     │ what a customer said   Schnell und freundlich, gerne wieder!             │                     │
    │                     │ what a customer said   Two hours in the sun and nobody told us anything… │                     │
    │                     │ what a customer said   Two hours in the sun and nobody told us anything… │                     │
    │ friction: ▁ calm  ▄ │ what a customer said   Two hours in the sun and nobody told us anything… │                     │
    │ +2       ●⣀         │ what a customer said   Two hours in the sun and nobody told us anything… │                     │
    │            ⠉⠉⠑⠒⠢⠤⣀⣀ │ what a customer said   Two hours in the sun and nobody told us anything… │                     │
    │  0┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈⠉│ what a customer said   Two hours in the sun and nobody told us anything… │┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈ │
    │ -2                  │ Enter copies it to the terminal's clipboard                              │                     │
    ╰─────────────────────│ crossing/queue                                                           │─────────────────────╯
    ╭ Queue for the ramp  │                                                                          │─────────────────────╮
    │ owner     nobody  o ╰──────────────────────────────────────────────────────────────────────────╯t first              │
    │ where     At the harbour · harbour                   usual 7.0 a week,                                               │
    │           ★ moment of truth                          limit 14.9             ▼ 2025-06-02 · survey · score 1          │
    │ friction  █ 70.9 burning                             against the              Two hours in the sun and nobody told   │
    │ complain  79 % (71 to 85), of 135                    customers who            us anything 😡                         │
    │ said      ████████████████████████▒▒▒░░░             answered                 survey.csv:233                         │
    │           █     106  79 %  complaints                2025-W10 to 2025-W27                                            │
    │           ▒      12   9 %  neutral                   at most 9 complaints   ▼ 2025-06-02 · survey · family · score 1 │
    │           ░      17  13 %  praise                    5 rows left out: no      Two hours in the sun and nobody told   │
    │ CSAT      13 % (8 to 19), of 135                     date                     us anything 😡                         │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter take it  Esc cancel
    ");
}

#[test]
fn choosing_what_to_copy_at_200_by_60() {
    assert_snapshot!(after("Y", LARGE), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                                                                                                lens: all feedback
    ╭ Journeys: friction, complaints by week ────────────────────────╮╭ Cross with the car: A family of four ──────────────────────────────────────────────────────────────────────────────────────────────╮
    │ ▆  39  Cross with the car      ▁▃▃▅█▄▄▄▄█▄▄▂▂  2 hot, nobody   ││    Plan ───────────────────────────────────── At the harbour ─────────────────────────── At sea ────────────────────────────────── │
    │ ○   –  払い戻し Get a refund        ▄▄ ▄▄ ▄  █                 ││    ╭─ start ─────────────────────────────╮    ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓    ╭─────────────────────────────────────╮   │
    ╰────────────────────────────────────────────────────────────────╯│ ╭┄▶│ Read the timetable                  │ ╭─▶┃ Queue for the ramp                ★ ┃ ╭─▶│ Find a seat                         │   │
    ╭ Queue for the ramp  crossing/queue ────────────────────────────╮│ ┆  │ ▁ 6 calm                   Web shop │ │  ┃ █ 71 burning                 nobody ┃ │  │ · silent                       crew │   │
    │ owner     nobody  o puts an owner on it                        ││ ┆  ╰──┬──────────────────────────────────╯ │  ┗━━┳━━━━━━━━━━━━━━━━━━━━━━━ → refund ━┛ │  ╰──┬──────────────────────────────────╯   │
    │ where     At the harbour · harbour                             ││ ┆     ▼                                    │     ▼ 90%                                │     ▼                                      │
    │           ★ moment of truth                                    ││ ┆  ╭─────────────────────────────────────╮ │  ╭─────────────────────────────────────╮ │  ╭─ goal ──────────────────────────────╮   │
    │ friction  █ 70.9 burning                                       ││ ┆  │ Book the crossing                   │ │  │ Drive aboard                        ├─╯  │ Drive ashore                        │   │
    │ complain  79 % (71 to 85), of 135                              ││ ┆  │ ▆ 38 hot                     nobody │ │  │ ▄ 16 warm        Harbour operations │    │ · silent         Harbour operations │   │
    │ said      ███████████████████████████████▒▒▒▒░░░░░          ╭ Copy ────────────────────────────────────────────────────────────────────╮──────────────╯    ╰─────────────────────────────────────╯   │
    │           █     106  79 %  complaints                       │ > type to find                                                           │                                                             │
    │           ▒      12   9 %  neutral                          │                                                                          │                                                             │
    │           ░      17  13 %  praise                           │ the address            crossing/queue                                    │                                                             │
    │ CSAT      13 % (8 to 19), of 135                            │ a summary in Markdown  **Queue for the ramp** (Cross with the car)  - `… │                                                             │
    │ pain      106, 55.2 % of the journey's                      │ what a customer said   Two hours in the sun and nobody told us anything… │                                                             │
    │ fix saves 435.6 complaints (246.1 to 496.5) of 1,000 started│ what a customer said   Two hours in the sun and nobody told us anything… │                                                             │
    │                                                             │ what a customer said   Two hours in the sun and nobody told us anything… │                                                             │
    │ by week    █████▇▇████▇▇                                    │ what a customer said   Two hours in the sun and nobody told us anything… │                                                             │
    │           usual 7.0 a week, limit 14.9                      │ what a customer said   Two hours in the sun and nobody told us anything… │                                                             │
    │           against the customers who answered                │ what a customer said   Two hours in the sun and nobody told us anything… │                                                             │
    │           2025-W10 to 2025-W27                              │ what a customer said   Two hours in the sun and nobody told us anything… │                                                             │
    │           at most 9 complaints                              │ what a customer said   Schnell und freundlich, gerne wieder!             │                                                             │
    │           5 rows left out: no date                          │ what a customer said   Schnell und freundlich, gerne wieder!             │                                                             │
    │                                                             │ what a customer said   Two hours in the sun and nobody told us anything… │                                                             │
    │ scores    csat-5, of 135, mean 1.93                         │ what a customer said   Two hours in the sun and nobody told us anything… │                                                             │
    │         1 ████████████████████████████████████████ 63       │ what a customer said   Two hours in the sun and nobody told us anything… │                                                             │
    │         2 ███████████████████████████ 43                    │ what a customer said   Two hours in the sun and nobody told us anything… │                                                             │
    │         3 ████████ 12                                       │ what a customer said   Two hours in the sun and nobody told us anything… │                                                             │
    │         4 ██████ 9                                          │ what a customer said   Two hours in the sun and nobody told us anything… │                                                             │
    │         5 █████ 8                                           │ Enter copies it to the terminal's clipboard                              │                                                             │
    │                                                             │ crossing/queue                                                           │                                                             │
    │ leads to  90 % Drive aboard                                 │                                                                          │                                                             │
    │           10 % Claim online (refund/claim)                  ╰──────────────────────────────────────────────────────────────────────────╯                                                             │
    │ authority Crew may wave cars with infants to the front         ││                                                                                                                                    │
    │ notes     Worst on the first Saturday of the holidays          ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │ fed by    survey: tag queue or waiting  1-crossing.yaml:27     ││                                                                                                                                    │
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
    Enter take it  Esc cancel
    ");
}
