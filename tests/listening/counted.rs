//! Contacts count as feedback where they say they do, and their books balance.

use super::shop::{REGISTER, board, find, folder, scanned};
use pothole::feedback::{Polarity, verbatims};

#[test]
fn contacts_count_at_the_touchpoints_they_name_as_they_say() {
    let root = folder(&[("listening.yaml", REGISTER)]);
    let (workspace, overlay) = scanned(root.path());
    assert_eq!(workspace.problems, []);
    let board = board(&workspace, &overlay);
    let invoice = board.touchpoint(find(&workspace, "invoice")).counts;
    assert_eq!((invoice.complaints, invoice.unscored), (3 + 1, 1));
    let reminder = board.touchpoint(find(&workspace, "reminder")).counts;
    assert_eq!((reminder.complaints, reminder.praise), (1, 1));
}

#[test]
fn the_books_of_listening_balance_with_what_names_nothing_and_what_cannot_be_read() {
    let more = format!("{REGISTER}- {{on: soon, who: mara, how: call}}\n- just a word\n");
    let root = folder(&[("listening.yaml", &more)]);
    let (workspace, overlay) = scanned(root.path());
    assert_eq!(workspace.sources[1].id, "listening");
    let books = overlay.books.sources[1];
    assert!(books.balance(), "{books:?}");
    let parts = (books.read, books.mapped, books.unmapped, books.rejected);
    assert_eq!(parts, (5, 2, 1, 2));
    let refused: Vec<(u64, &str)> = (overlay.books.rejected.iter())
        .map(|row| (row.line, row.reason.as_str()))
        .collect();
    assert_eq!(
        refused,
        [
            (17, "the contact has no date that can be read, under `on`"),
            (18, "a contact is a mapping"),
        ]
    );
    assert_eq!(overlay.files, ["feedback/tickets.csv", "listening.yaml"]);
}

#[test]
fn what_was_said_is_read_back_with_its_place() {
    let root = folder(&[("listening.yaml", REGISTER)]);
    let (workspace, overlay) = scanned(root.path());
    let place = find(&workspace, "invoice").index() as u32;
    let said = verbatims(
        root.path(),
        &workspace.sources,
        &overlay,
        overlay.places_of(place),
    );
    let heard = said.iter().find(|one| one.source == "listening").unwrap();
    assert_eq!(heard.text, "I never know which of the two invoices counts");
    assert_eq!(
        (heard.polarity, heard.segment.as_str()),
        (Polarity::Complaint, "large")
    );
    assert_eq!((heard.file.as_str(), heard.line), ("listening.yaml", 2));
    assert_eq!(heard.customer.as_deref(), Some("C1"));
    // Newest first, among the tickets.
    let days: Vec<_> = said.iter().filter_map(|one| one.day).collect();
    assert!(days.is_sorted_by(|one, next| one >= next), "{days:?}");
}

#[test]
fn a_folder_of_registers_is_read_in_the_order_of_its_files() {
    let root = folder(&[
        (
            "listening/mara.yaml",
            "- {on: 2026-09-01, who: mara, how: call}\n",
        ),
        ("listening/ben.yaml", "# nothing yet\n"),
    ]);
    let (workspace, _) = scanned(root.path());
    assert_eq!(workspace.problems, []);
    let register = workspace.register().unwrap();
    assert_eq!(
        register.files,
        ["listening/ben.yaml", "listening/mara.yaml"]
    );
    assert_eq!(register.contacts.len(), 1);
}
