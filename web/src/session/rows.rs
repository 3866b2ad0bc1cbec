//! Lists: rows added, filled in, closed, removed.

use std::rc::Rc;

use mingbai_core::answers::{Answer, MAX_ROWS, Row, Rows};
use mingbai_core::fact::{ColumnId, FactId};

use super::undo::Undo;
use super::{Field, Focus, RowKey, Session};

impl Session {
    /// The keys of the rows of a list, in their order.
    #[must_use]
    pub fn row_keys(&self, fact: FactId) -> &[RowKey] {
        self.form.keys(fact)
    }

    /// The row of that key.
    #[must_use]
    pub fn row(&self, fact: FactId, key: RowKey) -> Option<&Row> {
        let place = self.row_keys(fact).iter().position(|one| *one == key)?;
        self.answers.rows(fact).0.get(place)
    }

    /// Whether the row is open for editing.
    #[must_use]
    pub fn is_open(&self, key: RowKey) -> bool {
        self.form.is_open(key)
    }

    /// Whether there may be rows besides those entered.
    #[must_use]
    pub fn has_more(&self, fact: FactId) -> bool {
        matches!(self.answers.get(fact), Some(Answer::List(rows)) if rows.more)
    }

    /// Whether another row may be added.
    #[must_use]
    pub fn has_room(&self, fact: FactId) -> bool {
        self.row_keys(fact).len() < MAX_ROWS
    }

    /// The columns of a list; none for another fact.
    pub(super) fn columns(&self, fact: FactId) -> impl Iterator<Item = ColumnId> {
        let columns = self.library.fact(fact).and_then(|fact| fact.kind.list()).map_or(0, |list| list.columns.len());
        (0_u8..).map(ColumnId).take(columns)
    }

    /// Sets or clears what is known at the field.
    pub(super) fn put(&mut self, field: Field, answer: Option<Answer>) {
        let Some((key, column)) = field.cell else {
            self.put_fact(field.fact, answer);
            return;
        };
        let place = self.row_keys(field.fact).iter().position(|one| *one == key);
        let mut rows = self.rows(field.fact);
        if let Some(row) = place.and_then(|place| rows.rows.get_mut(place)) {
            row.set(column, answer);
            self.put_fact(field.fact, Some(Answer::List(rows)));
        }
    }

    /// Adds an empty row and opens it; rows that are in order close.
    pub(super) fn add_row(&mut self, fact: FactId) {
        if !self.has_room(fact) {
            return;
        }
        self.close_rows(fact);
        let key = self.form.new_key();
        self.insert_row(fact, self.row_keys(fact).len(), key, Row::default());
        self.form.open(key);
        let first = self.columns(fact).next();
        if let Some(column) = first {
            self.focus_on(Focus::Field(Field::cell(fact, key, column)));
        }
    }

    pub(super) fn insert_row(&mut self, fact: FactId, place: usize, key: RowKey, row: Row) {
        let mut rows = self.rows(fact);
        let place = place.min(rows.rows.len());
        rows.rows.insert(place, row);
        let mut keys = self.row_keys(fact).to_vec();
        keys.insert(place, key);
        self.form.set_keys(fact, keys);
        self.put_fact(fact, Some(Answer::List(rows)));
    }

    /// Takes a row out, to be brought back. A list without rows is unanswered again: that there are none is for the person to say.
    pub(super) fn remove_row(&mut self, fact: FactId, key: RowKey) {
        let Some(place) = self.row_keys(fact).iter().position(|one| *one == key) else { return };
        let mut rows = self.rows(fact);
        if place >= rows.rows.len() {
            return;
        }
        let row = rows.rows.remove(place);
        self.undo.push(Undo::Row { fact, place, key, row, more: rows.more });
        let keys = self.row_keys(fact).iter().copied().filter(|one| *one != key).collect();
        self.form.set_keys(fact, keys);
        self.put_fact(fact, (!rows.rows.is_empty()).then_some(Answer::List(rows)));
        self.focus_on(Focus::AddRow(fact));
    }

    /// Answers a whole fact. Rows this takes away can be brought back.
    pub(super) fn answer_fact(&mut self, fact: FactId, answer: Option<Answer>) {
        if !self.row_keys(fact).is_empty() {
            self.undo.push(Undo::Rows { fact, rows: self.rows(fact), keys: self.row_keys(fact).to_vec() });
            self.form.set_keys(fact, Vec::new());
        }
        self.form.drop_draft(Field::fact(fact));
        self.put(Field::fact(fact), answer);
    }

    /// Says whether a list may have further rows.
    pub(super) fn say_more(&mut self, fact: FactId, more: bool) {
        let mut rows = self.rows(fact);
        rows.more = more;
        self.put_fact(fact, Some(Answer::List(rows)));
    }

    /// Closes the rows of the list that hold no text that cannot be read.
    pub(super) fn close_rows(&mut self, fact: FactId) {
        for key in self.row_keys(fact).to_vec() {
            self.close_row(fact, key);
        }
    }

    /// Closes a row, unless a text in it cannot be read or looks wrong and was not yet asked about.
    pub(super) fn close_row(&mut self, fact: FactId, key: RowKey) {
        let fields: Vec<Field> = self.columns(fact).map(|column| Field::cell(fact, key, column)).collect();
        let fresh = fields.iter().any(|field| self.open_doubt(*field).is_some() && self.doubt(*field).is_none());
        for field in &fields {
            self.settle(*field);
        }
        let wrong = fields.into_iter().find(|field| self.problem(*field).is_some());
        if let Some(field) = wrong {
            self.focus_on(Focus::Field(field));
        } else if !fresh {
            self.form.close(key);
            self.focus_on(Focus::AddRow(fact));
        }
    }

    /// Gives keys to the rows of answers that came from elsewhere.
    pub(super) fn key_rows(&mut self) {
        self.form.drop_all_keys();
        let answers = Rc::clone(&self.answers);
        for (fact, answer) in answers.iter() {
            if let Answer::List(rows) = answer {
                let keys = rows.rows.iter().map(|_| self.form.new_key()).collect();
                self.form.set_keys(fact, keys);
            }
        }
    }

    /// The rows entered; none where the list is unanswered.
    pub(super) fn rows(&self, fact: FactId) -> Rows {
        match self.answers.get(fact) {
            Some(Answer::List(rows)) => rows.clone(),
            _ => Rows::default(),
        }
    }

    pub(super) fn put_fact(&mut self, fact: FactId, answer: Option<Answer>) {
        self.undo.retain(|undo| !matches!(undo, Undo::All { .. }));
        Rc::make_mut(&mut self.answers).set(fact, answer);
    }
}
