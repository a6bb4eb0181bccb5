//! A terminal's screen as an SVG picture, cell by cell.

use std::fmt::Write;
use vt100::{Cell, Color, Screen};

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
        let (mut foreground, mut background) = (
            colour(cell.fgcolor(), cell.bold()),
            colour(cell.bgcolor(), false),
        );
        if cell.inverse() {
            let ink = background.unwrap_or_else(|| BACKGROUND.into());
            background = Some(foreground.unwrap_or_else(|| FOREGROUND.into()));
            foreground = Some(ink);
        }
        let faint = cell.dim().then(|| SIXTEEN[8].to_owned());
        Self {
            foreground: faint.or(foreground).unwrap_or_else(|| FOREGROUND.into()),
            background,
            bold: cell.bold(),
            underline: cell.underline(),
            italic: cell.italic(),
        }
    }
}

/// Draws a screen; `title` is read out where the picture is not seen.
pub fn draw(screen: &Screen, title: &str) -> String {
    let (rows, columns) = screen.size();
    let width = f64::from(columns) * CELL_WIDTH + 2.0 * MARGIN;
    let height = f64::from(rows) * CELL_HEIGHT + 2.0 * MARGIN;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" \
         viewBox=\"0 0 {width:.0} {height:.0}\" role=\"img\">\n<title>{}</title>\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{BACKGROUND}\"/>\n\
         <g font-family=\"'JetBrains Mono','DejaVu Sans Mono',Menlo,Consolas,monospace\" \
         font-size=\"14\" xml:space=\"preserve\">\n",
        escape(title)
    );
    for row in 0..rows {
        draw_row(&mut svg, screen, row, columns);
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

fn draw_row(svg: &mut String, screen: &Screen, row: u16, columns: u16) {
    let mut column = 0;
    while column < columns {
        let Some(cell) = screen.cell(row, column) else {
            break;
        };
        let look = Look::of(cell);
        let start = column;
        let mut text = String::new();
        while let Some(cell) = screen.cell(row, column) {
            if Look::of(cell) != look {
                break;
            }
            if !cell.is_wide_continuation() {
                text.push_str(if cell.has_contents() { cell.contents() } else { " " });
            }
            column += 1;
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
    match color {
        Color::Default => None,
        Color::Idx(index @ 0..=7) if bold => Some(SIXTEEN[index as usize + 8].into()),
        Color::Idx(index @ 0..=15) => Some(SIXTEEN[index as usize].into()),
        Color::Idx(index @ 16..=231) => {
            let part = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
            let cube = index - 16;
            let (red, green, blue) = (part(cube / 36), part(cube / 6 % 6), part(cube % 6));
            Some(format!("#{red:02x}{green:02x}{blue:02x}"))
        }
        Color::Idx(index) => {
            let grey = 8 + 10 * (index - 232);
            Some(format!("#{grey:02x}{grey:02x}{grey:02x}"))
        }
        Color::Rgb(red, green, blue) => Some(format!("#{red:02x}{green:02x}{blue:02x}")),
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
