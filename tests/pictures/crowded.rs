//! A huge workspace: the columns, and a journey drawn as whole cards, panned.

use crate::{LARGE, SMALL, USUAL, house};
use insta::assert_snapshot;

#[test]
fn crowded_columns_at_80_by_24() {
    assert_snapshot!(house(SMALL).press("b").screen(), @r"
    A large house
    17 rows: 0 mapped, 14 unmapped (i), 3 rejected (R)            lens: all feedback
     Board: what hurts most on top; < and > move a card ────────────────────────────
    Hot, nobody's 0     Owned 0             Fixing 0            Shipped 0 ›
    ─────────────────── ─────────────────── ─────────────────── ───────────────────
    –                   –                   –                   –

















    Enter open  > move on  < move back  o owner  b board  ? help  q quit  Esc back
    ");
}

#[test]
fn crowded_columns_at_120_by_40() {
    assert_snapshot!(house(USUAL).press("b").screen(), @r"
    A large house
    17 rows: 0 mapped, 14 unmapped (i), 3 rejected (R)                                                    lens: all feedback
    ╭ Board: what hurts most on top; < and > move a card ──────────────────────────────────────────────────────────────────╮
    │ Hot, nobody's 0    Owned 0            Fixing 0           Shipped 0          Proven 0           Told 0                │
    │ ────────────────── ────────────────── ────────────────── ────────────────── ────────────────── ──────────────────    │
    │ –                  –                  –                  –                  –                  –                     │
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
    │                                                                                                                      │
    │                                                                                                                      │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter open  > move on  < move back  o owner  b board  L lens  Ctrl-F go to  : commands  ? help  q quit  Esc back
    ");
}

#[test]
fn crowded_columns_at_200_by_60() {
    assert_snapshot!(house(LARGE).press("b").screen(), @r"
    A large house
    17 rows: 0 mapped, 14 unmapped (i), 3 rejected (R)                                                                                                                                    lens: all feedback
    ╭ Board: what hurts most on top; < and > move a card ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ Hot, nobody's 0                 Owned 0                         Fixing 0                        Shipped 0                       Proven 0                        Told 0                               │
    │ ─────────────────────────────── ─────────────────────────────── ─────────────────────────────── ─────────────────────────────── ─────────────────────────────── ───────────────────────────────      │
    │ –                               –                               –                               –                               –                               –                                    │
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
    Enter open  > move on  < move back  o owner  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  f numbers  ? help  q quit  Esc back  R rejected  i inbox  e edit
    ");
}

#[test]
fn a_large_map_panned_at_80_by_24() {
    assert_snapshot!(house(SMALL).press("z + + shift-right shift-down").screen(), @r"
    A large house
    17 rows: 0 mapped, 14 unmapped (i), 3 rejected (R)            lens: all feedback
     Journey number 0 ──────────────────────────────────────────── 1 of 30 journeys
    ‹ 1 more Stage 1 ──────────── Stage 2 ──────────── Stage 3 ──────────── 8 more ›
    ━━━━━┛ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯  12 more ▴
           │    ▼               │    ▼               │    ▼               │    ▼
    ─────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭───────
     1   │ │ │ Touchpoint 10  ├─┼▶│ Touchpoint 19  │ │ │ Touchpoint 28  │ │ │ Touchp
         │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of the
    body │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –
    ─────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬────
           │    ▼               │    ▼               │    ▼               │    ▼
    ─────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭───────
     2   │ │ │ Touchpoint 11  │ │ │ Touchpoint 20  │ │ │ Touchpoint 29  │ │ │ Touchp
         │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of the
    body │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –
    ─────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬────
           │    ▼               │    ▼               │    ▼                72 more ▾
    friction: ▁ calm  ▄ warm from 12.5  ▆ hot from 25  █ burning from 50  ○ too few
    +2

    ·0┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈
    -2
    Enter open  o owner  ] hottest  / filter  b board  L lens  ? help  q quit
    ");
}

#[test]
fn a_large_map_panned_at_120_by_40() {
    assert_snapshot!(house(USUAL).press("z + + shift-right shift-down").screen(), @r"
    A large house
    17 rows: 0 mapped, 14 unmapped (i), 3 rejected (R)                                                    lens: all feedback
    ╭ Journey number 0 ────────────────────────────────────────────────────────────────────────────────── 1 of 30 journeys ╮
    │ ‹ 1 more Stage 1 ──────────── Stage 2 ──────────── Stage 3 ──────────── Stage 4 ──────────── Stage 5 ────── 6 more › │
    │ ━━━━━┛ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬───────── 12 more ▴ │
    │        │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    │
    │ ─────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭─ │
    │  1   │ │ │ Touchpoint 10  ├─┼▶│ Touchpoint 19  │ │ │ Touchpoint 28  │ │ │ Touchpoint 37  │ │ │ Touchpoint 46  │ │ │  │
    │      │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │  │
    │ body │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │  │
    │ ─────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰─ │
    │        │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    │
    │ ─────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭─ │
    │  2   │ │ │ Touchpoint 11  │ │ │ Touchpoint 20  │ │ │ Touchpoint 29  │ │ │ Touchpoint 38  ├─┼▶│ Touchpoint 47  │ │ │  │
    │      │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │  │
    │ body │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │  │
    │ ─────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰─ │
    │        │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    │
    │ ─────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭─ │
    │  3   ├─┼▶│ Touchpoint 12  │ │ │ Touchpoint 21  │ │ │ Touchpoint 30  │ │ │ Touchpoint 39  │ │ │ Touchpoint 48  │ │ │  │
    │      │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │  │
    │ body │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │  │
    │ ─────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰─ │
    │        │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    │
    │ ─────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭─ │
    │  4   │ │ │ Touchpoint 13  │ │ │ Touchpoint 22  │ │ │ Touchpoint 31  ├─┼▶│ Touchpoint 40  │ │ │ Touchpoint 49  │ │ │  │
    │      │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │  │
    │ body │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nob 60 more ▾ │
    │ friction: ▁ calm  ▄ warm from 12.5  ▆ hot from 25  █ burning from 50  ○ too few  · silent                            │
    │ +2                                                                                                                   │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │ ·0┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈· │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │ -2                                                                                                                   │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter open  o owner  ] hottest  / filter  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  ? help  q quit
    ");
}

#[test]
fn a_large_map_panned_at_200_by_60() {
    assert_snapshot!(house(LARGE).press("z + + shift-right shift-down").screen(), @r"
    A large house
    17 rows: 0 mapped, 14 unmapped (i), 3 rejected (R)                                                                                                                                    lens: all feedback
    ╭ Journey number 0 ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── 1 of 30 journeys ╮
    │ ‹ 1 more Stage 1 ──────────── Stage 2 ──────────── Stage 3 ──────────── Stage 4 ──────────── Stage 5 ──────────── Stage 6 ──────────── Stage 7 ──────────── Stage 8 ──────────── Stage 9 ── 2 more › │
    │ ━━━━━┛ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬───── 12 more ▴ │
    │        │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼                │
    │ ─────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮  │
    │  1   │ │ │ Touchpoint 10  ├─┼▶│ Touchpoint 19  │ │ │ Touchpoint 28  │ │ │ Touchpoint 37  │ │ │ Touchpoint 46  │ │ │ Touchpoint 55  │ │ │ Touchpoint 64  │ │ │ Touchpoint 73  ├─┼▶│ Touchpoint 82  │  │
    │      │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │  │
    │ body │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │  │
    │ ─────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯  │
    │        │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼                │
    │ ─────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮  │
    │  2   │ │ │ Touchpoint 11  │ │ │ Touchpoint 20  │ │ │ Touchpoint 29  │ │ │ Touchpoint 38  ├─┼▶│ Touchpoint 47  │ │ │ Touchpoint 56  │ │ │ Touchpoint 65  │ │ │ Touchpoint 74  │ │ │ Touchpoint 83  │  │
    │      │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │  │
    │ body │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │  │
    │ ─────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯  │
    │        │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼                │
    │ ─────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮  │
    │  3   ├─┼▶│ Touchpoint 12  │ │ │ Touchpoint 21  │ │ │ Touchpoint 30  │ │ │ Touchpoint 39  │ │ │ Touchpoint 48  │ │ │ Touchpoint 57  │ │ │ Touchpoint 66  ├─┼▶│ Touchpoint 75  │ │ │ Touchpoint 84  │  │
    │      │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │  │
    │ body │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │  │
    │ ─────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯  │
    │        │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼                │
    │ ─────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮  │
    │  4   │ │ │ Touchpoint 13  │ │ │ Touchpoint 22  │ │ │ Touchpoint 31  ├─┼▶│ Touchpoint 40  │ │ │ Touchpoint 49  │ │ │ Touchpoint 58  │ │ │ Touchpoint 67  │ │ │ Touchpoint 76  │ │ │ Touchpoint 85  │  │
    │      │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │  │
    │ body │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │  │
    │ ─────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯  │
    │        │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼                │
    │ ─────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮  │
    │  5   │ │ │ Touchpoint 14  │ │ │ Touchpoint 23  │ │ │ Touchpoint 32  │ │ │ Touchpoint 41  │ │ │ Touchpoint 50  │ │ │ Touchpoint 59  ├─┼▶│ Touchpoint 68  │ │ │ Touchpoint 77  │ │ │ Touchpoint 86  │  │
    │      │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │  │
    │ body │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │  │
    │ ─────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯  │
    │        │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼                │
    │ ─────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮  │
    │  6   │ │ │ Touchpoint 15  │ │ │ Touchpoint 24  ├─┼▶│ Touchpoint 33  │ │ │ Touchpoint 42  │ │ │ Touchpoint 51  │ │ │ Touchpoint 60  │ │ │ Touchpoint 69  │ │ │ Touchpoint 78  │ │ │ Touchpoint 87  ├─ │
    │      │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │  │
    │ body │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │  │
    │ ─────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯  │
    │        │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼                │
    │ ─────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮ │ ╭────────────────╮  │
    │  7   │ │ │ Touchpoint 16  │ │ │ Touchpoint 25  │ │ │ Touchpoint 34  │ │ │ Touchpoint 43  │ │ │ Touchpoint 52  ├─┼▶│ Touchpoint 61  │ │ │ Touchpoint 70  │ │ │ Touchpoint 79  │ │ │ Touchpoint 88  │  │
    │      │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │ │ │ of them        │  │
    │ body │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │ │ │ · –     nobody │  │
    │ ─────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯ │ ╰──┬─────────────╯  │
    │        │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼               │    ▼      12 more ▾ │
    │ friction: ▁ calm  ▄ warm from 12.5  ▆ hot from 25  █ burning from 50  ○ too few  · silent                                                                                                            │
    │ +2                                                                                                                                                                                                   │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │ ·0┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈·┈┈·┈·┈ │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │ -2                                                                                                                                                                                                   │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter open  o owner  ] hottest  / filter  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  f numbers  ? help  q quit  Tab pane  R rejected  i inbox  x export  e edit  v heat
    ");
}
