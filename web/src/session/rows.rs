//! Lists: rows added, filled in, closed, removed. A list is known by the field it is answered at.

use std::rc::Rc;

use mingbai_core::answers::{Answer, MAX_INNER_ROWS, MAX_ROWS, Row, Rows};
use mingbai_core::fact::{ColumnId, FactId, FactKind, ListId};

use super::undo::Undo;
use super::{Field, Focus, RowKey, Session};

impl Session {
    /// The keys of the rows of a list, in their order.
    #[must_use]
    pub fn row_keys(&self, list: Field) -> &[RowKey] {
        self.form.keys(list)
    }

    /// The row of that key.
    #[must_use]
    pub fn row(&self, list: Field, key: RowKey) -> Option<&Row> {
        match self.answer(list)? {
            Answer::List(rows) => rows.rows.get(self.place_of(list, key)?),
            _ => None,
        }
    }

    /// Whether the row is open for editing.
    #[must_use]
    pub fn is_open(&self, key: RowKey) -> bool {
        self.form.is_open(key)
    }

    /// Whether there may be rows besides those entered.
    #[must_use]
    pub fn has_more(&self, list: Field) -> bool {
        matches!(self.answer(list), Some(Answer::List(rows)) if rows.more)
    }

    /// Whether another row may be added.
    #[must_use]
    pub fn has_room(&self, list: Field) -> bool {
        self.row_keys(list).len() < if list.cell.is_none() { MAX_ROWS } else { MAX_INNER_ROWS }
    }

    /// The columns of a list that the documents checked speak of, in order; none for another field.
    #[must_use]
    pub fn columns(&self, list: Field) -> Vec<ColumnId> {
        let count = self.kind(list).and_then(FactKind::list).map_or(0, |list| list.columns.len());
        let id = ListId { fact: list.fact, inner: list.cell.map(|(_, column)| column) };
        (0_u8..).map(ColumnId).take(count).filter(|column| self.regions.ask(&self.library, id, *column)).collect()
    }

    /// Sets or clears what is known at the field.
    pub(super) fn put(&mut self, field: Field, answer: Option<Answer>) {
        let Some((list, key, column)) = field.in_list() else {
            self.put_fact(field.fact, answer);
            return;
        };
        let place = self.place_of(list, key);
        let mut rows = self.rows(list);
        if let Some(row) = place.and_then(|place| rows.rows.get_mut(place)) {
            row.set(column, answer);
            self.put(list, Some(Answer::List(rows)));
        }
    }

    /// Adds an empty row and opens it; rows that are in order close.
    pub(super) fn add_row(&mut self, list: Field) {
        if list.cell.is_none() {
            self.close_rows(list);
        }
        self.new_row(list, Row::default());
    }

    /// Adds a row that says the same as another.
    pub(super) fn copy_row(&mut self, list: Field, key: RowKey) {
        if let Some(row) = self.row(list, key).cloned() {
            self.new_row(list, row);
        }
    }

    fn new_row(&mut self, list: Field, row: Row) {
        if !self.has_room(list) {
            return;
        }
        let key = self.form.new_key();
        self.insert_row(list, self.row_keys(list).len(), key, row);
        self.open_row(list, key);
    }

    /// Opens a row for editing.
    pub(super) fn open_row(&mut self, list: Field, key: RowKey) {
        self.form.open(key);
        let first = self.columns(list).first().copied();
        if let Some(column) = first {
            self.focus_on(Focus::Field(list.cell(key, column)));
        }
    }

    pub(super) fn insert_row(&mut self, list: Field, place: usize, key: RowKey, row: Row) {
        let mut rows = self.rows(list);
        let place = place.min(rows.rows.len());
        rows.rows.insert(place, row);
        let mut keys = self.row_keys(list).to_vec();
        keys.insert(place, key);
        self.form.set_keys(list, keys);
        self.put(list, Some(Answer::List(rows)));
    }

    /// Takes a row out, to be brought back. A list without rows is unanswered again: that there are none is for the person to say.
    pub(super) fn remove_row(&mut self, list: Field, key: RowKey) {
        let Some(place) = self.place_of(list, key) else { return };
        let mut rows = self.rows(list);
        if place >= rows.rows.len() {
            return;
        }
        let row = rows.rows.remove(place);
        self.undo.push(Undo::Row { list, place, key, row, more: rows.more });
        let keys = self.row_keys(list).iter().copied().filter(|one| *one != key).collect();
        self.form.set_keys(list, keys);
        self.put(list, (!rows.rows.is_empty()).then_some(Answer::List(rows)));
        self.focus_on(Focus::AddRow(list));
    }

    /// Answers at a field as a whole. Rows this takes away can be brought back.
    pub(super) fn answer_whole(&mut self, field: Field, answer: Option<Answer>) {
        if !self.row_keys(field).is_empty() {
            self.undo.push(Undo::Rows { list: field, rows: self.rows(field), keys: self.row_keys(field).to_vec() });
            self.form.set_keys(field, Vec::new());
        }
        self.form.drop_draft(field);
        self.put(field, answer);
    }

    /// Says whether a list may have further rows.
    pub(super) fn say_more(&mut self, list: Field, more: bool) {
        let mut rows = self.rows(list);
        rows.more = more;
        self.put(list, Some(Answer::List(rows)));
    }

    /// Closes the rows of the list that hold no text that cannot be read.
    pub(super) fn close_rows(&mut self, list: Field) {
        for key in self.row_keys(list).to_vec() {
            self.close_row(list, key);
        }
    }

    /// Closes a row, unless a text in it cannot be read or looks wrong and was not yet asked about.
    pub(super) fn close_row(&mut self, list: Field, key: RowKey) {
        let mut fields = Vec::new();
        self.fields_of_row(list, key, &mut fields);
        let fresh = fields.iter().any(|field| self.open_doubt(*field).is_some() && self.doubt(*field).is_none());
        for field in &fields {
            self.settle(*field);
        }
        let wrong = fields.into_iter().find(|field| self.problem(*field).is_some());
        if let Some(field) = wrong {
            self.focus_on(Focus::Field(field));
        } else if !fresh {
            self.form.close(key);
            self.focus_on(Focus::AddRow(list));
        }
    }

    /// The fields of a row, with those of the lists in it.
    fn fields_of_row(&self, list: Field, key: RowKey, fields: &mut Vec<Field>) {
        for column in self.columns(list) {
            self.fields_below(list.cell(key, column), fields);
        }
    }

    /// The field, and those of its rows.
    pub(super) fn fields_below(&self, field: Field, fields: &mut Vec<Field>) {
        fields.push(field);
        for key in self.row_keys(field) {
            self.fields_of_row(field, *key, fields);
        }
    }

    /// Gives keys to the rows of answers that came from elsewhere.
    pub(super) fn key_rows(&mut self) {
        self.form.drop_all_keys();
        let answers = Rc::clone(&self.answers);
        for (fact, answer) in answers.iter() {
            self.key_list(Field::fact(fact), answer);
        }
    }

    fn key_list(&mut self, list: Field, answer: &Answer) {
        let Answer::List(rows) = answer else { return };
        let keys: Vec<RowKey> = rows.rows.iter().map(|_| self.form.new_key()).collect();
        let columns = self.kind(list).and_then(FactKind::list).map_or(0, |list| list.columns.len());
        for (key, row) in keys.iter().zip(&rows.rows) {
            for column in (0_u8..).map(ColumnId).take(columns) {
                if let Some(answer) = row.get(column) {
                    self.key_list(list.cell(*key, column), answer);
                }
            }
        }
        self.form.set_keys(list, keys);
    }

    /// The rows entered; none where the list is unanswered.
    pub(super) fn rows(&self, list: Field) -> Rows {
        match self.answer(list) {
            Some(Answer::List(rows)) => rows.clone(),
            _ => Rows::default(),
        }
    }

    pub(super) fn put_fact(&mut self, fact: FactId, answer: Option<Answer>) {
        self.undo.retain(|undo| !matches!(undo, Undo::All { .. }));
        Rc::make_mut(&mut self.answers).set(fact, answer);
    }

    fn place_of(&self, list: Field, key: RowKey) -> Option<usize> {
        self.row_keys(list).iter().position(|one| *one == key)
    }
}
