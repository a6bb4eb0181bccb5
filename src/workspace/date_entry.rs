//! Reads how a source says its days: one date, or how dates are written and in which zone days begin.

use super::Kind;
use super::fields::Fields;
use super::reporter::Reporter;
use super::suggestion::nearest;
use super::visible::{quoted, visible};
use crate::feedback::{Day, Source};

/// Fills in how a source says its days; its columns must be known.
pub(super) fn read(fields: &Fields<'_, '_>, source: &mut Source, report: &mut Reporter<'_>) {
    source.date = date(fields, source.columns.at.as_deref(), report);
    source.date_formats = formats(fields, report);
    source.zone = zone(fields, report);
}

fn date(fields: &Fields<'_, '_>, at: Option<&str>, report: &mut Reporter<'_>) -> Option<Day> {
    let found = fields.text("date", report)?;
    if let Some(at) = at {
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

/// How dates are written.
pub(super) fn formats(fields: &Fields<'_, '_>, report: &mut Reporter<'_>) -> Vec<String> {
    let moment = jiff::Timestamp::UNIX_EPOCH.to_zoned(jiff::tz::TimeZone::UTC);
    let found = fields.texts("date-format", report).unwrap_or_default();
    let mut formats = Vec::new();
    for format in found {
        let Err(error) = jiff::fmt::strtime::format(&format.text, &moment) else {
            formats.push(format.text);
            continue;
        };
        let message = format!("{} is not a date format: {error}", quoted(&format.text));
        let help = "use strftime notation, such as `%d/%m/%Y` or `%Y-%m-%d %H:%M`";
        report.say(Kind::BadDate, format.at, visible(&message), help);
    }
    formats
}

/// The zone whose days count.
pub(super) fn zone(fields: &Fields<'_, '_>, report: &mut Reporter<'_>) -> Option<String> {
    let found = fields.text("zone", report)?;
    if jiff::tz::TimeZone::get(&found.text).is_ok() {
        return Some(found.text);
    }
    let names: Vec<String> = jiff::tz::db()
        .available()
        .map(|name| name.to_string())
        .collect();
    let message = format!("{} is not a time zone", quoted(&found.text));
    let help = match nearest(&found.text, names.iter().map(String::as_str)) {
        Some(near) => format!("did you mean {}?", quoted(near)),
        None => "name it as the time zone database does, such as `Europe/Lisbon`".to_owned(),
    };
    report.say(Kind::BadValue, found.at, message, &help);
    None
}
