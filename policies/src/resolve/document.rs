//! One document: its quotes, measures and combines in place.

use std::collections::BTreeMap;
use std::sync::Arc;

use mingbai_core::fact::Text;
use mingbai_core::library::{Combine, Document, InForce, Measure, Standing, Window};

use super::change::Change;
use super::columns::columns_of;
use super::expression::{Meaning, Scope};
use super::facts::Facts;
use super::names::{option, refuse_duplicates, unknown};
use super::{combine, define, measure, once, quotes};
use crate::diagnostic::{Diagnostic, Source, Span};
use crate::doc::{Content, DocumentDoc, MeasureDoc, Name, PolicyDoc};
use crate::passages;

/// What the blocks of a document are resolved in.
pub(super) struct Context<'a> {
    pub(super) source: &'a Arc<Source>,
    pub(super) facts: &'a Facts,
    pub(super) document: &'a DocumentDoc,
    pub(super) defined: BTreeMap<String, Meaning>,
    pub(super) change: Option<&'a Change>,
    pub(super) diagnostics: &'a mut Vec<Diagnostic>,
}

impl Context<'_> {
    pub(super) fn scope(&self) -> Scope<'_> {
        Scope::new(self.source, self.facts, &self.defined, self.change)
    }

    /// What was found, unless it is refused.
    pub(super) fn keep<T>(&mut self, found: Result<T, Diagnostic>) -> Option<T> {
        found.map_err(|refusal| self.diagnostics.push(refusal)).ok()
    }
}

/// Resolves a policy file against the official text beside it.
pub(super) fn document(policy: &PolicyDoc, text: &Arc<Source>, facts: &Facts, diagnostics: &mut Vec<Diagnostic>) -> Option<Document> {
    let head = head(policy, diagnostics)?;
    let mut quotes = quotes::quotes(policy, text, diagnostics);
    for (quote, numbers) in quotes.iter_mut().zip(passages::numbers_of_quotes(policy)) {
        quote.numbers = numbers;
    }
    let mut context = context(policy, head, facts, None, diagnostics);
    measure::refuse_document_readings(&mut context);
    let measures = policy_measures(&mut context, policy);
    let combines = policy_combines(&mut context, policy, &measures);
    let mut document = Document {
        id: head.id.text.clone(),
        title: head.title.0.clone(),
        number: head.number.clone(),
        issuer: head.issuer.0.clone(),
        region: region(&mut context),
        standing: standing(&mut context),
        events: head.events.map(|window| Window { from: window.from.0, until: window.until.0 }),
        status_note: head.status_note.0.clone(),
        apply: head.apply.0.clone(),
        not_loaded: head.not_loaded.iter().map(|text| text.0.clone()).collect(),
        caveats: head.caveats.iter().map(|caveat| Text { zh: caveat.zh.0.clone(), en: caveat.en.0.clone() }).collect(),
        checked: head.checked.0,
        quotes,
        measures,
        combines,
        columns: Vec::new(),
    };
    document.columns = columns_of(&document, &facts.list);
    Some(document)
}

/// Makes one deliberate change to the rules of a document and tells whether they can still be meant so. What was refused
/// before is not said again.
pub(super) fn change(policy: &PolicyDoc, facts: &Facts, change: &Change, document: &mut Document) -> bool {
    let mut aside = Vec::new();
    if let Some(head) = head(policy, &mut aside) {
        let mut context = context(policy, head, facts, Some(change), &mut aside);
        document.measures = policy_measures(&mut context, policy);
        document.combines = policy_combines(&mut context, policy, &document.measures);
    }
    aside.is_empty()
}

fn context<'a>(
    policy: &'a PolicyDoc,
    document: &'a DocumentDoc,
    facts: &'a Facts,
    change: Option<&'a Change>,
    diagnostics: &'a mut Vec<Diagnostic>,
) -> Context<'a> {
    let defined = define::defined(policy, facts, change, diagnostics);
    Context { source: &policy.source, facts, document, defined, change, diagnostics }
}

/// The one `document` block.
fn head<'a>(policy: &'a PolicyDoc, diagnostics: &mut Vec<Diagnostic>) -> Option<&'a DocumentDoc> {
    let mut heads = policy.blocks().filter_map(|block| match &block.content {
        Content::Document(document) => Some((block.info, &**document)),
        _ => None,
    });
    let Some((_, head)) = heads.next() else {
        let start = Span::default();
        let refusal = Diagnostic::new("document::missing", "there is no block `document`", &policy.source, start, "needed in this file");
        diagnostics.push(refusal.help("put ```toml document beneath the title; README.md shows one to copy"));
        return None;
    };
    for (info, _) in heads {
        diagnostics.push(Diagnostic::new("names::duplicate", "there are two blocks `document`", &policy.source, info, "the second one"));
    }
    let folder = policy.source.name.split('/').rev().nth(1).unwrap_or("");
    if head.id.text != folder {
        let message = format!("the id `{}` is not the name of the folder `{folder}`", head.id.text);
        diagnostics.push(Diagnostic::new("document::id", message, &policy.source, head.id.span, "not the folder"));
    }
    Some(head)
}

/// `in_force` or `standing`, not both.
fn standing(context: &mut Context<'_>) -> Standing {
    let head = context.document;
    let refusal = match (head.in_force, &head.standing) {
        (Some(doc), None) => {
            let window = Window { from: doc.from.0, until: doc.until.0 };
            return Standing::InForce(InForce { window, check_until: doc.check_until.0 });
        }
        (None, Some(name)) => match STANDINGS.into_iter().find(|(word, _)| *word == name.text) {
            Some((_, standing)) => return standing,
            None => unknown("document::standing", "standing", context.source, name, STANDINGS.map(|(word, _)| word)),
        },
        (_, both) => {
            let (span, label) = both.as_ref().map_or((head.id.span, "has neither"), |name| (name.span, "has both"));
            Diagnostic::new("document::standing", "a document has one of `in_force` and `standing`", context.source, span, label)
        }
    };
    let help = "write `in_force = { from, until, check_until }`, or `standing` with `draft`, `not_stated` or `background`";
    context.diagnostics.push(refusal.help(help));
    Standing::NotStated
}

const STANDINGS: [(&str, Standing); 3] =
    [("draft", Standing::Draft), ("not_stated", Standing::NotStated), ("background", Standing::Background)];

/// A plan of work grants nothing: its measures are directions.
fn refuse_grants(context: &mut Context<'_>, id: &Name, doc: &MeasureDoc) {
    let background = context.document.standing.as_ref().is_some_and(|standing| standing.text == "background");
    let pays = doc.pays.as_ref().filter(|pays| pays.text != "none");
    if let Some(grant) = pays.or(doc.when.as_ref()).filter(|_| background) {
        let message = format!("`{}` grants something, but the document is background", id.text);
        let refusal = Diagnostic::new("document::background", message, context.source, grant.span, "here");
        context.diagnostics.push(refusal.help("a plan of work gives directions only: leave out `when` and `pays`"));
    }
}

fn region(context: &mut Context<'_>) -> u8 {
    let options = context.facts.named("registered_in").map(|(_, fact)| fact.kind.options()).unwrap_or_default();
    let place = option("region", context.source, options, &context.document.region);
    context
        .keep(place.map_err(|refusal| refusal.also("a region that is new is an option of `registered_in` in facts/applicant.toml")))
        .unwrap_or(0)
}

fn policy_measures(context: &mut Context<'_>, policy: &PolicyDoc) -> Vec<Measure> {
    let mut measures = Vec::new();
    for (range, block) in placed_blocks(policy) {
        if let Content::Measure(id, doc) = &block.content {
            refuse_without_text(context, range, block.info);
            refuse_grants(context, id, doc);
            measures.push(measure::measure(context, id, doc, range));
        }
    }
    measures
}

fn policy_combines(context: &mut Context<'_>, policy: &PolicyDoc, rules: &[Measure]) -> Vec<Combine> {
    let named = |content: &Content| match content {
        Content::Measure(id, _) | Content::Combine(id, _) => Some(id.clone()),
        _ => None,
    };
    let ids: Vec<_> = policy.blocks().filter_map(|block| named(&block.content)).collect();
    refuse_duplicates("measures or combines", ids.iter().map(|id| (context.source, id)), context.diagnostics);
    let measures: Vec<&str> = policy
        .blocks()
        .filter_map(|block| match &block.content {
            Content::Measure(id, _) => Some(id.text.as_str()),
            _ => None,
        })
        .collect();
    let mut combines = Vec::new();
    for (range, block) in placed_blocks(policy) {
        if let Content::Combine(id, doc) = &block.content {
            refuse_without_text(context, range, block.info);
            combines.extend(combine::combine(context, id, doc, range, &measures).map(|combine| (combine, id.span)));
        }
    }
    combine::refuse_too_many(context, &combines);
    combine::refuse_crossing_caps(context, &combines);
    once::refuse_rows_not_added_up(context, &combines, rules);
    combines.into_iter().map(|(combine, _)| combine).collect()
}

fn refuse_without_text(context: &mut Context<'_>, (from, until): (u32, u32), info: Span) {
    if from == until {
        let refusal = Diagnostic::new("quotes::missing", "a rule without its text", context.source, info, "no quote above it");
        context.diagnostics.push(refusal.help("put the sentence it rests on above it, each line beginning with `>`"));
    }
}

/// Every block with the range of the quotes above it.
fn placed_blocks(policy: &PolicyDoc) -> impl Iterator<Item = ((u32, u32), &crate::doc::Block)> {
    let ranges = policy.runs.iter().scan(0_u32, |from, run| {
        let range = (*from, from.saturating_add(u32::try_from(run.quotes.len()).unwrap_or(u32::MAX)));
        *from = range.1;
        Some((range, run))
    });
    ranges.flat_map(|(range, run)| run.blocks.iter().map(move |block| (range, block)))
}
