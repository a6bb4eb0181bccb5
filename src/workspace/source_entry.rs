//! Reads the sources that `pothole.yaml` declares, and looks at the header of each one's first file.

use super::driver_entry::{self, DraftSurvey};
use super::fields::{Fields, Text};
use super::header::{Header, Headers};
use super::keys::{COLUMNS, COUNTS, SOURCE};
use super::reporter::Reporter;
use super::tree::Node;
use super::visible::quoted;
use super::{
    Kind, alias_entry, crowd_entry, date_entry, id, scale_entry, severity_entry, writing_entry,
};
use crate::feedback::{
    Columns, CountColumns, Crowd, Keep, Mapping, Polarity, Register, Source, SourceIndex, Speaks,
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
    /// Where each source names the columns that have other names.
    pub(super) aliases: Vec<Vec<Text>>,
    /// Whether `pothole.yaml` could be read: if not, a rule's source is not unknown, but unread.
    pub(super) readable: bool,
}

/// Reads every source, and the headers of their files.
pub(super) fn read(fields: &Fields<'_, '_>, root: &Path, report: &mut Reporter<'_>) -> Declared {
    let mut declared = Declared::default();
    for (name, node) in fields.map("sources", report) {
        id::check(&name, report);
        if name.text == Register::SOURCE {
            let message = "`listening` is what the register of listening is called".to_owned();
            let help = "give the source another id, so that a lens can tell the two apart";
            report.say(Kind::DuplicateId, name.at, message, help);
        }
        let Some(fields) = Fields::open(node, SOURCE, report) else {
            continue;
        };
        let mut used = Vec::new();
        let files = fields.texts("files", report).unwrap_or_default();
        let mut source = source(&name.text, &fields, &files, &mut used, report);
        let (aliases, named) = alias_entry::read(&fields, report);
        source.aliases = aliases;
        declared.aliases.push(named);
        let index = declared.sources.len();
        declared
            .headers
            .0
            .push(header(root, &files, &source, report));
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

/// The sources, and behind them the register of listening as one more.
pub(super) fn with_register(mut sources: Vec<Source>, register: Option<Register>) -> Vec<Source> {
    sources.extend(register.map(|register| Source {
        id: Register::SOURCE.to_owned(),
        title: "Listening".to_owned(),
        register: Some(register),
        ..Source::default()
    }));
    sources
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
    let accents = [("keep", false), ("fold", true)];
    let mut source = Source {
        id: id.to_owned(),
        title: fields
            .words("title", report)
            .unwrap_or_else(|| id.to_owned()),
        files: files.iter().map(|file| file.text.clone()).collect(),
        duplicates: duplicates(fields, &columns, report),
        folds_accents: (fields.choice("accents", &accents, report)).unwrap_or_default(),
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
        department: fields.words("department", report),
        ..Source::default()
    };
    writing_entry::read(fields, files, &mut source, report);
    date_entry::read(fields, &mut source, report);
    source
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

/// Which of several rows of one id counts.
fn duplicates(
    fields: &Fields<'_, '_>,
    columns: &Columns,
    report: &mut Reporter<'_>,
) -> Option<Keep> {
    let ways = [("keep-first", Keep::First), ("keep-last", Keep::Last)];
    let keep = fields.choice("duplicates", &ways, report)?;
    if columns.id.is_none() {
        let message = "`duplicates` needs an id to tell rows apart by".to_owned();
        let help = "add `id` to `columns`, or take `duplicates` out";
        let at = fields.key("duplicates").unwrap_or_default();
        report.say(Kind::MissingKey, at, message, help);
        return None;
    }
    Some(keep)
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
    source: &Source,
    report: &mut Reporter<'_>,
) -> Option<Header> {
    let mut first = None;
    for pattern in patterns {
        let files = crate::feedback::files(root, &pattern.text);
        if files.is_empty() {
            let message = format!("no file matches {}", quoted(&pattern.text));
            let help = "paths are relative to the folder of pothole.yaml; `*` and `?` stand for \
                        characters of one name";
            report.say(Kind::NoFile, pattern.at, message, help);
        }
        first = first.or_else(|| files.into_iter().next());
    }
    Header::read(root, &first?, source)
}
