//! The files of csv-spectrum, for the tests that read them: text beside the project that any reader of CSV
//! should split alike.

/// The text of each file; `None`, said aloud, where they do not lie beside the project.
pub(super) fn csv_spectrum() -> Option<Vec<String>> {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/data/hostile/csv-spectrum/csvs"
    );
    let Ok(files) = std::fs::read_dir(folder) else {
        println!("skipped: no csv-spectrum beside the project");
        return None;
    };
    let text = |file: std::io::Result<std::fs::DirEntry>| {
        std::fs::read_to_string(file.unwrap().path()).unwrap()
    };
    let texts: Vec<String> = files.map(text).collect();
    assert_eq!(texts.len(), 12);
    Some(texts)
}
