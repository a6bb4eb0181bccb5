//! The teams and people a workspace declares: those who can own a touchpoint.

/// A team that can own touchpoints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    /// What `owner:` lines say.
    pub id: String,
    /// What people call it.
    pub title: String,
}

/// A person who can own touchpoints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// What `owner:` lines say.
    pub id: String,
    /// The person's name.
    pub name: String,
    /// The id of the person's team.
    pub team: Option<String>,
    /// The roles the person has: what cadences of listening speak of.
    pub roles: Vec<String>,
}

/// Every declared team and person, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    /// Declared under `teams:`.
    pub teams: Vec<Team>,
    /// Declared under `people:`.
    pub people: Vec<Person>,
}

impl Roster {
    /// Whether nobody is declared; then any owner is taken as it is written.
    pub fn is_empty(&self) -> bool {
        self.teams.is_empty() && self.people.is_empty()
    }

    /// Every id that may own a touchpoint: teams first.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let teams = self.teams.iter().map(|team| team.id.as_str());
        teams.chain(self.people.iter().map(|person| person.id.as_str()))
    }

    /// Whether a team or a person of this id is declared.
    pub fn declares(&self, id: &str) -> bool {
        self.ids().any(|known| known == id)
    }

    /// What people call an owner; the id itself when it is not declared.
    pub fn title<'a>(&'a self, id: &'a str) -> &'a str {
        let team = self.teams.iter().find(|team| team.id == id);
        let person = || self.people.iter().find(|person| person.id == id);
        let title = team.map(|team| team.title.as_str());
        title
            .or_else(|| person().map(|person| person.name.as_str()))
            .unwrap_or(id)
    }
}
