//! What the board shows and what keys do to it, without a terminal.

mod fixture;

use fixture::Desk;

#[test]
fn look() {
    for (w, h) in [(80, 24), (120, 40), (200, 60)] {
        let mut desk = Desk::read(w, h);
        desk.press("l");
        println!("{}", desk.screen());
    }
    let mut desk = Desk::read(80, 24);
    desk.press("]");
    desk.press("enter");
    println!("{}", desk.screen());
    desk.press("o");
    println!("{}", desk.screen());
    desk.press("esc ?");
    println!("{}", desk.screen());
}
