//! The numbers beyond the counts, as the terminal shows them: ranks, trends, fixes, what if, and the page
//! of a journey.

use crate::fixture::Desk;
use crate::street::Street;
use insta::assert_snapshot;
use pothole::board::Lens;
use pothole::tui::message::Message;

fn bakery(width: u16, height: u16) -> Desk {
    let street = Street::open();
    let drivers = street.testimony(&street.board(&Lens::default())).drivers;
    let mut desk = Desk::opened(street.workspace, width, height);
    let overlay = Box::new(street.overlay);
    desk.tell(Message::Scanned { scan: 0, overlay });
    desk.tell(Message::Drivers { scan: 0, drivers });
    desk
}

#[test]
fn the_touchpoint_with_its_fix_at_120_by_40() {
    assert_snapshot!(bakery(120, 40).press("] enter").screen(), @r"
    Corner bakery — Warm bread for everybody
    432 rows: 432 mapped, 0 unmapped · 1 problem (P)                                                      lens: all feedback
    ╭ Pay  buy/pay ─────────────────────────────────────────────────────────────────────────────────────────────── more ▾ ─╮
    │  1 Overview  2 Weeks  3 Segments  4 Words  5 Rules  6 Actions  7 History                                             │
    │ owner     nobody  o puts an owner on it                     verbatims 164, newest first                              │
    │ where     shop                                                                                                       │
    │           ★ moment of truth                                 ▼ 2026-02-23 · survey · large                            │
    │ friction  █ 63.0 burning, by severity                         Two hours in the sun and nobody told us anything 😡    │
    │ complain  58 % (52 to 63), of 284                             survey.csv:313                                         │
    │ said      ███████████████████████▒▒▒▒▒▒░░░░░░░░░░░                                                                   │
    │           █     164  58 %  complaints                       ▼ 2026-02-16 · survey · large                            │
    │           ▒      40  14 %  neutral                            Two hours in the sun and nobody told us anything 😡    │
    │           ░      80  28 %  praise                             survey.csv:310                                         │
    │ CSAT      67 % (58 to 74), of 120                                                                                    │
    │ pain      1,640, 68.8 % of the journey's                    ▼ 2026-02-09 · survey · large                            │
    │ passed    3.8 of 1,000 who passed complain (3.2 to 4.4),      Two hours in the sun and nobody told us anything 😡    │
    │           by shares, n 43200                                  survey.csv:307                                         │
    │ fix saves 0.9 complaints (0.3 to 1.7) of 1,000 started                                                               │
    │ churn     +20.8 points (-28.6 to 30.0) for the 96 who       ▼ 2026-02-02 · survey · large                            │
    │           complained                                          Two hours in the sun and nobody told us anything 😡    │
    │ target    contact-rate 2.0: missed, gap -1.8                  survey.csv:304                                         │
    │ fixed     better: A card reader that works, 2025-07-07                                                               │
    │           130 complaints before, 34 since: rate times       ▼ 2026-01-26 · survey · large                            │
    │           0.20 (0.13 to 0.29)                                 Two hours in the sun and nobody told us anything 😡    │
    │                                                               survey.csv:301                                         │
    │ by week   █████████████                                                                                              │
    │ limit 4.0 █████████████┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄   ▼ 2026-01-19 · survey · large                            │
    │           █████████████                                       Two hours in the sun and nobody told us anything 😡    │
    │           █████████████                                       survey.csv:298                                         │
    │           █████████████▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂                                                            │
    │           ███████████████████████████████████████████████   ▼ 2026-01-12 · survey · large                            │
    │                        ┃                                      Two hours in the sun and nobody told us anything 😡    │
    │           ▲ a week that spiked ┃ a fix shipped                survey.csv:295                                         │
    │           2025-W15 to 2026-W09                                                                                       │
    │           13 earlier weeks not drawn                        ▼ 2026-01-05 · survey · large                            │
    │           at most 5 complaints in a week                      Two hours in the sun and nobody told us anything 😡    │
    │           usual 1.0 a week, limit 4.0                         survey.csv:292                                         │
    │           against visits reckoned from the journey's                                                                 │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Tab tab  o owner  ] hottest  / filter  b board  L lens  Ctrl-F go to  : commands  a journeys  ? help  q quit  Esc back
    ");
}

#[test]
fn the_journeys_own_numbers_at_80_by_24() {
    assert_snapshot!(bakery(80, 24).press("f").screen(), @r"
    Corner bakery — Warm bread for everybody
    432 rows: 432 mapped, 0 unmapped · 1 problem (P)              lens: all feedback
     Numbers of Buy bread ──────────────────────────────────────────────────────────
    buy: Buy bread
      432 complaints of 792, 54.5 % (51.1 to 58.0), friction 51.1
      contact rate: 7.2 complaints of 1,000 who start (6.5 to 7.9), n = 60,000,
      against the visits counted here

    Of 1,000 who start
      751.6 reach the goal, 248.4 leave before, 0.0 go on into another journey
      7.9 complaints to expect, by the complaints of those known to have passed

    Ways
      choke points: Stand in the queue, Pay
      no way leads to: The attic
      loop by Come in: 0.10 rounds each (Come in, Stand in the queue)
      likeliest way (68.4 % take it, 9.2 complaints of 1,000): Come in > Stand in
      the queue > Pay > Eat it
      most painful of the likely ways (68.4 % take it, 9.2 complaints of 1,000):
      Come in > Stand in the queue > Pay > Eat it

    Fix this step: complaints saved, of 1,000 who start
         saves  range                 step
    b board  L lens  Ctrl-F go to  : commands  a journeys  ? help  q quit  Esc back
    ");
}

#[test]
fn the_journeys_own_numbers_with_the_quadrants_at_120_by_40() {
    assert_snapshot!(bakery(120, 40).press("f").screen(), @r"
    Corner bakery — Warm bread for everybody
    432 rows: 432 mapped, 0 unmapped · 1 problem (P)                                                      lens: all feedback
    ╭ Numbers of Buy bread ────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ buy: Buy bread                                                                    concentrate here           keep up │
    │   432 complaints of 792, 54.5 % (51.1 to 58.0), friction 51.1                     a                  ┆               │
    │   contact rate: 7.2 complaints of 1,000 who start (6.5 to 7.9), n = 60,000,                          ┆               │
    │   against the visits counted here                                                                    ┆               │
    │                                                                                                      ┆               │
    │ Of 1,000 who start                                                                                   ┆               │
    │   751.6 reach the goal, 248.4 leave before, 0.0 go on into another journey                           ┆               │
    │   7.9 complaints to expect, by the complaints of those known to have passed                          ┆               │
    │                                                                                                      ┆               │
    │ Ways                                                                              ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┼┄┄┄┄┄┄┄┄┄┄┄┄┄┄ │
    │   choke points: Stand in the queue, Pay                                                              ┆               │
    │   no way leads to: The attic                                                                         ┆               │
    │   loop by Come in: 0.10 rounds each (Come in, Stand in the queue)                                    ┆               │
    │   likeliest way (68.4 % take it, 9.2 complaints of 1,000): Come in > Stand in                        ┆   c         b │
    │   the queue > Pay > Eat it                                                        low priority              overkill │
    │   most painful of the likely ways (68.4 % take it, 9.2 complaints of 1,000):      a  99.9 %  Stand in the queue      │
    │   Come in > Stand in the queue > Pay > Eat it                                     b   0.1 %  Come in                 │
    │                                                                                   c   0.0 %  Pay                     │
    │ Fix this step: complaints saved, of 1,000 who start                                                                  │
    │      saves  range                 step                                                                               │
    │        0.9  0.4 to 1.6            Stand in the queue                                                                 │
    │        0.9  0.3 to 1.7            Pay                                                                                │
    │                                                                                                                      │
    │ Emotion curve, from -2 (worst) to +2 (best)                                                                          │
    │                                   all     small     large                                                            │
    │     Come in                      +1.4      +1.4      +1.4                                                            │
    │     Stand in the queue            0.0       0.0       0.0                                                            │
    │   ★ Pay                          +1.0      +1.0      +1.0                                                            │
    │     Eat it                       +0.2      +0.1      +0.4                                                            │
    │     The attic                       -         -         -                                                            │
    │   means of 480 scores; ★ moment of truth, - nobody gave one                                                          │
    │                                                                                                                      │
    │ Targets and benchmarks                                                                                               │
    │   the journey, target nps: -40.00 against 30.00, gap -70.00: missed                                                  │
    │   Stand in the queue, target friction: 50.27 against 10.00, gap -40.27: missed                                       │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    b board  L lens  Ctrl-F go to  : commands  a journeys  c chair  f numbers  ? help  q quit  Esc back  P problems  i inbox
    ");
}

#[test]
fn a_key_ranks_by_the_next_number_and_the_header_says_which() {
    let mut desk = bakery(120, 40);
    assert!(!desk.screen().contains("by friction"));
    let first = desk.press("s").screen();
    assert!(
        first.lines().next().unwrap().ends_with("by friction"),
        "{first}"
    );
    assert!(first.contains("ranked by friction"), "{first}");
    let mut met = Vec::new();
    for _ in 0..6 {
        met.push(
            desk.press("s")
                .screen()
                .lines()
                .next()
                .unwrap()
                .trim_end()
                .to_owned(),
        );
    }
    for (line, name) in met.iter().zip([
        "pain-share",
        "contact-rate",
        "complaints",
        "share",
        "saving",
    ]) {
        assert!(line.ends_with(&format!("by {name}")), "{line}");
    }
    assert!(!met[5].contains(" by "), "{}", met[5]);
}

#[test]
fn what_if_moves_the_numbers_and_moves_them_back() {
    let mut desk = bakery(120, 40);
    let queue = desk
        .state
        .workspace
        .journeys
        .touchpoints()
        .nth(1)
        .unwrap()
        .0;
    pothole::tui::browse::choose(&mut desk.state, queue);
    let before = desk.state.board.touchpoint(queue).friction.unwrap().value;
    let seen = desk.press("w").screen();
    assert!(seen.contains("as if queue were fixed (w)"), "{seen}");
    assert!(desk.state.board.touchpoint(queue).friction.unwrap().value < before);
    let after = desk.press("w").screen();
    assert!(!after.contains("were fixed"), "{after}");
    let again = desk.state.board.touchpoint(queue).friction.unwrap().value;
    assert!((again - before).abs() < 1e-12);
    desk.press("g");
    assert!(
        desk.press("w")
            .screen()
            .contains("no more than the journey's median")
    );
}

#[test]
fn the_emotion_curve_has_one_line_a_segment_on_demand_told_apart_by_letters() {
    let mut desk = bakery(120, 40);
    let one = desk.screen();
    assert!(!one.contains(" A small "), "{one}");
    let segments = desk.press("E").screen();
    assert!(segments.contains(" A small  B large "), "{segments}");
    let letters = |letter: char| {
        let drawn = segments.lines().filter(|line| !line.contains(" A small "));
        let curve = drawn.skip_while(|line| !line.contains(" 0"));
        curve.flat_map(str::chars).filter(|c| *c == letter).count()
    };
    assert!(letters('A') + letters('B') > 0, "{segments}");
    assert_eq!(desk.press("E").screen().matches(" A small ").count(), 0);
}

#[test]
fn the_weeks_of_a_touchpoint_have_the_limit_as_a_line_with_its_number_beside_it() {
    let screen = bakery(80, 60).press("] enter").screen();
    let limit = screen.lines().find(|line| line.contains("limit 4.0"));
    assert!(limit.is_some_and(|line| line.contains('┄')), "{screen}");
    let marks = screen
        .lines()
        .find(|line| line.trim_matches([' ', '│']) == "┃");
    assert!(marks.is_some(), "{screen}");
    assert!(screen.contains("┃ a fix shipped"), "{screen}");
}
