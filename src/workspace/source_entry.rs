//! Reads the sources that `pothole.yaml` declares, and looks at the header of each one's first file.

use super::driver_entry::{self, DraftSurvey};
use super::fields::{Fields, Text};
use super::header::{Header, Headers};
use super::keys::{COLUMNS, COUNTS, SOURCE};
use super::reporter::Reporter;
use super::tree::Node;
use super::visible::quoted;
use super::{Kind, crowd_entry, glob, id, scale_entry, severity_entry};
use crate::feedback::{
    Columns, CountColumns, Crowd, Day, Format, Mapping, Polarity, Source, SourceIndex, Speaks,
};
use std::path::Path;

/// The sources, and what is known of them beyond what they declare.
#[derive(Debug, Default)]
pub(super) struct Declared {
    /// Who passed and who stayed.
    pub(super) crowd: Crowd,
    /// What moves the overall score, before it is looked up.
    pub(super) drivers: Option<DraftSurvey>,
    /// The sources.
    pub(super) sources: Vec<Source>,
    /// The columns of their files.
    pub(super) headers: Headers,
    /// Sources whose scale could not be read: a rating without one is no second problem.
    pub(super) unscaled: Vec<SourceIndex>,
    /// Whether `pothole.yaml` could be read: if not, a rule's source is not unknown, but unread.
    pub(super) readable: bool,
}

/// Reads every source, and the headers of their files.
pub(super) fn read(fields: &Fields<'_, '_>, root: &Path, report: &mut Reporter<'_>) -> Declared {
    let mut declared = Declared::default();
    for (name, node) in fields.map("sources", report) {
        id::check(&name, report);
        let Some(fields) = Fields::open(node, SOURCE, report) else {
            continue;
        };
        let mut used = Vec::new();
        let files = fields.texts("files", report).unwrap_or_default();
        let source = source(&name.text, &fields, &files, &mut used, report);
        let index = declared.sources.len();
        declared
            .headers
            .0
            .push(header(root, &files, source.format, report));
        for column in &used {
            declared.headers.check(Some(index), column, report);
        }
        if fields.get("scale").is_some() && !matches!(source.speaks, Speaks::Scored(_)) {
            declared.unscaled.push(index);
        }
        declared.sources.push(source);
    }
    declared.crowd = crowd_entry::read(fields, root, report);
    declared.drivers = driver_entry::read(fields, report);
    declared
}

fn source(
    id: &str,
    fields: &Fields<'_, '_>,
    files: &[Text],
    used: &mut Vec<Text>,
    report: &mut Reporter<'_>,
) -> Source {
    let columns = columns(fields, used, report);
    let separators = fields.words("tag-separator", report);
    let missing = fields.texts("missing", report).unwrap_or_default();
    let mappings = [("first", Mapping::First), ("all", Mapping::All)];
    Source {
        id: id.to_owned(),
        title: fields
            .words("title", report)
            .unwrap_or_else(|| id.to_owned()),
        files: files.iter().map(|file| file.text.clone()).collect(),
        format: format(fields, files, report),
        date: date(fields, &columns, report),
        date_format: date_format(fields, report),
        speaks: speaks(fields, &columns, used, report),
        columns,
        missing: missing.into_iter().map(|value| value.text).collect(),
        mapping: fields
            .choice("mapping", &mappings, report)
            .unwrap_or_default(),
        tag_separators: separators.map_or(Source::TAG_SEPARATORS.to_vec(), |text| {
            text.chars().collect()
        }),
        severity: severity_entry::read(fields, report),
    }
}

fn columns(fields: &Fields<'_, '_>, used: &mut Vec<Text>, report: &mut Reporter<'_>) -> Columns {
    let Some(node) = fields.get("columns") else {
        return Columns::default();
    };
    let Some(fields) = Fields::open(node, COLUMNS, report) else {
        return Columns::default();
    };
    let text = fields.texts("text", report).unwrap_or_default();
    used.extend(text.iter().cloned());
    let mut column = |key| column(&fields, key, used, report);
    Columns {
        id: column("id"),
        at: column("at"),
        text: text.into_iter().map(|column| column.text).collect(),
        score: column("score"),
        tags: column("tags"),
        segment: column("segment"),
        customer: column("customer"),
        touchpoint: column("touchpoint"),
        severity: column("severity"),
    }
}

fn column(
    fields: &Fields<'_, '_>,
    key: &str,
    used: &mut Vec<Text>,
    report: &mut Reporter<'_>,
) -> Option<String> {
    let column = fields.text(key, report)?;
    used.push(column.clone());
    Some(column.text)
}

pub(super) fn format(fields: &Fields<'_, '_>, files: &[Text], report: &mut Reporter<'_>) -> Format {
    let names = [
        ("csv", Format::Delimited(None)),
        ("tsv", Format::Delimited(Some(b'\t'))),
        ("jsonl", Format::JsonLines),
    ];
    let by_name = || {
        let name = files
            .first()
            .map(|file| file.text.to_lowercase())
            .unwrap_or_default();
        match name.rsplit('.').next() {
            Some("tsv" | "tab") => Format::Delimited(Some(b'\t')),
            Some("jsonl" | "ndjson") => Format::JsonLines,
            _ => Format::Delimited(None),
        }
    };
    let format = fields
        .choice("format", &names, report)
        .unwrap_or_else(by_name);
    let Some(delimiter) = delimiter(fields, report) else {
        return format;
    };
    if format == Format::JsonLines {
        let message = "JSON lines have no delimiter".to_owned();
        let at = fields.key("delimiter").unwrap_or_default();
        report.say(
            Kind::ConflictingKeys,
            at,
            message,
            "take `delimiter` out, or say `format: csv`",
        );
        return format;
    }
    Format::Delimited(Some(delimiter))
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

fn date(fields: &Fields<'_, '_>, columns: &Columns, report: &mut Reporter<'_>) -> Option<Day> {
    let found = fields.text("date", report)?;
    if let Some(at) = &columns.at {
        let message = format!("the rows have dates of their own, in {}", quoted(at));
        let help = "`date` is for files without dates: keep it or `columns.at`, not both";
        report.say(Kind::ConflictingKeys, found.at, message, help);
        return None;
    }
    let day = Day::parse_iso(&found.text);
    if day.is_none() {
        let message = format!("{} is not a date", quoted(&found.text));
        report.say(Kind::BadDate, found.at, message, "write it as 2017-05-15");
    }
    day
}

pub(super) fn date_format(fields: &Fields<'_, '_>, report: &mut Reporter<'_>) -> Option<String> {
    let found = fields.text("date-format", report)?;
    let moment = jiff::Timestamp::UNIX_EPOCH.to_zoned(jiff::tz::TimeZone::UTC);
    if let Err(error) = jiff::fmt::strtime::format(&found.text, &moment) {
        let message = format!("{} is not a date format: {error}", quoted(&found.text));
        let help = "use strftime notation, such as `%d/%m/%Y` or `%Y-%m-%d %H:%M`";
        report.say(
            Kind::BadDate,
            found.at,
            super::visible::visible(&message),
            help,
        );
        return None;
    }
    Some(found.text)
}

fn speaks(
    fields: &Fields<'_, '_>,
    columns: &Columns,
    used: &mut Vec<Text>,
    report: &mut Reporter<'_>,
) -> Speaks {
    let ways = [
        ("complaint", Polarity::Complaint),
        ("neutral", Polarity::Neutral),
        ("praise", Polarity::Praise),
    ];
    let given = ["counts", "scale", "speaks"].map(|key| fields.get(key).map(|node| (key, node)));
    let mut given = given.into_iter().flatten();
    let first = given.next();
    if let (Some((first, _)), Some((second, node))) = (first, given.next()) {
        let message = format!("`{second}` cannot stand beside `{first}`");
        let help = "a source's rows speak in one way: keep one of `scale`, `speaks` and `counts`";
        report.say(
            Kind::ConflictingKeys,
            fields.key(second).unwrap_or(node.used),
            message,
            help,
        );
    }
    match first {
        Some(("counts", node)) => Speaks::Counted(counts(node, used, report)),
        Some(("scale", _)) => {
            scale_entry::read(fields, report).map_or(Speaks::Unsaid, Speaks::Scored)
        }
        Some(_) => fields
            .choice("speaks", &ways, report)
            .map_or(Speaks::Unsaid, Speaks::Always),
        None => {
            if columns.score.is_some() {
                let message = "the score column has no scale to be read on".to_owned();
                let help =
                    "add `scale:` with a name such as `csat-5`, or with `{low, high, better}`";
                report.say(Kind::MissingScale, fields.head(), message, help);
            }
            Speaks::Unsaid
        }
    }
}

fn counts(node: &Node<'_>, used: &mut Vec<Text>, report: &mut Reporter<'_>) -> CountColumns {
    let Some(fields) = Fields::open(node, COUNTS, report) else {
        return CountColumns::default();
    };
    let mut column = |key| column(&fields, key, used, report);
    let counts = CountColumns {
        complaints: column("complaints"),
        neutral: column("neutral"),
        praise: column("praise"),
    };
    if counts == CountColumns::default() {
        let message = "`counts` names no column".to_owned();
        let help = "name at least one of `complaints`, `neutral` and `praise`";
        report.say(Kind::MissingKey, node.used, message, help);
    }
    counts
}

pub(super) fn header(
    root: &Path,
    patterns: &[Text],
    format: Format,
    report: &mut Reporter<'_>,
) -> Option<Header> {
    let mut first = None;
    for pattern in patterns {
        let files = glob::files(root, &pattern.text);
        if files.is_empty() {
            let message = format!("no file matches {}", quoted(&pattern.text));
            let help = "paths are relative to the folder of pothole.yaml; `*` and `?` stand for \
                        characters of one name";
            report.say(Kind::NoFile, pattern.at, message, help);
        }
        first = first.or_else(|| files.into_iter().next());
    }
    Header::read(root, &first?, format)
}
