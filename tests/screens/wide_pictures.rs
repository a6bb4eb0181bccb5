//! The board as it looks on larger terminals.

use crate::fixture::Desk;
use insta::assert_snapshot;

#[test]
fn the_board_at_120_by_40() {
    assert_snapshot!(Desk::read(120, 40).press("l").screen(), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                lens: all feedback
    ╭ Journeys: friction, complaints by week ──────────────────────────────────────────────────────────────────────────────╮
    │ ▆  39  Cross with the car                                                 ▁▅▅███▇▇▇▇██▇▆▃▂           2 hot, nobody   │
    │ ○   –  払い戻し Get a refund                                                    ██ ██  █  ██                         │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭ Cross with the car: A family of four ────────────────────────────────────────────────────────────────────────────────╮
    │    Plan ───────────────────────────────── At the harbour ─────────────────────── At sea ──────────────────────────── │
    │ ╭┄▶▁  6 Read the timetable             ╭─▶█ 71 Queue for the ramp ★ → refund  ╭─▶·  – Find a seat                    │
    │ ┆  ▼                                   │  ▼ 90%                               │  ▼                                   │
    │ ┆  ▆ 38 Book the crossing              │  ▄ 16 Drive aboard ──────────────────╯  ·  – Drive ashore                   │
    │ ╰┄┄┤                                   │                                                                             │
    │    ▼                                   │                                                                             │
    │    ·  – Pay ───────────────────────────╯                                                                             │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │ +2       ●⣀                                                                                                          │
    │            ⠉⠉⠑⠒⠢⠤⣀⣀                                            ⢀⣀⣀⠤⠤⠤⠤⠤●                                             │
    │  0┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈⠉⠉⠉●┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈⢀⣀⣀⣀⣀⡠⠤⠤⠒⠒⠊⠉⠁┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈ │
    │ -2                                                 ★ -1.1                                                            │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭ Queue for the ramp  crossing/queue ──────────────────────────────────────────────────────────────────────────────────╮
    │ owner     nobody  o puts an owner on it    by week    █████▇▇████▇▇         verbatims 135, newest first              │
    │ where     At the harbour · harbour                   2025-W10 to 2025-W27                                            │
    │           ★ moment of truth                          at most 9 complaints   ▼ 2025-06-02 · survey · score 1          │
    │ friction  █ 70.9 burning                             5 rows left out: no      Two hours in the sun and nobody told   │
    │ complain  79 % (71 to 85), of 135                    date                     us anything 😡                         │
    │ said      ████████████████████████▒▒▒░░░                                      survey.csv:233                         │
    │           █     106  79 %  complaints      scores    csat-5, of 135                                                  │
    │           ▒      12   9 %  neutral                   mean 1.93              ▼ 2025-06-02 · survey · family · score 1 │
    │           ░      17  13 %  praise                  1 ████████████ 63          Two hours in the sun and nobody told   │
    │ CSAT      13 % (8 to 19), of 135                   2 ████████ 43              us anything 😡                         │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter open  o owner  / filter  ] hottest  ? help  q quit  Tab pane  P problems  R rejected  i inbox  x export
    ");
}

#[test]
fn the_touchpoint_at_120_by_40() {
    assert_snapshot!(Desk::read(120, 40).press("l enter").screen(), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                lens: all feedback
    ╭ Queue for the ramp  crossing/queue ──────────────────────────────────────────────────────────────────────────────────╮
    │ owner     nobody  o puts an owner on it                     verbatims 135, newest first                              │
    │ where     At the harbour · harbour                                                                                   │
    │           ★ moment of truth                                 ▼ 2025-06-02 · survey · score 1                          │
    │ friction  █ 70.9 burning                                      Two hours in the sun and nobody told us anything 😡    │
    │ complain  79 % (71 to 85), of 135                             survey.csv:233                                         │
    │ said      ███████████████████████████████▒▒▒▒░░░░░                                                                   │
    │           █     106  79 %  complaints                       ▼ 2025-06-02 · survey · family · score 1                 │
    │           ▒      12   9 %  neutral                            Two hours in the sun and nobody told us anything 😡    │
    │           ░      17  13 %  praise                             survey.csv:246                                         │
    │ CSAT      13 % (8 to 19), of 135                                                                                     │
    │                                                             ▼ 2025-06-02 · survey · score 1                          │
    │ by week    █████▇▇████▇▇                                      Two hours in the sun and nobody told us anything 😡    │
    │           2025-W10 to 2025-W27                                survey.csv:259                                         │
    │           at most 9 complaints                                                                                       │
    │           5 rows left out: no date                          ▼ 2025-06-02 · survey · family · score 1                 │
    │                                                               Two hours in the sun and nobody told us anything 😡    │
    │ scores    csat-5, of 135, mean 1.93                           survey.csv:272                                         │
    │         1 ███████████████████████████████████████ 63                                                                 │
    │         2 ███████████████████████████ 43                    ▼ 2025-06-02 · survey · score 2                          │
    │         3 ███████ 12                                          Two hours in the sun and nobody told us anything 😡    │
    │         4 ██████ 9                                            survey.csv:288                                         │
    │         5 █████ 8                                                                                                    │
    │                                                             ▼ 2025-06-02 · survey · family · score 2                 │
    │ leads to  90 % Drive aboard                                   Two hours in the sun and nobody told us anything 😡    │
    │           10 % Claim online (refund/claim)                    survey.csv:301                                         │
    │ authority Crew may wave cars with infants to the front                                                               │
    │ notes     Worst on the first Saturday of the holidays       ▼ 2025-06-02 · survey · score 2                          │
    │                                                               Two hours in the sun and nobody told us anything 😡    │
    │ fed by    survey: tag queue or waiting                        survey.csv:314                                         │
    │           1-crossing.yaml:25                                                                                         │
    │                                                             ▲ 2025-06-02 · survey · family · score 4                 │
    │                                                               Schnell und freundlich, gerne wieder!                  │
    │                                                               survey.csv:341                                         │
    │                                                                                                                      │
    │                                                             ▲ 2025-06-02 · survey · family · score 5                 │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    o owner  / filter  ] hottest  ? help  q quit  Esc back  P problems  R rejected  i inbox  x export
    ");
}

/// Thirty lines of the board at 200 by 60.
fn lines(from: usize) -> String {
    let screen = Desk::read(200, 60).press("l").screen();
    let lines: Vec<&str> = screen.lines().skip(from).take(30).collect();
    lines.join("\n")
}

#[test]
fn the_upper_half_of_the_board_at_200_by_60() {
    assert_snapshot!(lines(0), @r"
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
    │ CSAT      13 % (8 to 19), of 135                               ││    │ Pay                                 ├─╯                                                                                       │
    │                                                                ││    │ · silent                   Web shop │                                                                                         │
    │ by week    █████▇▇████▇▇                                       ││    ╰─────────────────────────────────────╯                                                                                         │
    │           2025-W10 to 2025-W27                                 ││                                                                                                                                    │
    │           at most 9 complaints                                 ││                                                                                                                                    │
    │           5 rows left out: no date                             ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │ scores    csat-5, of 135, mean 1.93                            ││                                                                                                                                    │
    │         1 ████████████████████████████████████████ 63          ││                                                                                                                                    │
    │         2 ███████████████████████████ 43                       ││                                                                                                                                    │
    │         3 ████████ 12                                          ││                                                                                                                                    │
    │         4 ██████ 9                                             ││                                                                                                                                    │
    │         5 █████ 8                                              ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    ");
}

#[test]
fn the_lower_half_of_the_board_at_200_by_60() {
    assert_snapshot!(lines(30), @r"
    │ leads to  90 % Drive aboard                                    ││                                                                                                                                    │
    │           10 % Claim online (refund/claim)                     ││                                                                                                                                    │
    │ authority Crew may wave cars with infants to the front         ││                                                                                                                                    │
    │ notes     Worst on the first Saturday of the holidays          ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │ fed by    survey: tag queue or waiting  1-crossing.yaml:25     ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │ verbatims 135, newest first                                    ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │ ▼ 2025-06-02 · survey · score 1                                ││                                                                                                                                    │
    │   Two hours in the sun and nobody told us anything 😡          ││                                                                                                                                    │
    │   survey.csv:233                                               ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │ ▼ 2025-06-02 · survey · family · score 1                       ││                                                                                                                                    │
    │   Two hours in the sun and nobody told us anything 😡          ││                                                                                                                                    │
    │   survey.csv:246                                               ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │ ▼ 2025-06-02 · survey · score 1                                ││                                                                                                                                    │
    │   Two hours in the sun and nobody told us anything 😡          ││                                                                                                                                    │
    │   survey.csv:259                                               ││ +2                                                                                                                                 │
    │                                                                ││                                                                                                                                    │
    │ ▼ 2025-06-02 · survey · family · score 1                       ││           ●⠉⠑⠒⠤⡀                                                                                                                   │
    │   Two hours in the sun and nobody told us anything 😡          ││                ⠈⠑⠢⣀                                                     ⣀⡠⠤⠔⠒⠒●                                                    │
    │   survey.csv:272                                               ││  0┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈⠉⠒⠤⣀⣀●┈┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈⢀⡠⠤⠒⠉┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈ │
    │                                                                ││                                                                ⢀⡠⠔⠊⠁                                                               │
    │ ▼ 2025-06-02 · survey · score 2                                ││                                                         ★ -1.1 ⠁                                                                   │
    │   Two hours in the sun and nobody told us anything 😡          ││                                                                                                                                    │
    │   survey.csv:288                                               ││ -2                                                                                                                                 │
    ╰────────────────────────────────────────────────────────────────╯╰────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter open  o owner  / filter  ] hottest  ? help  q quit  Tab pane  P problems  R rejected  i inbox  x export
    ");
}
