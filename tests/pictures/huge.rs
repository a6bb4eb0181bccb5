//! A huge workspace: a journey of 108 touchpoints, and thirty in a table.

use crate::{LARGE, SMALL, USUAL, house};
use insta::assert_snapshot;

#[test]
fn a_huge_journey_at_80_by_24() {
    assert_snapshot!(house(SMALL).press("right down").screen(), @r"
    A large house
    17 rows: 0 mapped, 14 unmapped (i), 3 rejected (R)            lens: all feedback
     Journeys 1 of 30: friction, complaints by week ────────────────────────────────
    ·   –  Journey number 0
     Journey number 0 ─────────────────────────────────────────────── + draws lines
     Stag… Stag… Stag… Stag… Stag… Stag… Stag… Stag… Stag… Stag… Stag… Stage 11 ────
     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·
     ·     ·    ▶·     ·     ·     ·     ·     ·     ·     ·     ·     ·
     ·    ▶·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·
     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·
     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·
     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·
     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·
     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·
     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·     ·

    +2
     ········ no scores ····················································┈┈┈┈┈┈┈┈
    -2
     Touchpoint 10 of them  j00/t10 ────────────────────────────────────────────────
    friction  · nobody has spoken here
    owner     nobody  o puts an owner on it · Stage 1
    leads to  Touchpoint 11 of them
    Enter open  o owner  ] hottest  / filter  b board  L lens  ? help  q quit
    ");
}

#[test]
fn a_huge_journey_at_120_by_40() {
    assert_snapshot!(house(USUAL).press("right down").screen(), @r"
    A large house
    17 rows: 0 mapped, 14 unmapped (i), 3 rejected (R)                                                    lens: all feedback
    ╭ Journeys 1 of 30: friction, complaints by week ──────────────────────────────────────────────────────────────────────╮
    │ ·   –  Journey number 0                                                                                              │
    │ ·   –  Journey number 1                                                                                              │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭ Journey number 0 ────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ Stage 0 ─ Stage 1 ─ Stage 2 ─ Stage 3 ─ Stage 4 ─ Stage 5 ─ Stage 6 ─ Stage 7 ─ Stage 8 ─ Stage 9 ─ Stage 10  Stage… │
    │ ·   ╭────▶·   ╭────▶·   ╭────▶·   ╭────▶·   ╭────▶· ──┬────▶·   ╭────▶·   ╭────▶·   ╭────▶·   ╭────▶·   ╭────▶·      │
    │ ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼      │
    │ ·   │     · ──┼─10%▶·   │     ·   │     ·   │     ·   │     ·   │     ·   │     · ──┼─10%▶·   │     ·   │     ·      │
    │ ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼      │
    │ ·   │     ·   │     ·   │     ·   │     · ──┼─10%▶·   │     ·   │     ·   │     ·   │     ·   │     ·   │     ·      │
    │ ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼      │
    │ · ──┼─10%▶·   │     ·   │     ·   │     ·   │     ·   │     ·   │     · ──┼─10%▶·   │     ·   │     ·   │     ·      │
    │ ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼      │
    │ ·   │     ·   │     ·   │     · ──┼─10%▶·   │     ·   │     ·   │     ·   │     ·   │     ·   │     · ──┼─10%▶·      │
    │ ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼      │
    │ ·   │     ·   │     ·   │     ·   │     ·   │     ·   │     · ──┼─10%▶·   │     ·   │     ·   │     ·   │     ·      │
    │ ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼      │
    │ ·   │     ·   │     · ──┼─10%▶·   │     ·   │     ·   │     ·   │     ·   │     ·   │     · ──┼─10%▶·   │     ·      │
    │ ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼      │
    │ ·   │     ·   │     ·   │     ·   │     ·   │     · ──┼─10%▶·   │     ·   │     ·   │     ·   │     ·   │     ·      │
    │ ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼   │     ▼      │
    │ · ──╯     · ──┴─10%▶· ──╯     · ──╯     · ──╯     · ──╯     · ──╯     · ──╯     · ──┴─10%▶· ──╯     · ──╯     ·      │
    │                                                                                                                      │
    │                                                                                                                      │
    │ friction: ▁ calm  ▄ warm from 12.5  ▆ hot from 25  █ burning from 50  ○ too few  · silent                            │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭ Touchpoint 10 of them  j00/t10 ──────────────────────────────────────────────────────────────────────────────────────╮
    │ owner     nobody  o puts an owner on it    fed by    no rule; only a        verbatims no row here has text           │
    │ where     Stage 1                                    touchpoint column                                               │
    │ friction  · nobody has spoken here                   can                                                             │
    │                                                                                                                      │
    │ leads to  Touchpoint 11 of them                                                                                      │
    │           10 % Touchpoint 19 of them                                                                                 │
    │                                                                                                                      │
    │                                                                                                                      │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter open  o owner  ] hottest  / filter  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  ? help  q quit
    ");
}

#[test]
fn a_huge_journey_at_200_by_60() {
    assert_snapshot!(house(LARGE).press("right down").screen(), @r"
    A large house
    17 rows: 0 mapped, 14 unmapped (i), 3 rejected (R)                                                                                                                                    lens: all feedback
    ╭ Journeys 1 of 30: friction, complaints by week ────────────────╮╭ Journey number 0 ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ ·   –  Journey number 0                                        ││ Stage 0 ── Stage 1 ── Stage 2 ── Stage 3 ── Stage 4 ── Stage 5 ── Stage 6 ── Stage 7 ── Stage 8 ── Stage 9 ── Stage 10 ─ Stage 11  │
    │ ·   –  Journey number 1                                        ││ ·    ╭────▶·    ╭────▶·    ╭────▶·    ╭────▶·    ╭────▶· ───┬────▶·    ╭────▶·    ╭────▶·    ╭────▶·    ╭────▶·    ╭────▶·         │
    │ ·   –  Journey number 2                                        ││ ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼         │
    │ ·   –  Journey number 3                                        ││ ·    │     · ───┼─10%▶·    │     ·    │     ·    │     ·    │     ·    │     ·    │     · ───┼─10%▶·    │     ·    │     ·         │
    │ ·   –  Journey number 4                                        ││ ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼         │
    │ ·   –  Journey number 5                                        ││ ·    │     ·    │     ·    │     ·    │     · ───┼─10%▶·    │     ·    │     ·    │     ·    │     ·    │     ·    │     ·         │
    │ ·   –  Journey number 6                                        ││ ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼         │
    │ ·   –  Journey number 7                                        ││ · ───┼─10%▶·    │     ·    │     ·    │     ·    │     ·    │     ·    │     · ───┼─10%▶·    │     ·    │     ·    │     ·         │
    │ ·   –  Journey number 8                                        ││ ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼         │
    │ ·   –  Journey number 9                                        ││ ·    │     ·    │     ·    │     · ───┼─10%▶·    │     ·    │     ·    │     ·    │     ·    │     ·    │     · ───┼─10%▶·         │
    │ ·   –  Journey number 10                                       ││ ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼         │
    │ ·   –  Journey number 11                                       ││ ·    │     ·    │     ·    │     ·    │     ·    │     ·    │     · ───┼─10%▶·    │     ·    │     ·    │     ·    │     ·         │
    │ ·   –  Journey number 12                                       ││ ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼         │
    │ ·   –  Journey number 13                                       ││ ·    │     ·    │     · ───┼─10%▶·    │     ·    │     ·    │     ·    │     ·    │     ·    │     · ───┼─10%▶·    │     ·         │
    │ ·   –  Journey number 14                                       ││ ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼         │
    │ ·   –  Journey number 15                                       ││ ·    │     ·    │     ·    │     ·    │     ·    │     · ───┼─10%▶·    │     ·    │     ·    │     ·    │     ·    │     ·         │
    │ ·   –  Journey number 16                                       ││ ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼    │     ▼         │
    ╰────────────────────────────────────────────────────────────────╯│ · ───╯     · ───┴─10%▶· ───╯     · ───╯     · ───╯     · ───╯     · ───╯     · ───╯     · ───┴─10%▶· ───╯     · ───╯     ·         │
    ╭ Touchpoint 10 of them  j00/t10 ────────────────────────────────╮│                                                                                                                                    │
    │ owner     nobody  o puts an owner on it                        ││                                                                                                                                    │
    │ where     Stage 1                                              ││                                                                                                                                    │
    │ friction  · nobody has spoken here                             ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │ leads to  Touchpoint 11 of them                                ││                                                                                                                                    │
    │           10 % Touchpoint 19 of them                           ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │ fed by    no rule; only a touchpoint column can                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │ verbatims no row here has text                                 ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││ friction: ▁ calm  ▄ warm from 12.5  ▆ hot from 25  █ burning from 50  ○ too few  · silent                                          │
    │                                                                ││ +2                                                                                                                                 │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││ ··┈·····┈···· no scores ┈·····┈····┈·····┈····┈·····┈····┈·····┈····┈·····┈····┈·····┈····┈·····┈····┈·····┈····┈·····┈······┈┈┈┈┈ │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │                                                                ││ -2                                                                                                                                 │
    ╰────────────────────────────────────────────────────────────────╯╰────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter open  o owner  ] hottest  / filter  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  f numbers  ? help  q quit  Tab pane  R rejected  i inbox  x export  e edit  v heat
    ");
}

#[test]
fn thirty_journeys_at_80_by_24() {
    assert_snapshot!(house(SMALL).press("a G").screen(), @r"
    A large house
    17 rows: 0 mapped, 14 unmapped (i), 3 rejected (R)            lens: all feedback
     30 journeys ───────────────────────────────────────────────────────────────────
    fric. journey                   pain by week      NPS   CES hot nobody  spikes
    ·   – Journey number 11            0                –     –   0      0  too few
    ·   – Journey number 12            0                –     –   0      0  too few
    ·   – Journey number 13            0                –     –   0      0  too few
    ·   – Journey number 14            0                –     –   0      0  too few
    ·   – Journey number 15            0                –     –   0      0  too few
    ·   – Journey number 16            0                –     –   0      0  too few
    ·   – Journey number 17            0                –     –   0      0  too few
    ·   – Journey number 18            0                –     –   0      0  too few
    ·   – Journey number 19            0                –     –   0      0  too few
    ·   – Journey number 20            0                –     –   0      0  too few
    ·   – Journey number 21            0                –     –   0      0  too few
    ·   – Journey number 22            0                –     –   0      0  too few
    ·   – Journey number 23            0                –     –   0      0  too few
    ·   – Journey number 24            0                –     –   0      0  too few
    ·   – Journey number 25            0                –     –   0      0  too few
    ·   – Journey number 26            0                –     –   0      0  too few
    ·   – Journey number 27            0                –     –   0      0  too few
    ·   – Journey number 28            0                –     –   0      0  too few
    ·   – Journey number 29            0                –     –   0      0  too few
    Enter open  s sort  S group  b board  L lens  ? help  q quit  Esc back
    ");
}

#[test]
fn thirty_journeys_at_120_by_40() {
    assert_snapshot!(house(USUAL).press("a G").screen(), @r"
    A large house
    17 rows: 0 mapped, 14 unmapped (i), 3 rejected (R)                                                    lens: all feedback
    ╭ 30 journeys ─────────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ fric. journey                                     pain by week                   NPS        CES hot nobody  spikes   │
    │ ·   – Journey number 0                               0                             –          –   0      0  too few  │
    │ ·   – Journey number 1                               0                             –          –   0      0  too few  │
    │ ·   – Journey number 2                               0                             –          –   0      0  too few  │
    │ ·   – Journey number 3                               0                             –          –   0      0  too few  │
    │ ·   – Journey number 4                               0                             –          –   0      0  too few  │
    │ ·   – Journey number 5                               0                             –          –   0      0  too few  │
    │ ·   – Journey number 6                               0                             –          –   0      0  too few  │
    │ ·   – Journey number 7                               0                             –          –   0      0  too few  │
    │ ·   – Journey number 8                               0                             –          –   0      0  too few  │
    │ ·   – Journey number 9                               0                             –          –   0      0  too few  │
    │ ·   – Journey number 10                              0                             –          –   0      0  too few  │
    │ ·   – Journey number 11                              0                             –          –   0      0  too few  │
    │ ·   – Journey number 12                              0                             –          –   0      0  too few  │
    │ ·   – Journey number 13                              0                             –          –   0      0  too few  │
    │ ·   – Journey number 14                              0                             –          –   0      0  too few  │
    │ ·   – Journey number 15                              0                             –          –   0      0  too few  │
    │ ·   – Journey number 16                              0                             –          –   0      0  too few  │
    │ ·   – Journey number 17                              0                             –          –   0      0  too few  │
    │ ·   – Journey number 18                              0                             –          –   0      0  too few  │
    │ ·   – Journey number 19                              0                             –          –   0      0  too few  │
    │ ·   – Journey number 20                              0                             –          –   0      0  too few  │
    │ ·   – Journey number 21                              0                             –          –   0      0  too few  │
    │ ·   – Journey number 22                              0                             –          –   0      0  too few  │
    │ ·   – Journey number 23                              0                             –          –   0      0  too few  │
    │ ·   – Journey number 24                              0                             –          –   0      0  too few  │
    │ ·   – Journey number 25                              0                             –          –   0      0  too few  │
    │ ·   – Journey number 26                              0                             –          –   0      0  too few  │
    │ ·   – Journey number 27                              0                             –          –   0      0  too few  │
    │ ·   – Journey number 28                              0                             –          –   0      0  too few  │
    │ ·   – Journey number 29                              0                             –          –   0      0  too few  │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter open  s sort  S group  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  ? help  q quit  Esc back
    ");
}

#[test]
fn thirty_journeys_at_200_by_60() {
    assert_snapshot!(house(LARGE).press("a G").screen(), @r"
    A large house
    17 rows: 0 mapped, 14 unmapped (i), 3 rejected (R)                                                                                                                                    lens: all feedback
    ╭ 30 journeys ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ fric. journey                                                      persona                       owner                  pain by week                             NPS        CES hot nobody  spikes   │
    │ ·   – Journey number 0                                             –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 1                                             –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 2                                             –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 3                                             –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 4                                             –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 5                                             –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 6                                             –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 7                                             –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 8                                             –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 9                                             –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 10                                            –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 11                                            –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 12                                            –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 13                                            –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 14                                            –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 15                                            –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 16                                            –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 17                                            –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 18                                            –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 19                                            –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 20                                            –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 21                                            –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 22                                            –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 23                                            –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 24                                            –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 25                                            –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 26                                            –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 27                                            –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 28                                            –                             nobody                    0                                       –          –   0      0  too few  │
    │ ·   – Journey number 29                                            –                             nobody                    0                                       –          –   0      0  too few  │
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
    Enter open  s sort  S group  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  f numbers  ? help  q quit  Esc back  R rejected  i inbox  e edit
    ");
}
