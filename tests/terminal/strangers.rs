//! A board full of strangers' words, in a real terminal: only our own sequences come out.

use crate::attacks::{corpus, foreign_sequence, workspace};
use crate::session::Session;

#[test]
fn no_word_of_a_stranger_steers_the_terminal_from_the_board() {
    let (folder, corpus) = (tempfile::tempdir().unwrap(), corpus());
    workspace(folder.path(), &corpus);
    let mut session = Session::start(
        folder.path(),
        (120, 40),
        &[("VISUAL", "true"), ("EDITOR", "true")],
    );
    session.wait_for("rows: ").wait_without("reading");
    for keys in [
        "l",
        "jjjjjj",
        "\r",
        "jjjj",
        "\x1b",
        "P",
        "jjjjjjjjjjjjjjjj",
        "\x1b",
        "R",
        "jjjj",
        "\x1b",
        "i",
        "jjjj",
        "\x1b",
        "f",
        "\x1b",
        "s",
        "s",
        "/w",
        "\x1b",
        "o",
        "\x1b[B\x1b[B",
        "\x1b",
        "]",
        "]",
        "G",
        "g",
        "?",
        "\x1b",
        "\x1b[200~\u{1b}]0;evil\u{7}\x1b[201~",
    ] {
        session.type_in(keys);
    }
    session
        .resize((60, 15))
        .type_in("jj\r")
        .resize((160, 50))
        .type_in("\x1b\x1b\x1b");
    // A key right behind an escape would be another key: first something that is seen.
    session
        .nudge("?", "type to find a key")
        .type_in("\x1b")
        .wait_without("type to find a key");
    session.wait_for("q quit").type_in("q");
    assert_eq!(session.end(), 0);
    session.check_given_back();
    let written = String::from_utf8(session.bytes()).unwrap();
    assert_eq!(foreign_sequence(&written), None);
    assert_eq!(
        crate::attacks::foreign_text("plain \u{9b}31m"),
        Some("plain \\u{9b}31m".into())
    );
}
