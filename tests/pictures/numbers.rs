//! All journeys in a table, and a journey's own numbers.

use crate::{LARGE, SMALL, USUAL, after};
use insta::assert_snapshot;

#[test]
fn all_journeys_at_80_by_24() {
    assert_snapshot!(after("a", SMALL), @r"
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
fn all_journeys_at_120_by_40() {
    assert_snapshot!(after("a", USUAL), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                lens: all feedback
    ╭ 2 journeys ──────────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ fric. journey                                     pain by week                   NPS        CES hot nobody  spikes   │
    │ ▆  39 Cross with the car                           192 ▁▅▅███▇▇▇▇██▇▆▃▂            –          –   2      2  none     │
    │       Harbour operations · A family of four                                                                          │
    │ ○   – 払い戻し Get a refund                          7       ██ ██  █  ██          –          –   0      0  none     │
    │       nobody                                                                                                         │
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
    │                                                                                                                      │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter open  s sort  S group  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  ? help  q quit  Esc back
    ");
}

#[test]
fn all_journeys_at_200_by_60() {
    assert_snapshot!(after("a", LARGE), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                                                                                                lens: all feedback
    ╭ 2 journeys ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ fric. journey                                                      persona                       owner                  pain by week                             NPS        CES hot nobody  spikes   │
    │ ▆  39 Cross with the car                                           A family of four              Harbour operations      192 ▁▅▅███▇▇▇▇██▇▆▃▂                      –          –   2      2  none     │
    │ ○   – 払い戻し Get a refund                                        –                             nobody                    7       ██ ██  █  ██                    –          –   0      0  none     │
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
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter open  s sort  S group  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  f numbers  ? help  q quit  Esc back  P problems  R rejected  i inbox  e edit
    ");
}

#[test]
fn the_numbers_at_80_by_24() {
    assert_snapshot!(after("f", SMALL), @r"
    Ferry Line — Everybody aboard, nobody anxious                       all feedback
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)
     Numbers of Cross with the car ─────────────────────────────────────────────────
    crossing: Cross with the car
      192 complaints of 441, 43.5 % (39.0 to 48.2), friction 39.0
      its contact rate cannot be said, because nobody is known to have passed

    Of 1,000 who start
      900.0 reach the goal, 0.0 leave before, 100.0 go on into another journey
      at least 1750.0 complaints to expect, if those who pass complain as those who
      answered do
      not known how often they complain at: Pay, Find a seat, Drive ashore

    Ways
      choke points: Book the crossing, Pay, Queue for the ramp, Drive aboard, Find a
      seat
      no way leads to: none
      loop by Read the timetable: 0.33 rounds each (Read the timetable, Book the
      crossing)
      likeliest way (67.5 % take it, 1584.4 complaints of 1,000): Read the timetable
      > Book the crossing > Pay > Queue for the ramp > Drive aboard > Find a seat >
      Drive ashore
      most painful of the likely ways (67.5 % take it, 1584.4 complaints of 1,000):
    b board  L lens  Ctrl-F go to  : commands  a journeys  ? help  q quit  Esc back
    ");
}

#[test]
fn the_numbers_at_120_by_40() {
    assert_snapshot!(after("f", USUAL), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                lens: all feedback
    ╭ Numbers of Cross with the car ───────────────────────────────────────────────────────────────────────────────────────╮
    │ crossing: Cross with the car                                                                                         │
    │   192 complaints of 441, 43.5 % (39.0 to 48.2), friction 39.0                                                        │
    │   its contact rate cannot be said, because nobody is known to have passed                                            │
    │                                                                                                                      │
    │ Of 1,000 who start                                                                                                   │
    │   900.0 reach the goal, 0.0 leave before, 100.0 go on into another journey                                           │
    │   at least 1750.0 complaints to expect, if those who pass complain as those who                                      │
    │   answered do                                                                                                        │
    │   not known how often they complain at: Pay, Find a seat, Drive ashore                                               │
    │                                                                                                                      │
    │ Ways                                                                                                                 │
    │   choke points: Book the crossing, Pay, Queue for the ramp, Drive aboard, Find a                                     │
    │   seat                                                                                                               │
    │   no way leads to: none                                                                                              │
    │   loop by Read the timetable: 0.33 rounds each (Read the timetable, Book the                                         │
    │   crossing)                                                                                                          │
    │   likeliest way (67.5 % take it, 1584.4 complaints of 1,000): Read the timetable                                     │
    │   > Book the crossing > Pay > Queue for the ramp > Drive aboard > Find a seat >                                      │
    │   Drive ashore                                                                                                       │
    │   most painful of the likely ways (67.5 % take it, 1584.4 complaints of 1,000):                                      │
    │   Read the timetable > Book the crossing > Pay > Queue for the ramp > Drive                                          │
    │   aboard > Find a seat > Drive ashore                                                                                │
    │                                                                                                                      │
    │ Fix this step: complaints saved, of 1,000 who start                                                                  │
    │      saves  range                 step                                                                               │
    │      435.6  246.1 to 496.5        Queue for the ramp                                                                 │
    │      156.1  34.1 to 274.6         Book the crossing                                                                  │
    │                                                                                                                      │
    │ Emotion curve, from -2 (worst) to +2 (best)                                                                          │
    │                                   all    family    (none)                                                            │
    │     Read the timetable           +1.1      +1.1      +1.1                                                            │
    │     Book the crossing            -0.2      -0.2      -0.2                                                            │
    │     Pay                             -         -         -                                                            │
    │   ★ Queue for the ramp           -1.1      -1.1      -1.1                                                            │
    │     Drive aboard                 +0.5      +0.5      +0.6                                                            │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  f numbers  ? help  q quit  Esc back  P problems
    ");
}

#[test]
fn the_numbers_at_200_by_60() {
    assert_snapshot!(after("f", LARGE), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                                                                                                lens: all feedback
    ╭ Numbers of Cross with the car ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ crossing: Cross with the car                                                                                                                                                                         │
    │   192 complaints of 441, 43.5 % (39.0 to 48.2), friction 39.0                                                                                                                                        │
    │   its contact rate cannot be said, because nobody is known to have passed                                                                                                                            │
    │                                                                                                                                                                                                      │
    │ Of 1,000 who start                                                                                                                                                                                   │
    │   900.0 reach the goal, 0.0 leave before, 100.0 go on into another journey                                                                                                                           │
    │   at least 1750.0 complaints to expect, if those who pass complain as those who                                                                                                                      │
    │   answered do                                                                                                                                                                                        │
    │   not known how often they complain at: Pay, Find a seat, Drive ashore                                                                                                                               │
    │                                                                                                                                                                                                      │
    │ Ways                                                                                                                                                                                                 │
    │   choke points: Book the crossing, Pay, Queue for the ramp, Drive aboard, Find a                                                                                                                     │
    │   seat                                                                                                                                                                                               │
    │   no way leads to: none                                                                                                                                                                              │
    │   loop by Read the timetable: 0.33 rounds each (Read the timetable, Book the                                                                                                                         │
    │   crossing)                                                                                                                                                                                          │
    │   likeliest way (67.5 % take it, 1584.4 complaints of 1,000): Read the timetable                                                                                                                     │
    │   > Book the crossing > Pay > Queue for the ramp > Drive aboard > Find a seat >                                                                                                                      │
    │   Drive ashore                                                                                                                                                                                       │
    │   most painful of the likely ways (67.5 % take it, 1584.4 complaints of 1,000):                                                                                                                      │
    │   Read the timetable > Book the crossing > Pay > Queue for the ramp > Drive                                                                                                                          │
    │   aboard > Find a seat > Drive ashore                                                                                                                                                                │
    │                                                                                                                                                                                                      │
    │ Fix this step: complaints saved, of 1,000 who start                                                                                                                                                  │
    │      saves  range                 step                                                                                                                                                               │
    │      435.6  246.1 to 496.5        Queue for the ramp                                                                                                                                                 │
    │      156.1  34.1 to 274.6         Book the crossing                                                                                                                                                  │
    │                                                                                                                                                                                                      │
    │ Emotion curve, from -2 (worst) to +2 (best)                                                                                                                                                          │
    │                                   all    family    (none)                                                                                                                                            │
    │     Read the timetable           +1.1      +1.1      +1.1                                                                                                                                            │
    │     Book the crossing            -0.2      -0.2      -0.2                                                                                                                                            │
    │     Pay                             -         -         -                                                                                                                                            │
    │   ★ Queue for the ramp           -1.1      -1.1      -1.1                                                                                                                                            │
    │     Drive aboard                 +0.5      +0.5      +0.6                                                                                                                                            │
    │     Find a seat                     -         -         -                                                                                                                                            │
    │     Drive ashore                    -         -         -                                                                                                                                            │
    │   means of 441 scores; ★ moment of truth, - nobody gave one                                                                                                                                          │
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
    b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  f numbers  ? help  q quit  Esc back  P problems  R rejected  i inbox  e edit
    ");
}
