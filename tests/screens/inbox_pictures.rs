//! The inbox as it looks.

use crate::unmapped::Harbour;
use insta::assert_snapshot;
use pothole::tui::theme::{Charset, Palette, Theme};
use ratatui::style::{Color, Modifier};

#[test]
fn the_inbox_at_80_by_24() {
    assert_snapshot!(Harbour::read(80, 24).press("i").write("lift").desk.screen(), @r"
    Ferry Line
    8 rows: 1 mapped, 7 unmapped (i)                              lens: all feedback
     Inbox: 7 unmapped rows ────────────────────────────────────────────────────────
    > lift
    catches 5 of 6 rows: tickets 3, reviews 2
    in all sources · 1 more row has no text to look in

    2025-03-06  reviews          …ever, only the lift was slow
    2025-03-04  tickets  coach   The lift was broken, all day
    2025-03-03  reviews          A LIFT that smells
    2025-03-02  tickets  family  Nobody could say when the broken lift would work a…
    undated     tickets  coach   No lift at all





    2025-03-06 · reviews  reviews.csv:3
    Sailing out at sunset with the whole family on deck was the best evening of the
    whole year for all of us, and we would have liked to stay for ever, only the
    lift was slow


    Enter take it  Esc cancel  Tab source
    ");
}

#[test]
fn the_inbox_at_120_by_40() {
    assert_snapshot!(Harbour::read(120, 40).press("i").press("down").desk.screen(), @r"
    Ferry Line
    8 rows: 1 mapped, 7 unmapped (i)                                                                      lens: all feedback
    ╭ Inbox: 7 unmapped rows ──────────────────────────────────────────────────────────────────────────────────────────────╮
    │ > type what customers say                                                                                            │
    │ 6 rows with text: tickets 3, reviews 3                                                                               │
    │ in all sources · 1 more row has no text to look in                                                                   │
    │                                                                                                                      │
    │ 2025-03-06  reviews          Sailing out at sunset with the whole family on deck was the best evening of the whole…  │
    │ 2025-03-04  tickets  coach   The lift was broken, all day                                                            │
    │ 2025-03-03  reviews          A LIFT that smells                                                                      │
    │ 2025-03-02  tickets  family  Nobody could say when the broken lift would work again                                  │
    │ 2025-03-01  reviews          They lifted my car with a crane                                                         │
    │ undated     tickets  coach   No lift at all                                                                          │
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
    │ 2025-03-04 · tickets · coach  tickets.csv:3                                                                          │
    │ The lift was broken, all day                                                                                         │
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
    Enter take it  Esc cancel  Tab source
    ");
}

#[test]
fn the_choice_of_a_touchpoint_at_80_by_24() {
    assert_snapshot!(Harbour::read(80, 24).press("i").write("lift").press("tab enter").desk.screen(), @r#"
    Ferry Line
    8 rows: 1 mapped, 7 unmapped (i)                              lens: all feedback
     Inbox: 7 unmapped rows ────────────────────────────────────────────────────────
    > li╭ Touchpoint for text "lift" in tickets ───────────────────────────────╮
    catc│ > type to find a touchpoint                                          │
    in t│                                                                      │
        │ Queue for the ramp                 crossing/queue, 1 rule            │
    2025│ Drive aboard                       crossing/board, no rule           │
    2025│ Take the lift                      crossing/lift, no rule            │k a…
    unda│                                                                      │
        │                                                                      │
        │                                                                      │
        │                                                                      │
        │ Enter adds the rule, which catches 3 rows, to crossing.yaml. Esc     │
        │ goes back.                                                           │
        ╰──────────────────────────────────────────────────────────────────────╯

    2025-03-04 · tickets · coach  tickets.csv:3
    The lift was broken, all day




    Enter take it  Esc cancel
    "#);
}

#[test]
fn without_colour_and_unicode_the_phrase_still_stands_out() {
    let mut harbour = Harbour::read(80, 24);
    harbour.desk.state.theme = Theme {
        palette: Palette::Plain,
        charset: Charset::Ascii,
    };
    harbour.press("i").write("lift").press("down");
    let screen = harbour.desk.draw();
    assert!(screen.content().iter().all(|cell| cell.fg == Color::Reset));
    let marked: String = screen
        .content()
        .iter()
        .filter(|cell| cell.modifier.contains(Modifier::UNDERLINED))
        .map(ratatui::buffer::Cell::symbol)
        .collect();
    assert_eq!(marked, "lift".repeat(2) + "LIFT" + &"lift".repeat(3));
    let beyond = harbour.desk.screen().replace('…', "");
    assert!(beyond.is_ascii(), "{beyond}");
}
