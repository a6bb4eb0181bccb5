//! Reads a query word by word, and says at which column it cannot be understood.

use super::field::Is;
use super::{Bounds, Course, Field, Query, QueryError, Sort, Term, Test};

/// A part of the text with its column.
#[derive(Clone, Debug, Default)]
struct Piece {
    /// In characters, counted from 1.
    column: usize,
    text: String,
    /// Whether quotes stood round any of it.
    quoted: bool,
    /// Where in it the first colon outside quotes is, in bytes.
    colon: Option<usize>,
    /// Where commas outside quotes are, in bytes.
    commas: Vec<usize>,
    /// Whether a quote is open at its end.
    open: bool,
}

/// Reads a query.
pub(super) fn query(text: &str) -> Result<Query, QueryError> {
    let pieces = pieces(text);
    let terms: Result<Vec<Option<Term>>, QueryError> = pieces.iter().map(term).collect();
    Ok(Query {
        terms: terms?.into_iter().flatten().collect(),
    })
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut piece = Piece::default();
    for (place, letter) in text.chars().enumerate() {
        if letter.is_whitespace() && !piece.open {
            pieces.push(std::mem::take(&mut piece));
            continue;
        }
        if piece.column == 0 {
            piece.column = place + 1;
        }
        match letter {
            '"' => {
                piece.open = !piece.open;
                piece.quoted = true;
                continue;
            }
            ':' if !piece.open && piece.colon.is_none() => piece.colon = Some(piece.text.len()),
            ',' if !piece.open => piece.commas.push(piece.text.len()),
            _ => {}
        }
        piece.text.push(letter);
    }
    pieces.push(piece);
    pieces.retain(|piece| piece.column > 0);
    pieces
}

impl Piece {
    fn error(&self, message: String, help: impl Into<String>) -> QueryError {
        QueryError {
            column: self.column,
            width: self.text.chars().count().max(1),
            message,
            help: help.into(),
        }
    }

    /// The values behind the colon.
    fn values(&self, colon: usize) -> Vec<&str> {
        let mut from = colon + 1;
        let mut values = Vec::new();
        for comma in self.commas.iter().filter(|comma| **comma > colon) {
            values.extend(self.text.get(from..*comma));
            from = comma + 1;
        }
        values.extend(self.text.get(from..));
        values.retain(|value| !value.is_empty());
        values
    }
}

fn term(piece: &Piece) -> Result<Option<Term>, QueryError> {
    if piece.open {
        let message = "a quote is opened and not closed".to_owned();
        return Err(piece.error(message, "put another \" at the end of the text"));
    }
    let negated = piece.text.starts_with('-') && piece.text.len() > 1;
    let skipped = usize::from(negated);
    let test = match piece.colon {
        Some(colon) if colon > skipped => {
            let name = piece.text.get(skipped..colon).unwrap_or_default();
            let field = Field::named(&name.to_lowercase()).ok_or_else(|| unknown(piece, name))?;
            let values = piece.values(colon);
            // While it is being typed, a field without a value asks for nothing yet.
            if values.is_empty() {
                return Ok(None);
            }
            valued(piece, field, &values)?
        }
        _ => Test::Text(piece.text.get(skipped..).unwrap_or_default().to_lowercase()),
    };
    Ok(Some(Term { negated, test }))
}

fn unknown(piece: &Piece, name: &str) -> QueryError {
    let near = Field::ALL
        .iter()
        .map(|field| {
            (
                strsim::damerau_levenshtein(name, field.name()),
                field.name(),
            )
        })
        .min()
        .filter(|(distance, _)| *distance <= 2);
    let help = near.map(|(_, near)| format!("did you mean `{near}:`?"));
    let help = help.unwrap_or_else(|| {
        let names: Vec<_> = Field::ALL.iter().map(|field| field.name()).collect();
        format!("fields are {}; text goes in quotes", names.join(", "))
    });
    piece.error(format!("there is no field `{name}`"), help)
}

fn valued(piece: &Piece, field: Field, values: &[&str]) -> Result<Test, QueryError> {
    Ok(match field.sort() {
        Sort::Name => Test::Named(field, values.iter().map(|v| v.to_lowercase()).collect()),
        Sort::Number => {
            let bounds = values.iter().map(|value| {
                bounds(value).ok_or_else(|| {
                    let message = format!(
                        "`{}` is compared with a number, not `{value}`",
                        field.name()
                    );
                    piece.error(message, "write 30, >30, <=30, 10..30 or none")
                })
            });
            Test::Number(field, bounds.collect::<Result<_, _>>()?)
        }
        Sort::Trend => Test::Trend(words(piece, field, values, &Course::WORDS)?),
        Sort::Is => Test::Is(words(piece, field, values, &Is::WORDS)?),
    })
}

fn words<T: Copy>(
    piece: &Piece,
    field: Field,
    values: &[&str],
    known: &[(&str, T)],
) -> Result<Vec<T>, QueryError> {
    let find = |value: &&str| {
        let value = value.to_lowercase();
        let found = known.iter().find(|(word, _)| *word == value);
        found.map(|(_, meant)| *meant).ok_or_else(|| {
            let message = format!("`{}` cannot be `{value}`", field.name());
            let names: Vec<_> = known.iter().map(|(word, _)| *word).collect();
            piece.error(message, format!("it may be {}", names.join(", ")))
        })
    };
    values.iter().map(find).collect()
}

/// `30`, `=30`, `>30`, `>=30`, `<30`, `<=30`, `10..30`, `10..`, `..30`, `none`.
#[expect(clippy::option_option, reason = "what cannot be said is no mistake")]
fn bounds(text: &str) -> Option<Option<Bounds>> {
    if text.eq_ignore_ascii_case("none") {
        return Some(None);
    }
    let (least, most) = (f64::NEG_INFINITY, f64::INFINITY);
    let (from, to, with_ends) = if let Some(rest) = text.strip_prefix(">=") {
        (number(rest)?, most, (true, true))
    } else if let Some(rest) = text.strip_prefix("<=") {
        (least, number(rest)?, (true, true))
    } else if let Some(rest) = text.strip_prefix('>') {
        (number(rest)?, most, (false, true))
    } else if let Some(rest) = text.strip_prefix('<') {
        (least, number(rest)?, (true, false))
    } else if let Some((from, to)) = text.split_once("..") {
        let open = |text: &str, end: f64| match text {
            "" => Some(end),
            text => number(text),
        };
        (open(from, least)?, open(to, most)?, (true, true))
    } else {
        let exact = number(text.strip_prefix('=').unwrap_or(text))?;
        (exact, exact, (true, true))
    };
    Some(Some(Bounds {
        from,
        to,
        with_ends,
    }))
}

fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.is_finite())
}
