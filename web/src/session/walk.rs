//! Going from page to page.

use mingbai_core::fact::FactId;
use mingbai_core::verdict::FactSet;

use super::{Field, Focus, Session};
use crate::flow::{Page, set};

impl Session {
    /// On to the next page, unless something on this one has to be mended or looked at first.
    pub(super) fn go_on(&mut self) {
        let doubtful = self.settle_page();
        self.errors_shown = true;
        let problems = self.problems();
        if !problems.is_empty() {
            for (field, _) in problems {
                self.open_row_of(field);
            }
            self.focus_on(Focus::Errors);
        } else if let Some(field) = doubtful {
            self.open_row_of(field);
            self.focus_on(Focus::Field(field));
        } else {
            let next = match self.page {
                Page::Questions(page) => self.flow().after(page, self.editing.is_some()),
                Page::Check => Page::Result,
                Page::Result => return,
            };
            self.go(next);
        }
    }

    /// To a page; going back leads here again. A check or result been to before is the same one: the way since is forgotten.
    pub(super) fn go(&mut self, page: Page) {
        if page == self.page {
            return;
        }
        let been = |before: &Page| *before == page && !matches!(page, Page::Questions(_));
        match self.trail.iter().position(been) {
            Some(place) => self.trail.truncate(place),
            None => self.trail.push(self.page),
        }
        self.enter(page);
    }

    pub(super) fn go_back(&mut self) {
        if let Some(page) = self.trail.pop() {
            self.enter(page);
        }
    }

    /// To the questions not yet put, wherever they stand.
    pub(super) fn go_to_new(&mut self) {
        if let Some(page) = self.flow().first_new() {
            self.editing = None;
            self.go(Page::Questions(page));
        }
    }

    /// To the page of one fact, to change its answer.
    pub(super) fn edit(&mut self, fact: FactId) {
        let Some(page) = self.library.fact(fact).map(|fact| fact.page) else { return };
        self.editing = Some(fact);
        self.go(Page::Questions(page));
        self.focus_on(Focus::Field(Field::fact(fact)));
    }

    pub(super) fn enter(&mut self, page: Page) {
        self.page = page;
        self.errors_shown = false;
        self.undo.clear();
        self.message = None;
        self.passing = None;
        self.shown = FactSet::default();
        match page {
            Page::Questions(_) => self.show_facts(false),
            Page::Check | Page::Result => self.editing = None,
        }
        self.focus_on(Focus::Heading);
    }

    /// Puts what is worth asking on this page. While one types, what stands on it stays: half an amount decides nothing.
    pub(super) fn show_facts(&mut self, typing: bool) {
        if let Page::Questions(page) = self.page {
            let facts = self.flow().facts_on(page).union(set(self.editing.into_iter()));
            let kept = self.shown.iter().filter(|_| typing);
            self.shown = facts.union(set(kept));
            self.asked = self.asked.union(facts);
        }
    }

    fn open_row_of(&mut self, field: Field) {
        for (row, _) in field.cell.into_iter().chain(field.inner) {
            self.form.open(row);
        }
    }
}
