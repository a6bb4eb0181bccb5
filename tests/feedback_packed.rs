//! Damaged and hostile files that are packed, encoded or nested: what was readable counts, and the damage
//! is said.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may stop where it cannot go on, and says what it skips"
)]

mod feedback_desk;
mod feedback_writing;

use feedback_desk::Desk;
use feedback_writing::{gzip, utf16, workbook};
use pothole::feedback::{Overlay, Polarity, Source, Speaks, Unpacking, verbatims};
use std::fmt::Write as _;
use std::fs::File;
use std::io::{Cursor, Read as _, Write as _};

/// A desk with one source whose rows name their touchpoint.
fn desk(file: &str, content: &[u8], change: impl FnOnce(&mut Source)) -> Desk {
    let mut desk = Desk::new(&["a/one"]);
    desk.file(file, content);
    let source = desk.source("f", file);
    source.columns.touchpoint = Some("place".into());
    source.columns.text = vec!["text".into()];
    source.speaks = Speaks::Always(Polarity::Complaint);
    change(source);
    desk
}

fn said(overlay: &Overlay) -> Vec<String> {
    let books = &overlay.books;
    let unread = books.unread.iter().map(|unread| unread.reason.clone());
    let rejected = books.rejected.iter();
    unread
        .chain(rejected.map(|row| format!("{}: {}", row.line, row.reason)))
        .collect()
}

fn table(rows: usize) -> String {
    let mut text = String::from("place,text,n\n");
    let mut dice = 7_u64;
    for row in 0..rows {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let _ = writeln!(text, "one,text number {row} {dice:x},{row}");
    }
    text
}

#[test]
fn of_a_gzip_that_is_cut_off_the_rows_before_count() {
    let text = table(20_000);
    let packed = gzip(text.as_bytes());
    let overlay = desk("f.csv.gz", &packed[..packed.len() / 2], |_| {}).scan();
    let (read, mapped, unmapped, rejected) = Desk::books(&overlay);
    assert!(read > 8_000 && read < 12_000, "{read}");
    assert_eq!((mapped, unmapped), (read - rejected, 0));
    assert!(rejected <= 1);
    let said = said(&overlay);
    assert_eq!(
        said[0],
        "the gzip is cut off; the rows before count. Fetch the file again"
    );
    if rejected == 1 {
        assert_eq!(
            said[1],
            format!("{}: the file ends before this row does", read + 1)
        );
    }
    // Of a file that is cut in its header nothing can be read.
    let overlay = desk("f.csv.gz", &packed[..15], |_| {}).scan();
    assert_eq!(Desk::books(&overlay), (0, 0, 0, 0));
    assert!(overlay.books.unread[0].reason.contains("cut off"));
}

#[test]
fn of_a_gzip_that_is_damaged_the_rows_before_count() {
    let text = table(60_000);
    let mut packed = gzip(text.as_bytes());
    let middle = packed.len() / 2;
    for byte in &mut packed[middle..middle + 400] {
        *byte = !*byte;
    }
    let overlay = desk("f.csv.gz", &packed, |_| {}).scan();
    let total = overlay.books.total();
    assert!(total.mapped > 20_000 && total.mapped < 60_000, "{total:?}");
    let said = said(&overlay).join("\n");
    assert!(
        said.contains("the gzip is damaged") || said.contains("cut off"),
        "{said}"
    );
}

#[test]
fn several_members_are_read_as_one_file() {
    let packed = [gzip(b"place,text\none,a\n"), gzip(b"one,b\none,c")].concat();
    let overlay = desk("f.csv.gz", &packed, |_| {}).scan();
    assert_eq!(
        (Desk::books(&overlay), said(&overlay)),
        ((3, 3, 0, 0), vec![])
    );
}

#[test]
fn a_file_that_unpacks_without_end_is_read_up_to_a_bound() {
    let mut text = b"place,text\none,".to_vec();
    text.resize(100 << 20, b'a');
    let packed = gzip(&text);
    assert!(packed.len() < 1 << 20);
    let overlay = desk("f.csv.gz", &packed, |_| {}).scan();
    let said = said(&overlay);
    assert!(
        said[0].contains("unpacks to more than 200 times its size"),
        "{said:?}"
    );
    assert_eq!(overlay.books.total().mapped, 0);
}

#[test]
fn a_character_that_is_none_in_its_encoding_costs_its_own_row() {
    let mut content = utf16("place,text\none,a\none,b\n", false, true);
    let lone = 2 * (1 + "place,text\none,".len());
    content.splice(lone..lone + 2, [0x00, 0xd8]);
    let overlay = desk("f.csv", &content, |_| {}).scan();
    assert_eq!(Desk::books(&overlay), (2, 1, 0, 1));
    assert_eq!(
        said(&overlay),
        ["2: not UTF-16LE from byte 5 of the row on; save the file as UTF-8"]
    );
}

#[test]
fn of_a_json_list_that_is_cut_off_the_items_before_count() {
    let list =
        "[\n {\"place\": \"one\", \"text\": \"a\"},\n {\"place\": \"one\"},\n 7,\n {\"place\": \"o";
    let overlay = desk("f.json", list.as_bytes(), |_| {}).scan();
    assert_eq!(Desk::books(&overlay), (4, 2, 0, 2));
    assert_eq!(
        said(&overlay),
        [
            "the list of rows is not closed; the file may be cut off",
            "4: not a JSON object: invalid type: integer `7`, expected an object at column 1",
            "5: the file ends before this row does",
        ]
    );
    let object = desk("f.json", b"{\"place\": \"one\"}", |_| {}).scan();
    assert_eq!(Desk::books(&object), (0, 0, 0, 0));
    assert!(said(&object)[0].starts_with("it holds no list of rows"));
}

#[test]
fn a_workbook_that_is_damaged_is_named() {
    let header = ["place", "text"];
    let rows: Vec<Vec<String>> = (0..500)
        .map(|row| vec!["one".into(), format!("text {row}")])
        .collect();
    let whole = workbook("A", &header, &rows);
    assert_eq!(
        Desk::books(&desk("f.xlsx", &whole, |_| {}).scan()),
        (500, 500, 0, 0)
    );
    for cut in [0, 3, 30, whole.len() / 2, whole.len() - 1] {
        let overlay = desk("f.xlsx", &whole[..cut], |_| {}).scan();
        assert!(
            overlay.books.unread.len() == 1,
            "{cut}: {:?}",
            said(&overlay)
        );
    }
}

/// A workbook in which a piece of every part was replaced.
fn replaced(book: &[u8], from: &str, to: &str) -> Vec<u8> {
    let mut parts = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut written = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..parts.len() {
        let mut part = parts.by_index(place).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        let options = zip::write::SimpleFileOptions::default();
        written.start_file(part.name(), options).unwrap();
        written
            .write_all(text.replace(from, to).as_bytes())
            .unwrap();
    }
    written.finish().unwrap().into_inner()
}

#[test]
fn a_cell_that_claims_to_stand_beyond_all_columns_and_rows_stops_no_scan() {
    let rows: Vec<Vec<String>> = (0..9)
        .map(|row| vec!["one".into(), format!("text {row}")])
        .collect();
    let whole = workbook("A", &["place", "text"], &rows);
    for place in ["ZZZZZZZZZZZZ5", "A99999999999999", "B0"] {
        let desk = desk(
            "f.xlsx",
            &replaced(&whole, "\"B5\"", &format!("\"{place}\"")),
            |_| {},
        );
        let overlay = desk.scan();
        let (read, mapped, unmapped, rejected) = Desk::books(&overlay);
        assert_eq!(read, mapped + unmapped + rejected, "{place}");
        assert!(read < 9, "{place}");
        assert_eq!(
            overlay.books.unread.len(),
            1,
            "{place}: {:?}",
            said(&overlay)
        );
    }
}

#[test]
fn no_document_of_a_suite_of_hostile_json_stops_a_scan() {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/data/hostile/JSONTestSuite"
    );
    let mut open = vec![std::path::PathBuf::from(folder)];
    let mut count = 0;
    while let Some(path) = open.pop() {
        let Ok(entries) = std::fs::read_dir(&path) else {
            continue;
        };
        for entry in entries.flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "json") {
                let content = std::fs::read(&path).unwrap();
                for name in ["f.json", "f.jsonl"] {
                    desk(name, &content, |_| {}).scan();
                }
                desk("f.json", &content, |source| {
                    source.rows = Some("a.b".into());
                })
                .scan();
                count += 1;
            }
        }
    }
    if count == 0 {
        println!("skipped: no JSONTestSuite beside the project");
    }
}

#[test]
fn words_of_packed_files_are_there_once_they_were_unpacked() {
    let text = table(300);
    let header = ["place", "text", "n"];
    let rows = [["one", "text number 299", "299"]];
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| row.map(str::to_owned).to_vec())
        .collect();
    for (file, content) in [
        ("f.csv.gz", gzip(text.as_bytes())),
        ("f.csv", utf16(&text, false, true)),
        ("f.xlsx", workbook("s", &header, &rows)),
    ] {
        let desk = desk(file, &content, |_| {});
        let (root, overlay) = (desk.folder.path(), desk.scan());
        Unpacking::of(root, &desk.sources, &overlay).run(|| true);
        // Other bytes of the same size under the old time: who reads the file again finds no words.
        let path = root.join(file);
        let time = path.metadata().unwrap().modified().unwrap();
        let mut other = vec![b'x'; content.len()];
        other[..4].copy_from_slice(&content[..4]);
        std::fs::write(&path, other).unwrap();
        let changed = File::options().write(true).open(&path).unwrap();
        changed.set_modified(time).unwrap();
        let last = overlay.places.last().unwrap();
        let words = verbatims(root, &desk.sources, &overlay, &[*last]);
        assert!(
            words[0].text.starts_with("text number 299"),
            "{file}: {words:?}"
        );
    }
}
