//! Reads how the files of a source are written: format, delimiter, encoding, sheet, and the list of rows.

use super::Kind;
use super::fields::{Fields, Text};
use super::reporter::Reporter;
use super::suggestion::help;
use super::visible::quoted;
use crate::feedback::{Format, Source};
use encoding_rs::Encoding;

/// The encodings to name when another one is misspelt; many more are known.
const ENCODINGS: [&str; 8] = [
    "utf-8",
    "utf-16le",
    "utf-16be",
    "windows-1252",
    "iso-8859-1",
    "iso-8859-15",
    "shift_jis",
    "gb18030",
];

/// Fills in how the files of a source are written.
pub(super) fn read(
    fields: &Fields<'_, '_>,
    files: &[Text],
    source: &mut Source,
    report: &mut Reporter<'_>,
) {
    source.format = format(fields, files, report);
    let (is_text, is_json, is_excel) = match source.format {
        Format::Delimited(_) => ("delimited text", false, false),
        Format::JsonLines => ("JSON lines", false, false),
        Format::Json => ("JSON", true, false),
        Format::Excel => ("an Excel workbook", false, true),
    };
    let misplaced = |key: &str, wanted: &str, report: &mut Reporter<'_>| {
        let message = format!("`{key}` means nothing for {is_text}");
        let help = format!("take it out, or say `format: {wanted}`");
        let at = fields.key(key).unwrap_or_default();
        report.say(Kind::ConflictingKeys, at, message, &help);
    };
    if is_excel && fields.get("encoding").is_some() {
        misplaced("encoding", "csv", report);
    } else {
        source.encoding = encoding(fields, report);
    }
    if is_excel {
        source.sheet = fields.words("sheet", report);
    } else if fields.get("sheet").is_some() {
        misplaced("sheet", "xlsx", report);
    }
    if is_json {
        source.rows = fields.words("rows", report);
    } else if fields.get("rows").is_some() {
        misplaced("rows", "json", report);
    }
}

/// The format that is declared, or that the files' names say.
fn format(fields: &Fields<'_, '_>, files: &[Text], report: &mut Reporter<'_>) -> Format {
    let names = [
        ("csv", Format::Delimited(None)),
        ("tsv", Format::Delimited(Some(b'\t'))),
        ("jsonl", Format::JsonLines),
        ("json", Format::Json),
        ("xlsx", Format::Excel),
    ];
    let format = fields
        .choice("format", &names, report)
        .unwrap_or_else(|| by_name(files));
    let Some(delimiter) = delimiter(fields, report) else {
        return format;
    };
    let what = match format {
        Format::Delimited(_) => return Format::Delimited(Some(delimiter)),
        Format::JsonLines => "JSON lines have",
        Format::Json => "JSON has",
        Format::Excel => "an Excel workbook has",
    };
    let at = fields.key("delimiter").unwrap_or_default();
    let help = "take `delimiter` out, or say `format: csv`";
    report.say(
        Kind::ConflictingKeys,
        at,
        format!("{what} no delimiter"),
        help,
    );
    format
}

/// The format that the first path's ending says, `.gz` left out.
fn by_name(files: &[Text]) -> Format {
    let name = files
        .first()
        .map(|file| file.text.to_lowercase())
        .unwrap_or_default();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    match name.rsplit('.').next() {
        Some("tsv" | "tab") => Format::Delimited(Some(b'\t')),
        Some("jsonl" | "ndjson") => Format::JsonLines,
        Some("json") => Format::Json,
        Some("xlsx" | "xlsm") => Format::Excel,
        _ => Format::Delimited(None),
    }
}

fn delimiter(fields: &Fields<'_, '_>, report: &mut Reporter<'_>) -> Option<u8> {
    let found = fields.text("delimiter", report)?;
    match found.text.as_bytes() {
        b"tab" | b"\\t" => Some(b'\t'),
        &[byte] if byte.is_ascii() && !matches!(byte, b'"' | b'\n' | b'\r') => Some(byte),
        _ => {
            let message = format!("a delimiter is one character, not {}", quoted(&found.text));
            let help = "write one ASCII character in quotes, such as \";\", or `tab`";
            report.say(Kind::BadValue, found.at, message, help);
            None
        }
    }
}

fn encoding(fields: &Fields<'_, '_>, report: &mut Reporter<'_>) -> Option<&'static Encoding> {
    let found = fields.text("encoding", report)?;
    let encoding = Encoding::for_label_no_replacement(found.text.as_bytes());
    if encoding.is_none() {
        let message = format!("{} is not an encoding", quoted(&found.text));
        let help = help(&found.text, ENCODINGS, "it may be, among others");
        report.say(Kind::BadValue, found.at, message, help);
    }
    encoding
}
