//! A terminal's screen as an SVG picture, cell by cell.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

const CELL_WIDTH: f64 = 8.4;
const CELL_HEIGHT: f64 = 18.0;
const MARGIN: f64 = 14.0;
const BACKGROUND: &str = "#16181d";
const FOREGROUND: &str = "#d7dae0";
const SIXTEEN: [&str; 16] = [
    "#3b4048", "#f0616d", "#8cc265", "#e5b567", "#4aa5f0", "#c67bdb", "#42b3c2", "#d7dae0",
    "#7f8694", "#ff616e", "#a5e075", "#f0a45d", "#4dc4ff", "#de73ff", "#4cd1e0", "#ffffff",
];

/// How a run of cells looks.
#[derive(Clone, PartialEq)]
struct Look {
    foreground: String,
    background: Option<String>,
    bold: bool,
    underline: bool,
    italic: bool,
}

impl Look {
    fn of(cell: &Cell) -> Self {
        let has = |modifier| cell.modifier.contains(modifier);
        let bold = has(Modifier::BOLD);
        let (mut foreground, mut background) = (colour(cell.fg, bold), colour(cell.bg, false));
        if has(Modifier::DIM) {
            foreground = Some(SIXTEEN[8].into());
        }
        if has(Modifier::REVERSED) {
            let ink = background.unwrap_or(BACKGROUND.into());
            background = Some(foreground.unwrap_or(FOREGROUND.into()));
            foreground = Some(ink);
        }
        Self {
            foreground: foreground.unwrap_or(FOREGROUND.into()),
            background,
            bold,
            underline: has(Modifier::UNDERLINED),
            italic: has(Modifier::ITALIC),
        }
    }
}

/// Draws a screen; `title` is read out where the picture is not seen.
pub(crate) fn draw(screen: &Buffer, title: &str) -> String {
    let area = screen.area;
    let width = f64::from(area.width) * CELL_WIDTH + 2.0 * MARGIN;
    let height = f64::from(area.height) * CELL_HEIGHT + 2.0 * MARGIN;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" \
         viewBox=\"0 0 {width:.0} {height:.0}\" role=\"img\">\n<title>{}</title>\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{BACKGROUND}\"/>\n\
         <g font-family=\"'JetBrains Mono','DejaVu Sans Mono',Menlo,Consolas,monospace\" \
         font-size=\"14\" xml:space=\"preserve\">\n",
        escape(title)
    );
    for row in 0..area.height {
        draw_row(&mut svg, screen, row);
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

fn draw_row(svg: &mut String, screen: &Buffer, row: u16) {
    let columns = screen.area.width;
    let mut column = 0;
    while column < columns {
        let look = Look::of(&screen[(column, row)]);
        let start = column;
        let mut text = String::new();
        while column < columns && Look::of(&screen[(column, row)]) == look {
            let symbol = screen[(column, row)].symbol();
            text.push_str(symbol);
            column += symbol.width().max(1) as u16;
        }
        draw_run(svg, row, start, column - start, &look, &text);
    }
}

fn draw_run(svg: &mut String, row: u16, column: u16, cells: u16, look: &Look, text: &str) {
    let (left, top) = (
        MARGIN + f64::from(column) * CELL_WIDTH,
        MARGIN + f64::from(row) * CELL_HEIGHT,
    );
    let width = f64::from(cells) * CELL_WIDTH;
    if let Some(background) = &look.background {
        let _ = writeln!(
            svg,
            "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{CELL_HEIGHT}\" \
             fill=\"{background}\"/>"
        );
    }
    if text.trim().is_empty() {
        return;
    }
    let mut style = format!(" fill=\"{}\"", look.foreground);
    if look.bold {
        style.push_str(" font-weight=\"bold\"");
    }
    if look.italic {
        style.push_str(" font-style=\"italic\"");
    }
    if look.underline {
        style.push_str(" text-decoration=\"underline\"");
    }
    let _ = writeln!(
        svg,
        "<text x=\"{left:.1}\" y=\"{:.1}\" textLength=\"{width:.1}\" \
         lengthAdjust=\"spacingAndGlyphs\"{style}>{}</text>",
        top + 13.5,
        escape(text)
    );
}

fn colour(color: Color, bold: bool) -> Option<String> {
    let index = match color {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::White => 15,
        Color::Rgb(red, green, blue) => return Some(format!("#{red:02x}{green:02x}{blue:02x}")),
        Color::Reset => return None,
        other => panic!("no picture knows the colour {other:?}"),
    };
    let bright = if bold && index < 8 { index + 8 } else { index };
    Some(SIXTEEN[bright].into())
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
