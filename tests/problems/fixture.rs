//! A sound workspace to break.

use pothole::workspace::{Workspace, open};
use std::path::Path;

pub(crate) const CHARTER: &str = "\
title: Airport
sources:
  survey: {files: feedback/s.csv, scale: csat-5, columns: {id: ID, text: REMARKS}}
teams: {car-parks: Car parks, terminal-ops: Terminal operations}
";
pub(crate) const JOURNEY: &str = "\
journey: fly-out
stages:
  - stage: before
    touchpoints:
      - touchpoint: parking
        feedback: [{source: survey, rating: Q7PARK}]
      - touchpoint: shuttle
";
pub(crate) const SURVEY: &str = "ID,Q7PARK,REMARKS\n1,5,fine\n";

pub(crate) fn write(root: &Path, file: &str, bytes: &[u8]) {
    let path = root.join(file);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
}

/// A workspace of the files given, over a sound `pothole.yaml`, survey and journey.
pub(crate) fn workspace(files: &[(&str, &[u8])]) -> Workspace {
    let root = tempfile::tempdir().unwrap();
    write(root.path(), "pothole.yaml", CHARTER.as_bytes());
    write(root.path(), "fly-out.yaml", JOURNEY.as_bytes());
    write(root.path(), "feedback/s.csv", SURVEY.as_bytes());
    for (file, bytes) in files {
        write(root.path(), file, bytes);
    }
    open(root.path()).unwrap()
}
