//! The words around the questions.
