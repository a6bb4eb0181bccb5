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
    Enter open  o owner  ] hottest  / filter  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  ? help  q quit
    ");
}

#[test]
fn the_touchpoint_at_120_by_40() {
    assert_snapshot!(Desk::read(120, 40).press("l enter").screen(), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                lens: all feedback
    ╭ Queue for the ramp  crossing/queue ───────────────────────────────────────────────────────────────────────── more ▾ ─╮
    │  1 Overview  2 Weeks  3 Segments  4 Words  5 Rules  6 Actions  7 History                                             │
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
    │ pain      106, 55.2 % of the journey's                      ▼ 2025-06-02 · survey · score 1                          │
    │ passed    cannot be said, because nobody is known to have     Two hours in the sun and nobody told us anything 😡    │
    │           passed                                              survey.csv:259                                         │
    │ fix saves 435.6 complaints (246.1 to 496.5) of 1,000                                                                 │
    │           started                                           ▼ 2025-06-02 · survey · family · score 1                 │
    │                                                               Two hours in the sun and nobody told us anything 😡    │
    │ limit 15  ┄┄┄┄┄┄┄┄┄┄┄┄┄                                       survey.csv:272                                         │
    │ by week                                                                                                              │
    │              ▁                                              ▼ 2025-06-02 · survey · score 2                          │
    │           ▇▇▇█▇▄▄▇▇▇▇▄▄                                       Two hours in the sun and nobody told us anything 😡    │
    │           █████████████                                       survey.csv:288                                         │
    │           █████████████                                                                                              │
    │           2025-W11 to 2025-W27                              ▼ 2025-06-02 · survey · family · score 2                 │
    │           at most 9 complaints in a week                      Two hours in the sun and nobody told us anything 😡    │
    │           usual 7.0 a week, limit 14.9                        survey.csv:301                                         │
    │           against the customers who answered                                                                         │
    │           5 rows left out: no date                          ▼ 2025-06-02 · survey · score 2                          │
    │                                                               Two hours in the sun and nobody told us anything 😡    │
    │ scores    csat-5, of 135, mean 1.93                           survey.csv:314                                         │
    │         1 ███████████████████████████████████████ 63                                                                 │
    │         2 ███████████████████████████ 43                    ▲ 2025-06-02 · survey · family · score 4                 │
    │         3 ███████ 12                                          Schnell und freundlich, gerne wieder!                  │
    │         4 ██████ 9                                            survey.csv:341                                         │
    │         5 █████ 8                                                                                                    │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Tab tab  o owner  ] hottest  / filter  b board  L lens  Ctrl-F go to  : commands  a journeys  ? help  q quit  Esc back
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
    │ pain      106, 55.2 % of the journey's                         ││    │ · silent                   Web shop │                                                                                         │
    │ fix saves 435.6 complaints (246.1 to 496.5) of 1,000 started   ││    ╰─────────────────────────────────────╯                                                                                         │
    │                                                                ││                                                                                                                                    │
    │ by week    █████▇▇████▇▇                                       ││                                                                                                                                    │
    │           usual 7.0 a week, limit 14.9                         ││                                                                                                                                    │
    │           against the customers who answered                   ││                                                                                                                                    │
    │           2025-W10 to 2025-W27                                 ││                                                                                                                                    │
    │           at most 9 complaints                                 ││                                                                                                                                    │
    │           5 rows left out: no date                             ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │ scores    csat-5, of 135, mean 1.93                            ││                                                                                                                                    │
    │         1 ████████████████████████████████████████ 63          ││                                                                                                                                    │
    │         2 ███████████████████████████ 43                       ││                                                                                                                                    │
    ");
}

#[test]
fn the_lower_half_of_the_board_at_200_by_60() {
    assert_snapshot!(lines(30), @r"
    │         3 ████████ 12                                          ││                                                                                                                                    │
    │         4 ██████ 9                                             ││                                                                                                                                    │
    │         5 █████ 8                                              ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
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
    Enter open  o owner  ] hottest  / filter  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  f numbers  ? help  q quit  Tab pane  P problems  R rejected  i inbox  x export  e edit  v heat
    ");
}
