//! Reads what `pothole.yaml` declares about who passed (`visits`) and who stayed (`customers`).

use super::fields::{Fields, Text};
use super::header::Headers;
use super::keys::{CUSTOMER_COLUMNS, CUSTOMERS, Keys, VISIT_COLUMNS, VISITS};
use super::reporter::Reporter;
use super::source_entry::header;
use super::tree::Node;
use super::{Kind, alias_entry, date_entry, writing_entry};
use crate::feedback::{
    Crowd, CustomerColumns, CustomerFile, Source, TableFiles, VisitColumns, VisitLog,
};
use std::path::Path;

/// Reads both, and looks at the headers of their files.
pub(super) fn read(fields: &Fields<'_, '_>, root: &Path, report: &mut Reporter<'_>) -> Crowd {
    let mut crowd = Crowd::default();
    if let Some(node) = fields.get("visits") {
        let nodes = node.items().unwrap_or(std::slice::from_ref(node));
        let logs = nodes.iter().filter_map(|node| visits(node, root, report));
        crowd.visits = logs.collect();
    }
    let customers = fields.get("customers");
    crowd.customers = customers.and_then(|node| self::customers(node, root, report));
    crowd
}

/// A mapping of files with columns: what is common to visits and customers.
struct Table<'n, 'a> {
    fields: Fields<'n, 'a>,
    columns: Fields<'n, 'a>,
    files: Vec<Text>,
    used: Vec<Text>,
}

impl<'n, 'a> Table<'n, 'a> {
    fn open(
        node: &'n Node<'a>,
        (keys, columns): (&Keys, &Keys),
        report: &mut Reporter<'_>,
    ) -> Option<Self> {
        let fields = Fields::open(node, keys, report)?;
        Some(Self {
            columns: Fields::open(fields.get("columns")?, columns, report)?,
            files: fields.texts("files", report)?,
            fields,
            used: Vec::new(),
        })
    }

    fn column(&mut self, key: &str, report: &mut Reporter<'_>) -> Option<String> {
        let column = self.columns.text(key, report)?;
        self.used.push(column.clone());
        Some(column.text)
    }

    /// The files, after every column has been asked for: those that the first file lacks are reported.
    fn files(&self, root: &Path, report: &mut Reporter<'_>) -> TableFiles {
        let (aliases, named) = alias_entry::read(&self.fields, report);
        let mut source = Source {
            aliases,
            ..Source::default()
        };
        writing_entry::read(&self.fields, &self.files, &mut source, report);
        let headers = Headers(vec![header(root, &self.files, &source, report)]);
        for column in &self.used {
            headers.check(Some(0), column, report);
        }
        let used: Vec<&str> = self.used.iter().map(|name| name.text.as_str()).collect();
        alias_entry::check((&source.aliases, &named), &used, report);
        TableFiles {
            paths: self.files.iter().map(|file| file.text.clone()).collect(),
            format: source.format,
            encoding: source.encoding,
            sheet: source.sheet,
            rows: source.rows,
            aliases: source.aliases,
            date_formats: date_entry::formats(&self.fields, report),
            zone: date_entry::zone(&self.fields, report),
        }
    }
}

fn visits(node: &Node<'_>, root: &Path, report: &mut Reporter<'_>) -> Option<VisitLog> {
    let mut table = Table::open(node, (VISITS, VISIT_COLUMNS), report)?;
    let columns = VisitColumns {
        at: table.column("at", report),
        customer: table.column("customer", report),
        touchpoint: table.column("touchpoint", report)?,
        count: table.column("count", report),
    };
    if let (Some(_), Some(_)) = (&columns.customer, &columns.count) {
        let at = table.columns.key("count").unwrap_or_default();
        let message = "a row that counts customers is about no one of them".to_owned();
        let help = "keep `customer`, for a row a visit, or `count`, for visits counted beforehand";
        report.say(Kind::ConflictingKeys, at, message, help);
    }
    Some(VisitLog {
        files: table.files(root, report),
        columns,
    })
}

fn customers(node: &Node<'_>, root: &Path, report: &mut Reporter<'_>) -> Option<CustomerFile> {
    let mut table = Table::open(node, (CUSTOMERS, CUSTOMER_COLUMNS), report)?;
    let columns = CustomerColumns {
        id: table.column("id", report)?,
        churned: table.column("churned", report),
        lost_on: table.column("lost-on", report),
        segment: table.column("segment", report),
    };
    if columns.churned.is_none() && columns.lost_on.is_none() {
        let message = "no column says who was lost".to_owned();
        let help = "name a column of yes and no as `churned`, or one of dates as `lost-on`";
        report.say(Kind::MissingKey, table.columns.head(), message, help);
    }
    let lost = table.fields.texts("lost", report).unwrap_or_default();
    if let (Some(at), None) = (table.fields.key("lost"), &columns.churned) {
        let message = "`lost` lists values of a column `churned`, but none is named".to_owned();
        let help = "name the column under `columns: {churned: ...}`, or take `lost` out";
        report.say(Kind::ConflictingKeys, at, message, help);
    }
    Some(CustomerFile {
        files: table.files(root, report),
        columns,
        lost: lost.into_iter().map(|value| value.text).collect(),
    })
}
