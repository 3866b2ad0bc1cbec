//! Why a command ended early.

/// The reason a command ended early, in words for the person who typed it.
#[derive(Debug)]
pub(crate) struct Stop {
    status: u8,
    message: String,
}

impl Stop {
    /// Something that was tried did not work: exit status 1.
    pub(crate) fn failed(message: impl Into<String>) -> Self {
        Self { status: 1, message: message.into() }
    }

    /// Something only the person can mend (a wrong word on the command line,
    /// a program to install): exit status 2.
    pub(crate) fn by_hand(message: impl Into<String>) -> Self {
        Self { status: 2, message: message.into() }
    }

    /// Something failed and has been told already: exit status 1, no message.
    pub(crate) const fn told() -> Self {
        Self { status: 1, message: String::new() }
    }

    /// The exit status of the process.
    pub(crate) const fn status(&self) -> u8 {
        self.status
    }

    /// What to tell the person; empty when nothing is left to say.
    pub(crate) fn message(&self) -> &str {
        &self.message
    }
}
