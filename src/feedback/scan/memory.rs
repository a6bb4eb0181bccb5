//! What a batch came to, as the bytes the cache keeps.

use super::counts;
use super::gathering::{Gathering, Packed};
use super::orders::{Facets, Orders};
use super::part::{Part, Refusal};
use super::registry::{Facet, Registry};
use super::shelf::Shelf;
use super::weights::Weights;
use crate::feedback::cache::{Reader, Writer};
use crate::feedback::{Books, Place, Polarity, Reading, Score, SourceBooks};

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

/// The bytes of a batch that has been read: everything by its lasting numbers, so that what is read again is in order.
pub(super) fn written(batch: Batch, gathering: &Gathering) -> Vec<u8> {
    let Gathering { registry, part, .. } = gathering;
    let orders = Orders::of(registry);
    let facets = orders.facets(registry);
    let mut writer = Writer::default();
    let books = &part.books[batch.source];
    write_books(&mut writer, books);
    write_registry(&mut writer, (registry, &orders, &facets));
    let mut counts = counts::written(&part.counter, &facets);
    writer.number(counts.len() as u64);
    writer.0.append(&mut counts);
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
    part.weights.write(&mut writer, &facets.ranks);
    for shelf in [&part.shelf, &part.unmapped] {
        write_places(&mut writer, batch, &orders.in_order(shelf.clone()));
    }
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

fn write_places(writer: &mut Writer, batch: Batch, places: &[Place]) {
    writer.number(places.len() as u64);
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

fn write_registry(writer: &mut Writer, (registry, orders, facets): (&Registry, &Orders, &Facets)) {
    writer.number(registry.segments.len() as u64);
    for name in orders.segments(registry) {
        writer.text(&name);
    }
    writer.number(registry.readings.len() as u64);
    for reading in orders.readings(registry) {
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
    writer.number(facets.kinds.len() as u64);
    for (_, segment, reading) in &facets.kinds {
        writer.number(u64::from(*segment));
        writer.number(u64::from(*reading));
    }
}

/// From so many bytes on counts are read on a core of their own.
const WORTH_A_CORE: usize = 64 * 1024;

/// A batch read from its bytes into an empty part, or packed; nothing where they say what cannot be.
pub(super) fn read(batch: Batch, bytes: &[u8], empty: Part, packed: bool) -> Option<Gathering> {
    let mut reader = Reader::new(bytes);
    let mut part = empty;
    *part.books.get_mut(batch.source)? = read_books(&mut reader)?;
    let registry = read_registry(&mut reader, batch)?;
    let counts = reader.part()?;
    let (touchpoints, facets) = (part.shelf.touchpoints(), &registry.facets);
    let mut counter = std::mem::take(&mut part.counter);
    let mut count = || {
        if packed {
            let kinds = facets.iter().map(|facet| facet.kind());
            return counts::packed(counts, touchpoints, kinds.collect()).map(Some);
        }
        counts::count(counts, touchpoints, facets.len(), &mut counter).map(|()| None)
    };
    let mut places = packed.then(<[Vec<Place>; 2]>::default);
    let mut others = || read_others(&mut reader, batch, &registry, &mut part, &mut places);
    let (ledger, ()) = if counts.len() < WORTH_A_CORE {
        (count()?, others()?)
    } else {
        std::thread::scope(|scope| {
            let beside = scope.spawn(count);
            let others = others();
            // A thread that broke off has counted nothing.
            beside.join().ok().flatten().zip(others)
        })?
    };
    part.counter = counter;
    let packed = ledger.zip(places).map(|(ledger, [places, unmapped])| {
        Box::new(Packed {
            ledger,
            places,
            unmapped,
        })
    });
    reader.is_done().then_some(Gathering {
        registry,
        part,
        packed,
    })
}

/// Reads all but the books and the counts; the places onto their shelves where there are no lists for them.
fn read_others(
    reader: &mut Reader<'_>,
    batch: Batch,
    registry: &Registry,
    part: &mut Part,
    packed: &mut Option<[Vec<Place>; 2]>,
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
    let touchpoints = part.shelf.touchpoints();
    part.weights = Weights::read(reader, (touchpoints as u32, facets))?;
    let known = (registry, touchpoints);
    if let Some([places, unmapped]) = packed {
        read_places(reader, batch, known, places)?;
        read_places(reader, batch, known, unmapped)?;
    } else {
        read_places(reader, batch, known, &mut part.shelf)?;
        read_places(reader, batch, known, &mut part.unmapped)?;
    }
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

/// Where places are put that are read.
trait Stand {
    /// Makes room for so many of a touchpoint.
    fn expect(&mut self, touchpoint: u32, places: usize, all: usize);
    /// Puts one there.
    fn put(&mut self, place: Place);
}

impl Stand for Shelf {
    fn expect(&mut self, touchpoint: u32, places: usize, _: usize) {
        Self::expect(self, touchpoint, places);
    }

    fn put(&mut self, place: Place) {
        Self::put(self, place);
    }
}

impl Stand for Vec<Place> {
    fn expect(&mut self, _: u32, _: usize, all: usize) {
        self.reserve_exact(all - self.len().min(all));
    }

    fn put(&mut self, place: Place) {
        self.push(place);
    }
}

fn read_places(
    reader: &mut Reader<'_>,
    batch: Batch,
    (registry, touchpoints): (&Registry, usize),
    stand: &mut impl Stand,
) -> Option<()> {
    let all = reader.length()?;
    for _ in 0..reader.length()? {
        let touchpoint = reader.small()?;
        ((touchpoint as usize) < touchpoints.max(1)).then_some(())?;
        let places = reader.length()?;
        stand.expect(touchpoint, places, all);
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
            known.then(|| stand.put(place))?;
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
