//! Going anywhere, and the lens.

use crate::{LARGE, SMALL, USUAL, after};
use insta::assert_snapshot;

#[test]
fn going_anywhere_at_80_by_24() {
    assert_snapshot!(after("' q u", SMALL), @r"
    Ferry Line — Everybody aboard, nobody anxious                       all feedback
    46╭ Go to ───────────────────────────────────────────────────────────────────╮
     J│ > qu                                                                     │──
    ▆ │                                                                          │
    ○ │ touchpoint Queue for the ramp                   crossing/queue           │
     C│ tag        queue                                                         │──
      │                                                                          │──
    ╭┄│                                                                          │
    ┆ │                                                                          │
    ┆ │                                                                          │
    ╰┄│                                                                          │
      │                                                                          │
      │                                                                          │
    +2│                                                                          │
     0│                                                                          │┈┈
    -2│                                                                          │
     Q│                                                                          │──
    fr│                                                                          │
    ow│                                                                          │
    sa│ 2 of 16. Enter goes there                                                │
    sc╰──────────────────────────────────────────────────────────────────────────╯
    by week    █████▇▇████▇▇      2025-W10 to 2025-W27, 5 undated left out
    newest    ▼ 2025-06-02  Two hours in the sun and nobody told us anything 😡
    Enter take it  Esc cancel
    ");
}

#[test]
fn going_anywhere_at_120_by_40() {
    assert_snapshot!(after("' q u", USUAL), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                lens: all feedback
    ╭ Journeys: friction, complaints by week ──────────────────────────────────────────────────────────────────────────────╮
    │ ▆  39  Cross with the car                                                 ▁▅▅███▇▇▇▇██▇▆▃▂           2 hot, nobody   │
    │ ○   –  払い戻し Get a refund                                                    ██ ██  █  ██                         │
    ╰─────────────────────╭ Go to ───────────────────────────────────────────────────────────────────╮─────────────────────╯
    ╭ Cross with the car: │ > qu                                                                     │─────────────────────╮
    │    Plan ────────────│                                                                          │──────────────────── │
    │ ╭┄▶▁  6 Read the tim│ touchpoint Queue for the ramp                   crossing/queue           │t                    │
    │ ┆  ▼                │ tag        queue                                                         │                     │
    │ ┆  ▆ 38 Book the cro│                                                                          │re                   │
    │ ╰┄┄┤                │                                                                          │                     │
    │    ▼                │                                                                          │                     │
    │    ·  – Pay ────────│                                                                          │                     │
    │                     │                                                                          │                     │
    │                     │                                                                          │                     │
    │                     │                                                                          │                     │
    │                     │                                                                          │                     │
    │                     │                                                                          │                     │
    │                     │                                                                          │                     │
    │                     │                                                                          │                     │
    │ friction: ▁ calm  ▄ │                                                                          │                     │
    │ +2       ●⣀         │                                                                          │                     │
    │            ⠉⠉⠑⠒⠢⠤⣀⣀ │                                                                          │                     │
    │  0┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈⠉│                                                                          │┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈ │
    │ -2                  │                                                                          │                     │
    ╰─────────────────────│                                                                          │─────────────────────╯
    ╭ Queue for the ramp  │ 2 of 16. Enter goes there                                                │─────────────────────╮
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
fn going_anywhere_at_200_by_60() {
    assert_snapshot!(after("' q u", LARGE), @r"
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
    │ said      ███████████████████████████████▒▒▒▒░░░░░          ╭ Go to ───────────────────────────────────────────────────────────────────╮──────────────╯    ╰─────────────────────────────────────╯   │
    │           █     106  79 %  complaints                       │ > qu                                                                     │                                                             │
    │           ▒      12   9 %  neutral                          │                                                                          │                                                             │
    │           ░      17  13 %  praise                           │ touchpoint Queue for the ramp                   crossing/queue           │                                                             │
    │ CSAT      13 % (8 to 19), of 135                            │ tag        queue                                                         │                                                             │
    │ pain      106, 55.2 % of the journey's                      │                                                                          │                                                             │
    │ fix saves 435.6 complaints (246.1 to 496.5) of 1,000 started│                                                                          │                                                             │
    │                                                             │                                                                          │                                                             │
    │ by week    █████▇▇████▇▇                                    │                                                                          │                                                             │
    │           usual 7.0 a week, limit 14.9                      │                                                                          │                                                             │
    │           against the customers who answered                │                                                                          │                                                             │
    │           2025-W10 to 2025-W27                              │                                                                          │                                                             │
    │           at most 9 complaints                              │                                                                          │                                                             │
    │           5 rows left out: no date                          │                                                                          │                                                             │
    │                                                             │                                                                          │                                                             │
    │ scores    csat-5, of 135, mean 1.93                         │                                                                          │                                                             │
    │         1 ████████████████████████████████████████ 63       │                                                                          │                                                             │
    │         2 ███████████████████████████ 43                    │                                                                          │                                                             │
    │         3 ████████ 12                                       │                                                                          │                                                             │
    │         4 ██████ 9                                          │                                                                          │                                                             │
    │         5 █████ 8                                           │                                                                          │                                                             │
    │                                                             │                                                                          │                                                             │
    │ leads to  90 % Drive aboard                                 │ 2 of 16. Enter goes there                                                │                                                             │
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

#[test]
fn the_lens_at_80_by_24() {
    assert_snapshot!(after("L down tab", SMALL), @r"
    Ferry Line — Everybody aboard, nobody anxious                       last 4 weeks
    46╭ Lens: what counts ───────────────────────────────────────────────────────╮
     J│ > type to find, or days: 2025-01..2025-03                                │──
    ○ │                                                                          │
    ○ │ ( ) dates    all days                                                    │
     C│ (•) dates    last 4 weeks                                                │──
      │ ( ) dates    last 13 weeks                                               │──
    ╭┄│ ( ) dates    last 52 weeks                                               │
    ┆ │ [ ] source   survey                                                      │
    ┆ │ [ ] segment  family                                                      │
    ╰┄│ [ ] segment  without a segment                                           │
      │                                                                          │
      │                                                                          │
    +2│                                                                          │
     0│                                                                          │┈┈
    -2│                                                                          │
     Q│                                                                          │──
    fr│                                                                          │
    ow│                                                                          │
    le│ Tab marks, Enter takes it, Esc leaves it as it was                       │
      ╰──────────────────────────────────────────────────────────────────────────╯
    authority Crew may wave cars with infants to the front
    notes     Worst on the first Saturday of the holidays
    Enter take it  Esc cancel  Tab mark
    ");
}

#[test]
fn the_lens_at_120_by_40() {
    assert_snapshot!(after("L down tab", USUAL), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                lens: last 4 weeks
    ╭ Journeys: friction, complaints by week ──────────────────────────────────────────────────────────────────────────────╮
    │ ○   –  Cross with the car                                                  █▇                                        │
    │ ○   –  払い戻し Get a refund                                                 ██                                      │
    ╰─────────────────────╭ Lens: what counts ───────────────────────────────────────────────────────╮─────────────────────╯
    ╭ Cross with the car: │ > type to find, or days: 2025-01..2025-03                                │─────────────────────╮
    │    Plan ────────────│                                                                          │──────────────────── │
    │ ╭┄▶·  – Read the tim│ ( ) dates    all days                                                    │t                    │
    │ ┆  ▼                │ (•) dates    last 4 weeks                                                │                     │
    │ ┆  ○ few Book the cr│ ( ) dates    last 13 weeks                                               │re                   │
    │ ╰┄┄┤                │ ( ) dates    last 52 weeks                                               │                     │
    │    ▼                │ [ ] source   survey                                                      │                     │
    │    ·  – Pay ────────│ [ ] segment  family                                                      │                     │
    │                     │ [ ] segment  without a segment                                           │                     │
    │                     │                                                                          │                     │
    │                     │                                                                          │                     │
    │                     │                                                                          │                     │
    │                     │                                                                          │                     │
    │                     │                                                                          │                     │
    │                     │                                                                          │                     │
    │ friction: ▁ calm  ▄ │                                                                          │                     │
    │ +2                  │                                                                          │                     │
    │                     │                                                                          │                     │
    │  0┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈│                                                                          │┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈ │
    │ -2                  │                                                                          │                     │
    ╰─────────────────────│                                                                          │─────────────────────╯
    ╭ Queue for the ramp  │ Tab marks, Enter takes it, Esc leaves it as it was                       │─────────────────────╮
    │ owner     nobody  o ╰──────────────────────────────────────────────────────────────────────────╯t first              │
    │ where     At the harbour · harbour                                                                                   │
    │           ★ moment of truth                                                 ▼ 2025-06-02 · survey · score 1          │
    │ friction  · nobody has spoken here                                            Two hours in the sun and nobody told   │
    │                                                                               us anything 😡                         │
    │ leads to  90 % Drive aboard                                                   survey.csv:233                         │
    │           10 % Claim online                                                                                          │
    │           (refund/claim)                                                    ▼ 2025-06-02 · survey · family · score 1 │
    │ authority Crew may wave cars with                                             Two hours in the sun and nobody told   │
    │           infants to the front                                                us anything 😡                         │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter take it  Esc cancel  Tab mark
    ");
}

#[test]
fn the_lens_at_200_by_60() {
    assert_snapshot!(after("L down tab", LARGE), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                                                                                                lens: last 4 weeks
    ╭ Journeys: friction, complaints by week ────────────────────────╮╭ Cross with the car: A family of four ──────────────────────────────────────────────────────────────────────────────────────────────╮
    │ ○   –  Cross with the car       █▇                             ││    Plan ───────────────────────────────────── At the harbour ─────────────────────────── At sea ────────────────────────────────── │
    │ ○   –  払い戻し Get a refund      ██                           ││    ╭─ start ─────────────────────────────╮    ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓    ╭─────────────────────────────────────╮   │
    ╰────────────────────────────────────────────────────────────────╯│ ╭┄▶│ Read the timetable                  │ ╭─▶┃ Queue for the ramp                ★ ┃ ╭─▶│ Find a seat                         │   │
    ╭ Queue for the ramp  crossing/queue ────────────────────────────╮│ ┆  │ · silent                   Web shop │ │  ┃ · silent                     nobody ┃ │  │ · silent                       crew │   │
    │ owner     nobody  o puts an owner on it                        ││ ┆  ╰──┬──────────────────────────────────╯ │  ┗━━┳━━━━━━━━━━━━━━━━━━━━━━━ → refund ━┛ │  ╰──┬──────────────────────────────────╯   │
    │ where     At the harbour · harbour                             ││ ┆     ▼                                    │     ▼ 90%                                │     ▼                                      │
    │           ★ moment of truth                                    ││ ┆  ╭─────────────────────────────────────╮ │  ╭─────────────────────────────────────╮ │  ╭─ goal ──────────────────────────────╮   │
    │ friction  · nobody has spoken here                             ││ ┆  │ Book the crossing                   │ │  │ Drive aboard                        ├─╯  │ Drive ashore                        │   │
    │                                                                ││ ┆  │ ○ too few                    nobody │ │  │ ○ too few        Harbour operations │    │ · silent         Harbour operations │   │
    │ leads to  90 % Drive aboard                                 ╭ Lens: what counts ───────────────────────────────────────────────────────╮──────────────╯    ╰─────────────────────────────────────╯   │
    │           10 % Claim online (refund/claim)                  │ > type to find, or days: 2025-01..2025-03                                │                                                             │
    │ authority Crew may wave cars with infants to the front      │                                                                          │                                                             │
    │ notes     Worst on the first Saturday of the holidays       │ ( ) dates    all days                                                    │                                                             │
    │                                                             │ (•) dates    last 4 weeks                                                │                                                             │
    │ fed by    survey: tag queue or waiting  1-crossing.yaml:27  │ ( ) dates    last 13 weeks                                               │                                                             │
    │                                                             │ ( ) dates    last 52 weeks                                               │                                                             │
    │ verbatims 135, newest first                                 │ [ ] source   survey                                                      │                                                             │
    │                                                             │ [ ] segment  family                                                      │                                                             │
    │ ▼ 2025-06-02 · survey · score 1                             │ [ ] segment  without a segment                                           │                                                             │
    │   Two hours in the sun and nobody told us anything 😡       │                                                                          │                                                             │
    │   survey.csv:233                                            │                                                                          │                                                             │
    │                                                             │                                                                          │                                                             │
    │ ▼ 2025-06-02 · survey · family · score 1                    │                                                                          │                                                             │
    │   Two hours in the sun and nobody told us anything 😡       │                                                                          │                                                             │
    │   survey.csv:246                                            │                                                                          │                                                             │
    │                                                             │                                                                          │                                                             │
    │ ▼ 2025-06-02 · survey · score 1                             │                                                                          │                                                             │
    │   Two hours in the sun and nobody told us anything 😡       │                                                                          │                                                             │
    │   survey.csv:259                                            │                                                                          │                                                             │
    │                                                             │                                                                          │                                                             │
    │ ▼ 2025-06-02 · survey · family · score 1                    │                                                                          │                                                             │
    │   Two hours in the sun and nobody told us anything 😡       │ Tab marks, Enter takes it, Esc leaves it as it was                       │                                                             │
    │   survey.csv:272                                            ╰──────────────────────────────────────────────────────────────────────────╯                                                             │
    │                                                                ││                                                                                                                                    │
    │ ▼ 2025-06-02 · survey · score 2                                ││                                                                                                                                    │
    │   Two hours in the sun and nobody told us anything 😡          ││                                                                                                                                    │
    │   survey.csv:288                                               ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │ ▼ 2025-06-02 · survey · family · score 2                       ││                                                                                                                                    │
    │   Two hours in the sun and nobody told us anything 😡          ││                                                                                                                                    │
    │   survey.csv:301                                               ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │ ▼ 2025-06-02 · survey · score 2                                ││                                                                                                                                    │
    │   Two hours in the sun and nobody told us anything 😡          ││                                                                                                                                    │
    │   survey.csv:314                                               ││                                                                                                                                    │
    │                                                                ││ friction: ▁ calm  ▄ warm from 12.5  ▆ hot from 25  █ burning from 50  ○ too few  · silent                                          │
    │ ▲ 2025-06-02 · survey · family · score 4                       ││ +2                                                                                                                                 │
    │   Schnell und freundlich, gerne wieder!                        ││                                                                                                                                    │
    │   survey.csv:341                                               ││                                                                               ●                                                    │
    │                                                                ││                                                                                                                                    │
    │ ▲ 2025-06-02 · survey · family · score 5                       ││  0┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈☆ no scores ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈ │
    │   Schnell und freundlich, gerne wieder!                        ││                                                                                                                                    │
    │   survey.csv:344                                               ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │ ▼ 2025-05-26 · survey · score 1                                ││ -2                                                                                                                                 │
    ╰────────────────────────────────────────────────────────────────╯╰────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter take it  Esc cancel  Tab mark
    ");
}
