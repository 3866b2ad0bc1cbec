//! The runs of a policy file, each with the numbers of its text and of the rules beneath it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::{Source, Span};
use crate::doc::{Block, Content, Defined, Name, PolicyDoc, ReadingDoc, RunDoc};
use crate::expr::{self, Literal, Node, Role};
use crate::lexis::{self, Class, Numeral};

/// A run of quotes with what counts beneath it.
#[derive(Clone, Debug)]
pub struct Passage<'a> {
    /// The run.
    pub run: &'a RunDoc,
    /// Its words without white space.
    pub words: String,
    /// The numbers of its text that a rule may rest on.
    pub numbers: Vec<TextNumber>,
    /// The numbers of its text that no rule is asked for.
    pub dropped: Vec<(Class, Span)>,
    /// Its blocks that hold expressions.
    pub rules: Vec<Rule<'a>>,
}

/// A number of the official text.
#[derive(Clone, Debug)]
pub struct TextNumber {
    /// Where it stands in the file; cut off where its quote ends.
    pub span: Span,
    /// The number.
    pub numeral: Numeral,
    /// The number with the words beside it, without white space: `300万美元以上`.
    pub phrase: String,
}

/// A block that holds expressions.
#[derive(Clone, Debug)]
pub struct Rule<'a> {
    /// The block.
    pub block: &'a Block,
    /// The numbers of its expressions.
    pub numbers: Vec<RuleNumber>,
    /// The facts and columns its expressions speak of, those behind defined names included.
    pub names: BTreeSet<String>,
}

/// A number of a rule.
#[derive(Clone, Debug)]
pub struct RuleNumber {
    /// Where it stands in the file.
    pub span: Span,
    /// The number as the text would have it; absent where no official text writes numbers like that.
    pub numeral: Option<Numeral>,
    /// The part it plays.
    pub role: Role,
    /// Whether it stands in another reading, which accounts for no number of the text.
    pub in_reading: bool,
}

/// The runs of a policy file that have quotes, in order. Expressions that cannot be read are left out.
#[must_use]
pub fn passages(policy: &PolicyDoc) -> Vec<Passage<'_>> {
    let defined = defined(policy);
    let text = WholeText::of(policy);
    let numbers = lexis::numbers(&text.words);
    let mut passages: Vec<Passage<'_>> = policy.runs.iter().map(|run| passage(&policy.source, run, &defined)).collect();
    for numeral in numbers.kept {
        if let Some((place, span)) = text.place(numeral.span.clone()) {
            let phrase = without_space(text.words.get(numeral.phrase.clone()).unwrap_or_default());
            passages.get_mut(place).into_iter().for_each(|passage| {
                passage.numbers.push(TextNumber { span, numeral: numeral.clone(), phrase: phrase.clone() });
            });
        }
    }
    for dropped in numbers.dropped {
        if let Some((place, span)) = text.place(dropped.span) {
            passages.get_mut(place).into_iter().for_each(|passage| passage.dropped.push((dropped.class, span)));
        }
    }
    passages
}

/// For each quote of a policy file, in order, where its numbers stand, in bytes of its words.
#[must_use]
pub fn numbers_of_quotes(policy: &PolicyDoc) -> Vec<Vec<(u32, u32)>> {
    let text = WholeText::of(policy);
    let numbers: Vec<Span> =
        lexis::numbers(&text.words).kept.into_iter().filter_map(|numeral| text.place(numeral.span)).map(|(_, span)| span).collect();
    let of_quote = |quote: Span| {
        let inside = numbers.iter().filter(|number| quote.start <= number.start && number.end <= quote.end);
        inside.filter_map(|n| Some((u32::try_from(n.start - quote.start).ok()?, u32::try_from(n.end - quote.start).ok()?))).collect()
    };
    text.quotes.iter().map(|(_, quote, _)| of_quote(*quote)).collect()
}

/// Words without white space, as two spellings of one phrase compare.
#[must_use]
pub fn without_space(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).collect()
}

impl Rule<'_> {
    /// The departures it declares from the words beside its numbers.
    #[must_use]
    pub fn departures(&self) -> Option<&BTreeMap<Name, String>> {
        match &self.block.content {
            Content::Measure(_, measure) => Some(&measure.word),
            _ => None,
        }
    }
}

/// The quotes of all runs in one text, one line each, so that words beside a number are found across the blocks between.
struct WholeText {
    words: String,
    /// For each quote: where it begins in `words`, its place in the file, and its run.
    quotes: Vec<(usize, Span, usize)>,
}

impl WholeText {
    fn of(policy: &PolicyDoc) -> Self {
        let mut text = Self { words: String::new(), quotes: Vec::new() };
        for (place, run) in policy.runs.iter().enumerate() {
            for quoted in &run.quotes {
                text.quotes.push((text.words.len(), quoted.span, place));
                text.words.push_str(policy.source.slice(quoted.span));
                text.words.push('\n');
            }
        }
        text
    }

    /// The run and the place in the file of a span of `words`.
    fn place(&self, span: std::ops::Range<usize>) -> Option<(usize, Span)> {
        let (start, quote, run) = self.quotes.iter().rev().find(|(start, ..)| *start <= span.start)?;
        let in_file = |at: usize| (quote.start + at - start).min(quote.end);
        Some((*run, (in_file(span.start)..in_file(span.end)).into()))
    }
}

fn passage<'a>(source: &Arc<Source>, run: &'a RunDoc, defined: &Defines) -> Passage<'a> {
    let words = run.quotes.iter().map(|quoted| without_space(source.slice(quoted.span))).collect();
    let rules = run.blocks.iter().filter_map(|block| rule(source, block, defined)).collect();
    Passage { run, words, numbers: Vec::new(), dropped: Vec::new(), rules }
}

fn rule<'a>(source: &Arc<Source>, block: &'a Block, defined: &Defines) -> Option<Rule<'a>> {
    let (written, readings): (Vec<&Name>, &[ReadingDoc]) = match &block.content {
        Content::Document(document) => (Vec::new(), &document.reading),
        Content::Measure(_, measure) => (measure.when.iter().chain(&measure.pays).collect(), &measure.reading),
        Content::Define(define) => (define.names.values().flat_map(of_defined).collect(), &[]),
        Content::Combine(_, combine) => (combine.when.iter().chain(&combine.at_most).collect(), &[]),
        Content::Note(_) | Content::Example(_) => return None,
    };
    let mut rule = Rule { block, numbers: Vec::new(), names: BTreeSet::new() };
    let of_readings = readings.iter().flat_map(|reading| reading.when.iter().chain(&reading.pays));
    for (written, in_reading) in written.into_iter().map(|written| (written, false)).chain(of_readings.map(|written| (written, true))) {
        let Ok(node) = expr::parse(source, written) else { continue };
        let literals = if caps_a_sum(block, written) { node.literals_of_cap() } else { node.literals() };
        rule.numbers.extend(literals.iter().map(|literal| rule_number(source, literal, in_reading)));
        names_of(&node, defined, &mut rule.names);
    }
    Some(rule)
}

/// Whether the expression is the cap of a combine.
fn caps_a_sum(block: &Block, written: &Name) -> bool {
    matches!(&block.content, Content::Combine(_, combine) if combine.at_most.as_ref() == Some(written))
}

fn rule_number(source: &Source, literal: &Literal, in_reading: bool) -> RuleNumber {
    let words = if literal.role == Role::One { "1" } else { source.slice(literal.span) };
    let mut found = lexis::numbers(words).kept;
    RuleNumber { span: literal.span, numeral: found.pop().filter(|_| found.is_empty()), role: literal.role, in_reading }
}

fn of_defined(defined: &Defined) -> Vec<&Name> {
    match defined {
        Defined::Expression(written) => vec![written],
        Defined::OfRows(names) => names.values().collect(),
    }
}

/// The expressions behind each defined name, with or without a list.
type Defines = BTreeMap<String, Vec<Node>>;

fn defined(policy: &PolicyDoc) -> Defines {
    let mut defines = Defines::new();
    let blocks = policy.blocks().filter_map(|block| if let Content::Define(define) = &block.content { Some(define) } else { None });
    for (name, defined) in blocks.flat_map(|define| &define.names) {
        let written: Vec<(&Name, &Name)> = match defined {
            Defined::Expression(written) => vec![(name, written)],
            Defined::OfRows(names) => names.iter().collect(),
        };
        for (name, written) in written {
            defines.entry(name.text.clone()).or_default().extend(expr::parse(&policy.source, written));
        }
    }
    defines
}

fn names_of(node: &Node, defined: &Defines, names: &mut BTreeSet<String>) {
    for name in node.names().into_iter().chain(node.columns()) {
        if names.insert(name.to_owned()) {
            defined.get(name).into_iter().flatten().for_each(|node| names_of(node, defined, names));
        }
    }
}
