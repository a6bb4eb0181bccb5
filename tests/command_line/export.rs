//! `pothole export`.

use crate::shop::{Shop, program, run_in};
use serde_json::Value;
use std::fs;

fn json(shop: &Shop, more: &[&str]) -> Value {
    let run = shop.run(&[&["export", "--format", "json"], more].concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    serde_json::from_str(&run.out).unwrap()
}

#[test]
fn json_says_what_became_of_every_row() {
    let board = json(&Shop::open(), &[]);
    assert_eq!(board["rows"]["read"], 42);
    assert_eq!(board["rows"]["mapped"], 40);
    assert_eq!(board["rows"]["unmapped"], 1);
    assert_eq!(board["rows"]["rejected"], 1);
    assert_eq!(board["rejected"][0]["file"], "feedback/nps.csv");
    assert_eq!(board["rejected"][0]["line"], 42);
    let search = &board["touchpoints"][0];
    assert_eq!(search["id"], "buy/search");
    assert_eq!(
        (&search["complaints"], &search["praise"]),
        (&10.into(), &30.into())
    );
    assert_eq!(search["nps"]["score"], 50.0);
    assert_eq!(search["by_week"]["2025-W07"]["complaints"], 10);
    assert_eq!(search["by_segment"]["large"]["praise"], 30);
}

#[test]
fn the_lens_narrows_what_is_exported() {
    let shop = Shop::open();
    let count = |more: &[&str]| json(&shop, more)["touchpoints"][0]["feedback"].clone();
    assert_eq!(count(&["--since", "2025-03-01"]), 30);
    assert_eq!(count(&["--until", "2025-02-10"]), 10);
    assert_eq!(count(&["--segment", "small"]), 10);
    assert_eq!(count(&["--segment", "small", "--segment", "large"]), 40);
    assert_eq!(count(&["--source", "nps"]), 40);
    let one = json(&shop, &["--journey", "give-back"]);
    assert_eq!(one["touchpoints"].as_array().unwrap().len(), 1);
    assert_eq!(one["touchpoints"][0]["id"], "give-back/pay");
}

#[test]
fn a_query_narrows_what_is_exported_and_a_slip_in_it_is_told() {
    let shop = Shop::open();
    let ids = |query: &str| {
        let board = json(&shop, &["--filter", query]);
        let list = board["touchpoints"].as_array().unwrap().clone();
        let ids = list
            .iter()
            .map(|one| one["id"].as_str().unwrap().to_owned());
        ids.collect::<Vec<_>>()
    };
    assert_eq!(ids("owner:none"), ["buy/pay", "give-back/pay"]);
    assert_eq!(ids("rows:>0 segment:small"), ["buy/search"]);
    assert_eq!(ids("zeppelin"), [""; 0]);
    for format in ["csv", "markdown"] {
        let filter = ["export", "--format", format, "--filter", "get the money"];
        let run = shop.run(&filter);
        assert!(!run.out.contains("Find it"), "{}", run.out);
    }
    let run = shop.run(&["export", "--format", "csv", "--filter", "x frction:>3"]);
    assert_eq!(run.code, Some(2));
    let said = "column 3: there is no field `frction`; did you mean `friction:`?";
    assert!(run.err.contains(said), "{}", run.err);
}

#[test]
fn what_the_lens_names_must_be_there() {
    let shop = Shop::open();
    for (arguments, said) in [
        (["--journey", "bui"], "did you mean `buy`?"),
        (["--source", "nsp"], "did you mean `nps`?"),
        (["--segment", "smal"], "did you mean `small`?"),
        (["--segment", "giants"], "`large`"),
        (["--since", "2025-02-30"], "YYYY-MM-DD"),
    ] {
        let all = [
            &["export", "--format", "csv", "--output", "out.csv"][..],
            &arguments,
        ]
        .concat();
        let run = shop.run(&all);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(run.err.contains(said), "{}", run.err);
        assert!(!shop.path("out.csv").exists());
    }
    let turned = [
        "export",
        "--format",
        "csv",
        "--since",
        "2025-03-01",
        "--until",
        "2025-02-01",
    ];
    assert_eq!(shop.run(&turned).code, Some(2));
}

#[test]
fn a_file_holds_the_same_bytes_as_standard_output() {
    let shop = Shop::open();
    for format in ["markdown", "csv", "json"] {
        let run = shop.run(&["export", "--format", format]);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
        shop.write(
            "out",
            "something longer than nothing that stood here before",
        );
        let to_file = shop.run(&["export", "--format", format, "--output", "out"]);
        assert_eq!(
            (to_file.code, to_file.out.as_str()),
            (Some(0), ""),
            "{}",
            to_file.err
        );
        assert_eq!(shop.read("out"), run.out);
        assert_eq!(shop.run(&["export", "--format", format]).out, run.out);
    }
    let left = fs::read_dir(shop.path("."))
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    assert!(
        left.into_iter()
            .all(|name| !name.to_str().unwrap().contains(".tmp"))
    );
}

#[test]
fn an_output_that_is_no_file_of_its_own_is_refused() {
    let shop = Shop::open();
    let to = |output: &str| shop.run(&["export", "--format", "csv", "--output", output]);
    for output in ["feedback", "nowhere/out.csv"] {
        let run = to(output);
        assert_eq!(run.code, Some(2), "{output}");
        assert!(run.err.contains(output), "{}", run.err);
    }
    #[cfg(unix)]
    {
        shop.write("secret", "kept");
        std::os::unix::fs::symlink(shop.path("secret"), shop.path("link")).unwrap();
        assert_eq!(to("link").code, Some(2));
        assert_eq!(shop.read("secret"), "kept");
    }
}

#[cfg(unix)]
#[test]
fn a_new_file_can_be_read_by_whom_a_shell_would_let_and_an_old_one_keeps_its_mode() {
    use std::os::unix::fs::PermissionsExt;
    let shop = Shop::open();
    let mode = |file: &str| fs::metadata(shop.path(file)).unwrap().permissions().mode() & 0o777;
    shop.write("by-hand", "");
    shop.run(&["export", "--format", "csv", "--output", "out.csv"]);
    assert_eq!(mode("out.csv"), mode("by-hand"));
    fs::set_permissions(shop.path("out.csv"), fs::Permissions::from_mode(0o640)).unwrap();
    shop.run(&["export", "--format", "csv", "--output", "out.csv"]);
    assert_eq!(mode("out.csv"), 0o640);
}

#[test]
fn a_reader_that_stops_reading_is_no_error() {
    let shop = Shop::open();
    for format in ["markdown", "csv", "json"] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = program(&shop.path(""), &["export", "--format", format]);
        let output = command.stdout(writer).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{format}");
        assert_eq!(output.stderr, b"", "{format}");
    }
}

#[test]
fn problems_of_the_workspace_are_told_beside_the_data() {
    let shop = Shop::open();
    shop.write("broken.yaml", "journey: [");
    let run = shop.run(&["export", "--format", "json"]);
    assert_eq!(run.code, Some(0));
    assert!(run.err.contains("pothole check"), "{}", run.err);
    let board: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(board["broken"][0]["file"], "broken.yaml");
}

#[test]
fn another_folder_is_worked_in_as_if_the_program_had_been_started_there() {
    let shop = Shop::open();
    let elsewhere = tempfile::tempdir().unwrap();
    let folder = shop.path("");
    let there = ["-C", folder.to_str().unwrap()];
    let here = shop.run(&["export", "--format", "csv"]);
    let run = run_in(
        elsewhere.path(),
        &[&there[..], &["export", "--format", "csv"]].concat(),
    );
    assert_eq!((run.code, run.out), (Some(0), here.out.clone()));
    let to_file = ["export", "--format", "csv", "--output", "out.csv"];
    let run = run_in(elsewhere.path(), &[&to_file[..], &there].concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert_eq!(shop.read("out.csv"), here.out);
}
