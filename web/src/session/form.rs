//! What was typed, beside what it means: texts not yet understood, rows and their keys.

use mingbai_core::answers::Answer;
use mingbai_core::fact::FactKind;

use super::{Field, Passing, RowKey, Session};
use crate::input::{self, Doubt, InputError};

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The text cannot be read.
    Input(InputError),
    /// Nothing can be said without this answer.
    Missing,
}

/// The state of the controls that is not yet, or no longer, an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Form {
    /// Texts as typed.
    drafts: Vec<(Field, Draft)>,
    /// The keys of the rows of each list, in their order.
    keys: Vec<(Field, Vec<RowKey>)>,
    /// The rows open for editing.
    open: Vec<RowKey>,
    /// The keys given so far.
    keys_given: u32,
}

/// A text as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Draft {
    pub(super) text: String,
    /// The person has finished typing: errors and doubts may be shown.
    pub(super) settled: bool,
    /// The person has said that it is right as it stands.
    pub(super) confirmed: bool,
}

impl Form {
    /// An empty form that gives no key a second time.
    pub(super) fn emptied(&self) -> Self {
        Self { keys_given: self.keys_given, ..Self::default() }
    }

    pub(super) fn has_text(&self) -> bool {
        self.drafts.iter().any(|(_, draft)| !draft.text.trim().is_empty())
    }

    pub(super) fn draft(&self, field: Field) -> Option<&Draft> {
        self.drafts.iter().find(|(at, _)| *at == field).map(|(_, draft)| draft)
    }

    fn draft_mut(&mut self, field: Field) -> Option<&mut Draft> {
        self.drafts.iter_mut().find(|(at, _)| *at == field).map(|(_, draft)| draft)
    }

    fn set_draft(&mut self, field: Field, draft: Draft) {
        match self.draft_mut(field) {
            Some(slot) => *slot = draft,
            None => self.drafts.push((field, draft)),
        }
    }

    pub(super) fn drop_draft(&mut self, field: Field) {
        self.drafts.retain(|(at, _)| *at != field);
    }

    pub(super) fn keys(&self, list: Field) -> &[RowKey] {
        self.keys.iter().find(|(at, _)| *at == list).map_or(&[], |(_, keys)| keys)
    }

    pub(super) fn set_keys(&mut self, list: Field, keys: Vec<RowKey>) {
        self.keys.retain(|(at, _)| *at != list);
        self.keys.push((list, keys));
    }

    pub(super) fn drop_all_keys(&mut self) {
        self.keys.clear();
    }

    pub(super) fn is_open(&self, row: RowKey) -> bool {
        self.open.contains(&row)
    }

    pub(super) fn open(&mut self, row: RowKey) {
        if !self.is_open(row) {
            self.open.push(row);
        }
    }

    pub(super) fn close(&mut self, row: RowKey) {
        self.open.retain(|one| *one != row);
    }

    pub(super) fn new_key(&mut self) -> RowKey {
        self.keys_given = self.keys_given.wrapping_add(1);
        RowKey(self.keys_given)
    }
}

impl Session {
    /// What kind of answer the field takes.
    #[must_use]
    pub fn kind(&self, field: Field) -> Option<&FactKind> {
        match field.in_list() {
            Some((list, _, column)) => self.kind(list)?.list()?.column(column).map(|column| &column.kind),
            None => self.library.fact(field.fact).map(|fact| &fact.kind),
        }
    }

    /// What is known at the field.
    #[must_use]
    pub fn answer(&self, field: Field) -> Option<&Answer> {
        match field.in_list() {
            Some((list, row, column)) => self.row(list, row)?.get(column),
            None => self.answers.get(field.fact),
        }
    }

    /// Whether the measures of the field are open to be named, while none is yet.
    #[must_use]
    pub fn is_naming(&self, field: Field) -> bool {
        self.passing == Some(Passing::Naming(field))
    }

    /// Whether something else than a day was entered as the day of assessment.
    #[must_use]
    pub fn is_day_wrong(&self) -> bool {
        self.passing == Some(Passing::WrongDay)
    }

    /// The text in the field.
    #[must_use]
    pub fn text(&self, field: Field) -> String {
        if let Some(draft) = self.form.draft(field) {
            return draft.text.clone();
        }
        match self.answer(field) {
            Some(Answer::Quantity(value)) => {
                self.kind(field).and_then(FactKind::unit).map_or_else(String::new, |unit| input::quantity_text(*value, unit))
            }
            Some(Answer::Date(date)) => date.to_string(),
            Some(Answer::Text(text)) => text.clone(),
            Some(Answer::Country(place)) => input::country_text(&self.library.countries, *place, self.lang),
            _ => String::new(),
        }
    }

    /// What is wrong with the field, once the person has finished with it.
    #[must_use]
    pub fn problem(&self, field: Field) -> Option<Problem> {
        if self.is_missing(field) {
            return self.errors_shown.then_some(Problem::Missing);
        }
        let settled = self.form.draft(field).is_some_and(|draft| draft.settled);
        self.misread(field).filter(|_| settled).map(Problem::Input)
    }

    /// What looks wrong with the quantity in the field, once the person has finished with it and until they say it is right.
    #[must_use]
    pub fn doubt(&self, field: Field) -> Option<Doubt> {
        let asked = self.form.draft(field).is_some_and(|draft| draft.settled);
        self.open_doubt(field).filter(|_| asked)
    }

    /// The problems of this page, in the order of its fields.
    #[must_use]
    pub fn problems(&self) -> Vec<(Field, Problem)> {
        self.fields().into_iter().filter_map(|field| Some((field, self.problem(field)?))).collect()
    }

    /// Whether the errors of this page have been called up.
    #[must_use]
    pub fn errors_shown(&self) -> bool {
        self.errors_shown
    }

    /// What the text means, and the text as it was typed.
    pub(super) fn type_in(&mut self, field: Field, text: String) {
        let answer = match self.kind(field) {
            Some(FactKind::Quantity(quantity)) => input::within(&text, quantity).ok().flatten().map(Answer::Quantity),
            Some(FactKind::Date) => input::date(&text).ok().flatten().map(Answer::Date),
            Some(FactKind::Text) => input::text(&text).map(Answer::Text),
            Some(FactKind::Country) => input::country(&self.library.countries, &text).ok().flatten().map(Answer::Country),
            _ => return,
        };
        let draft = Draft { settled: false, confirmed: false, text };
        self.form.set_draft(field, draft);
        self.put(field, answer);
    }

    pub(super) fn settle(&mut self, field: Field) {
        if let Some(draft) = self.form.draft_mut(field) {
            draft.settled = true;
        }
    }

    pub(super) fn confirm(&mut self, field: Field) {
        if let Some(draft) = self.form.draft_mut(field) {
            draft.confirmed = true;
        }
    }

    /// Finishes every field of the page; the first that was not finished and looks wrong.
    pub(super) fn settle_page(&mut self) -> Option<Field> {
        let fields = self.fields();
        let unasked = |field: &Field| self.open_doubt(*field).is_some() && self.doubt(*field).is_none();
        let doubtful = fields.iter().copied().find(unasked);
        for field in fields {
            self.settle(field);
        }
        doubtful
    }

    /// The fields of this page, in order.
    fn fields(&self) -> Vec<Field> {
        let mut fields = Vec::from_iter(self.is_start().then_some(Field::REGIONS));
        for fact in self.shown.iter() {
            self.fields_below(Field::fact(fact), &mut fields);
        }
        fields
    }

    fn is_missing(&self, field: Field) -> bool {
        if field == Field::REGIONS {
            return self.regions.0 == 0;
        }
        let addressee = [self.library.applicant, self.library.registered_in].contains(&Some(field.fact));
        addressee && field.cell.is_none() && self.answers.get(field.fact).is_none()
    }

    fn misread(&self, field: Field) -> Option<InputError> {
        let draft = self.form.draft(field)?;
        match self.kind(field)? {
            FactKind::Quantity(quantity) => input::within(&draft.text, quantity).err(),
            FactKind::Date => input::date(&draft.text).err(),
            FactKind::Country => input::country(&self.library.countries, &draft.text).err(),
            _ => None,
        }
    }

    pub(super) fn open_doubt(&self, field: Field) -> Option<Doubt> {
        let draft = self.form.draft(field).filter(|draft| !draft.confirmed)?;
        match (self.kind(field)?, self.answer(field)?) {
            (FactKind::Quantity(quantity), Answer::Quantity(value)) => input::doubt(&draft.text, *value, quantity),
            _ => None,
        }
    }
}
