//! Yes, No, Unknown, and why something is unknown.

use crate::fact::FactId;

/// Whether a condition holds (strong Kleene logic).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It holds.
    Yes,
    /// It does not.
    No,
    /// It depends on something not known.
    Unknown,
}

impl Verdict {
    /// Whether it does not hold.
    #[must_use]
    pub fn negated(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Unknown => Self::Unknown,
        }
    }
}

impl From<bool> for Verdict {
    fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}

/// A set of facts, at most 256.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FactSet([u64; 4]);

impl FactSet {
    /// Just this fact.
    #[must_use]
    pub fn of(fact: FactId) -> Self {
        let mut set = Self::default();
        if let Some(word) = set.0.get_mut(usize::from(fact.0 / 64)) {
            *word = 1_u64 << (fact.0 % 64);
        }
        set
    }

    /// The facts in either.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        let mut words = self.0;
        for (word, more) in words.iter_mut().zip(other.0) {
            *word |= more;
        }
        Self(words)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == [0; 4]
    }

    /// Whether the fact is among them.
    #[must_use]
    pub fn contains(self, fact: FactId) -> bool {
        self.0.iter().zip(Self::of(fact).0).any(|(word, one)| word & one != 0)
    }

    /// The facts, in order.
    pub fn iter(self) -> impl Iterator<Item = FactId> {
        (0..256).map(FactId).filter(move |fact| self.contains(*fact))
    }
}

/// Why something is unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Causes {
    /// Facts unanswered, not sure, or answered in part.
    pub facts: FactSet,
    /// What else, as bits. (A word of its own, so that causes are copied in whole words.)
    others: u64,
}

impl Causes {
    /// The authority decides.
    pub const AUTHORITY: Self = Self { facts: FactSet([0; 4]), others: 1 };
    /// Registered readings of the text differ.
    pub const TEXT: Self = Self { facts: FactSet([0; 4]), others: 2 };
    /// A reference list is uncertain.
    pub const LIST: Self = Self { facts: FactSet([0; 4]), others: 4 };

    /// Because of this fact.
    #[must_use]
    pub fn fact(fact: FactId) -> Self {
        Self::from(FactSet::of(fact))
    }

    /// Because of either.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self { facts: self.facts.union(other.facts), others: self.others | other.others }
    }

    /// Because of these as well.
    pub fn add(&mut self, more: &Self) {
        *self = self.union(*more);
    }

    /// Unknown, because of these as well.
    pub(crate) fn unknown(&mut self, more: &Self) -> Verdict {
        self.add(more);
        Verdict::Unknown
    }

    /// Whether the authority decides.
    #[must_use]
    pub fn authority(self) -> bool {
        self.others & Self::AUTHORITY.others != 0
    }

    /// Whether registered readings of the text differ.
    #[must_use]
    pub fn text(self) -> bool {
        self.others & Self::TEXT.others != 0
    }

    /// Whether a reference list is uncertain.
    #[must_use]
    pub fn list(self) -> bool {
        self.others & Self::LIST.others != 0
    }
}

impl From<FactSet> for Causes {
    fn from(facts: FactSet) -> Self {
        Self { facts, others: 0 }
    }
}

/// A verdict with its causes, which are empty unless it is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The verdict.
    pub verdict: Verdict,
    /// Why it is unknown.
    pub causes: Causes,
}

impl Judged {
    /// Known for sure.
    #[must_use]
    pub fn settled(holds: bool) -> Self {
        Self { verdict: holds.into(), causes: Causes::default() }
    }

    /// Unknown, and why.
    #[must_use]
    pub fn unknown(causes: Causes) -> Self {
        Self { verdict: Verdict::Unknown, causes }
    }

    /// Whether both hold.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self.verdict, other.verdict) {
            (Verdict::No, _) | (_, Verdict::Yes) => self,
            (_, Verdict::No) | (Verdict::Yes, _) => other,
            (Verdict::Unknown, Verdict::Unknown) => Self::unknown(self.causes.union(other.causes)),
        }
    }
}
