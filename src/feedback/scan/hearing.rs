//! Enters contacts that stand in the workspace itself into the books, the counts and the shelf, as rows.

use super::gathering::Gathering;
use super::registry::{Facet, plain_reading};
use crate::feedback::{Contact, Place, Register, Source, plain};

/// Enters the contacts of every register. `names` are the files of the scan with their sources.
pub(super) fn enter(whole: &mut Gathering, sources: &[Source], names: &[(usize, String)]) {
    for (index, source) in sources.iter().enumerate() {
        let Some(register) = &source.register else {
            continue;
        };
        let file_of = |name: &str| {
            let mut all = names.iter();
            all.position(|(of, file)| *of == index && file == name)
                .map_or(0, |place| place as u32)
        };
        if !register.contacts.is_empty() {
            whole.unpack();
        }
        for (number, contact) in register.contacts.iter().enumerate() {
            let place = (index, file_of(&contact.file), number as u64);
            contact_row(whole, contact, place);
        }
        for refused in &register.refused {
            let (file, reason) = (file_of(&refused.file), refused.reason.clone());
            whole.part.reject(index, file, refused.line, reason);
        }
    }
}

/// Enters one contact: its source, its file, and its number among the contacts of its register.
fn contact_row(
    whole: &mut Gathering,
    contact: &Contact,
    (source, file, number): (usize, u32, u64),
) {
    let books = &mut whole.part.books[source];
    books.read += 1;
    if contact.about.is_empty() {
        books.unmapped += 1;
        return;
    }
    books.mapped += 1;
    // A census counts rows, and no touchpoints.
    if whole.part.census.is_some() {
        return;
    }
    let segment = whole.registry.segment(&plain::line(&contact.segment));
    for (touchpoint, polarity) in &contact.about {
        let reading = plain_reading(*polarity);
        let source = source as u16;
        let facet = whole.registry.facet(Facet {
            source,
            segment,
            reading,
        });
        let (touchpoint, day) = (touchpoint.index() as u32, contact.on.0);
        whole.part.counter.add((touchpoint, day, facet), 1);
        let shelf = &mut whole.part.shelf;
        if contact.words.is_some() && shelf.wants(touchpoint, day) {
            shelf.put(Place {
                touchpoint,
                day,
                source,
                segment,
                reading,
                file,
                offset: number,
                line: contact.line,
            });
        }
    }
}

/// The files a register was read from, with the place of its source.
pub(super) fn files(index: usize, register: &Register) -> impl Iterator<Item = (usize, String)> {
    register.files.iter().map(move |file| (index, file.clone()))
}
