//! The digest as Block Kit JSON, as a webhook of the chat takes it, within the limits of its blocks.

use super::Digest;
use super::item::{Item, Section};
use crate::export::text::one_line;
use serde::Serialize;
use std::io;

/// The most characters of a header and of a section's text, and the most blocks of a message.
const HEADER: usize = 150;
const TEXT: usize = 3_000;
const BLOCKS: usize = 50;

/// A message.
#[derive(Serialize)]
struct Message {
    /// What a notification shows.
    text: String,
    blocks: Vec<Block>,
}

/// One block.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Block {
    Header { text: Text },
    Section { text: Text },
    Context { elements: Vec<Text> },
    Divider,
}

/// A text of a block.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Text {
    PlainText {
        text: String,
        emoji: bool,
    },
    /// `verbatim` keeps names and addresses in the text from becoming mentions and links.
    Mrkdwn {
        text: String,
        verbatim: bool,
    },
}

/// Writes a digest as a message of blocks, with a line break at its end. Fails only when `out` does.
pub fn digest_slack(digest: &Digest, out: &mut dyn io::Write) -> io::Result<()> {
    let (from, to) = digest.days;
    // However long the title is, the week stays.
    let week = format!(", week {}", digest.week);
    let name = one_line(&digest.title);
    let mut blocks = vec![Block::Header {
        text: Text::PlainText {
            text: shortened(&name, HEADER - length(&week)) + &week,
            emoji: false,
        },
    }];
    let mut fine = vec![format!("{from} to {to}")];
    fine.extend(digest.star.iter().map(|line| escaped(line)));
    blocks.push(context(&fine.join("\n")));
    blocks.push(paragraph(&escaped(&digest.summary)));
    blocks.push(Block::Divider);
    blocks.extend(digest.sections.iter().map(|one| paragraph(&section(one))));
    blocks.push(context(&escaped(&digest.coverage)));
    blocks.truncate(BLOCKS);
    let message = Message {
        text: cut(&escaped(&name), TEXT - length(&week)) + &week,
        blocks,
    };
    serde_json::to_writer_pretty(&mut *out, &message)?;
    out.write_all(b"\n")
}

fn paragraph(text: &str) -> Block {
    Block::Section { text: words(text) }
}

fn context(text: &str) -> Block {
    Block::Context {
        elements: vec![words(text)],
    }
}

fn words(text: &str) -> Text {
    Text::Mrkdwn {
        text: cut(text, TEXT),
        verbatim: true,
    }
}

/// A heading and its items; items that would not fit whole are left out, and it is said how many.
fn section(section: &Section) -> String {
    const ROOM: usize = TEXT - 40;
    let mut text = format!("*{}*", section.title);
    for (place, one) in section.items.iter().enumerate() {
        let line = item(one);
        if length(&text) + length(&line) + 1 > ROOM {
            let left = section.items.len() - place;
            return format!("{text}\n… and {left} more");
        }
        text.push('\n');
        text.push_str(&line);
    }
    text
}

fn item(item: &Item) -> String {
    let says = escaped(&item.says);
    let line = match item.name.as_str() {
        "" => format!("• {says}"),
        name => format!("• *{}*: {says}", escaped(name)),
    };
    match &item.quote {
        Some(quote) => format!(
            "{line}\n> “{}” ({})",
            escaped(&quote.words),
            escaped(&quote.whence)
        ),
        None => line,
    }
}

/// Text of others that shows as it is written: `&`, `<` and `>` as the chat asks, so that there is no
/// mention and no link, and what would format by signs that look the same and do not.
fn escaped(text: &str) -> String {
    let line = one_line(text);
    let mut escaped = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '*' => escaped.push('∗'),
            '_' => escaped.push('ˍ'),
            '~' => escaped.push('∼'),
            '`' => escaped.push('ˋ'),
            c => escaped.push(c),
        }
    }
    escaped
}

/// The length of a text as the chat may count it: in units of UTF-16, in which an emoji is two.
fn length(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// An escaped text of at most that length, with an ellipsis where something is missing; an escaped sign is
/// never cut in two.
fn cut(text: &str, most: usize) -> String {
    let mut kept = shortened(text, most);
    if length(text) <= most {
        return kept;
    }
    if let Some(at) = kept.rfind('&').filter(|at| !kept[*at..].contains(';')) {
        kept.truncate(at);
        kept.push('…');
    }
    kept
}

/// A plain text of at most that length, with an ellipsis where something is missing.
fn shortened(text: &str, most: usize) -> String {
    if length(text) <= most {
        return text.to_owned();
    }
    let mut room = most - 1;
    let fits = |c: &char| {
        let left = room.checked_sub(c.len_utf16());
        room = left.unwrap_or(room);
        left.is_some()
    };
    let kept: String = text.chars().take_while(fits).collect();
    format!("{}…", kept.trim_end())
}
