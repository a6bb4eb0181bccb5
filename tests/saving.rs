//! Saving an owner to a real file: whole or not at all, and never over someone else's change.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use pothole::journey::{Action, ActionEdit, Address, Day, Edit, Status};
use pothole::workspace::{SaveError, Workspace, open, save};
use std::fs;
use std::path::{Path, PathBuf};

const JOURNEY: &str = "journey: j\r\nstages: # all\r\n  - stage: s\r\n    touchpoints:\r\n      - touchpoint: a\r\n        owner: x # c\r\n      - touchpoint: b";

struct Place {
    root: tempfile::TempDir,
    workspace: Workspace,
}

impl Place {
    fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("pothole.yaml"), "teams: {x: X, y: Y}\n").unwrap();
        fs::create_dir(root.path().join("sub")).unwrap();
        fs::write(root.path().join("sub/j.yaml"), JOURNEY).unwrap();
        let workspace = open(root.path()).unwrap();
        Self { root, workspace }
    }

    fn path(&self) -> PathBuf {
        self.root.path().join("sub/j.yaml")
    }

    fn text(&self) -> String {
        fs::read_to_string(self.path()).unwrap()
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.root.path().join("sub")).unwrap();
        entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    }
}

fn owner(touchpoint: &str, from: Option<&str>, to: Option<&str>) -> Edit {
    Edit::Owner {
        touchpoint: Address::new("j", touchpoint),
        from: from.map(str::to_owned),
        to: to.map(str::to_owned),
    }
}

#[test]
fn a_save_changes_one_line_and_its_inverse_brings_the_file_back() {
    let mut place = Place::new();
    let edit = owner("a", Some("x"), Some("new"));
    assert_eq!(save(&place.workspace, &edit).unwrap(), "sub/j.yaml");
    assert_eq!(place.text(), JOURNEY.replace("owner: x", "owner: new"));
    place.workspace.apply(&edit).unwrap();
    let address = Address::new("j", "a");
    assert_eq!(place.workspace.owner_now(&address).unwrap(), Some("new"));
    save(&place.workspace, &edit.inverse()).unwrap();
    assert_eq!(place.text(), JOURNEY);
    save(&place.workspace, &owner("b", None, Some("new"))).unwrap();
    assert_eq!(place.text(), format!("{JOURNEY}\r\n        owner: new"));
    assert_eq!(place.names(), ["j.yaml"]);
}

#[test]
fn an_owner_changed_by_someone_else_is_a_conflict_that_shows_both() {
    let place = Place::new();
    let theirs = JOURNEY.replace("owner: x", "owner: z");
    fs::write(place.path(), &theirs).unwrap();
    let error = save(&place.workspace, &owner("a", Some("x"), Some("new"))).unwrap_err();
    let expected = "sub/j.yaml:6: the owner of j/a is `z` now, not `x`: nothing was saved";
    assert_eq!(error.to_string(), expected);
    let SaveError::Conflict(conflict) = error else {
        panic!("a conflict")
    };
    assert_eq!(
        (conflict.expected.as_deref(), conflict.found.as_deref()),
        (Some("x"), Some("z"))
    );
    assert_eq!(place.text(), theirs);
}

#[test]
fn changes_of_others_elsewhere_in_the_file_are_kept() {
    let place = Place::new();
    let theirs = format!("# moved\r\n{}", JOURNEY.replace("stage: s", "stage: other"));
    fs::write(place.path(), &theirs).unwrap();
    save(&place.workspace, &owner("a", Some("x"), Some("new"))).unwrap();
    assert_eq!(place.text(), theirs.replace("owner: x", "owner: new"));
}

#[test]
fn a_touchpoint_that_is_not_there_is_said_with_what_was_meant() {
    let place = Place::new();
    let missing = Edit::Owner {
        touchpoint: Address::new("j", "aa"),
        from: None,
        to: Some("y".into()),
    };
    let error = save(&place.workspace, &missing).unwrap_err();
    assert_eq!(error.to_string(), "no touchpoint j/aa; did you mean j/a?");
    fs::write(
        place.path(),
        JOURNEY.replace("touchpoint: b", "touchpoint: c"),
    )
    .unwrap();
    let error = save(&place.workspace, &owner("b", None, Some("new"))).unwrap_err();
    assert_eq!(
        error.to_string(),
        "sub/j.yaml: the file has no touchpoint `b`"
    );
}

#[test]
fn a_file_that_vanished_or_broke_is_named_with_the_cause() {
    let place = Place::new();
    let edit = owner("a", Some("x"), Some("new"));
    fs::write(place.path(), JOURNEY.replace("stages:", "stages: 'x")).unwrap();
    let error = save(&place.workspace, &edit).unwrap_err().to_string();
    assert!(error.starts_with("sub/j.yaml: line "), "{error}");
    fs::write(place.path(), b"journey: \xff").unwrap();
    let error = save(&place.workspace, &edit).unwrap_err().to_string();
    assert_eq!(error, "sub/j.yaml: it is not UTF-8 text");
    fs::remove_file(place.path()).unwrap();
    let error = save(&place.workspace, &edit).unwrap_err().to_string();
    assert!(
        error.starts_with("sub/j.yaml: cannot find the file: "),
        "{error}"
    );
    fs::create_dir(place.path()).unwrap();
    let error = save(&place.workspace, &edit).unwrap_err().to_string();
    assert_eq!(error, "sub/j.yaml: it is not a file any more");
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().mode() & 0o7777
    }

    #[test]
    fn links_are_followed_and_permissions_kept() {
        let place = Place::new();
        let real = place.root.path().join("real.txt");
        fs::rename(place.path(), &real).unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("../real.txt", place.root.path().join("sub/link")).unwrap();
        symlink("link", place.path()).unwrap();
        save(&place.workspace, &owner("a", Some("x"), Some("new"))).unwrap();
        assert!(fs::symlink_metadata(place.path()).unwrap().is_symlink());
        assert_eq!(
            fs::read_to_string(&real).unwrap(),
            JOURNEY.replace("owner: x", "owner: new")
        );
        assert_eq!(mode(&real), 0o640);
    }

    #[test]
    fn the_owner_and_the_group_of_a_file_survive_a_save() {
        let place = Place::new();
        if std::os::unix::fs::chown(place.path(), Some(1_234), Some(2_345)).is_err() {
            println!("skipped: this user may not give files away");
            return;
        }
        fs::set_permissions(place.path(), fs::Permissions::from_mode(0o640)).unwrap();
        save(&place.workspace, &owner("a", Some("x"), Some("new"))).unwrap();
        let now = fs::metadata(place.path()).unwrap();
        assert_eq!((now.uid(), now.gid()), (1_234, 2_345));
        assert_eq!(mode(&place.path()), 0o640);
        assert_eq!(place.text(), JOURNEY.replace("owner: x", "owner: new"));
    }

    #[test]
    fn a_folder_that_vanished_is_named_and_nothing_is_made_in_its_place() {
        let place = Place::new();
        let (root, away) = (place.root.path(), place.root.path().with_extension("away"));
        fs::rename(root, &away).unwrap();
        let edit = owner("a", Some("x"), Some("new"));
        let error = save(&place.workspace, &edit).unwrap_err().to_string();
        assert!(
            error.starts_with("sub/j.yaml: cannot make the folder of its lock: No such"),
            "{error}"
        );
        assert!(!root.exists());
        fs::rename(&away, root).unwrap();
        save(&place.workspace, &edit).unwrap();
        assert_eq!(place.text(), JOURNEY.replace("owner: x", "owner: new"));
    }

    #[test]
    fn a_read_only_file_and_one_with_several_names_are_left_alone() {
        let place = Place::new();
        let edit = owner("a", Some("x"), Some("new"));
        fs::set_permissions(place.path(), fs::Permissions::from_mode(0o444)).unwrap();
        let error = save(&place.workspace, &edit).unwrap_err().to_string();
        assert!(error.starts_with("sub/j.yaml: it is read-only"), "{error}");
        fs::set_permissions(place.path(), fs::Permissions::from_mode(0o644)).unwrap();
        fs::hard_link(place.path(), place.root.path().join("other")).unwrap();
        let error = save(&place.workspace, &edit).unwrap_err().to_string();
        assert!(
            error.starts_with("sub/j.yaml: it has several names"),
            "{error}"
        );
        assert_eq!(place.text(), JOURNEY);
    }

    #[test]
    fn a_folder_that_cannot_be_written_leaves_the_file_as_it_was() {
        let place = Place::new();
        let folder = place.root.path().join("sub");
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
        let probe = fs::write(folder.join("probe"), "");
        if probe.is_ok() {
            println!("skipped: this user may write everywhere");
            return;
        }
        let error = save(&place.workspace, &owner("a", Some("x"), Some("new"))).unwrap_err();
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
        assert!(
            error
                .to_string()
                .starts_with("sub/j.yaml: cannot make a file beside it: "),
            "{error}"
        );
        assert_eq!(place.text(), JOURNEY);
    }
}

#[test]
fn an_action_is_saved_moved_and_refused_where_the_file_says_something_else() {
    let mut place = Place::new();
    let sign = Action {
        id: "sign".to_owned(),
        title: "A sign".to_owned(),
        ..Action::default()
    };
    let at = |touchpoint: &str, edit| Edit::Action {
        touchpoint: Address::new("j", touchpoint),
        edit,
    };
    let add = at("b", ActionEdit::Add(Box::new(sign.clone())));
    save(&place.workspace, &add).unwrap();
    place.workspace.apply(&add).unwrap();
    let added = format!(
        "{JOURNEY}\r\n        actions:\r\n          - action: sign\r\n            title: A sign\r\n            status: planned"
    );
    assert_eq!(place.text(), added);
    assert_eq!(open(place.root.path()).unwrap().problems, []);

    let again = at("a", ActionEdit::Add(Box::new(sign.clone())));
    let error = save(&place.workspace, &again).unwrap_err().to_string();
    assert_eq!(
        error,
        "there is an action sign at j/b already; take another id"
    );

    let moved = at("b", sign.moved(Status::Fixing, Day(20_000)).unwrap());
    save(&place.workspace, &moved).unwrap();
    let error = save(&place.workspace, &moved).unwrap_err().to_string();
    assert!(
        error.ends_with(
            "`status` of the action says `fixing` now, not `planned`: nothing was saved"
        ),
        "{error}"
    );
    save(&place.workspace, &moved.inverse()).unwrap();
    assert_eq!(place.text(), added);
    save(&place.workspace, &add.inverse()).unwrap();
    assert_eq!(place.text(), JOURNEY);
}
