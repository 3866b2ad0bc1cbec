//! What was taken away and can be brought back.

use std::rc::Rc;

use mingbai_core::Answers;
use mingbai_core::answers::{Answer, Row, Rows};

use super::form::Form;
use super::{Field, Focus, RowKey, Session};
use crate::flow::{Regions, set};

/// What was taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Removed {
    /// A row of this list.
    Row(Field),
    /// All rows of this list.
    Rows(Field),
    /// All answers.
    All,
}

/// What it takes to bring something back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Undo {
    Row { list: Field, place: usize, key: RowKey, row: Row, more: bool },
    Rows { list: Field, rows: Rows, keys: Vec<RowKey> },
    All { answers: Rc<Answers>, regions: Regions, form: Form },
}

impl Undo {
    pub(super) fn removed(&self) -> Removed {
        match self {
            Self::Row { list, .. } => Removed::Row(*list),
            Self::Rows { list, .. } => Removed::Rows(*list),
            Self::All { .. } => Removed::All,
        }
    }
}

impl Session {
    /// Brings the last thing taken away back.
    pub(super) fn undo(&mut self) {
        match self.undo.pop() {
            Some(Undo::Row { list, place, key, row, more }) => {
                let more = self.rows(list).more || (more && self.row_keys(list).is_empty());
                self.insert_row(list, place, key, row);
                self.say_more(list, more);
                self.focus_on(Focus::AddRow(list));
            }
            Some(Undo::Rows { list, rows, keys }) => {
                self.form.set_keys(list, keys);
                self.put(list, Some(Answer::List(rows)));
                self.focus_on(Focus::AddRow(list));
            }
            Some(Undo::All { answers, regions, form }) => {
                self.asked = self.asked.union(set(answers.iter().map(|(fact, _)| fact)));
                self.answers = answers;
                self.regions = regions;
                self.form = form;
                self.focus_on(Focus::Heading);
            }
            None => {}
        }
    }

    /// Takes over other answers; those there were can be brought back.
    pub(super) fn replace(&mut self, answers: Answers, regions: Regions) {
        let answers = core::mem::replace(&mut self.answers, Rc::new(answers));
        let empty = self.form.emptied();
        let form = core::mem::replace(&mut self.form, empty);
        let regions = core::mem::replace(&mut self.regions, regions);
        self.assumes_local = false;
        let was_empty = regions.0 == 0 && answers.is_empty() && !form.has_text();
        self.undo.clear();
        if !was_empty {
            self.undo.push(Undo::All { answers, regions, form });
        }
        self.key_rows();
    }
}
