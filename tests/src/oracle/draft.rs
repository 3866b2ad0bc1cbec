//! A complete firm in the making: by chance, then bent so that a text is met and missed often.

use mingbai_core::answers::{Answer, Answers, Recognition, Rows};
use mingbai_core::fact::{ColumnId, FactId, FactKind};
use mingbai_core::interval::Interval;
use rust_decimal::Decimal;

use crate::generate::Generator;
use crate::library::day;
use crate::seed::Seed;

/// A complete firm in the making.
#[derive(Debug)]
pub struct Draft<'a> {
    generator: &'a Generator<'a>,
    answers: Answers,
    /// The chance it is made by.
    pub chance: Seed,
}

impl<'a> Draft<'a> {
    /// A firm of which everything is known. The same seed gives the same firm.
    #[must_use]
    pub fn new(generator: &'a Generator<'a>, seed: u64) -> Self {
        Self { generator, answers: generator.settled_firm(seed), chance: Seed::new(!seed) }
    }

    /// What became of it.
    #[must_use]
    pub fn finished(self) -> Answers {
        self.answers
    }

    /// Answers no to yes-or-no, or yes.
    pub fn yes(&mut self, name: &str, yes: bool) {
        self.put(name, Answer::YesNo(yes));
    }

    /// Answers yes in so many of a hundred cases.
    pub fn often(&mut self, percent: usize, names: &[&str]) {
        for name in names {
            let yes = self.chance.percent(percent);
            self.yes(name, yes);
        }
    }

    /// A number in the unit of the fact.
    pub fn number(&mut self, name: &str, number: Decimal) {
        self.put(name, Answer::Quantity(Interval::point(number)));
    }

    /// In half of the cases one of the lines of the text, one smallest step below or above it.
    ///
    /// # Panics
    /// When it is no quantity.
    pub fn near(&mut self, name: &str, lines: &[i64]) {
        if self.chance.percent(50) {
            return;
        }
        let line = Decimal::from(*self.chance.pick(lines));
        let FactKind::Quantity(quantity) = &self.kind(name).1 else { panic!("{name} is no quantity") };
        let step = quantity.unit.step();
        let number = *self.chance.pick(&[line - step, line, line + step]);
        self.number(name, number.clamp(Decimal::ZERO, quantity.bound()));
    }

    /// Granted in so many of a hundred cases; else what it was.
    pub fn recognised(&mut self, percent: usize, name: &str) {
        if self.chance.percent(percent) {
            self.put(name, Answer::Recognition(Recognition::Granted));
        }
    }

    /// One of the options, of a choice of one.
    pub fn choose(&mut self, name: &str, option: &str) {
        let place = self.option(name, option);
        self.put(name, Answer::Choice(place));
    }

    /// These options, of a choice of several.
    pub fn choose_all(&mut self, name: &str, options: &[&str]) {
        let bits = options.iter().fold(0, |bits, option| bits | 1_u64 << self.option(name, option));
        self.put(name, Answer::Choices(bits));
    }

    /// Not answered: only for what a reference table gives.
    pub fn unanswered(&mut self, name: &str) {
        let (id, _) = self.kind(name);
        self.answers.set(id, None);
    }

    /// No measures named, or no rows.
    pub fn none(&mut self, name: &str) {
        let nothing = match self.kind(name).1 {
            FactKind::Measures => Answer::Measures(Vec::new()),
            _ => Answer::List(Rows { rows: Vec::new(), more: false }),
        };
        self.put(name, nothing);
    }

    /// In the rows where the choice is one of the options, this number is 0, as the question asks.
    ///
    /// # Panics
    /// When there is no such list, choice or number.
    pub fn nothing_where(&mut self, list: &str, number: &str, choice: &str, options: &[&str]) {
        let (id, kind) = self.kind(list);
        let (FactKind::List(shape), Some(Answer::List(rows))) = (kind, self.answers.get(id)) else { panic!("{list} is no list") };
        let column = |name: &str| shape.columns.iter().position(|column| column.name == name).unwrap_or_else(|| panic!("no {name}"));
        let [number, choice] = [number, choice].map(|name| ColumnId(u8::try_from(column(name)).expect("few columns")));
        let named = &shape.columns[usize::from(choice.0)].kind.options();
        let mut rows = rows.clone();
        for row in &mut rows.rows {
            if let Some(Answer::Choice(place)) = row.get(choice)
                && options.contains(&named[usize::from(*place)].name.as_str())
            {
                row.set(number, Some(Answer::Quantity(Interval::ZERO)));
            }
        }
        self.answers.set(id, Some(Answer::List(rows)));
    }

    /// The measures named in so many of a hundred cases each, of those given.
    ///
    /// # Panics
    /// When there is no such measure.
    pub fn name_measures(&mut self, percent: usize, name: &str, ids: &[&str]) {
        let mut named = Vec::new();
        for id in ids {
            let documents = (0_u16..).zip(&self.generator.library().documents);
            let mut all =
                documents.flat_map(|(document, one)| (0_u16..).zip(&one.measures).map(move |(place, measure)| (document, place, measure)));
            let (document, place, _) = all.find(|(_, _, measure)| measure.id == *id).unwrap_or_else(|| panic!("no {id}"));
            if self.chance.percent(percent) {
                named.push((document, place));
            }
        }
        named.sort_unstable();
        self.put(name, Answer::Measures(named));
    }

    /// In so many of a hundred rows one of these in the column: `yes`, an option, a country in Chinese, a day, or a number of units.
    ///
    /// # Panics
    /// When there is no such list or column, or the column takes no such answer.
    pub fn in_rows(&mut self, percent: usize, list: &str, column: &str, cells: &[&str]) {
        let (id, FactKind::List(shape)) = self.kind(list) else { panic!("{list} is no list") };
        let place = shape.columns.iter().position(|one| one.name == column).unwrap_or_else(|| panic!("{list} has no {column}"));
        let (place, kind) = (ColumnId(u8::try_from(place).expect("at most 64 columns")), &shape.columns[place].kind);
        let Some(Answer::List(mut rows)) = self.answers.get(id).cloned() else { panic!("{list} has no rows") };
        for row in &mut rows.rows {
            if self.chance.percent(percent) {
                let cell = *self.chance.pick(cells);
                row.set(place, Some(self.cell(kind, cell)));
            }
        }
        self.answers.set(id, Some(Answer::List(rows)));
    }

    /// In so many of a hundred cases the list, if it has rows, has one of these numbers of them, copies of its own by turns.
    pub fn long(&mut self, percent: usize, list: &str, counts: &[usize]) {
        let (id, _) = self.kind(list);
        let Some(Answer::List(mut rows)) = self.answers.get(id).cloned() else { return };
        if !rows.rows.is_empty() && self.chance.percent(percent) {
            let count = *self.chance.pick(counts);
            rows.rows = rows.rows.iter().cycle().take(count).cloned().collect();
            self.answers.set(id, Some(Answer::List(rows)));
        }
    }

    /// In half of the rows the list inside, if it has rows, has so many of them, copies of its own.
    ///
    /// # Panics
    /// When there is no such list or column.
    pub fn rows_inside(&mut self, list: &str, column: &str, counts: &[usize]) {
        let (id, FactKind::List(shape)) = self.kind(list) else { panic!("{list} is no list") };
        let place = ColumnId(at(shape.columns.iter().position(|one| one.name == column), column));
        let Some(Answer::List(mut rows)) = self.answers.get(id).cloned() else { panic!("{list} has no rows") };
        for row in &mut rows.rows {
            let Some(Answer::List(mut inside)) = row.get(place).cloned() else { panic!("{column} is no list") };
            if !inside.rows.is_empty() && self.chance.percent(50) {
                let count = *self.chance.pick(counts);
                inside.rows = inside.rows.iter().cycle().take(count).cloned().collect();
                row.set(place, Some(Answer::List(inside)));
            }
        }
        self.answers.set(id, Some(Answer::List(rows)));
    }

    fn cell(&self, kind: &FactKind, cell: &str) -> Answer {
        let countries = &self.generator.library().countries;
        match kind {
            FactKind::YesNo => Answer::YesNo(cell == "yes"),
            FactKind::Choice(choice) => Answer::Choice(at(choice.options.iter().position(|one| one.name == cell), cell)),
            FactKind::Country => Answer::Country(at(countries.iter().position(|one| one.zh == cell), cell)),
            FactKind::Date => Answer::Date(day(cell)),
            FactKind::Quantity(_) => Answer::Quantity(Interval::point(cell.parse().expect("a number"))),
            _ => panic!("no {cell} in a row"),
        }
    }

    fn option(&self, name: &str, option: &str) -> u8 {
        at(self.kind(name).1.options().iter().position(|one| one.name == option), option)
    }

    fn put(&mut self, name: &str, answer: Answer) {
        let (id, _) = self.kind(name);
        self.answers.set(id, Some(answer));
    }

    fn kind(&self, name: &str) -> (FactId, &'a FactKind) {
        let library = self.generator.library();
        let id = library.fact_named(name).unwrap_or_else(|| panic!("nobody asks {name}"));
        (id, &library.facts[usize::from(id.0)].kind)
    }
}

fn at<T: TryFrom<usize>>(place: Option<usize>, what: &str) -> T {
    place.and_then(|place| T::try_from(place).ok()).unwrap_or_else(|| panic!("no {what}"))
}
