//! The map as it looks, at every zoom.

mod sights;

use super::*;
use crate::board::layout::draft::Draft;
use crate::tui::theme::{Charset, Palette};
use crate::tui::view::curve::CurveView;
use crate::tui::view::scene::{Scene, shown};
use insta::assert_snapshot;

const ASCII: Theme = Theme {
    palette: Palette::Plain,
    charset: Charset::Ascii,
};

fn unicode() -> Theme {
    Theme::default()
}

/// A map of the first journey, with the fifth touchpoint chosen where there are so many.
fn with_view<T>(scene: &Scene, zoom: Zoom, theme: Theme, look: impl Fn(MapView<'_>) -> T) -> T {
    let layout = Layout::new(&scene.journeys, 0);
    look(MapView {
        journeys: &scene.journeys,
        charter: &scene.charter,
        board: &scene.board,
        layout: &layout,
        shading: &Shading::default(),
        chosen: Some(TouchpointIndex::new(4)).filter(|fifth| layout.card(*fifth).is_some()),
        sight: Sight::lined(zoom),
        offset: (0, 0),
        theme,
        focused: true,
    })
}

fn drawn(scene: &Scene, zoom: Zoom, (width, height): (u16, u16), theme: Theme) -> String {
    with_view(scene, zoom, theme, |view| {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        view.draw(buf.area, &mut buf);
        shown(&buf)
    })
}

#[test]
fn the_overview_is_a_glyph_and_a_number_a_card() {
    let scene = Scene::flight();
    assert_snapshot!(drawn(&scene, Zoom::Overview, (80, 9), unicode()), @r"
    Getting there ───── Check-in ────────── Security ──────── Waiting ─── Boarding ─
    █55 ──20%┬─┬───────▶▆34★ ─40%┬─┬─┬─────▶█67★ ─85%┬─┬─────▶▁ 2      ╭─▶▄23★
    │        │ │        │        │ │ ┆      │        │ ╰┄┄┄┄┄┄┼┄┄┄┄┄10%┼┄┄┤
    ▼ 80%    │ │        ▼ 60%    │ │ ┆      ▼ 15%    │        ▼        │  ▼ 90%
    ▁ 9 ─────╯ │ ╭┄┄70%▶▁ 9 ──90%╯ │ ┆      ○        │        ▄16 ─────╯  ▁ 1
               │ ┆      ▼ 10%      │ ┆      ▼ 100%   │
    ▁ 2 ─────┬─╯ ┆      █71        │ ┆      · ────80%╯
             │   ╰┄┄┄┄┄┄╯          │ ╰┄┄┄20%╯
             ╰──────────────────65%╯
    ");
}

#[test]
fn compact_is_a_line_a_card() {
    let scene = Scene::flight();
    assert_snapshot!(drawn(&scene, Zoom::Compact, (120, 9), unicode()), @r"
    Getting there ──────────── Check-in ───────────────── Security ──────────────── Waiting ──────────── Boarding ──────────
    █ 55 Find a pa… → ─┬┬─────▶▆ 34 Check in… ★ ──┬┬┬────▶█ 67 Queue for… ★ ─┬┬────▶▁  2 Buy a coffee  ╭▶▄ 23 Gate chan… ★
    │                  ││      │                  ││┆     │                  │╰┄┄┄┄┄┼┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄10%┼┄┤
    ▼ 80%              ││      ▼ 60%              ││┆     ▼ 15%              │      ▼                  │ ▼ 90%
    ▁  9 Ride the sh… ─╯│╭┄70%▶▁  9 Drop the bag ─╯│┆     ○ few Bag searche… │      ▄ 16 Find a seat ──╯ ▁  1 Board
                        │┆     ▼ 10%               │┆     ▼ 100%             │
    ▁  2 Arrive by t… ─┬╯┆     █ 71 Pay for e… →   │┆     ·  – Repack ────80%╯
                       │ ╰┄┄┄┄┄╯                   │╰┄┄20%╯
                       ╰────────────────────────65%╯
    ");
}

#[test]
fn whole_cards_say_title_heat_and_owner() {
    let scene = Scene::flight();
    assert_snapshot!(drawn(&scene, Zoom::Cards, (120, 24), unicode()), @r"
    Getting there ────────── Check-in ─────────────── Security ────────────── Waiting ────────────── Boarding ──────────────
    ╭─────── refund → ─╮     ╭──────────────────╮     ╭──────────────────╮    ╭──────────────────╮   ╭──────────────────╮
    │ Find a parking   ├─┬┬─▶│ Check in at    ★ ├─┬┬┬▶│ Queue for      ★ ├─┬┬▶│ Buy a coffee     │ ╭▶│ Gate change    ★ │
    │ space            │ ││  │ the desk         │ ││┆ │ security         │ │┆ │                  │ │ │ announced        │
    │ █ 55   Car parks │ ││  │ ▆ 34   Car parks │ ││┆ │ █ 67   Car parks │ │┆ │ ▁ 2    Car parks │ │ │ ▄ 23   Car parks │
    ╰──┬───────────────╯ ││  ╰──┬───────────────╯ ││┆ ╰──┬───────────────╯ │┆ ╰──┬───────────────╯ │ ╰──┬───────────────╯
       │                 ││     │                 ││┆    │                 │╰┄┄┄┄┼┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┼┄10%┤
       ▼ 80%             ││     ▼ 60%             ││┆    ▼ 15%             │     ▼                 │    ▼ 90%
    ╭──────────────────╮ ││  ┏━━━━━━━━━━━━━━━━━━┓ ││┆ ╭──────────────────╮ │  ╭──────────────────╮ │ ╭─ goal ───────────╮
    │ Ride the shuttle ├─╯│╭▶┃ Drop the bag     ┣─╯│┆ │ Bag searched by  │ │  │ Find a seat      ├─╯ │ Board            │
    │                  │  │┆ ┃                  ┃  │┆ │ hand             │ │  │                  │   │                  │
    │ ▁ 9 calm  nobody │  │┆ ┃ ▁ 9 calm  nobody ┃  │┆ │ ○ too few nobody │ │  │ ▄ 16 warm nobody │   │ ▁ 1    Car parks │
    ╰──────────────────╯  │┆ ┗━━┳━━━━━━━━━━━━━━━┛  │┆ ╰──┬───────────────╯ │  ╰──────────────────╯   ╰──────────────────╯
                          │┆    ▼ 10%              │┆    ▼ 100%            │
    ╭──────────────────╮  │┆ ╭──────────────────╮  │┆ ╭──────────────────╮ │
    │ Arrive by train  ├─┬╯┆ │ Pay for extra    │  │┆ │ Repack           ├─╯
    │                  │ │ ┆ │ weight           │  │┆ │                  │
    │ ▁ 2    Car parks │ │ ┆ │ █ 71   Car parks │  │┆ │ · –    Car parks │
    ╰──────────────────╯ │ ┆ ╰──┬──── → refund ─╯  │┆ ╰──┬───────────────╯
                         │ ╰┄70%╯                  │╰┄20%╯
                         ╰──────────────────────65%╯
    ");
}

#[test]
fn without_unicode_and_colour_it_says_the_same() {
    let scene = Scene::flight();
    assert_snapshot!(drawn(&scene, Zoom::Cards, (120, 24), ASCII), @r"
    Getting there ---------- Check-in --------------- Security -------------- Waiting -------------- Boarding --------------
    +------ refund -> -+     +------------------+     +------------------+    +------------------+   +------------------+
    | Find a parking   +-++->| Check in at    * +-+++>| Queue for      * +-++>| Buy a coffee     | +>| Gate change    * |
    | space            | ||  | the desk         | ||: | security         | |: |                  | | | announced        |
    | @ 55   Car parks | ||  | # 34   Car parks | ||: | @ 67   Car parks | |: | - 2    Car parks | | | = 23   Car parks |
    +--+---------------+ ||  +--+---------------+ ||: +--+---------------+ |: +--+---------------+ | +--+---------------+
       |                 ||     |                 ||:    |                 |+....|.................|.10%+
       v 80%             ||     v 60%             ||:    v 15%             |     v                 |    v 90%
    +------------------+ ||  #==================# ||: +------------------+ |  +------------------+ | +- goal -----------+
    | Ride the shuttle +-+|+># Drop the bag     #-+|: | Bag searched by  | |  | Find a seat      +-+ | Board            |
    |                  |  |: #                  #  |: | hand             | |  |                  |   |                  |
    | - 9 calm  nobody |  |: # - 9 calm  nobody #  |: | o too few nobody | |  | = 16 warm nobody |   | - 1    Car parks |
    +------------------+  |: #==#===============#  |: +--+---------------+ |  +------------------+   +------------------+
                          |:    v 10%              |:    v 100%            |
    +------------------+  |: +------------------+  |: +------------------+ |
    | Arrive by train  +-++: | Pay for extra    |  |: | Repack           +-+
    |                  | | : | weight           |  |: |                  |
    | - 2    Car parks | | : | @ 71   Car parks |  |: | . -    Car parks |
    +------------------+ | : +--+--- -> refund -+  |: +--+---------------+
                         | +.70%+                  |+.20%+
                         +----------------------65%+
    ");
}

#[test]
fn titles_of_wide_characters_keep_the_columns_straight() {
    let scene = Scene::over(
        Draft::new()
            .journey(
                "kyoto",
                &[
                    (
                        "計画を立てる段階",
                        &["*宿を予約するための長い題名", "👩‍👩‍👧 家族で相談する"],
                    ),
                    (
                        "Zürich",
                        &["Zürich, a title that never seems to come to an end"],
                    ),
                ],
            )
            .steps(&[(0, 1, 0.5), (0, 2, 0.5), (1, 2, 1.0)])
            .journeys,
    );
    assert_snapshot!(drawn(&scene, Zoom::Cards, (60, 13), unicode()), @r#"
    計画を立てる段階 ──────────────── Zürich ───────────────────
    ╭─ start ────────────────╮        ╭─ goal ─────────────────╮
    │ 宿を予約するための長 ★ ├─┬─────▶│ Zürich, a title that   │
    │ い題名                 │ │      │ never seems to come t… │
    │ █ 55 burning Car parks │ │      │ ▁ 2 calm     Car parks │
    ╰──┬─────────────────────╯ │      ╰────────────────────────╯
       ▼ 50%                   │
    ╭────────────────────────╮ │
    │ 👩‍👩‍👧 家族で相談する      ├─╯
    │                        │
    │ ▁ 9 calm        nobody │
    ╰────────────────────────╯
    "#);
    assert_snapshot!(drawn(&scene, Zoom::Compact, (60, 5), unicode()), @r#"
    計画を立てる段階 ──────────────── Zürich ───────────────────
    █ 55 宿を予約するため… ★ ──┬─────▶▁  2 Zürich, a title tha…
    ▼ 50%                      │
    ▁  9 👩‍👩‍👧 家族で相談する ────╯
    "#);
}

#[test]
fn a_journey_without_touchpoints_shows_its_stages() {
    let scene = Scene::over(
        Draft::new()
            .journey("bare", &[("Ask", &[]), ("Wait", &[])])
            .journeys,
    );
    assert_snapshot!(drawn(&scene, Zoom::Compact, (40, 3), unicode()), @"Ask ──────────────── Wait ──────────────");
    let nothing = Scene::over(Draft::new().journeys);
    assert_eq!(drawn(&nothing, Zoom::Cards, (40, 3), unicode()).trim(), "");
}

#[test]
fn what_lies_beyond_the_edges_is_said() {
    let scene = Scene::flight();
    let panned = |offset| {
        with_view(&scene, Zoom::Compact, unicode(), |view| {
            let mut buf = Buffer::empty(Rect::new(0, 0, 60, 6));
            MapView { offset, ..view }.draw(buf.area, &mut buf);
            shown(&buf)
        })
    };
    assert_snapshot!(panned((0, 0)), @r"
    Getting there ──── Check-in ───────── Security ──── 2 more ›
    █ 55 Find… → ──┬┬─▶▆ 34 Check… ★ ─┬┬┬▶█ 67 Queue… ★ ─┬┬▶▁  2
    │              ││  │              ││┆ │              │╰┄┼10%
    ▼ 80%          ││  ▼ 60%          ││┆ ▼ 15%          │  ▼
    ▁  9 Ride th… ─╯│╭▶▁  9 Drop th… ─╯│┆ ○ few Bag sea… │  ▄ 16
                    │┆ ▼ 10%           │┆ ▼ 100% 3 more, 1 hot ▾
    ");
    assert_snapshot!(panned((30, 2)), @r"
    ‹ 2 more, 3 hot Security  Waiting ──────── Boarding ────────
        ││┆ ▼ 15%          │  ▼              │ ▼ 5 more, 3 hot ▴
    h… ─╯│┆ ○ few Bag sea… │  ▄ 16 Find a… ──╯ ▁  1 Board
         │┆ ▼ 100%         │
     →   │┆ ·  – Repack ───╯
         │╰┄╯
    ");
}

#[test]
fn the_curve_stands_under_its_stages_with_gaps_where_nobody_was_asked() {
    let scene = Scene::flight();
    let curve = |zoom, theme, height| {
        with_view(&scene, zoom, theme, |view| {
            let mut buf = Buffer::empty(Rect::new(0, 0, 80, height));
            CurveView {
                map: &view,
                segments: &[],
            }
            .draw(buf.area, &mut buf);
            shown(&buf)
        })
    };
    assert_snapshot!(curve(Zoom::Overview, unicode(), 5), @r#"
    +2            ⣀⣀●⡀                                           ●⠤⣀            ●
           ⣀⠤⠔●⠒⠊⠉   ⠈⠑⠢⢄⡀   ⢀⡠⠔⠊⠉● +1.2                            ⠉⠒⠢●
     0┈●⡠⠔⠊┈┈┈┈┈┈┈┈┈┈┈┈┈┈⠈⠉★⠉⠁┈┈┈┈┈┈⠘⢄┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈☆┈┈┈┈┈┈┈
                                     ⠈⢆      ⢀⣀★⣀⣀⠤⠤⠤●
    -2                                 ⠑●⠒⠒⠉⠉⠁
    "#);
    assert_snapshot!(curve(Zoom::Overview, unicode(), 3), @r#"
    +2      ⢀⣀●⣀⣀⠤⠤⠤●⠤⢄⣀       ⣀⣀⠤● +1.2                         ●⠒⠢⠤⣀⣀●        ●
     0┈●⠤⠔⠒⠉⠁┈┈┈┈┈┈┈┈┈┈┈⠉⠑⠒★⠒⠉⠉┈┈┈┈┈⠑⢄┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈☆┈┈┈┈┈┈┈
    -2                                ⠑⠢●⠤⠤⠒⠒⠒⠒★⠒⠊⠉⠉⠉●
    "#);
    assert_snapshot!(curve(Zoom::Overview, ASCII, 5), @r#"
    +2             .o.                                           o-.            o
            .-o-'''   '-..    .-''o +1.2                            ''-o
     0-o.-''--------------'*''-------|---------------------.----------------*-------
                                      |.     ..*...--o
    -2                                 'o-'''
    "#);
}

#[test]
fn no_size_is_too_small_or_too_large_to_draw() {
    for scene in [Scene::flight(), Scene::over(Draft::new().journeys)] {
        let sizes = [1, 2, 3, 4, 5, 7, 11, 23, 59, 80, 121, 199, 500];
        for (width, height) in sizes
            .iter()
            .flat_map(|w| [1, 2, 3, 5, 24, 200].map(|h| (*w, h)))
        {
            for zoom in Zoom::ALL {
                for offset in [(0, 0), (7, 3), (-5, -9), (9_000, 9_000)] {
                    with_view(&scene, zoom, unicode(), |view| {
                        let view = MapView { offset, ..view };
                        let mut buf = Buffer::empty(Rect::new(3, 2, width, height));
                        view.draw(buf.area, &mut buf);
                        CurveView {
                            map: &view,
                            segments: &[],
                        }
                        .draw(buf.area, &mut buf);
                        view.touchpoint_at(buf.area, 3 + width / 2, 2 + height / 2);
                    });
                }
            }
        }
    }
}

#[test]
fn a_part_of_the_map_looks_as_it_does_in_the_whole() {
    let flight = Draft::flight();
    let scene = Scene::over(flight.journeys.clone());
    let part = |view: MapView<'_>, offset, width, height| {
        let plan = Plan::new(view.layout, view.sight, 0, |_| false);
        let area = Rect::new(0, 0, width, height);
        let (mut buf, window) = (Buffer::empty(area), Window { area, offset });
        let view = MapView { offset, ..view };
        view.draw_steps(&plan, window, &mut buf);
        view.draw_cards(&plan, window, &mut buf);
        view.draw_joints(&plan, window, &mut buf);
        buf
    };
    for zoom in Zoom::ALL {
        with_view(&scene, zoom, ASCII, |view| {
            let (width, height) = view.sight.size(view.layout, 0);
            let whole = part(view, (0, 0), width as u16, height as u16);
            for (x, y) in (0..width - 9).flat_map(|x| (0..height - 4).map(move |y| (x, y))) {
                let seen = part(view, (x, y), 9, 4);
                for at in seen.area.positions() {
                    let (there, here) = (&whole[(at.x + x as u16, at.y + y as u16)], &seen[at]);
                    let shares = "0123456789%";
                    let share = |symbol: &str| shares.contains(symbol);
                    // A share moves along its line as far as that is seen.
                    if !share(there.symbol()) && !share(here.symbol()) {
                        assert_eq!(there.symbol(), here.symbol(), "{zoom:?} at {x},{y}: {at:?}");
                    }
                }
            }
        });
    }
}

#[test]
fn panning_to_a_card_brings_all_of_it_into_view_and_the_mouse_finds_it_there() {
    let scene = Scene::flight();
    let area = Rect::new(4, 3, 50, 12);
    for zoom in Zoom::ALL {
        for place in 0..13 {
            let card = TouchpointIndex::new(place);
            with_view(&scene, zoom, unicode(), |view| {
                let view = MapView {
                    offset: view.offset_to_show(area, card),
                    ..view
                };
                let plan = view.plan(area);
                let (column, row) = view.layout.card(card).unwrap();
                let (x, y) = (
                    plan.columns[column] - view.offset.0,
                    plan.rows[row] - view.offset.1,
                );
                assert!(x >= 0 && x + plan.card_width <= 50, "{zoom:?} {place}: {x}");
                assert!(
                    y >= 0 && y + plan.card_height <= 11,
                    "{zoom:?} {place}: {y}"
                );
                let (x, y) = (4 + x as u16, 4 + y as u16);
                assert_eq!(view.touchpoint_at(area, x, y), Some(card));
                assert_eq!(view.touchpoint_at(area, x, 3), None);
            });
        }
    }
}
