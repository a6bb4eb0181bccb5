//! Remembers who passed and who stayed, as a whole: what customers met is marked while feedback is read, so
//! where customers are declared it holds as long as none of the files has changed.

use super::attendance::Attendance;
use super::found::Found;
use super::memory::{read_books, write_books};
use super::recall::Recall;
use super::table::TableBooks;
use crate::feedback::cache::{Checksum, FileMark, Reader, Remembered, Writer};
use crate::feedback::intake::{matching, path_of};
use crate::feedback::{Crossing, Crowd, Customers, Exposure, Headcount, Passing, Rejected};
use crate::journey::Journeys;
use std::fmt::Write as _;

/// A name that no file has: what is remembered of the crowd is not what is remembered of a batch of the same
/// files.
const NAME: &str = "\0crowd";

/// Where it is remembered, and what it rests on.
#[derive(Debug)]
pub(super) struct Presence<'s> {
    recall: Recall<'s>,
    fingerprint: u64,
    names: Vec<String>,
    marks: Vec<FileMark>,
}

impl<'s> Presence<'s> {
    /// As the files are now; nothing where nothing is declared, or it is not worth remembering or cannot be.
    pub(super) fn of(
        recall: Recall<'s>,
        journeys: &Journeys,
        crowd: &Crowd,
        found: &Found,
    ) -> Option<Self> {
        if *crowd == Crowd::default() {
            return None;
        }
        let mut paths: Vec<&String> = Vec::new();
        paths.extend(crowd.visits.iter().flat_map(|log| &log.files.paths));
        paths.extend(crowd.customers.iter().flat_map(|file| &file.files.paths));
        let mut names = Vec::new();
        for path in paths {
            names.extend(matching(recall.root, std::slice::from_ref(path)));
        }
        let mut checksum = Checksum::new();
        // Writing into a checksum cannot fail.
        let _ = write!(checksum, "{crowd:?} ");
        for (_, touchpoint) in journeys.touchpoints() {
            let (address, title) = (&touchpoint.address, &touchpoint.title);
            let _ = write!(checksum, "{address:?} {title:?} {:?} ", touchpoint.visited);
        }
        if crowd.customers.is_some() {
            let _ = write!(checksum, "{}", recall.fingerprint);
            let batches = found.batches.iter().flat_map(|batch| &batch.files);
            names.extend(batches.map(|file| file.name.clone()));
        }
        let marks = marks(recall, &names)?;
        let bytes: u64 = marks.iter().map(|mark| mark.size).sum();
        (bytes >= recall.cache.least).then_some(Self {
            recall,
            fingerprint: checksum.value(),
            names,
            marks,
        })
    }

    /// What is known of it.
    pub(super) fn known(&self) -> Option<Attendance> {
        let names: Vec<&str> = self.marks.iter().map(|mark| mark.name.as_str()).collect();
        let Recall { cache, root, .. } = self.recall;
        let remembered = cache.load(root, &names, self.fingerprint)?;
        let same = remembered.marks == self.marks;
        same.then(|| read(&remembered.portion))?
    }

    /// Remembers it, unless a file changed meanwhile.
    pub(super) fn remember(self, attendance: &Attendance) {
        let broken = attendance.customers.broken || attendance.visits.broken;
        if broken || marks(self.recall, &self.names).as_ref() != Some(&self.marks) {
            return;
        }
        let remembered = Remembered {
            marks: self.marks,
            notes: Vec::new(),
            resume: None,
            portion: written(attendance),
        };
        let Recall { cache, root, .. } = self.recall;
        cache.store(root, self.fingerprint, &remembered);
    }
}

fn marks(recall: Recall<'_>, names: &[String]) -> Option<Vec<FileMark>> {
    let own = FileMark {
        name: NAME.to_owned(),
        size: 0,
        changed: 0,
        sample: 0,
    };
    let files = names.iter();
    let files = files.map(|name| FileMark::of(&path_of(recall.root, name), name));
    std::iter::once(Some(own)).chain(files).collect()
}

fn written(attendance: &Attendance) -> Vec<u8> {
    let mut writer = Writer::default();
    let passings = attendance.exposure.passings();
    writer.number(passings.len() as u64);
    for passing in passings {
        writer.number(u64::from(passing.touchpoint));
        writer.signed(i64::from(passing.day));
        writer.number(passing.visits);
    }
    writer.number(u64::from(attendance.found.is_some()));
    if let Some(customers) = &attendance.found {
        let count = |writer: &mut Writer, of: &Headcount| {
            writer.number(of.of);
            writer.number(of.lost);
        };
        count(&mut writer, &customers.total);
        writer.number(customers.segments.len() as u64);
        for (name, of) in &customers.segments {
            writer.text(name);
            count(&mut writer, of);
        }
        writer.number(customers.crossings.len() as u64);
        for crossing in &customers.crossings {
            count(&mut writer, &crossing.complained);
            count(&mut writer, &crossing.content);
        }
    }
    for table in [&attendance.customers, &attendance.visits] {
        write_books(&mut writer, &table.rows);
        for list in [&table.rejected, &table.unread] {
            writer.number(list.len() as u64);
            for one in list {
                one.write(&mut writer);
            }
        }
    }
    writer.0
}

fn read(bytes: &[u8]) -> Option<Attendance> {
    let reader = &mut Reader::new(bytes);
    let mut passings = Vec::new();
    for _ in 0..reader.length()? {
        passings.push(Passing {
            touchpoint: reader.small()?,
            day: i32::try_from(reader.signed()?).ok()?,
            visits: reader.number()?,
        });
    }
    let found = match reader.number()? {
        0 => None,
        _ => Some(customers(reader)?),
    };
    let (customers, visits) = (table(reader)?, table(reader)?);
    reader.is_done().then_some(Attendance {
        roll: None,
        exposure: Exposure::new(passings),
        found,
        customers,
        visits,
    })
}

fn customers(reader: &mut Reader<'_>) -> Option<Customers> {
    let mut customers = Customers {
        total: count(reader)?,
        ..Customers::default()
    };
    for _ in 0..reader.length()? {
        customers.segments.push((reader.text()?, count(reader)?));
    }
    for _ in 0..reader.length()? {
        customers.crossings.push(Crossing {
            complained: count(reader)?,
            content: count(reader)?,
        });
    }
    Some(customers)
}

fn count(reader: &mut Reader<'_>) -> Option<Headcount> {
    Some(Headcount {
        of: reader.number()?,
        lost: reader.number()?,
    })
}

fn table(reader: &mut Reader<'_>) -> Option<TableBooks> {
    let rows = read_books(reader)?;
    let mut list = || -> Option<Vec<Rejected>> {
        let length = reader.length()?;
        (0..length).map(|_| Rejected::read(reader)).collect()
    };
    Some(TableBooks {
        rows,
        rejected: list()?,
        unread: list()?,
        broken: false,
    })
}
