//! Text that people wrote, made harmless for a page: every foreign word of the page comes through here.

use crate::export::text::one_line;

/// One line of text as it shows, between tags or inside a quoted attribute.
pub(in crate::export) fn text(text: &str) -> String {
    let line = one_line(text);
    let mut escaped = String::with_capacity(line.len() + 8);
    for c in line.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// A link's target, quoted for an attribute; `None` for anything but the web's own two schemes, so that
/// no link runs anything.
pub(in crate::export) fn href(link: &str) -> Option<String> {
    let link = link.trim();
    let scheme = link.split_once("://").map(|(scheme, _)| scheme)?;
    let safe = ["http", "https"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known));
    let whole = !link.contains(|c: char| c.is_whitespace() || c.is_control());
    (safe && whole).then(|| text(link))
}

/// An id for an anchor of the page, made of an id of the workspace: letters, digits and `-` stay.
pub(super) fn anchor(prefix: &str, id: &str) -> String {
    let mut anchor = format!("{prefix}-");
    for c in id.chars() {
        match c {
            c if c.is_ascii_alphanumeric() || c == '-' => anchor.push(c),
            c => anchor.extend(
                c.escape_unicode()
                    .filter(char::is_ascii_alphanumeric)
                    .chain(['_']),
            ),
        }
    }
    anchor
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_people_write_opens_a_tag_or_ends_an_attribute() {
        assert_eq!(
            text("<script>'\"&\n\u{202e}"),
            "&lt;script&gt;&#39;&quot;&amp; \u{fffd}"
        );
    }

    #[test]
    fn only_links_of_the_web_are_links() {
        assert_eq!(
            href("https://example.org/a?b=1&c='"),
            Some("https://example.org/a?b=1&amp;c=&#39;".to_owned())
        );
        for refused in [
            "javascript:alert(1)",
            "javascript://example.org/%0aalert(1)",
            "data:text/html,x",
            "java\nscript://x",
            "//example.org",
            "ticket 12",
        ] {
            assert_eq!(href(refused), None, "{refused}");
        }
    }

    #[test]
    fn anchors_of_different_ids_differ() {
        assert_eq!(anchor("journey", "fly-out"), "journey-fly-out");
        assert_ne!(anchor("j", "a b"), anchor("j", "a_b"));
        assert!(!anchor("j", "\"><b>").contains(['"', '<', '>']));
    }
}
