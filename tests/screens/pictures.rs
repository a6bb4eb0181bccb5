//! The main screens as they look.

use crate::fixture::{self, Desk};
use insta::assert_snapshot;
use pothole::tui::theme::{Charset, Palette, Theme};

#[test]
fn the_board_at_80_by_24() {
    assert_snapshot!(Desk::read(80, 24).press("l").screen(), @r"
    Ferry Line — Everybody aboard, nobody anxious                       all feedback
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)
     Journeys: friction, complaints by week ────────────────────────────────────────
    ▆  39  Cross with the car                   ▁▅▅███▇▇▇▇██▇▆▃▂     2 hot, nobody
    ○   –  払い戻し Get a refund                      ██ ██  █  ██
     Cross with the car: A family of four ──────────────────────────────────────────
       Plan ───────────────────── At the harbour ─────────── At sea ────────────────
    ╭┄▶▁  6 Read the timetab…  ╭─▶█ 71 Queue for th… ★ →  ╭─▶·  – Find a seat
    ┆  ▼                       │  ▼ 90%                   │  ▼
    ┆  ▆ 38 Book the crossing  │  ▄ 16 Drive aboard ──────╯  ·  – Drive ashore
    ╰┄┄┤                       │
       ▼                       │
       ·  – Pay ───────────────╯
    +2     ●⣀⣀⡀
     0┈┈┈┈┈┈┈┈⠈⠉⠒⠒⠤⠤●┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈┈┈┈⢀⣀⡠⠤⠤⠒⠒⠊⠉⠉●┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈
    -2                                  ★ -1.1
     Queue for the ramp  crossing/queue ────────────────────────────────────────────
    friction  █ 70.9 burning   79 % (71 to 85), of 135 complain
    owner     nobody  o puts an owner on it · At the harbour · harbour  ★
    said      █████████████████▒▒░░░  █ 106 complaints ▒ 12 neutral ░ 17 praise
    scores    CSAT 13 % (8 to 19), of 135
    by week    █████▇▇████▇▇      2025-W10 to 2025-W27, 5 undated left out
    newest    ▼ 2025-06-02  Two hours in the sun and nobody told us anything 😡
    Enter open  o owner  ] hottest  / filter  b board  L lens  ? help  q quit
    ");
}

#[test]
fn the_touchpoint_at_80_by_24() {
    assert_snapshot!(Desk::read(80, 24).press("l enter").screen(), @r"
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
fn the_choice_of_an_owner() {
    assert_snapshot!(Desk::read(80, 24).press("l o").write("m").screen(), @r"
    Ferry Line — Everybody aboard, nobody anxious                       all feedback
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)
     Journeys: friction, complaints by week ────────────────────────────────────────
    ▆  39  Cross with the car                   ▁▅▅███▇▇▇▇██▇▆▃▂     2 hot, nobody
    ○   –  払い╭ Owner of Queue for the ramp ───────────────────────────╮
     Cross with│ > m                                                    │───────────
       Plan ───│                                                        │───────────
    ╭┄▶▁  6 Rea│   Mina Okafor                     mina, Web shop       │seat
    ┆  ▼       │   use “m” as written              not declared         │
    ┆  ▆ 38 Boo│                                                        │shore
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
fn a_broken_file_and_its_problem() {
    let mut desk = Desk::over(fixture::with_a_broken_file(), 80, 24);
    desk.press("tab tab j");
    assert_snapshot!(desk.screen(), @r"
    Ferry Line — Everybody aboard, nobody anxious                       all feedback
    458 rows: 441 mapped, 14 unmapped (i), 3 rejected (R) · 4 problems (P)
     Journeys: friction, complaints by week ────────────────────────────────────────
    ▆  39  Cross with the car                   ▁▅▅███▇▇▇▇██▇▆▃▂     2 hot, nobody
    ✗ broken 3-broken.yaml:1: unclosed bracket '['
     3-broken.yaml could not be read ───────────────────────────────────────────────
    3-broken.yaml:1: unclosed bracket '['
    1 | journey: [half
      |          ^
    help: close every `[` with `]` and every `{` with `}`, with commas between the
    items





     Details ───────────────────────────────────────────────────────────────────────
    A journey's touchpoints stand here once its file can be read.





    Enter open  ] hottest  / filter  b board  L lens  Ctrl-F go to  ? help  q quit
    ");
    assert_snapshot!(desk.press("P").screen(), @r"
    Ferry Line — Everybody aboard, nobody anxious                       all feedback
    458 rows: 441 mapped, 14 unmapped (i), 3 rejected (R) · 4 problems (P)
     4 problems in the files ───────────────────────────────────────────────────────
    ✗ 1-crossing.yaml:26  no touchpoint `refund/claim`
    ▲ 1-crossing.yaml:31  `crew` is neither a declared team nor a person
    ✗ 3-broken.yaml:1     unclosed bracket '['
    ▲ pothole.yaml:4      no file matches `survey.csv`










    1-crossing.yaml:26: no touchpoint `refund/claim`
    26 |         next: [{to: board, share: 0.9}, {to: refund/claim, share: 0.1}]
       |                                              ^^^^^^^^^^^^
    help: touchpoints: `crossing/timetable`, `crossing/booking`, `crossing/pay`,
    `crossing/queue`, `crossing/board`, `crossing/cabin`, `crossing/ashore`

    Enter open file  b board  L lens  Ctrl-F go to  ? help  q quit  Esc back
    ");
}

#[test]
fn the_board_without_colour_and_in_ascii() {
    let mut desk = Desk::read(80, 24);
    desk.state.theme = Theme {
        palette: Palette::Plain,
        charset: Charset::Ascii,
    };
    desk.press("l");
    assert_snapshot!(desk.screen(), @r"
    Ferry Line - Everybody aboard, nobody anxious                       all feedback
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) | 2 problems (P)
     Journeys: friction, complaints by week ----------------------------------------
    #  39  Cross with the car                   .++###%%%%##%*-:     2 hot, nobody
    o   -  払い戻し Get a refund                      ## ##  #  ##
     Cross with the car: A family of four ------------------------------------------
       Plan --------------------- At the harbour ----------- At sea ----------------
    +.>-  6 Read the timeta..  +->@ 71 Queue for.. * ->   +->.  - Find a seat
    :  v                       |  v 90%                   |  v
    :  # 38 Book the crossing  |  = 16 Drive aboard ------+  .  - Drive ashore
    +..+                       |
       v                       |
       .  - Pay ---------------+
    +2     o...
     0---------''---o--------.---------------...---'''o-----------.-----------.-----
    -2                                  * -1.1
     Queue for the ramp  crossing/queue --------------------------------------------
    friction  @ 70.9 burning   79 % (71 to 85), of 135 complain
    owner     nobody  o puts an owner on it, At the harbour, harbour  *
    said      #################==---  # 106 complaints = 12 neutral - 17 praise
    scores    CSAT 13 % (8 to 19), of 135
    by week    #####%%####%%      2025-W10 to 2025-W27, 5 undated left out
    newest    - 2025-06-02  Two hours in the sun and nobody told us anything 😡
    Enter open  o owner  ] hottest  / filter  b board  L lens  ? help  q quit
    ");
}

#[test]
fn the_first_frame_before_any_feedback_is_read() {
    assert_snapshot!(Desk::opened(fixture::workspace(), 80, 24).screen(), @r"
    Ferry Line — Everybody aboard, nobody anxious                        reading 0 %
    0 rows · 2 problems (P)                                       lens: all feedback
     Journeys: friction, complaints by week ────────────────────────────────────────
    ·   –  Cross with the car
    ·   –  払い戻し Get a refund
     Cross with the car: A family of four ──────────────────────────────────────────
       Plan ───────────────────── At the harbour ─────────── At sea ────────────────
    ╭┄▶·  – Read the timetab…  ╭─▶·  – Queue for th… ★ →  ╭─▶·  – Find a seat
    ┆  ▼                       │  ▼ 90%                   │  ▼
    ┆  ·  – Book the crossing  │  ·  – Drive aboard ──────╯  ·  – Drive ashore
    ╰┄┄┤                       │
       ▼                       │
       ·  – Pay ───────────────╯
    +2
     0┈┈┈┈┈· no scores ┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈☆┈┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈
    -2
     Read the timetable  crossing/timetable ────────────────────────────────────────
    friction  · nothing read yet
    owner     Web shop  web · Plan · web
    leads to  Book the crossing



    Enter open  o owner  ] hottest  / filter  b board  L lens  ? help  q quit
    ");
}
