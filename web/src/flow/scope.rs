//! What is assessed and asked about.

use mingbai_core::fact::FactId;
use mingbai_core::{Answers, Assessment, Date, Library, assess, interview};

use super::Regions;

/// The documents that are assessed, on a day, and the measures that are asked about.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    /// The rules.
    pub library: &'a Library,
    /// The regions whose documents are assessed.
    pub regions: Regions,
    /// The only measure asked about, if there is but one: its document and its place there.
    pub only: Option<(u16, u16)>,
    /// The day.
    pub as_of: Date,
}

impl Scope<'_> {
    /// What follows from the answers.
    #[must_use]
    pub fn assessed(self, answers: &Answers) -> Assessment {
        assess(self.library, answers, self.as_of, |document| self.regions.have(document))
    }

    /// What is still worth asking, the next question first.
    #[must_use]
    pub fn questions(self, answers: &Answers, assessment: &Assessment) -> Vec<FactId> {
        let mut questions = interview::questions(self.library, answers, assessment);
        if let Some((document, place)) = self.only {
            let found = assessment.documents.iter().find(|found| found.document == document);
            let finding = found.and_then(|found| found.measures.get(usize::from(place)));
            questions.retain(|fact| finding.is_some_and(|finding| finding.causes.facts.contains(*fact)));
        }
        questions
    }
}
