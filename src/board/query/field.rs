//! The fields a query can ask for, with what they mean.

/// What kind of value a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Text that it holds, in any case; `none` for nothing.
    Name,
    /// A number: `30`, `>30`, `<=30`, `10..30`, or `none` for what cannot be said.
    Number,
    /// `worse`, `better`, `steady`.
    Trend,
    /// `hot`, `unowned`, ...
    Is,
}

macro_rules! fields {
    ($($field:ident $sort:ident $name:literal $meaning:literal;)*) => {
        /// A field of a touchpoint.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Field {
            $(#[doc = $meaning] $field,)*
        }

        impl Field {
            /// Every field.
            pub const ALL: &'static [Self] = &[$(Self::$field,)*];

            /// Its name.
            pub fn name(self) -> &'static str {
                match self { $(Self::$field => $name,)* }
            }

            /// What it is, in a sentence without its full stop.
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$field => $meaning,)* }
            }

            /// What kind of value it takes.
            pub fn sort(self) -> Sort {
                match self { $(Self::$field => Sort::$sort,)* }
            }
        }
    };
}

fields! {
    Owner Name "owner" "The id or name of who answers for it";
    Channel Name "channel" "Where the meeting happens";
    Stage Name "stage" "The id or title of its stage";
    Journey Name "journey" "The id or title of its journey";
    Persona Name "persona" "Who walks its journey";
    Touchpoint Name "touchpoint" "Its own id";
    Tag Name "tag" "A tag that one of its rules looks for";
    Source Name "source" "A source in which something was said about it, under the lens";
    Segment Name "segment" "A segment that said something about it, under the lens";
    Action Name "action" "The status of one of its actions, such as `planned` or `shipped`";
    Is Is "is" "`hot`, `owned`, `silent` (nobody said anything), `thin` (too few have) or `truth` (a moment of truth)";
    Trend Trend "trend" "How complaints of its last 4 weeks stand against the 13 before: `worse`, `better` or `steady`";
    Friction Number "friction" "Friction, 0 to 100";
    Share Number "share" "The share of complaints, 0 to 100";
    Pain Number "pain" "Summed severity, or complaints where nobody says how severe they are";
    Complaints Number "complaints" "The number of complaints";
    Rows Number "rows" "The number of rows";
    Nps Number "nps" "The Net Promoter Score, -100 to 100";
    Ces Number "ces" "The mean Customer Effort Score";
    Csat Number "csat" "The share of satisfied customers, 0 to 100";
}

/// What `is:` can ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Is {
    /// Friction is at or above the workspace's threshold.
    Hot,
    /// Somebody answers for it.
    Owned,
    /// Nobody has said anything.
    Silent,
    /// Too few have spoken for a friction.
    Thin,
    /// It is a moment of truth.
    Truth,
}

impl Is {
    /// Every word with what it means.
    pub const WORDS: [(&'static str, Self); 5] = [
        ("hot", Self::Hot),
        ("owned", Self::Owned),
        ("silent", Self::Silent),
        ("thin", Self::Thin),
        ("truth", Self::Truth),
    ];
}

impl Field {
    /// The field of a name.
    pub fn named(name: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|field| field.name() == name)
    }
}
