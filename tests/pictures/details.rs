//! A touchpoint in short, and its weeks.

use crate::{LARGE, SMALL, USUAL, after};
use insta::assert_snapshot;

#[test]
fn a_touchpoint_at_80_by_24() {
    assert_snapshot!(after("enter", SMALL), @r"
    Ferry Line — Everybody aboard, nobody anxious                       all feedback
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)
     Queue for the ramp  crossing/queue ────────────────────────────────── more ▾ ──
     1 Overview  2 Weeks  3 Segments  4 Words  5 Rules  6 Actions  7 History
    owner     nobody  o puts an owner on it
    where     At the harbour · harbour
              ★ moment of truth
    friction  █ 70.9 burning
    complain  79 % (71 to 85), of 135
    said      ███████████████████████████████▒▒▒▒░░░░░
              █     106  79 %  complaints
              ▒      12   9 %  neutral
              ░      17  13 %  praise
    CSAT      13 % (8 to 19), of 135
    pain      106, 55.2 % of the journey's
    passed    cannot be said, because nobody is known to have passed
    fix saves 435.6 complaints (246.1 to 496.5) of 1,000 started

    limit 15  ┄┄┄┄┄┄┄┄┄┄┄┄┄
    by week
                 ▁
              ▇▇▇█▇▄▄▇▇▇▇▄▄
              █████████████
    Tab tab  o owner  ] hottest  / filter  b board  L lens  ? help  q quit  Esc back
    ");
}

#[test]
fn a_touchpoint_at_120_by_40() {
    assert_snapshot!(after("enter", USUAL), @r"
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

#[test]
fn a_touchpoint_at_200_by_60() {
    assert_snapshot!(after("enter", LARGE), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                                                                                                lens: all feedback
    ╭ Queue for the ramp  crossing/queue ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── more ▾ ─╮
    │  1 Overview  2 Weeks  3 Segments  4 Words  5 Rules  6 Actions  7 History                                                                                                                             │
    │ owner     nobody  o puts an owner on it                                                             verbatims 135, newest first                                                                      │
    │ where     At the harbour · harbour                                                                                                                                                                   │
    │           ★ moment of truth                                                                         ▼ 2025-06-02 · survey · score 1                                                                  │
    │ friction  █ 70.9 burning                                                                              Two hours in the sun and nobody told us anything 😡                                            │
    │ complain  79 % (71 to 85), of 135                                                                     survey.csv:233                                                                                 │
    │ said      ███████████████████████████████▒▒▒▒░░░░░                                                                                                                                                   │
    │           █     106  79 %  complaints                                                               ▼ 2025-06-02 · survey · family · score 1                                                         │
    │           ▒      12   9 %  neutral                                                                    Two hours in the sun and nobody told us anything 😡                                            │
    │           ░      17  13 %  praise                                                                     survey.csv:246                                                                                 │
    │ CSAT      13 % (8 to 19), of 135                                                                                                                                                                     │
    │ pain      106, 55.2 % of the journey's                                                              ▼ 2025-06-02 · survey · score 1                                                                  │
    │ passed    cannot be said, because nobody is known to have passed                                      Two hours in the sun and nobody told us anything 😡                                            │
    │ fix saves 435.6 complaints (246.1 to 496.5) of 1,000 started                                          survey.csv:259                                                                                 │
    │                                                                                                                                                                                                      │
    │ limit 15  ┄┄┄┄┄┄┄┄┄┄┄┄┄                                                                             ▼ 2025-06-02 · survey · family · score 1                                                         │
    │ by week                                                                                               Two hours in the sun and nobody told us anything 😡                                            │
    │              ▁                                                                                        survey.csv:272                                                                                 │
    │           ▇▇▇█▇▄▄▇▇▇▇▄▄                                                                                                                                                                              │
    │           █████████████                                                                             ▼ 2025-06-02 · survey · score 2                                                                  │
    │           █████████████                                                                               Two hours in the sun and nobody told us anything 😡                                            │
    │           2025-W11 to 2025-W27                                                                        survey.csv:288                                                                                 │
    │           at most 9 complaints in a week                                                                                                                                                             │
    │           usual 7.0 a week, limit 14.9                                                              ▼ 2025-06-02 · survey · family · score 2                                                         │
    │           against the customers who answered                                                          Two hours in the sun and nobody told us anything 😡                                            │
    │           5 rows left out: no date                                                                    survey.csv:301                                                                                 │
    │                                                                                                                                                                                                      │
    │ scores    csat-5, of 135, mean 1.93                                                                 ▼ 2025-06-02 · survey · score 2                                                                  │
    │         1 ████████████████████████████████████████ 63                                                 Two hours in the sun and nobody told us anything 😡                                            │
    │         2 ███████████████████████████ 43                                                              survey.csv:314                                                                                 │
    │         3 ████████ 12                                                                                                                                                                                │
    │         4 ██████ 9                                                                                  ▲ 2025-06-02 · survey · family · score 4                                                         │
    │         5 █████ 8                                                                                     Schnell und freundlich, gerne wieder!                                                          │
    │                                                                                                       survey.csv:341                                                                                 │
    │ leads to  90 % Drive aboard                                                                                                                                                                          │
    │           10 % Claim online (refund/claim)                                                          ▲ 2025-06-02 · survey · family · score 5                                                         │
    │ authority Crew may wave cars with infants to the front                                                Schnell und freundlich, gerne wieder!                                                          │
    │ notes     Worst on the first Saturday of the holidays                                                 survey.csv:344                                                                                 │
    │                                                                                                                                                                                                      │
    │ fed by    survey: tag queue or waiting                                                              ▼ 2025-05-26 · survey · score 1                                                                  │
    │           1-crossing.yaml:27                                                                          Two hours in the sun and nobody told us anything 😡                                            │
    │                                                                                                       survey.csv:231                                                                                 │
    │                                                                                                                                                                                                      │
    │                                                                                                     ▼ 2025-05-26 · survey · family · score 1                                                         │
    │                                                                                                       Two hours in the sun and nobody told us anything 😡                                            │
    │                                                                                                       survey.csv:244                                                                                 │
    │                                                                                                                                                                                                      │
    │                                                                                                     ▼ 2025-05-26 · survey · score 1                                                                  │
    │                                                                                                       Two hours in the sun and nobody told us anything 😡                                            │
    │                                                                                                       survey.csv:257                                                                                 │
    │                                                                                                                                                                                                      │
    │                                                                                                     ▼ 2025-05-26 · survey · family · score 1                                                         │
    │                                                                                                       Two hours in the sun and nobody told us anything 😡                                            │
    │                                                                                                       survey.csv:270                                                                                 │
    │                                                                                                                                                                                                      │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Tab tab  o owner  ] hottest  / filter  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  f numbers  ? help  q quit  Esc back  P problems  R rejected  i inbox  x export  e edit
    ");
}

#[test]
fn its_weeks_at_80_by_24() {
    assert_snapshot!(after("enter 2", SMALL), @r"
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
fn its_weeks_at_120_by_40() {
    assert_snapshot!(after("enter 2", USUAL), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                lens: all feedback
    ╭ Queue for the ramp  crossing/queue ──────────────────────────────────────────────────────────────────────────────────╮
    │  1 Overview  2 Weeks  3 Segments  4 Words  5 Rules  6 Actions  7 History                                             │
    │ by week   ┄┄┄┄┄ ┄┄┄┄┄                                                                                                │
    │ limit 15       ┄     ┄┄                                                                                              │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │           ▁▁▁▆▁  ▁▁▁▁                                                                                                │
    │           █████▄▄████▄▄                                                                                              │
    │           █████████████                                                                                              │
    │           █████████████                                                                                              │
    │           █████████████                                                                                              │
    │           █████████████                                                                                              │
    │           2025-W11 to 2025-W27                                                                                       │
    │           at most 9 complaints in a week                                                                             │
    │           usual 7.0 a week, limit 14.9                                                                               │
    │           against the customers who answered                                                                         │
    │           5 rows left out: no date                                                                                   │
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
fn its_weeks_at_200_by_60() {
    assert_snapshot!(after("enter 2", LARGE), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                                                                                                lens: all feedback
    ╭ Queue for the ramp  crossing/queue ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │  1 Overview  2 Weeks  3 Segments  4 Words  5 Rules  6 Actions  7 History                                                                                                                             │
    │ by week   ┄┄┄┄┄ ┄┄┄┄┄                                                                                                                                                                                │
    │ limit 15       ┄     ┄┄                                                                                                                                                                              │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │           ▁▁▁▆▁  ▁▁▁▁                                                                                                                                                                                │
    │           █████▄▄████▄▄                                                                                                                                                                              │
    │           █████████████                                                                                                                                                                              │
    │           █████████████                                                                                                                                                                              │
    │           █████████████                                                                                                                                                                              │
    │           █████████████                                                                                                                                                                              │
    │           2025-W11 to 2025-W27                                                                                                                                                                       │
    │           at most 9 complaints in a week                                                                                                                                                             │
    │           usual 7.0 a week, limit 14.9                                                                                                                                                               │
    │           against the customers who answered                                                                                                                                                         │
    │           5 rows left out: no date                                                                                                                                                                   │
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
