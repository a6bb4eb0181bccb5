//! The program as a whole: the board without a terminal, help, completions, the manual page.

use crate::shop::{Shop, program, run_in};

#[test]
fn the_board_needs_a_terminal_and_says_so() {
    let shop = Shop::open();
    for arguments in [&[][..], &["."]] {
        let run = shop.run(arguments);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
        assert!(run.err.contains("terminal"), "{}", run.err);
        assert!(run.err.contains("pothole export"), "{}", run.err);
    }
}

#[test]
fn a_workspace_that_is_not_there_is_named() {
    let empty = tempfile::tempdir().unwrap();
    let run = run_in(empty.path(), &["nowhere"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(run.err.contains("nowhere"), "{}", run.err);
    assert!(
        run.err
            .contains("help: a file journeys/pothole.yaml with the one line `title: Acme`"),
        "{}",
        run.err
    );
    let run = run_in(empty.path(), &["-C", "nowhere", "check"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("nowhere"), "{}", run.err);
}

#[test]
fn a_command_with_a_slip_in_it_is_understood() {
    let shop = Shop::open();
    let run = shop.run(&["chekc"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(
        run.err.contains("did you mean `pothole check`?"),
        "{}",
        run.err
    );
}

#[test]
fn a_path_before_a_command_is_refused_with_the_way_to_say_it() {
    let shop = Shop::open();
    let run = shop.run(&["journeys", "check"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(run.err.contains("-C journeys"), "{}", run.err);
}

#[test]
fn help_tells_the_exit_codes_and_every_command() {
    let shop = Shop::open();
    let run = shop.run(&["--help"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    for word in [
        "Exit codes:",
        "check",
        "assign",
        "act",
        "told",
        "playbook",
        "flag",
        "rule",
        "coverage",
        "explain",
        "export",
        "completions",
        "man",
        "-C <PATH>",
    ] {
        assert!(run.out.contains(word), "{word}: {}", run.out);
    }
    let commands = [
        "check",
        "assign",
        "act",
        "told",
        "playbook",
        "flag",
        "rule",
        "coverage",
        "explain",
        "export",
        "log",
        "undo",
        "completions",
        "man",
    ];
    for command in commands {
        let help = shop.run(&[command, "--help"]);
        assert_eq!((help.code, help.err.as_str()), (Some(0), ""));
        let manual = shop.run(&["man"]).out;
        assert!(manual.contains(&command.to_uppercase()), "{command}");
    }
    assert_eq!(shop.run(&["--nonsense"]).code, Some(2));
    let version = shop.run(&["--version"]).out;
    assert_eq!(
        version.trim(),
        concat!("pothole ", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn every_shell_gets_its_completions() {
    let shop = Shop::open();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = shop.run(&["completions", shell]);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
        assert!(run.out.contains("assign"), "{shell}");
    }
    assert_eq!(shop.run(&["completions", "cobol"]).code, Some(2));
}

#[test]
fn help_and_completions_end_quietly_when_nobody_reads() {
    let shop = Shop::open();
    for arguments in [&["--help"][..], &["completions", "bash"], &["man"]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = program(&shop.path(""), arguments)
            .stdout(writer)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert_eq!(output.stderr, b"", "{arguments:?}");
    }
}
