//! The visit as components hold it.

use std::rc::Rc;

use yew::prelude::*;

use crate::session::{Action, Field, Session};
use crate::text::questions::{Questions, questions};

/// The visit, and the way to act in it. Every action makes a new session, so two visits are the same when theirs is.
#[derive(Clone)]
pub struct Visit {
    /// What was told so far.
    pub session: Rc<Session>,
    /// What the person does.
    pub act: Callback<Action>,
}

impl PartialEq for Visit {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.session, &other.session)
    }
}

impl Visit {
    /// The words in the language of the visit.
    pub(crate) fn words(&self) -> &'static Questions {
        questions(self.session.lang())
    }

    /// A callback that does always the same.
    pub(crate) fn does<E>(&self, action: Action) -> Callback<E> {
        let act = self.act.clone();
        Callback::from(move |_: E| act.emit(action.clone()))
    }
}

/// What a control for one field is given.
#[derive(Clone, PartialEq, Properties)]
pub struct FieldProps {
    /// The visit.
    pub visit: Visit,
    /// The field.
    pub field: Field,
}
