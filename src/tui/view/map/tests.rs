//! The map as it looks, at every zoom.

use super::*;
use crate::tui::view::scene::{Scene, shown};

fn drawn(scene: &Scene, zoom: Zoom, size: (u16, u16), theme: Theme) -> String {
    let layout = Layout::new(&scene.journeys, 0);
    let view = MapView {
        journeys: &scene.journeys,
        charter: &scene.charter,
        board: &scene.board,
        layout: &layout,
        chosen: Some(TouchpointIndex::new(4)),
        zoom,
        offset: (0, 0),
        theme,
        focused: true,
    };
    let area = Rect::new(0, 0, size.0, size.1);
    let mut buf = Buffer::empty(area);
    view.draw(
        Rect {
            height: size.1 - 5,
            ..area
        },
        &mut buf,
    );
    crate::tui::view::curve::CurveView { map: &view }.draw(
        Rect {
            height: 5,
            y: size.1 - 5,
            ..area
        },
        &mut buf,
    );
    shown(&buf)
}

#[test]
fn look() {
    let scene = Scene::flight();
    for (zoom, size) in [
        (Zoom::Overview, (80, 15)),
        (Zoom::Compact, (100, 15)),
        (Zoom::Compact, (120, 16)),
        (Zoom::Cards, (120, 30)),
        (Zoom::Cards, (200, 30)),
    ] {
        println!("{}", drawn(&scene, zoom, size, Theme::default()));
        println!(
            "{}",
            drawn(
                &scene,
                zoom,
                size,
                Theme {
                    charset: crate::tui::theme::Charset::Ascii,
                    ..Theme::default()
                }
            )
        );
    }
}
