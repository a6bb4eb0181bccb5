//! A workspace in a folder of its own, and the program run in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

pub(crate) const CHARTER: &str = "\
title: Corner shop
sources:
  nps:
    files: feedback/nps.csv
    columns: {id: id, at: day, score: score, segment: size, touchpoint: where}
    scale: nps
teams:
  tills: Tills and queues
  refunds: {title: Refunds}
";

pub(crate) const BUY: &str = "\
# What a neighbour does on a Saturday.
journey: buy
title: Buy something
stages:
  - stage: whole
    touchpoints:
      - touchpoint: search      # the shelves
        title: Find it
        owner: tills            # since spring
      - touchpoint: pay
        title: Pay at the till
";

pub(crate) const RETURN: &str = "\
journey: give-back
title: Bring it back
stages:
  - stage: whole
    touchpoints:
      - touchpoint: pay
        title: Get the money back
";

/// Forty answers at `buy/search`: ten complaints in one week, thirty praises in another; one row that
/// is rejected, one that is unmapped.
fn answers() -> String {
    let mut rows = String::from("id,day,score,size,where\n");
    for id in 0..40 {
        let (day, score, size) = if id < 10 {
            ("2025-02-10", 2, "small")
        } else {
            ("2025-03-03", 10, "large")
        };
        rows += &[
            &id.to_string(),
            day,
            &score.to_string(),
            size,
            "buy/search\n",
        ]
        .join(",");
    }
    rows + "40,2025-03-03,11,large,buy/search\n41,2025-03-03,9,large,elsewhere\n"
}

/// What came of a run.
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// A workspace in a temporary folder.
pub(crate) struct Shop {
    folder: TempDir,
}

impl Shop {
    pub(crate) fn open() -> Self {
        let shop = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        shop.write("pothole.yaml", CHARTER);
        shop.write("buy.yaml", BUY);
        shop.write("give-back.yaml", RETURN);
        fs::create_dir(shop.path("feedback")).unwrap();
        shop.write("feedback/nps.csv", &answers());
        shop
    }

    pub(crate) fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    pub(crate) fn write(&self, file: &str, text: &str) {
        fs::write(self.path(file), text).unwrap();
    }

    pub(crate) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap()
    }

    /// Runs the program in the workspace's folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        run_in(self.folder.path(), arguments)
    }
}

/// The program, in a folder, with nothing in its environment that would change what it says.
pub(crate) fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pothole"));
    command.current_dir(folder).args(arguments);
    command.env_remove("NO_COLOR").env_remove("TERM");
    command
        .env("POTHOLE_CONFIG", "off")
        .env("POTHOLE_STATE", "off");
    command.stdin(Stdio::null());
    command
}

pub(crate) fn run_in(folder: &Path, arguments: &[&str]) -> Run {
    let output = program(folder, arguments).output().unwrap();
    Run {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}
