//! Worked examples: what a document's rules must give for firms worked by hand.

mod expect;
mod found;
mod given;

use std::sync::Arc;

use mingbai_core::answers::Answers;
use mingbai_core::assess::{Assessment, DocumentFinding, assess};
use mingbai_core::date::Date;
use mingbai_core::library::{Document, Library};

pub use expect::{Expectation, Expected, Read};
pub(crate) use given::TIMES;
pub use given::{Given, raw};

use crate::diagnostic::{Diagnostic, Source, Span};
use crate::doc::{Content, DocumentDoc, ExampleDoc, Name, PolicyDoc};
use crate::resolve::Policies;
use crate::resolve::names::unknown;
use expect::amount;

/// An example ready to be run.
#[derive(Clone, Debug)]
pub struct Case<'a> {
    /// The place of its document among the files.
    pub file: usize,
    /// The place of its document in the library.
    pub document: u16,
    /// The file it stands in.
    pub source: &'a Arc<Source>,
    /// The example as written.
    pub written: &'a ExampleDoc,
    /// What is known of the firm.
    pub answers: Answers,
    /// The day of assessment.
    pub as_of: Date,
    /// What must come out.
    pub expected: Vec<Expect<'a>>,
}

/// One expectation of an example.
#[derive(Clone, Debug)]
pub struct Expect<'a> {
    /// What it is about, as written.
    pub name: &'a Name,
    /// What it is about.
    pub subject: Subject,
    /// The expectation as written.
    pub written: &'a Name,
    /// What must come out.
    pub expectation: Expectation,
}

/// What an expectation is about, within a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The measure at that place.
    Measure(u16),
    /// The combine at that place.
    Combine(u16),
    /// The exact sum and the ceilings together.
    Sum,
}

/// Runs all examples and refuses those that cannot be read or do not come out.
pub fn check(policies: &Policies, diagnostics: &mut Vec<Diagnostic>) {
    for case in cases(policies, diagnostics) {
        let Some(run) = case.run(&policies.library) else { continue };
        for expect in &case.expected {
            let found = run.found(expect).filter(|found| *found != expect.expectation);
            diagnostics.extend(found.map(|found| differs(&run, expect, &found)));
        }
    }
}

/// The examples that can be run; the others are refused.
pub fn cases<'a>(policies: &'a Policies, diagnostics: &mut Vec<Diagnostic>) -> Vec<Case<'a>> {
    let mut cases = Vec::new();
    for (written, (policy, _)) in policies.written.policies.iter().enumerate() {
        let head = policy.blocks().find_map(|block| match &block.content {
            Content::Document(head) => Some(head.as_ref()),
            _ => None,
        });
        let rules = (0_u16..).zip(&policies.library.documents).find(|(_, rules)| head.is_some_and(|head| head.id.text == rules.id));
        if let Some((head, (place, rules))) = head.zip(rules) {
            let reader = Reader { library: &policies.library, written, place, rules, source: &policy.source, head };
            reader.cases(policy, &mut cases, diagnostics);
        }
    }
    cases
}

/// An example as it came out.
struct Run<'a> {
    library: &'a Library,
    case: &'a Case<'a>,
    document: &'a Document,
    assessment: Assessment,
}

impl Case<'_> {
    /// Whether what comes out with the library is not what is expected.
    #[must_use]
    pub fn fails(&self, library: &Library) -> bool {
        self.outcomes(library).iter().zip(&self.expected).any(|(found, expect)| *found != expect.expectation)
    }

    /// What comes out with the library for each expectation.
    #[must_use]
    pub fn outcomes(&self, library: &Library) -> Vec<Expectation> {
        let run = self.run(library);
        self.expected
            .iter()
            .map(|expect| run.as_ref().and_then(|run| run.found(expect)).unwrap_or_else(|| expect.expectation.clone()))
            .collect()
    }

    /// The same example with only those expectations of which the amount is known to the fen with the library.
    #[must_use]
    pub fn settled(&self, library: &Library) -> Self {
        let run = self.run(library);
        let settled = |expect: &&Expect<'_>| run.as_ref().is_some_and(|run| run.is_settled(expect.subject));
        Self { expected: self.expected.iter().filter(settled).cloned().collect(), ..self.clone() }
    }

    fn run<'b>(&'b self, library: &'b Library) -> Option<Run<'b>> {
        let document = library.documents.get(usize::from(self.document))?;
        let assessment = assess(library, &self.answers, self.as_of, |one| one.id == document.id);
        Some(Run { library, case: self, document, assessment })
    }
}

impl Run<'_> {
    fn finding(&self) -> Option<&DocumentFinding> {
        self.assessment.documents.first()
    }

    fn found(&self, expect: &Expect<'_>) -> Option<Expectation> {
        found::found(self.document, self.finding()?, expect)
    }

    fn is_settled(&self, subject: Subject) -> bool {
        self.finding().is_some_and(|finding| found::is_settled(self.document, finding, subject))
    }
}

/// Reads the examples of one document.
struct Reader<'a> {
    library: &'a Library,
    written: usize,
    place: u16,
    rules: &'a Document,
    source: &'a Arc<Source>,
    head: &'a DocumentDoc,
}

impl<'a> Reader<'a> {
    fn cases(&self, policy: &'a PolicyDoc, cases: &mut Vec<Case<'a>>, diagnostics: &mut Vec<Diagnostic>) {
        if let Err(found) = given::answers(self.library, self.source, &self.head.assumes, &Given::new()) {
            diagnostics.extend(found);
            return;
        }
        for block in policy.blocks() {
            let Content::Example(example) = &block.content else { continue };
            let expected = self.expectations(example, diagnostics);
            match given::answers(self.library, self.source, &self.head.assumes, &example.given) {
                Ok(answers) => {
                    let as_of = example.as_of.map_or(self.rules.checked, |date| date.0);
                    let (file, document) = (self.written, self.place);
                    cases.push(Case { file, document, source: self.source, written: example, answers, as_of, expected });
                }
                Err(found) => diagnostics.extend(found),
            }
        }
    }

    fn expectations(&self, example: &'a ExampleDoc, diagnostics: &mut Vec<Diagnostic>) -> Vec<Expect<'a>> {
        let expect = example.expect.get_ref();
        if expect.is_empty() {
            diagnostics.push(empty(self.source, &example.name, example.expect.span().into()));
        }
        let mut expected = Vec::new();
        for (name, text) in expect {
            match self.expectation(example, name, text) {
                Ok((subject, expectation)) => expected.push(Expect { name, subject, written: text, expectation }),
                Err(refusal) => diagnostics.push(refusal),
            }
        }
        expected
    }

    fn expectation(&self, example: &ExampleDoc, name: &Name, text: &Name) -> Result<(Subject, Expectation), Diagnostic> {
        let subject = subject(self.rules, self.source, name)?;
        if text.text.trim().is_empty() {
            return Err(empty(self.source, &example.name, text.span));
        }
        expectation(self.rules, self.source, subject, text).map(|expectation| (subject, expectation))
    }
}

fn empty(source: &Arc<Source>, name: &Name, span: Span) -> Diagnostic {
    Diagnostic::new("examples::empty", "this example expects nothing", source, span, "nothing is expected")
        .label(name.span, "of this example")
        .help("work by hand, from the text, what must come out: `lhasa-02 = \"qualifies exact 150000\"`")
}

fn subject(rules: &Document, source: &Arc<Source>, name: &Name) -> Result<Subject, Diagnostic> {
    let place = |found: Option<usize>| found.and_then(|place| u16::try_from(place).ok());
    if name.text == "sum" {
        return Ok(Subject::Sum);
    }
    let measure = place(rules.measures.iter().position(|measure| measure.id == name.text)).map(Subject::Measure);
    let combine = || place(rules.combines.iter().position(|combine| combine.id == name.text)).map(Subject::Combine);
    measure.or_else(combine).ok_or_else(|| {
        let measures = rules.measures.iter().map(|measure| measure.id.as_str());
        let known = measures.chain(rules.combines.iter().map(|combine| combine.id.as_str())).chain(["sum"]);
        unknown("examples::unknown", "measure or combine", source, name, known)
    })
}

fn expectation(rules: &Document, source: &Arc<Source>, subject: Subject, text: &Name) -> Result<Expectation, Diagnostic> {
    let refuse = |label: String| Diagnostic::new("examples::syntax", "this expectation cannot be read", source, text.span, label);
    let Subject::Measure(place) = subject else {
        return amount(text.text.trim()).map(Expectation::Together).map_err(refuse);
    };
    let expected = Expected::parse(&text.text).map_err(refuse)?;
    let known: Vec<&str> = rules
        .measures
        .get(usize::from(place))
        .map_or(Vec::new(), |measure| measure.readings.iter().map(|reading| reading.id.as_str()).collect());
    match expected.readings.iter().find(|(id, _)| !known.contains(&id.as_str())) {
        Some((id, _)) => Err(unknown("examples::unknown", "reading", source, &Name { text: id.clone(), span: text.span }, known)),
        None => Ok(Expectation::Measure(expected)),
    }
}

fn differs(run: &Run<'_>, expect: &Expect<'_>, found: &Expectation) -> Diagnostic {
    let message = format!("`{}` comes out as `{found}`", expect.name.text);
    let refusal = Diagnostic::new("examples::differs", message, run.case.source, expect.written.span, "this is expected")
        .label(run.case.written.name.span, "in this example");
    match found::working(run, expect.subject) {
        Some(working) => refusal.help(working),
        None => refusal,
    }
}
