//! How things look: lanes and heat on the map, each palette, and terminals without Unicode.

use crate::fixture::{self, Desk};
use insta::assert_snapshot;
use pothole::tui::theme::{Charset, Palette, Theme};

#[test]
fn lanes_by_channel() {
    assert_snapshot!(Desk::read(120, 40).press("C z").screen(), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                lens: all feedback
    ╭ Cross with the car: A family of four ─────────────────────────────────────────────────────────────── 1 of 2 journeys ╮
    │    Plan ───────────────────────────────── At the harbour ─────────────────────── At sea ──────────────────────────── │
    │ web ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈ │
    │ ╭┄▶▁  6 Read the timetable                                                                                           │
    │ ┆  ▼                                                                                                                 │
    │ ┆  ▆ 38 Book the crossing                                                                                            │
    │ ╰┄┄┤                                                                                                                 │
    │    ▼                                                                                                                 │
    │    ·  – Pay ───────────────────────────╮                                                                             │
    │ harbour ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈│┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈ │
    │                                        ╰─▶█ 71 Queue for the ramp ★ → refund                                         │
    │                                           ▼ 90%                                                                      │
    │                                           ▄ 16 Drive aboard ──────────────────╮                                      │
    │ ship ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈│┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈ │
    │                                                                               ╰─▶·  – Find a seat                    │
    │                                                                                  ▼                                   │
    │                                                                                  ·  – Drive ashore                   │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │ friction: ▁ calm  ▄ warm from 12.5  ▆ hot from 25  █ burning from 50  ○ too few  · silent                            │
    │ +2                                                                                                                   │
    │                                                                                                                      │
    │          ● +1.1                                                                                                      │
    │               ⠈⠒⢄⡀                                               ⢀⣀⠤⠤⠒⠒●                                             │
    │  0┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈⠈⠒⠤⢄⣀●┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈⢀⡠⠔⠊⠁┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈ │
    │                                                          ⢀⡠⠔⠊⠁                                                       │
    │                                                    ★⣀⠤⠤⠒⠊⠁                                                           │
    │                                                                                                                      │
    │ -2                                                                                                                   │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter open  o owner  ] hottest  / filter  b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  ? help  q quit
    ");
}

#[test]
fn the_owner_as_heat() {
    assert_snapshot!(Desk::read(80, 24).press("V V").screen(), @r"
    Ferry Line — Everybody aboard, nobody anxious                       all feedback
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)
     Journeys: friction, complaints by week ────────────────────────────────────────
    ▆  39  Cross with the car                   ▁▅▅███▇▇▇▇██▇▆▃▂     2 hot, nobody
    ○   –  払い戻し Get a refund                      ██ ██  █  ██
     Cross with the car: A family of four ──────────────────────────────────────────
       Plan ───────────────────── At the harbour ─────────── At sea ────────────────
    ╭┄▶▁ We Read the timetab…  ╭─▶█  ? Queue for th… ★ →  ╭─▶▁ cr Find a seat
    ┆  ▼                       │  ▼ 90%                   │  ▼
    ┆  █  ? Book the crossing  │  ▁ Ha Drive aboard ──────╯  ▁ Ha Drive ashore
    ╰┄┄┤                       │
       ▼                       │
       ▁ We Pay ───────────────╯


    owner: ▁ owned  ▄ nobody's  ▆ hot, owned  █ hot, nobody's
    +2     ● +1.1
     0┈┈┈┈┈┈┈┈⠈⠉⠒⠒⠤⠤●┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈┈┈┈⢀⣀⡠⠤⠤⠒⠒⠊⠉⠉●┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈
    -2                                  ★⠉⠉⠉⠁
     Read the timetable  crossing/timetable ────────────────────────────────────────
    friction  ▁ 5.5 calm   10 % (6 to 17), of 100 complain
    owner     Web shop  web · Plan · web
    said      ██▒▒▒░░░░░░░░░░░░░░░░░  █ 10 complaints ▒ 12 neutral ░ 78 praise
    the heat shows owner
    ");
}

#[test]
fn the_new_views_without_unicode() {
    let mut desk = Desk::over(fixture::with_actions(), 80, 24);
    desk.state.theme = Theme {
        palette: Palette::Plain,
        charset: Charset::Ascii,
    };
    for keys in [
        "b",
        "b a",
        "a enter enter 2",
        "3",
        "4",
        "6",
        "esc , ",
        "T C z",
    ] {
        let screen = desk.press(keys).screen();
        // What customers and journeys write is theirs.
        let ours = |letter: &char| !letter.is_ascii() && !"払い戻しü😡".contains(*letter);
        assert_eq!(screen.chars().find(ours), None, "{keys}\n{screen}");
    }
}

/// How many of the screen's cells have a colour of each kind.
fn colours(palette: Palette) -> (usize, usize, usize) {
    use ratatui::style::Color;
    let mut desk = Desk::read(120, 40);
    desk.state.theme.palette = palette;
    let buffer = desk.press("l").draw();
    let count = |is: fn(Color) -> bool| buffer.content().iter().filter(|cell| is(cell.fg)).count();
    (
        count(|color| matches!(color, Color::Rgb(..))),
        count(|color| matches!(color, Color::Indexed(_))),
        count(|color| !matches!(color, Color::Reset | Color::Rgb(..) | Color::Indexed(_))),
    )
}

#[test]
fn each_palette_draws_in_its_own_colours_and_never_paints_the_background() {
    let (own, cube, sixteen) = colours(Palette::Sixteen);
    assert!(
        own == 0 && cube == 0 && sixteen > 300,
        "{own} {cube} {sixteen}"
    );
    let (own, cube, sixteen) = colours(Palette::True);
    assert!(
        own > 500 && cube == 0 && sixteen == 0,
        "{own} {cube} {sixteen}"
    );
    let (own, cube, sixteen) = colours(Palette::ColorBlind);
    assert!(
        own == 0 && cube > 500 && sixteen == 0,
        "{own} {cube} {sixteen}"
    );
    assert_eq!(colours(Palette::Plain), (0, 0, 0));
    for (_, palette) in Palette::NAMES {
        let mut desk = Desk::read(120, 40);
        desk.state.theme.palette = palette;
        for keys in ["l", "b", "b a", "a c"] {
            let buffer = desk.press(keys).draw();
            let painted = |cell: &ratatui::buffer::Cell| cell.bg != ratatui::style::Color::Reset;
            assert!(!buffer.content().iter().any(painted), "{palette:?} {keys}");
        }
    }
}
