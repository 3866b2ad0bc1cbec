//! A firm as a program holds it, a number for each answer, and the way from there to what the engine takes.

use mingbai_core::answers::{Answer, Row, Rows};
use mingbai_core::fact::{ColumnId, FactId, FactKind, List};
use mingbai_core::interval::Interval;
use mingbai_core::{Answers, Library};
use rust_decimal::Decimal;
use serde_json::Value;

/// The questions a firm answers by numbers, in the order of the library.
#[derive(Debug)]
pub struct Form {
    questions: Vec<Question>,
    applicant: Option<FactId>,
}

#[derive(Debug)]
struct Question {
    name: String,
    fact: FactId,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    YesNo,
    Quantity,
    /// A list, with the name and kind of each column.
    List(Vec<(String, Kind)>),
}

impl Kind {
    fn of(kind: &FactKind) -> Option<Self> {
        let columns =
            |list: &List| list.columns.iter().map(|column| Some((column.name.clone(), Self::of(&column.kind)?))).collect::<Option<_>>();
        match kind {
            FactKind::YesNo => Some(Self::YesNo),
            FactKind::Quantity(_) => Some(Self::Quantity),
            FactKind::List(list) => columns(list).map(Self::List),
            _ => None,
        }
    }
}

/// A firm: for each question a number (yes is 1), or for a list the number of rows and then the numbers of each row.
#[derive(Clone, Debug)]
pub struct Firm {
    numbers: Vec<f64>,
    starts: Vec<usize>,
}

impl Firm {
    /// All numbers, question after question.
    #[must_use]
    pub fn numbers(&self) -> &[f64] {
        &self.numbers
    }

    /// The numbers of one question.
    #[must_use]
    pub fn of(&self, question: usize) -> &[f64] {
        let end = self.starts.get(question + 1).copied().unwrap_or(self.numbers.len());
        &self.numbers[self.starts[question]..end]
    }
}

impl Form {
    /// The form of a library: its yes/no questions, quantities and lists of these.
    #[must_use]
    pub fn of(library: &Library) -> Self {
        let facts = (0_u16..).zip(&library.facts);
        let question = |(id, fact): (u16, &mingbai_core::fact::Fact)| {
            Kind::of(&fact.kind).map(|kind| Question { name: fact.name.clone(), fact: FactId(id), kind })
        };
        Self { questions: facts.filter_map(question).collect(), applicant: library.applicant }
    }

    /// The name of each question; for a list followed by those of its columns.
    pub fn names(&self) -> impl Iterator<Item = Vec<&str>> {
        self.questions.iter().map(|question| {
            let columns: &[(String, Kind)] = if let Kind::List(columns) = &question.kind { columns } else { &[] };
            [question.name.as_str()].into_iter().chain(columns.iter().map(|(name, _)| name.as_str())).collect()
        })
    }

    /// The place of the question of that name.
    #[must_use]
    pub fn place(&self, name: &str) -> Option<usize> {
        self.questions.iter().position(|question| question.name == name)
    }

    /// The firm in a JSON object.
    ///
    /// # Panics
    /// When a question is not answered in it.
    #[must_use]
    pub fn read(&self, firm: &Value) -> Firm {
        let mut read = Firm { numbers: Vec::new(), starts: Vec::new() };
        for question in &self.questions {
            read.starts.push(read.numbers.len());
            numbers(&firm[&question.name], &question.kind, &mut read.numbers);
        }
        read
    }

    /// A firm by chance, the same for the same number.
    #[must_use]
    pub fn sample(&self, number: u64) -> Firm {
        let mut state = number;
        let mut firm = Firm { numbers: Vec::new(), starts: Vec::new() };
        for question in &self.questions {
            firm.starts.push(firm.numbers.len());
            drawn(&question.kind, &mut state, &mut firm.numbers);
        }
        firm
    }

    /// What the engine takes: the answers of a firm, which is an applicant of the first kind there is.
    #[must_use]
    pub fn answers(&self, numbers: &[f64]) -> Answers {
        let mut answers = Answers::default();
        let mut numbers = numbers.iter().copied();
        for question in &self.questions {
            answers.set(question.fact, answer(&question.kind, &mut numbers));
        }
        if let Some(applicant) = self.applicant {
            answers.set(applicant, Some(Answer::Choices(1)));
        }
        answers
    }

    /// Puts one answer in its place.
    pub fn set(&self, answers: &mut Answers, question: usize, numbers: &[f64]) {
        let question = &self.questions[question];
        answers.set(question.fact, answer(&question.kind, &mut numbers.iter().copied()));
    }
}

fn numbers(value: &Value, kind: &Kind, into: &mut Vec<f64>) {
    match kind {
        Kind::YesNo => into.push(f64::from(u8::from(value.as_bool().expect("true or false")))),
        Kind::Quantity => into.push(value.as_f64().expect("a number")),
        Kind::List(columns) => {
            let rows = value.as_array().expect("a list");
            into.push(f64::from(u32::try_from(rows.len()).expect("a short list")));
            for row in rows {
                for (name, kind) in columns {
                    numbers(&row[name], kind, into);
                }
            }
        }
    }
}

/// Yes in three of four cases; a quantity up to a million and some, to one decimal place; up to five rows.
fn drawn(kind: &Kind, state: &mut u64, into: &mut Vec<f64>) {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    let bits = u32::try_from(*state >> 40).unwrap_or_default();
    match kind {
        Kind::YesNo => into.push(f64::from(u8::from(bits % 4 > 0))),
        Kind::Quantity => into.push(f64::from(bits) / 10.0),
        Kind::List(columns) => {
            let rows = bits % 6;
            into.push(f64::from(rows));
            for (_, kind) in (0..rows).flat_map(|_| columns) {
                drawn(kind, state, into);
            }
        }
    }
}

fn answer(kind: &Kind, numbers: &mut impl Iterator<Item = f64>) -> Option<Answer> {
    let number = numbers.next()?;
    Some(match kind {
        Kind::YesNo => Answer::YesNo(number != 0.0),
        Kind::Quantity => Answer::Quantity(Interval::point(decimal(number))),
        Kind::List(columns) => {
            let mut rows = Vec::new();
            while f64::from(u32::try_from(rows.len()).unwrap_or(u32::MAX)) < number {
                let mut row = Row::default();
                for (column, (_, kind)) in (0_u8..).zip(columns) {
                    row.set(ColumnId(column), answer(kind, numbers));
                }
                rows.push(row);
            }
            Answer::List(Rows { rows, more: false })
        }
    })
}

/// A number of at most two decimal places.
#[expect(clippy::cast_possible_truncation, reason = "answers are far below 2⁵³ hundredths")]
pub(crate) fn decimal(number: f64) -> Decimal {
    let hundredths = (number * 100.0).round() as i64;
    if hundredths % 100 == 0 { Decimal::from(hundredths / 100) } else { Decimal::new(hundredths, 2) }
}
