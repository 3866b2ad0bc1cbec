//! Changed rules: each rule is changed in one respect at a time, and an example of its document must then fail.
//!
//! A changed rule that no example tells from the written one is refused, unless a note gives a reason why the two are the
//! same and no answers that are tried tell them apart.

mod change;
mod equal;
mod parts;
mod rules;
mod trial;

use std::collections::BTreeMap;

use mingbai_core::library::Document;

use crate::check::examples::{Case, cases};
use crate::diagnostic::Diagnostic;
use crate::doc::{Content, Name, PolicyDoc, RunDoc};
use crate::resolve::Policies;
use change::Mutant;
use trial::Fate;

/// What became of the changed rules of one document.
#[derive(Clone, Debug)]
pub struct Account {
    /// The name of the document.
    pub id: String,
    /// How many changes were tried.
    pub tried: usize,
    /// How many of them make an example fail.
    pub killed: usize,
    /// How many of them change nothing, with the reason written.
    pub equivalent: usize,
    /// Those that no example tells from the written rule, and reasons that do not hold or are not needed.
    pub refusals: Vec<Diagnostic>,
}

/// Changes every rule of each document, or of the one of that id, and runs its examples.
///
/// The policies are those of which `check` refuses nothing.
#[must_use]
pub fn mutate(policies: &Policies, document: Option<&str>) -> Vec<Account> {
    let cases = cases(policies, &mut Vec::new());
    let written = policies.written.policies.iter().zip(&policies.library.documents).enumerate();
    let chosen = written.filter(|(_, (_, rules))| document.is_none_or(|id| id == rules.id));
    chosen.map(|(place, ((policy, _), rules))| account(policies, place, policy, rules, &cases)).collect()
}

fn account(policies: &Policies, place: usize, policy: &PolicyDoc, rules: &Document, cases: &[Case<'_>]) -> Account {
    let cases: Vec<&Case<'_>> = cases.iter().filter(|case| case.file == place).collect();
    let mutants = rules::mutants(policies, place, policy, rules);
    let trials = trial::all(policies, place, &cases, &mutants);
    let mut account = Account { id: rules.id.clone(), tried: trials.len(), killed: 0, equivalent: 0, refusals: Vec::new() };
    let mut survivors: BTreeMap<usize, Vec<(&Mutant, &Document)>> = BTreeMap::new();
    for (mutant, fate) in &trials {
        match fate {
            Fate::Noticed => account.killed = account.killed.saturating_add(1),
            Fate::Unnoticed(document) => survivors.entry(mutant.run).or_default().push((mutant, document)),
        }
    }
    for (number, run) in policy.runs.iter().enumerate() {
        let alive = survivors.remove(&number).unwrap_or_default();
        judge(policies, place, policy, run, alive, &mut account);
    }
    account
}

/// Accepts the survivors beneath one run of quotes for which a reason is written and holds.
fn judge(policies: &Policies, place: usize, policy: &PolicyDoc, run: &RunDoc, alive: Vec<(&Mutant, &Document)>, account: &mut Account) {
    let reasons: Vec<(&Name, &String)> = reasons(run).collect();
    let mut needed = vec![false; reasons.len()];
    for (mutant, document) in alive {
        let reason = reasons.iter().zip(&mut needed).find(|((key, _), _)| key.text == mutant.what);
        let Some(((key, reason), needed)) = reason else {
            account.refusals.push(survives(policy, mutant));
            continue;
        };
        *needed = true;
        match equal::told_apart(policies, place, document) {
            _ if reason.trim().is_empty() => account.refusals.push(without_reason(policy, key)),
            Some(answers) => account.refusals.push(refuted(policy, mutant, key, &answers)),
            None => account.equivalent = account.equivalent.saturating_add(1),
        }
    }
    let idle = reasons.iter().zip(needed).filter(|(_, needed)| !needed);
    account.refusals.extend(idle.map(|((key, _), _)| not_needed(policy, key)));
}

/// Changes that change nothing, as the notes of the run say, with the reasons.
pub(crate) fn reasons(run: &RunDoc) -> impl Iterator<Item = (&Name, &String)> {
    let notes = run.blocks.iter().filter_map(|block| if let Content::Note(note) = &block.content { Some(note) } else { None });
    notes.flat_map(|note| &note.equivalent)
}

fn survives(policy: &PolicyDoc, mutant: &Mutant) -> Diagnostic {
    let message = format!("no example tells the rule from this change: {}", mutant.what);
    let help = format!(
        "add an example in which it matters, worked by hand from the text; \
         if it never does, say why in a note beneath the same quotes: equivalent = {{ \"{}\" = \"reason\" }}",
        mutant.what
    );
    Diagnostic::new("mutate::survives", message, &policy.source, mutant.span, "changed here").help(help)
}

fn refuted(policy: &PolicyDoc, mutant: &Mutant, key: &Name, answers: &str) -> Diagnostic {
    Diagnostic::new("mutate::not_equivalent", "this change does change something", &policy.source, key.span, "is said to change nothing")
        .label(mutant.span, "changed here")
        .help(format!("something else comes out for {answers}"))
}

fn not_needed(policy: &PolicyDoc, key: &Name) -> Diagnostic {
    let refusal = Diagnostic::new("mutate::not_needed", "a reason that is not needed", &policy.source, key.span, "no such change survives");
    refusal.help("take it out: an example tells this change from the rule, or it is no change of the rules beneath the same quotes")
}

fn without_reason(policy: &PolicyDoc, key: &Name) -> Diagnostic {
    Diagnostic::new("mutate::no_reason", "a change that changes nothing needs a reason", &policy.source, key.span, "why?")
}
