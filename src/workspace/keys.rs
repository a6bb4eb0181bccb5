//! Every key that a workspace's files may hold, by the mapping it stands in. The tables of
//! `docs/format.md` are checked against these.

/// The keys of one kind of mapping.
#[derive(Debug)]
pub struct Keys {
    /// The mapping, for a message: "a touchpoint".
    pub of: &'static str,
    /// Those that must be there.
    pub required: &'static [&'static str],
    /// Those that may be.
    pub optional: &'static [&'static str],
}

impl Keys {
    /// Every key.
    pub fn all(&self) -> impl Iterator<Item = &'static str> + Clone {
        self.required.iter().chain(self.optional).copied()
    }
}

macro_rules! keys {
    ($($name:ident $of:literal [$($required:literal)*] [$($optional:literal)*];)*) => {
        $(
            #[doc = concat!("The keys of ", $of, ".")]
            pub(super) const $name: &Keys = &Keys {
                of: $of,
                required: &[$($required),*],
                optional: &[$($optional),*],
            };
        )*
        /// The keys of every kind of mapping.
        pub const ALL_KEYS: &[&Keys] = &[$($name),*];
    };
}

keys! {
    CHARTER "pothole.yaml" [] ["pothole" "title" "north-star" "sources" "visits" "customers" "drivers"
        "teams" "people" "friction" "spikes" "listening" "authority"];
    AUTHORITY "`authority`" [] ["lacking"];
    NORTH_STAR "the north star" ["statement"] ["metric" "target" "by"];
    TEAM "a team" [] ["title"];
    PERSON "a person" [] ["name" "team" "role"];
    FRICTION "`friction`" [] ["high" "least-rows"];
    SOURCE "a source" ["files"] ["title" "format" "delimiter" "encoding" "sheet" "rows" "columns" "aliases"
        "duplicates" "date" "date-format" "zone" "scale" "speaks" "missing" "mapping" "tag-separator"
        "accents" "counts" "severity" "department"];
    COLUMNS "`columns`" [] ["id" "at" "text" "score" "tags" "segment" "customer" "touchpoint"
        "severity"];
    LISTENING "`listening`" [] ["cadence" "quiet-after"];
    CADENCE "a cadence" ["how" "every"] ["role" "times" "from"];
    CONTACT "a contact" ["on" "who" "how"] ["customer" "segment" "about" "speaks" "words" "notes"];
    HEARD "an item of `about`" ["touchpoint"] ["speaks"];
    SPIKES "`spikes`" [] ["baseline" "least-weeks" "false-alarms" "drift"];
    COUNTS "`counts`" [] ["complaints" "neutral" "praise"];
    VISITS "a file of visits" ["files" "columns"] ["format" "delimiter" "encoding" "sheet" "rows"
        "aliases" "date-format" "zone"];
    VISIT_COLUMNS "a visit's columns" ["touchpoint"] ["at" "customer" "count"];
    CUSTOMERS "`customers`" ["files" "columns"] ["format" "delimiter" "encoding" "sheet" "rows"
        "aliases" "date-format" "zone" "lost"];
    CUSTOMER_COLUMNS "a customer's columns" ["id"] ["churned" "lost-on" "segment"];
    DRIVERS "`drivers`" ["source" "overall"] ["except" "least"];
    SCALE "a scale" ["low" "high" "better"] ["measure"];
    JOURNEY "a journey" ["journey" "stages"] ["title" "persona" "owner" "start" "goal" "starts"
        "target" "benchmark"];
    STAGE "a stage" ["stage" "touchpoints"] ["title"];
    TOUCHPOINT "a touchpoint" ["touchpoint"] ["title" "channel" "owner" "moment-of-truth" "authority"
        "notes" "feedback" "next" "actions" "target" "benchmark" "visited"];
    ACTION "an action" ["action" "title"] ["owner" "status" "opened" "due" "shipped" "told" "root-cause"
        "done" "link" "came-back"];
    AIM "a target or a benchmark" [] ["friction" "nps" "ces" "csat" "contact-rate" "source"];
    STEP "a step" ["to"] ["share"];
    RULE "a rule" [] ["source" "rating" "scale" "missing" "tags" "where" "text" "matches" "all" "any"
        "none"];
    CONDITION "a rule inside `all`, `any` or `none`" [] ["tags" "where" "text" "matches" "all" "any"
        "none"];
    TEST "a test" [] ["matches" "from" "to"];
}
