//! How near the map is looked at by itself, and how it looks without lines.

use super::*;

#[test]
fn the_nearest_at_which_the_whole_map_is_seen_is_taken() {
    let scene = Scene::flight();
    let layout = Layout::new(&scene.journeys, 0);
    let fit = |width, height| Sight::fit(&layout, Rect::new(0, 0, width, height));
    let lined = Sight::lined;
    assert_eq!(
        [fit(80, 30), fit(100, 30), fit(200, 30)],
        [Zoom::Overview, Zoom::Compact, Zoom::Cards].map(lined)
    );
    let without = |zoom| Sight { zoom, lines: false };
    assert_eq!(
        [fit(20, 30), fit(40, 5), fit(80, 5), fit(200, 5), fit(80, 2)],
        [
            without(Zoom::Overview),
            without(Zoom::Overview),
            without(Zoom::Compact),
            without(Zoom::Compact),
            without(Zoom::Compact)
        ]
    );
    for (width, height) in [(89, 30), (120, 30), (200, 30), (80, 5), (40, 5)] {
        let sight = fit(width, height);
        let needed = with_view(&scene, sight.zoom, unicode(), |view| {
            MapView { sight, ..view }.size(Rect::new(0, 0, width, height))
        });
        assert!(needed.0 <= i32::from(width) && needed.1 <= i32::from(height));
    }
}

#[test]
fn without_lines_every_card_is_seen_and_arrows_show_where_the_chosen_one_leads() {
    let scene = Scene::flight();
    let drawn = |zoom, width, height, theme| {
        with_view(&scene, zoom, theme, |view| {
            let sight = Sight { zoom, lines: false };
            let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
            MapView { sight, ..view }.draw(buf.area, &mut buf);
            shown(&buf)
        })
    };
    assert_snapshot!(drawn(Zoom::Compact, 80, 4, unicode()), @r"
    Getting there ─ Check-in ────── Security ────── Waiting ─────── Boarding ──────
    █ 55 Find a… →  ▆ 34 Check… ★  ▶█ 67 Queue… ★   ▁  2 Buy a co…  ▄ 23 Gate c… ★
    ▁  9 Ride the…  ▁  9 Drop the…  ○ few Bag sear… ▄ 16 Find a s…  ▁  1 Board
    ▁  2 Arrive b… ▶█ 71 Pay fo… →  ·  – Repack
    ");
    assert_snapshot!(drawn(Zoom::Compact, 60, 3, ASCII), @r"
    Getting t.. Check-in -- Security -- Waiting --- Boarding --
    @ 55 .. ->  # 34 C.. * >@ 67 Q.. *  -  2 Buy..  = 23 G.. *
    -  9 Rid..  -  9 Dro..  o few Bag.. = 16 Fi 3 more, 1 hot v
    ");
    assert_snapshot!(drawn(Zoom::Overview, 14, 4, unicode()), @r"
      Check-in
    █ ▆▶█ ▁ ▄
    ▁ ▁ ○ ▄ ▁
    ▁▶█ ·
    ");
}
