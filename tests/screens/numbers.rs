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
    ╭ Pay  buy/pay ────────────────────────────────────────────────────────────────────────────────────────────────────────╮
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
    │ by week   ▄▄▄█▄▄▄█▄▄█▄▄▄█▄▄▄█▄▄▂▁▁▁▂▁▁▂▁▁▁▂▁▁▁▂▁▁▂▁▁▁▂▁▁▂                                                            │
    │                               ┃                             ▼ 2026-01-19 · survey · large                            │
    │           usual 1.0 a week, limit 4.0                         Two hours in the sun and nobody told us anything 😡    │
    │           against visits reckoned from the journey's          survey.csv:298                                         │
    │           shares                                                                                                     │
    │           2025-W02 to 2026-W09                              ▼ 2026-01-12 · survey · large                            │
    │           at most 5 complaints                                Two hours in the sun and nobody told us anything 😡    │
    │                                                               survey.csv:295                                         │
    │ segments  small            53 % (46 to 60)  q 0.084                                                                  │
    │           large            68 % (58 to 76)  q 0.084         ▼ 2026-01-05 · survey · large                            │
    │           share that complains, against all others; q:        Two hours in the sun and nobody told us anything 😡    │
    │           false discovery rate                                survey.csv:292                                         │
    │                                                                                                                      │
    │ scores    csat-5, of 120, mean 4.00                         ▼ 2025-12-29 · survey · large                            │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    o owner  / filter  L lens  Ctrl-F go to  : commands  ] hottest  f numbers  ? help  q quit  Esc back  P problems  i inbox
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
           0.9  0.4 to 1.6            Stand in the queue
           0.9  0.3 to 1.7            Pay
    L lens  Ctrl-F go to  : commands  f numbers  ? help  q quit  Esc back
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
    │                                                                                                      ┆               │
    │ Of 1,000 who start                                                                                   ┆               │
    │   751.6 reach the goal, 248.4 leave before, 0.0 go on into another journey                           ┆               │
    │   7.9 complaints to expect, by the complaints of those known to have passed                          ┆               │
    │                                                                                                      ┆               │
    │ Ways                                                                                                 ┆               │
    │   choke points: Stand in the queue, Pay                                                              ┆               │
    │   no way leads to: The attic                                                      ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┼┄┄┄┄┄┄┄┄┄┄┄┄┄┄ │
    │   loop by Come in: 0.10 rounds each (Come in, Stand in the queue)                                    ┆               │
    │   likeliest way (68.4 % take it, 9.2 complaints of 1,000): Come in > Stand in                        ┆               │
    │   the queue > Pay > Eat it                                                                           ┆               │
    │   most painful of the likely ways (68.4 % take it, 9.2 complaints of 1,000):                         ┆   c         b │
    │   Come in > Stand in the queue > Pay > Eat it                                     low priority              overkill │
    │                                                                                   a  99.9 %  Stand in the queue      │
    │ Fix this step: complaints saved, of 1,000 who start                               b   0.1 %  Come in                 │
    │      saves  range                 step                                            c   0.0 %  Pay                     │
    │        0.9  0.4 to 1.6            Stand in the queue                                                                 │
    │        0.9  0.3 to 1.7            Pay                                                                                │
    │                                                                                                                      │
    │ Targets and benchmarks                                                                                               │
    │   the journey, target nps: -40.00 against 30.00, gap -70.00: missed                                                  │
    │   Stand in the queue, target friction: 50.27 against 10.00, gap -40.27: missed                                       │
    │   Stand in the queue, benchmark csat: 40.00 against 60.00, gap -20.00: missed                                        │
    │   Pay, target contact-rate: 3.80 against 2.00, gap -1.80: missed                                                     │
    │                                                                                                                      │
    │ What moves the overall score                                                                                         │
    │   n = 120; all touchpoints together explain 97.0 % of its variance. Importance                                       │
    │   goes along with the score and does not prove a cause. Cut at importance 33.3 %                                     │
    │   and performance 0.81.                                                                                              │
    │   importance (95 %)      performance  quadrant               touchpoint                                              │
    │   99.9 % (96.8 to 100.0)        0.00  concentrate here       Stand in the queue                                      │
    │   0.1 % (0.0 to 1.7)            1.43  possible overkill      Come in                                                 │
    │   0.0 % (0.0 to 1.8)            1.00  possible overkill      Pay                                                     │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    L lens  Ctrl-F go to  : commands  f numbers  ? help  q quit  Esc back  P problems  i inbox
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
