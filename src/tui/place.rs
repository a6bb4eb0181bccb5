//! Where a key is pressed, and what a command of the table says about where it applies.

/// What has the keys at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A view or a pane: letters are commands.
    Screen,
    /// A line being typed: letters are text.
    Line,
    /// A line being typed over a list to choose from.
    List,
}

macro_rules! places {
    ($($place:ident $kind:ident $name:literal;)*) => {
        /// Where a key is pressed: what a command's `places` speak of.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Place {
            $(#[doc = $name] $place,)*
        }

        impl Place {
            /// Every place.
            pub const ALL: &'static [Self] = &[$(Self::$place,)*];

            /// Its name, for people.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$place => $name,)* }
            }

            const fn kind(self) -> Kind {
                match self { $(Self::$place => Kind::$kind,)* }
            }
        }
    };
}

places! {
    Journeys Screen "journeys";
    Map Screen "map";
    Details Screen "details";
    Touchpoint Screen "touchpoint";
    Problems Screen "problems";
    Rejected Screen "rejected rows";
    Numbers Screen "numbers";
    Inbox Screen "inbox";
    Listening Screen "listening";
    Teams Screen "teams";
    Voices Screen "voices";
    Words Screen "words";
    Table Screen "all journeys";
    Columns Screen "board";
    Chair Screen "empty chair";
    Search Line "search";
    Export Line "export";
    Owner List "owner";
    Help List "help";
    Phrase List "phrase";
    Feed List "choice of a touchpoint";
    Filter List "filter";
    Palette List "palette";
    Jump List "jump";
    Lens List "lens";
    Copy List "choice of what to copy";
}

impl Place {
    /// Whether letters are commands there, not text.
    pub fn is_screen(self) -> bool {
        self.kind() == Kind::Screen
    }
}

/// Where a command applies.
#[derive(Clone, Copy, Debug)]
pub enum Where {
    /// Wherever one is.
    Anywhere,
    /// On every screen.
    Screens,
    /// On every screen but these.
    ScreensBut(&'static [Place]),
    /// Wherever something is typed.
    Typing,
    /// Wherever something is typed over a list.
    Choosing,
    /// At these places.
    At(&'static [Place]),
}

impl Where {
    /// Whether a place is among those meant.
    pub fn holds(self, place: Place) -> bool {
        match self {
            Self::Anywhere => true,
            Self::Screens => place.is_screen(),
            Self::ScreensBut(others) => place.is_screen() && !others.contains(&place),
            Self::Typing => !place.is_screen(),
            Self::Choosing => place.kind() == Kind::List,
            Self::At(places) => places.contains(&place),
        }
    }

    /// In words, for a printed table of keys.
    pub fn words(self) -> String {
        let names = |places: &[Place]| {
            let names: Vec<_> = places.iter().map(|place| place.name()).collect();
            names.join(", ")
        };
        match self {
            Self::Anywhere => "everywhere".to_owned(),
            Self::Screens => "every view".to_owned(),
            Self::ScreensBut(others) => format!("every view but {}", names(others)),
            Self::Typing => "while typing".to_owned(),
            Self::Choosing => "in a list".to_owned(),
            Self::At(places) => names(places),
        }
    }
}
