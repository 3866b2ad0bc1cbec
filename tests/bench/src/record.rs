//! A complete firm read by the names of what is asked.

use std::collections::BTreeMap;

use mingbai_core::answers::{Answer, Answers, Recognition};
use mingbai_core::fact::FactKind;
use mingbai_core::{Date, Library};
use rust_decimal::Decimal;

/// The answers of a firm, or one row of a list, by name.
#[derive(Clone, Debug)]
pub struct Record<'a> {
    library: &'a Library,
    cells: BTreeMap<&'a str, (&'a FactKind, Option<&'a Answer>)>,
}

impl<'a> Record<'a> {
    /// The answers of a firm.
    #[must_use]
    pub fn of(library: &'a Library, answers: &'a Answers) -> Self {
        let facts = (0_u16..).map(mingbai_core::fact::FactId).zip(&library.facts);
        let cells = facts.map(|(id, fact)| (fact.name.as_str(), (&fact.kind, answers.get(id)))).collect();
        Self { library, cells }
    }

    /// Whether it is answered. Only what a reference table gives may be left out.
    #[must_use]
    pub fn is_answered(&self, name: &str) -> bool {
        self.cell(name).1.is_some()
    }

    /// Whether the answer is yes.
    ///
    /// # Panics
    /// When that is not asked, or not answered with yes or no; so all that follow.
    #[must_use]
    pub fn yes(&self, name: &str) -> bool {
        let Answer::YesNo(yes) = self.answer(name) else { panic!("{name} is no yes or no") };
        *yes
    }

    /// A number of units: yuan, dollars, square metres, people…
    ///
    /// # Panics
    /// When it is not one number.
    #[must_use]
    pub fn number(&self, name: &str) -> Decimal {
        let Answer::Quantity(range) = self.answer(name) else { panic!("{name} is no number") };
        range.value().unwrap_or_else(|| panic!("{name} is a range"))
    }

    /// The name of the chosen option.
    ///
    /// # Panics
    /// When it is no choice of one.
    #[must_use]
    pub fn chosen(&self, name: &str) -> &'a str {
        let (kind, Answer::Choice(place)) = (self.cell(name).0, self.answer(name)) else { panic!("{name} is no choice") };
        &kind.options()[usize::from(*place)].name
    }

    /// Whether the option is among those chosen, of one or several.
    ///
    /// # Panics
    /// When there is no such option.
    #[must_use]
    pub fn is(&self, name: &str, option: &str) -> bool {
        let options = self.cell(name).0.options();
        let place = options.iter().position(|one| one.name == option).unwrap_or_else(|| panic!("{name} has no {option}"));
        match self.answer(name) {
            Answer::Choice(chosen) => usize::from(*chosen) == place,
            Answer::Choices(bits) => bits >> place & 1 == 1,
            _ => panic!("{name} is no choice"),
        }
    }

    /// A day.
    ///
    /// # Panics
    /// When it is no day.
    #[must_use]
    pub fn day(&self, name: &str) -> Date {
        let Answer::Date(day) = self.answer(name) else { panic!("{name} is no day") };
        *day
    }

    /// How far a recognition has come.
    ///
    /// # Panics
    /// When it is no recognition.
    #[must_use]
    pub fn recognition(&self, name: &str) -> Recognition {
        let Answer::Recognition(known) = self.answer(name) else { panic!("{name} is no recognition") };
        *known
    }

    /// A few words.
    ///
    /// # Panics
    /// When it is no text.
    #[must_use]
    pub fn text(&self, name: &str) -> &'a str {
        let Answer::Text(text) = self.answer(name) else { panic!("{name} is no text") };
        text
    }

    /// The Chinese name of a country.
    ///
    /// # Panics
    /// When it is no country.
    #[must_use]
    pub fn country(&self, name: &str) -> &'a str {
        let Answer::Country(place) = self.answer(name) else { panic!("{name} is no country") };
        &self.library.countries[usize::from(*place)].zh
    }

    /// Whether the measure is among those named.
    ///
    /// # Panics
    /// When no measures are named there.
    #[must_use]
    pub fn names(&self, name: &str, measure: &str) -> bool {
        let Answer::Measures(named) = self.answer(name) else { panic!("{name} names no measures") };
        let id = |(document, place): &(u16, u16)| &self.library.documents[usize::from(*document)].measures[usize::from(*place)].id;
        named.iter().any(|one| id(one) == measure)
    }

    /// The rows of a closed list.
    ///
    /// # Panics
    /// When it is no list, or one that may have more rows.
    #[must_use]
    pub fn rows(&self, name: &str) -> Vec<Record<'a>> {
        let (FactKind::List(shape), Answer::List(list)) = (self.cell(name).0, self.answer(name)) else { panic!("{name} is no list") };
        assert!(!list.more, "{name} is open");
        let record = |row: &'a mingbai_core::answers::Row| {
            let columns = (0_u8..).map(mingbai_core::fact::ColumnId).zip(&shape.columns);
            let cells = columns.map(|(id, column)| (column.name.as_str(), (&column.kind, row.get(id)))).collect();
            Record { library: self.library, cells }
        };
        list.rows.iter().map(record).collect()
    }

    fn cell(&self, name: &str) -> (&'a FactKind, Option<&'a Answer>) {
        *self.cells.get(name).unwrap_or_else(|| panic!("nobody asks {name}"))
    }

    fn answer(&self, name: &str) -> &'a Answer {
        self.cell(name).1.unwrap_or_else(|| panic!("{name} is not answered"))
    }
}
