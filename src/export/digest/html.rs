//! The digest as a small page of its own, for a mail: no script, nothing from elsewhere.

use super::Digest;
use super::item::{Item, Section};
use crate::export::html::escape::text;
use crate::export::html::head;
use std::io;

/// Writes a digest as one HTML file. Fails only when `out` does.
pub fn digest_html(digest: &Digest, out: &mut dyn io::Write) -> io::Result<()> {
    let (from, to) = digest.days;
    let title = format!("{}, week {}", digest.title, digest.week);
    let star = match digest.star.as_slice() {
        [statement, number @ ..] => format!(
            "<section class=\"creed\" aria-labelledby=\"north-star\"><h2 id=\"north-star\" class=\"fine\">North star</h2>\
             <p>{}</p></section>\n<p class=\"fine\">{}</p>\n",
            text(statement),
            text(&number.concat())
        ),
        [] => String::new(),
    };
    let sections: Vec<String> = digest.sections.iter().map(section).collect();
    write!(
        out,
        "{}<body class=\"digest\">\n<header>\n<div class=\"top\"><h1>{}</h1>\n<p class=\"seen\">{from} to {to}</p></div>\n\
         </header>\n<main>\n{star}<p>{}</p>\n{}</main>\n<footer><p>{}</p></footer>\n</body>\n</html>\n",
        head(&title),
        text(&title),
        text(&digest.summary),
        sections.concat(),
        text(&digest.coverage)
    )
}

fn section(section: &Section) -> String {
    let items: Vec<String> = section.items.iter().map(item).collect();
    format!(
        "<h2>{}</h2>\n<ul class=\"told\">\n{}</ul>\n",
        section.title,
        items.concat()
    )
}

fn item(item: &Item) -> String {
    let name = match item.name.as_str() {
        "" => String::new(),
        name => format!("<b>{}</b>: ", text(name)),
    };
    let quote = item.quote.as_ref().map_or_else(String::new, |quote| {
        format!(
            "<blockquote>“{}” <span class=\"fine\">{}</span></blockquote>",
            text(&quote.words),
            text(&quote.whence)
        )
    });
    format!("<li>{name}{}{quote}</li>\n", text(&item.says))
}
