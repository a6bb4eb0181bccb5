//! Writes the same rows in every format and encoding that is read.

#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "each test file uses a part of it"
)]

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

/// The cells of one row.
pub type Row = Vec<String>;

pub fn csv(header: &[&str], rows: &[Row], delimiter: &str, end: &str) -> String {
    let mut text = header.join(delimiter) + end;
    for row in rows {
        let quote = |cell: &String| {
            if cell.contains(['"', '\n', '\r']) || cell.contains(delimiter) {
                format!("\"{}\"", cell.replace('"', "\"\""))
            } else {
                cell.clone()
            }
        };
        let cells: Vec<String> = row.iter().map(quote).collect();
        text += &(cells.join(delimiter) + end);
    }
    text
}

fn object(header: &[&str], row: &Row, between: &str) -> String {
    let pairs = header.iter().zip(row).map(|(key, value)| {
        let key = serde_json::to_string(key.trim()).unwrap();
        format!("{key}: {}", serde_json::to_string(value).unwrap())
    });
    let pairs: Vec<String> = pairs.collect();
    format!(
        "{{{between}{}{between}}}",
        pairs.join(&format!(",{between}"))
    )
}

pub fn json_lines(header: &[&str], rows: &[Row], end: &str) -> String {
    let lines = rows.iter().map(|row| object(header, row, " ") + end);
    lines.collect()
}

/// A list with each key on a line of its own.
pub fn json(header: &[&str], rows: &[Row], end: &str) -> String {
    let objects: Vec<String> = rows.iter().map(|row| object(header, row, end)).collect();
    format!("[{end}{}{end}]{end}", objects.join(&format!(",{end}")))
}

pub fn gzip(content: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(content).unwrap();
    packed.finish().unwrap()
}

pub fn utf16(text: &str, big: bool, mark: bool) -> Vec<u8> {
    let text = text.trim_start_matches('\u{feff}');
    let mark = mark.then_some(0xfeff);
    let units = mark.into_iter().chain(text.encode_utf16());
    let bytes = units.flat_map(|unit| {
        if big {
            unit.to_be_bytes()
        } else {
            unit.to_le_bytes()
        }
    });
    bytes.collect()
}

pub fn windows_1252(text: &str) -> Vec<u8> {
    let (bytes, _, lossy) = encoding_rs::WINDOWS_1252.encode(text);
    assert!(!lossy);
    bytes.into_owned()
}

/// A workbook of one hidden and one visible sheet; ISO dates are dates, whole numbers numbers.
pub fn workbook(sheet: &str, header: &[&str], rows: &[Row]) -> Vec<u8> {
    let mut data = String::new();
    let header: Row = header.iter().map(|&cell| cell.to_owned()).collect();
    for (number, row) in std::iter::once(&header).chain(rows).enumerate() {
        let _ = write!(data, "<row r=\"{}\">", number + 1);
        for (column, cell) in row.iter().enumerate() {
            let place = format!("{}{}", (b'A' + column as u8) as char, number + 1);
            data += &cell_xml(&place, cell);
        }
        data += "</row>";
    }
    let sheet_xml = |data: &str| {
        format!(
            "<?xml version=\"1.0\"?><worksheet xmlns=\"{MAIN}\"><sheetData>{data}</sheetData></worksheet>"
        )
    };
    let parts = [
        ("[Content_Types].xml", "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".to_owned()),
        ("_rels/.rels", relations(&[("rId1", "officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml", format!("<?xml version=\"1.0\"?><workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets><sheet name=\"Hidden\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/><sheet name=\"{sheet}\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels", relations(&[("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "worksheet", "worksheets/sheet2.xml"), ("rId3", "styles", "styles.xml")])),
        ("xl/styles.xml", format!("<?xml version=\"1.0\"?><styleSheet xmlns=\"{MAIN}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>")),
        ("xl/worksheets/sheet1.xml", sheet_xml("")),
        ("xl/worksheets/sheet2.xml", sheet_xml(&data)),
    ];
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(name, options).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn relations(parts: &[(&str, &str, &str)]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    );
    for (id, kind, target) in parts {
        let _ = write!(
            xml,
            "<Relationship Id=\"{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>"
        );
    }
    xml + "</Relationships>"
}

fn cell_xml(place: &str, cell: &str) -> String {
    if let Ok(number) = cell.parse::<i64>() {
        return format!("<c r=\"{place}\"><v>{number}.0</v></c>");
    }
    if let Some(day) = pothole::feedback::Day::parse_iso(cell) {
        // Excel counts days from the end of 1899.
        return format!("<c r=\"{place}\" s=\"1\"><v>{}</v></c>", day.0 + 25_569);
    }
    if cell.is_empty() {
        return String::new();
    }
    let text = cell.replace('&', "&amp;").replace('<', "&lt;");
    let text = text.replace('\n', "&#10;").replace('\t', "&#9;");
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>")
}
