//! What a person sees: one component a file, no logic of its own.
