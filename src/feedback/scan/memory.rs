//! What a batch came to, as the bytes the cache keeps.

use super::counter::Counter;
use super::gathering::Gathering;
use super::part::{Part, Refusal};
use super::registry::{Facet, Registry};
use super::shelf::Shelf;
use super::weights::Weights;
use crate::feedback::cache::{Reader, Writer};
use crate::feedback::{Books, Place, Polarity, Reading, Score, SourceBooks, UNDATED};

/// A batch: files of one source that follow each other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Batch {
    /// The source.
    pub(super) source: usize,
    /// The number of its first file.
    pub(super) first: u32,
    /// How many files it has.
    pub(super) files: u32,
}

/// The bytes of a batch.
pub(super) fn written(batch: Batch, gathering: &Gathering) -> Vec<u8> {
    let Gathering { registry, part } = gathering;
    let mut writer = Writer::default();
    let books = &part.books[batch.source];
    write_books(&mut writer, books);
    write_registry(&mut writer, registry);
    let mut counts = Writer::default();
    write_counts(&mut counts, registry, part);
    writer.number(counts.0.len() as u64);
    writer.0.append(&mut counts.0);
    let mut refused: Vec<_> = part.refused[batch.source].iter().collect();
    refused.sort();
    refused.truncate(Books::MOST_REJECTED);
    writer.number(refused.len() as u64);
    for refusal in refused {
        writer.number(u64::from(refusal.duplicate));
        writer.number(u64::from(refusal.file - batch.first));
        writer.number(refusal.line);
        writer.text(&refusal.reason);
    }
    part.weights.write(&mut writer);
    write_places(&mut writer, batch, &part.shelf);
    write_places(&mut writer, batch, &part.unmapped);
    writer.number(part.keys.len() as u64);
    for (file, keys) in &part.keys {
        writer.number(u64::from(file - batch.first));
        writer.number(keys.len() as u64);
        for &seen in keys {
            writer.number(u64::from(seen));
        }
    }
    writer.0
}

/// Writes what became of some rows.
pub(super) fn write_books(writer: &mut Writer, books: &SourceBooks) {
    for number in [
        books.read,
        books.mapped,
        books.unmapped,
        books.rejected,
        books.duplicates,
        books.undated,
        books.without_severity,
    ] {
        writer.number(number);
    }
}

/// Reads what was written; nothing where it does not balance.
pub(super) fn read_books(reader: &mut Reader<'_>) -> Option<SourceBooks> {
    let books = SourceBooks {
        read: reader.number()?,
        mapped: reader.number()?,
        unmapped: reader.number()?,
        rejected: reader.number()?,
        duplicates: reader.number()?,
        undated: reader.number()?,
        without_severity: reader.number()?,
    };
    books.balance().then_some(books)
}

fn write_places(writer: &mut Writer, batch: Batch, shelf: &Shelf) {
    let places = shelf.clone().into_places();
    let boards = places.chunk_by(|one, other| one.touchpoint == other.touchpoint);
    writer.number(boards.clone().count() as u64);
    for board in boards {
        writer.number(board.first().map_or(0, |place| u64::from(place.touchpoint)));
        writer.number(board.len() as u64);
        for place in board {
            writer.signed(i64::from(place.day));
            writer.number(u64::from(place.segment));
            writer.number(u64::from(place.reading));
            writer.number(u64::from(place.file - batch.first));
            writer.number(place.offset);
            writer.number(place.line);
        }
    }
}

fn write_registry(writer: &mut Writer, registry: &Registry) {
    writer.number(registry.segments.len() as u64);
    for name in &registry.segments {
        writer.text(name);
    }
    writer.number(registry.readings.len() as u64);
    for reading in &registry.readings {
        writer.number(match reading.polarity {
            Polarity::Complaint => 0,
            Polarity::Neutral => 1,
            Polarity::Praise => 2,
            Polarity::Unscored => 3,
        });
        match reading.score {
            None => writer.number(0),
            Some((scale, score)) => {
                writer.number(1 + u64::from(scale));
                writer.signed(i64::from(score.0));
            }
        }
    }
    writer.number(registry.facets.len() as u64);
    for facet in &registry.facets {
        writer.number(u64::from(facet.segment));
        writer.number(u64::from(facet.reading));
    }
}

fn write_counts(writer: &mut Writer, registry: &Registry, part: &Part) {
    let (mut first, mut last) = (i32::MAX, i32::MIN);
    part.counter.each(|(_, day, _), _| {
        if day != UNDATED {
            (first, last) = (first.min(day), last.max(day));
        }
    });
    writer.signed(i64::from(first));
    writer.signed(i64::from(last));
    writer.number(part.counter.len() as u64);
    let in_order: Vec<u32> = (0..registry.facets.len() as u32).collect();
    let mut before = (0, 0);
    part.counter
        .each_in(&in_order, |(touchpoint, day, facet), count| {
            writer.signed(i64::from(touchpoint) - i64::from(before.0));
            writer.signed(i64::from(day) - i64::from(before.1));
            writer.number(u64::from(facet));
            writer.number(count);
            before = (touchpoint, day);
        });
}

/// From so many bytes on counts are read on a core of their own.
const WORTH_A_CORE: usize = 64 * 1024;

/// A batch read from its bytes into an empty part; nothing where they say what cannot be.
pub(super) fn read(batch: Batch, bytes: &[u8], empty: Part) -> Option<Gathering> {
    let mut reader = Reader::new(bytes);
    let mut part = empty;
    *part.books.get_mut(batch.source)? = read_books(&mut reader)?;
    let registry = read_registry(&mut reader, batch)?;
    let counts = reader.part()?;
    let touchpoints = part.shelf.touchpoints();
    let mut counter = std::mem::take(&mut part.counter);
    let mut count = || {
        let mut reader = Reader::new(counts);
        read_counts(&mut reader, &registry, touchpoints, &mut counter)?;
        reader.is_done().then_some(())
    };
    if counts.len() < WORTH_A_CORE {
        count()?;
        read_others(&mut reader, batch, &registry, &mut part)?;
    } else {
        std::thread::scope(|scope| {
            let beside = scope.spawn(count);
            let others = read_others(&mut reader, batch, &registry, &mut part);
            // A thread that broke off has counted nothing.
            beside.join().ok().flatten().and(others)
        })?;
    }
    part.counter = counter;
    reader.is_done().then_some(Gathering { registry, part })
}

/// Reads all but the books and the counts.
fn read_others(
    reader: &mut Reader<'_>,
    batch: Batch,
    registry: &Registry,
    part: &mut Part,
) -> Option<()> {
    let refused = part.refused.get_mut(batch.source)?;
    for _ in 0..reader.length()? {
        refused.push(Refusal {
            duplicate: reader.number()? != 0,
            file: read_file(reader, batch)?,
            line: reader.number()?,
            reason: reader.text()?,
        });
    }
    let facets = registry.facets.len() as u32;
    let touchpoints = part.shelf.touchpoints() as u32;
    part.weights = Weights::read(reader, (touchpoints, facets))?;
    read_places(reader, batch, registry, &mut part.shelf)?;
    read_places(reader, batch, registry, &mut part.unmapped)?;
    for _ in 0..reader.length()? {
        let file = read_file(reader, batch)?;
        let keys = (0..reader.length()?).map(|_| Some(reader.number()? != 0));
        part.keys.insert(file, keys.collect::<Option<_>>()?);
    }
    Some(())
}

fn read_file(reader: &mut Reader<'_>, batch: Batch) -> Option<u32> {
    let file = reader.small::<u32>()?;
    (file < batch.files).then_some(batch.first + file)
}

fn read_places(
    reader: &mut Reader<'_>,
    batch: Batch,
    registry: &Registry,
    shelf: &mut Shelf,
) -> Option<()> {
    for _ in 0..reader.length()? {
        let touchpoint = reader.small()?;
        let places = reader.length()?;
        shelf.expect(touchpoint, places);
        for _ in 0..places {
            let place = Place {
                touchpoint,
                day: i32::try_from(reader.signed()?).ok()?,
                source: batch.source as u16,
                segment: reader.small()?,
                reading: reader.small()?,
                file: read_file(reader, batch)?,
                offset: reader.number()?,
                line: reader.number()?,
            };
            let known = usize::from(place.segment) < registry.segments.len()
                && usize::from(place.reading) < registry.readings.len();
            known.then(|| shelf.put(place))?;
        }
    }
    Some(())
}

fn read_registry(reader: &mut Reader<'_>, batch: Batch) -> Option<Registry> {
    let mut registry = Registry::new();
    for number in 0..reader.length()? {
        let segment = registry.segment(&reader.text()?);
        (usize::from(segment) == number).then_some(())?;
    }
    for number in 0..reader.length()? {
        let polarity = match reader.number()? {
            0 => Polarity::Complaint,
            1 => Polarity::Neutral,
            2 => Polarity::Praise,
            3 => Polarity::Unscored,
            _ => return None,
        };
        let score = match reader.small::<u16>()? {
            0 => None,
            scale => Some((scale - 1, Score(i32::try_from(reader.signed()?).ok()?))),
        };
        let reading = registry.reading(Reading { score, polarity });
        (usize::from(reading) == number).then_some(())?;
    }
    for number in 0..reader.length()? {
        let facet = Facet {
            source: batch.source as u16,
            segment: reader.small()?,
            reading: reader.small()?,
        };
        let known = usize::from(facet.segment) < registry.segments.len()
            && usize::from(facet.reading) < registry.readings.len();
        (known && registry.facet(facet) as usize == number).then_some(())?;
    }
    Some(registry)
}

fn read_counts(
    reader: &mut Reader<'_>,
    registry: &Registry,
    touchpoints: usize,
    counter: &mut Counter,
) -> Option<()> {
    let first = i32::try_from(reader.signed()?).ok()?;
    let last = i32::try_from(reader.signed()?).ok()?;
    let facets = registry.facets.len();
    if first <= last && facets > 0 {
        counter.expect(first, last, facets);
    }
    let (mut touchpoint, mut day) = (0_i64, 0_i64);
    let touchpoints = touchpoints as i64;
    for _ in 0..reader.length()? {
        touchpoint = touchpoint.checked_add(reader.signed()?)?;
        day = day.checked_add(reader.signed()?)?;
        let facet: u32 = reader.small()?;
        let known = (0..touchpoints).contains(&touchpoint) && (facet as usize) < facets;
        let key = (touchpoint as u32, i32::try_from(day).ok()?, facet);
        let count = reader.number()?;
        known.then(|| counter.add(key, count))?;
    }
    Some(())
}
