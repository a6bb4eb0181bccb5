//! A source as `pothole.yaml` declares it: its files, its columns and how its scores speak.

use super::{Day, Polarity, Register, Scale};
use encoding_rs::Encoding;

/// The place of a source in the workspace's order.
pub type SourceIndex = usize;

/// How the files of a source are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Cells between delimiters, quoted as RFC 4180 says; `None` finds `,`, `;` or tab in the header.
    Delimited(Option<u8>),
    /// One JSON object a line.
    JsonLines,
    /// A list of JSON objects: the whole document, or the list at [`Source::rows`].
    Json,
    /// One sheet of an Excel workbook, `.xlsx`.
    Excel,
}

/// Which of several rows of one id counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// The first: files by path, rows as they stand in them.
    First,
    /// The last.
    Last,
}

impl Default for Format {
    fn default() -> Self {
        Self::Delimited(None)
    }
}

/// Which column (or JSON key, or path of keys joined by `.`) holds what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// What tells rows apart.
    pub id: Option<String>,
    /// When the customer spoke.
    pub at: Option<String>,
    /// What the customer said; several columns are read as one text.
    pub text: Vec<String>,
    /// What the customer scored.
    pub score: Option<String>,
    /// Tags, several in one cell.
    pub tags: Option<String>,
    /// The group of customers.
    pub segment: Option<String>,
    /// Who spoke.
    pub customer: Option<String>,
    /// The touchpoint's address, its id where one touchpoint alone has it, or its title.
    pub touchpoint: Option<String>,
    /// How much it hurt: a number of any unit, or one of the words of [`Source::severity`].
    pub severity: Option<String>,
}

/// The columns of a source that has been counted beforehand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountColumns {
    /// How many complained.
    pub complaints: Option<String>,
    /// How many were neutral.
    pub neutral: Option<String>,
    /// How many praised.
    pub praise: Option<String>,
}

/// How many touchpoints one row may count at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mapping {
    /// The one with the strongest evidence; the first in the workspace's order among equals.
    #[default]
    First,
    /// Every touchpoint it speaks about.
    All,
}

/// How a row of the source speaks when no rating decides it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Speaks {
    /// By its score on this scale.
    Scored(Scale),
    /// Every row alike: tickets are complaints.
    Always(Polarity),
    /// By the numbers in its own columns.
    Counted(CountColumns),
    /// Nothing was declared: rows count as unscored.
    #[default]
    Unsaid,
}

/// Where feedback comes from, and how its columns read.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Unique within the workspace.
    pub id: String,
    /// What people call it.
    pub title: String,
    /// Paths relative to the workspace; `*` and `?` stand for any characters of one name.
    pub files: Vec<String>,
    /// How they are written.
    pub format: Format,
    /// What they are encoded in where no byte order mark says; `None` for UTF-8.
    pub encoding: Option<&'static Encoding>,
    /// The sheet of an Excel workbook; `None` for the first.
    pub sheet: Option<String>,
    /// The list of rows in a JSON document: a path of keys joined by `.`; `None` for the document.
    pub rows: Option<String>,
    /// Which column holds what.
    pub columns: Columns,
    /// Other names that a column has in some of the files.
    pub aliases: Vec<(String, Vec<String>)>,
    /// Which of several rows with one `columns.id` counts; `None` for all of them.
    pub duplicates: Option<Keep>,
    /// Whether accents in its text make no difference to phrases.
    pub folds_accents: bool,
    /// One date for every row, for a file whose rows have none.
    pub date: Option<Day>,
    /// How dates are written when not as ISO 8601 says, in `strftime` notation; tried in this order.
    pub date_formats: Vec<String>,
    /// The zone whose days count, by its name in the time zone database. Without one a day is as
    /// written.
    pub zone: Option<String>,
    /// How its rows speak.
    pub speaks: Speaks,
    /// Cells that mean "no answer", beside empty ones; compared ignoring case.
    pub missing: Vec<String>,
    /// How many touchpoints one row may count at.
    pub mapping: Mapping,
    /// What stands between tags in one cell.
    pub tag_separators: Vec<char>,
    /// The department whose ear it is: sales, support, product, marketing.
    pub department: Option<String>,
    /// Contacts written down in the workspace itself, instead of files of rows.
    pub register: Option<Register>,
    /// Words of the severity column and the number each stands for; compared ignoring case.
    pub severity: Vec<(String, f64)>,
}

impl Source {
    /// The tag separators of a source that declares none.
    pub const TAG_SEPARATORS: [char; 3] = [';', ',', '|'];
}

impl Default for Source {
    fn default() -> Self {
        Self {
            id: String::new(),
            title: String::new(),
            files: Vec::new(),
            format: Format::Delimited(None),
            encoding: None,
            sheet: None,
            rows: None,
            columns: Columns::default(),
            aliases: Vec::new(),
            duplicates: None,
            folds_accents: false,
            date: None,
            date_formats: Vec::new(),
            zone: None,
            speaks: Speaks::Unsaid,
            missing: Vec::new(),
            mapping: Mapping::First,
            tag_separators: Self::TAG_SEPARATORS.to_vec(),
            department: None,
            register: None,
            severity: Vec::new(),
        }
    }
}
