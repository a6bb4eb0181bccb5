//! The sample workspace under `journeys/`: its feedback is written by the generator in `sample/`, opens
//! without a problem and tells the stories it is meant to tell.

mod sample;

use std::path::{Path, PathBuf};

fn journeys() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("journeys")
}

/// `POTHOLE_WRITE_SAMPLE=1 cargo test --test sample_workspace` writes the files anew.
#[test]
fn the_committed_feedback_is_what_the_generator_writes() {
    let folder = journeys().join("feedback");
    let rewrite = std::env::var_os("POTHOLE_WRITE_SAMPLE").is_some();
    for (name, text) in sample::files() {
        let path = folder.join(name);
        if rewrite {
            std::fs::write(&path, &text).unwrap();
        }
        let committed = std::fs::read(&path).unwrap();
        assert!(
            committed == text.as_bytes(),
            "{name} is not what the generator writes; run with POTHOLE_WRITE_SAMPLE=1 and look at the diff"
        );
    }
}
