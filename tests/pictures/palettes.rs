//! The board in each palette: how every cell is painted. The text is the same in all of them.

use crate::painted::painted;
use crate::{SMALL, ferry};
use insta::assert_snapshot;
use pothole::tui::theme::{Charset, Palette};

fn in_palette(palette: Palette) -> String {
    let mut desk = ferry(SMALL);
    desk.state.theme.palette = palette;
    painted(&desk.draw())
}

#[test]
fn the_terminals_own_sixteen() {
    assert_snapshot!(in_palette(Palette::Sixteen), @r"
    aaaaa aaaa b ......... ....... ...... .......                       bbb bbbbbbbb
    ... ..... ... ....... .. ........ ...a a aaaaaaaa aaa b a aaaaaaaa aaa
     bbbbbbbbb bbbbbbbbb bbbbbbbbbb bb bbbb bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
    cdddddddddddddddddddddddddddddddddddddddddd eeeeeeeeeeeeeeee     a aaaa aaaaaa
    b   .  . . . .  ... . ......                      ee ee  e  ee
     aaaaa aaaa aaa aaaa a aaaaaa aa aaaa ffffffffffffffffffffffffffffffffffffffffff
       aaaa bbbbbbbbbbbbbbbbbbbbb aa aaa aaaaaaa bbbbbbbbbbb aa aaa bbbbbbbbbbbbbbbb
    bbbg  . .... ... ........  fffh hh iiiiiiiiiiiii a a  ...b  b .... . ....
    b  .                       f  f fff                   .  .
    b  e ee .... ... ........  f  j aa ..... ...... .......  b  b ..... ......
    bbb.                       f
       .                       f
       b  b ... ffffffffffffffff
    bb     gggg
     bbbbbbbbb.......bbbbbbbbbbbbbbbbbbbbbbb..........gbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
    bb                                  f aaaa
     bbbbb bbb bbb bbbb  bbbbbbbbbbbbbb bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
    bbbbbbbb  h .... .......   .. . ... .. .... .. ... ........
    bbbbb     aaaaaa  b bbbb bb bbbbb bb bb b bb bbb bbbbbbb b bbbbbbb  a
    bbbb      eeeeeeeeeeeeeeeeebbggg  e ... .......... b .. ....... g .. ......
    bbbbbb    .... .. . .. .. .... .. ...
    bb bbbb    eeeeeeeeeeeee      bbbbbbbb bb bbbbbbbbb b bbbbbbb bbbb bbb
    bbbbbb    e bbbbbbbbbb  ... ..... .. ... ... ... ...... .... .. ........ .
    aaaaa bbbb  a bbbbb  a bbbbbbb  a bbbbbb  a bbbbb  a bbbb  a bbbb  a bbbb
    a BOLD
    b DIM
    c Red, REVERSED
    d REVERSED
    e Red
    f Magenta, BOLD
    g Green
    h Red, BOLD
    i BOLD | REVERSED
    j Yellow
    ");
}

#[test]
fn true_colours() {
    assert_snapshot!(in_palette(Palette::True), @r"
    aaaaa aaaa b ......... ....... ...... .......                       bbb bbbbbbbb
    ... ..... ... ....... .. ........ ...c c cccccccc ccc b c cccccccc ccc
     bbbbbbbbb bbbbbbbbb bbbbbbbbbb bb bbbb bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
    deeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee ffffffffffffffff     c cccc cccccc
    b   .  . . . .  ... . ......                      ff ff  f  ff
     aaaaa aaaa aaa aaaa a aaaaaa aa aaaa aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
       aaaa bbbbbbbbbbbbbbbbbbbbb aa aaa aaaaaaa bbbbbbbbbbb aa aaa bbbbbbbbbbbbbbbb
    bbbg  g .... ... ........  aaah hh iiiiiiiiiiiii a c  ...b  b .... . ....
    b  .                       a  a aaa                   .  .
    b  f ff .... ... ........  a  c cc ..... ...... .......  b  b ..... ......
    bbb.                       a
       .                       a
       b  b ... aaaaaaaaaaaaaaaa
    bb     gggg
     bbbbbbbbb.......bbbbbbbbbbbbbbbbbbbbbbb..........gbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
    bb                                  a aaaa
     bbbbb bbb bbb bbbb  bbbbbbbbbbbbbb bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
    bbbbbbbb  h .... .......   .. . ... .. .... .. ... ........
    bbbbb     cccccc  b bbbb bb bbbbb bb bb b bb bbb bbbbbbb b bbbbbbb  a
    bbbb      fffffffffffffffffbbggg  f ... .......... b .. ....... g .. ......
    bbbbbb    .... .. . .. .. .... .. ...
    bb bbbb    fffffffffffff      bbbbbbbb bb bbbbbbbbb b bbbbbbb bbbb bbb
    bbbbbb    f bbbbbbbbbb  ... ..... .. ... ... ... ...... .... .. ........ .
    aaaaa bbbb  a bbbbb  a bbbbbbb  a bbbbbb  a bbbbb  a bbbb  a bbbb  a bbbb
    a Rgb(31, 134, 168), BOLD
    b Rgb(125, 125, 125)
    c Rgb(176, 112, 0)
    d Rgb(224, 57, 47), REVERSED
    e REVERSED
    f Rgb(224, 57, 47)
    g Rgb(47, 143, 70)
    h Rgb(224, 57, 47), BOLD
    i Rgb(31, 134, 168), BOLD | REVERSED
    ");
}

#[test]
fn colours_for_every_eye() {
    assert_snapshot!(in_palette(Palette::ColorBlind), @r"
    aaaaa aaaa b ......... ....... ...... .......                       bbb bbbbbbbb
    ... ..... ... ....... .. ........ ...c c cccccccc ccc b c cccccccc ccc
     bbbbbbbbb bbbbbbbbb bbbbbbbbbb bb bbbb bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
    deeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee ffffffffffffffff     c cccc cccccc
    b   .  . . . .  ... . ......                      ff ff  f  ff
     aaaaa aaaa aaa aaaa a aaaaaa aa aaaa aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
       aaaa bbbbbbbbbbbbbbbbbbbbb aa aaa aaaaaaa bbbbbbbbbbb aa aaa bbbbbbbbbbbbbbbb
    bbbg  g .... ... ........  aaah hh iiiiiiiiiiiii a c  ...b  b .... . ....
    b  .                       a  a aaa                   .  .
    b  f ff .... ... ........  a  c cc ..... ...... .......  b  b ..... ......
    bbb.                       a
       .                       a
       b  b ... aaaaaaaaaaaaaaaa
    bb     gggg
     bbbbbbbbb.......bbbbbbbbbbbbbbbbbbbbbbb..........gbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
    bb                                  a aaaa
     bbbbb bbb bbb bbbb  bbbbbbbbbbbbbb bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
    bbbbbbbb  h .... .......   .. . ... .. .... .. ... ........
    bbbbb     cccccc  b bbbb bb bbbbb bb bb b bb bbb bbbbbbb b bbbbbbb  a
    bbbb      fffffffffffffffffbbggg  f ... .......... b .. ....... g .. ......
    bbbbbb    .... .. . .. .. .... .. ...
    bb bbbb    fffffffffffff      bbbbbbbb bb bbbbbbbbb b bbbbbbb bbbb bbb
    bbbbbb    f bbbbbbbbbb  ... ..... .. ... ... ... ...... .... .. ........ .
    aaaaa bbbb  a bbbbb  a bbbbbbb  a bbbbbb  a bbbbb  a bbbb  a bbbb  a bbbb
    a Indexed(133), BOLD
    b Indexed(244)
    c Indexed(136)
    d Indexed(166), REVERSED
    e REVERSED
    f Indexed(166)
    g Indexed(32)
    h Indexed(166), BOLD
    i Indexed(133), BOLD | REVERSED
    ");
}

#[test]
fn no_colours() {
    assert_snapshot!(in_palette(Palette::Plain), @r"
    aaaaa aaaa b ......... ....... ...... .......                       bbb bbbbbbbb
    ... ..... ... ....... .. ........ ...a a aaaaaaaa aaa b a aaaaaaaa aaa
     bbbbbbbbb bbbbbbbbb bbbbbbbbbb bb bbbb bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
    ccccccccccccccccccccccccccccccccccccccccccc ................     a aaaa aaaaaa
    b   .  . . . .  ... . ......                      .. ..  .  ..
     aaaaa aaaa aaa aaaa a aaaaaa aa aaaa aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
       aaaa bbbbbbbbbbbbbbbbbbbbb aa aaa aaaaaaa bbbbbbbbbbb aa aaa bbbbbbbbbbbbbbbb
    bbb.  . .... ... ........  aaaa aa ddddddddddddd a a  ...b  b .... . ....
    b  .                       a  a aaa                   .  .
    b  . .. .... ... ........  a  . aa ..... ...... .......  b  b ..... ......
    bbb.                       a
       .                       a
       b  b ... aaaaaaaaaaaaaaaa
    bb     ....
     bbbbbbbbb.......bbbbbbbbbbbbbbbbbbbbbbb...........bbbbbbbbbbbbbbbbbbbbbbbbbbbbb
    bb                                  a aaaa
     bbbbb bbb bbb bbbb  bbbbbbbbbbbbbb bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
    bbbbbbbb  a .... .......   .. . ... .. .... .. ... ........
    bbbbb     aaaaaa  b bbbb bb bbbbb bb bb b bb bbb bbbbbbb b bbbbbbb  a
    bbbb      .................bb...  . ... .......... b .. ....... . .. ......
    bbbbbb    .... .. . .. .. .... .. ...
    bb bbbb    .............      bbbbbbbb bb bbbbbbbbb b bbbbbbb bbbb bbb
    bbbbbb    . bbbbbbbbbb  ... ..... .. ... ... ... ...... .... .. ........ .
    aaaaa bbbb  a bbbbb  a bbbbbbb  a bbbbbb  a bbbbb  a bbbb  a bbbb  a bbbb
    a BOLD
    b DIM
    c REVERSED
    d BOLD | REVERSED
    ");
}

#[test]
fn ascii_alone() {
    let mut desk = ferry(SMALL);
    desk.state.theme.charset = Charset::Ascii;
    assert_snapshot!(desk.screen(), @r"
    Ferry Line - Everybody aboard, nobody anxious                       all feedback
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) | 2 problems (P)
     Journeys: friction, complaints by week ----------------------------------------
    #  39  Cross with the car                   .++###%%%%##%*-:     2 hot, nobody
    o   -  払い戻し Get a refund                      ## ##  #  ##
     Cross with the car: A family of four ------------------------------------------
       Plan --------------------- At the harbour ----------- At sea ----------------
    +.>-  6 Read the timeta..  +->@ 71 Queue for.. * ->   +->.  - Find a seat
    :  v                       |  v 90%                   |  v
    :  # 38 Book the crossing  |  = 16 Drive aboard ------+  .  - Drive ashore
    +..+                       |
       v                       |
       .  - Pay ---------------+
    +2     o...
     0---------''---o--------.---------------...---'''o-----------.-----------.-----
    -2                                  * -1.1
     Queue for the ramp  crossing/queue --------------------------------------------
    friction  @ 70.9 burning   79 % (71 to 85), of 135 complain
    owner     nobody  o puts an owner on it, At the harbour, harbour  *
    said      #################==---  # 106 complaints = 12 neutral - 17 praise
    scores    CSAT 13 % (8 to 19), of 135
    by week    #####%%####%%      2025-W10 to 2025-W27, 5 undated left out
    newest    - 2025-06-02  Two hours in the sun and nobody told us anything 😡
    Enter open  o owner  ] hottest  / filter  b board  L lens  ? help  q quit
    ");
}
