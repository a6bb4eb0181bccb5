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
    view.draw(area, &mut buf);
    shown(&buf)
}

#[test]
fn look() {
    let scene = Scene::flight();
    for (zoom, size) in [
        (Zoom::Overview, (80, 14)),
        (Zoom::Compact, (120, 18)),
        (Zoom::Compact, (80, 18)),
        (Zoom::Cards, (150, 26)),
    ] {
        println!("{}", drawn(&scene, zoom, size, Theme::default()));
    }
}
