//! Names: which are known, and which was meant.

use std::collections::BTreeMap;
use std::sync::Arc;

use mingbai_core::fact::Opt;

use crate::diagnostic::{Diagnostic, Source};
use crate::doc::Name;

/// A refusal of a name that is not among those known, with the nearest one.
pub(crate) fn unknown<'a>(
    code: &'static str,
    what: &str,
    source: &Arc<Source>,
    name: &Name,
    known: impl IntoIterator<Item = &'a str>,
) -> Diagnostic {
    let known: Vec<&str> = known.into_iter().collect();
    let refusal = Diagnostic::new(code, format!("there is no {what} `{}`", name.text), source, name.span, format!("no such {what}"));
    match nearest(&name.text, known.iter().copied()) {
        Some(near) => refusal.help(format!("did you mean `{near}`?")),
        None if (1..=FEW).contains(&known.len()) => refusal.help(format!("the known ones are {}", known.join(", "))),
        None => refusal,
    }
}

/// As many names as can be read at a glance.
const FEW: usize = 24;

/// A refusal of a fact that is not known.
pub(crate) fn unknown_fact<'a>(source: &Arc<Source>, name: &Name, known: impl IntoIterator<Item = &'a str>) -> Diagnostic {
    unknown("facts::unknown", "fact", source, name, known).also("a fact that is new is written in facts/, see facts/README.md")
}

/// The place of the option of that name.
pub(crate) fn option(what: &str, source: &Arc<Source>, options: &[Opt], name: &Name) -> Result<u8, Diagnostic> {
    let place = options.iter().position(|option| option.name == name.text).and_then(|place| u8::try_from(place).ok());
    place.ok_or_else(|| unknown("facts::unknown_option", what, source, name, options.iter().map(|option| option.name.as_str())))
}

/// A refusal of a name that is used twice.
pub(crate) fn duplicate(what: &str, source: &Arc<Source>, name: &Name) -> Diagnostic {
    Diagnostic::new("names::duplicate", format!("there are two {what} `{}`", name.text), source, name.span, "the second one")
        .help("every name is given once; rename one of them")
}

/// Refuses each name that came before.
pub(crate) fn refuse_duplicates<'a>(
    what: &str,
    names: impl IntoIterator<Item = (&'a Arc<Source>, &'a Name)>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut seen: BTreeMap<&str, (&Arc<Source>, &Name)> = BTreeMap::new();
    for (source, name) in names {
        match seen.insert(&name.text, (source, name)) {
            Some((file, first)) if file.name == source.name => {
                diagnostics.push(duplicate(what, source, name).label(first.span, "the first one"));
            }
            Some((file, _)) => diagnostics.push(duplicate(what, source, name).help(format!("the first one is in {}", file.name))),
            None => {}
        }
    }
}

/// Whether a name is of the form that files and answers use: `annual_cbec_transaction`.
pub(crate) fn is_plain(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// The known name that is nearest, unless all are far off.
fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let far = name.chars().count().div_ceil(3);
    known.into_iter().map(|known| (edits(name, known), known)).filter(|(edits, _)| *edits <= far).min().map(|(_, known)| known)
}

/// How many letters must be put in, left out or exchanged to come from one word to the other.
fn edits(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (above, a) in from.chars().enumerate() {
        let mut next = vec![above.saturating_add(1)];
        for (&b, pair) in to.iter().zip(row.windows(2)) {
            let (&[diagonal, up], Some(&left)) = (pair, next.last()) else { break };
            let exchanged = diagonal.saturating_add(usize::from(a != b));
            next.push(exchanged.min(up.saturating_add(1)).min(left.saturating_add(1)));
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{edits, nearest};

    #[test]
    fn counts_edits() {
        for (from, to, count) in [("", "abc", 3), ("abc", "abc", 0), ("cbec_turnovr", "cbec_turnover", 1), ("kitten", "sitting", 3)] {
            assert_eq!(edits(from, to), count, "{from} → {to}");
        }
    }

    #[test]
    fn finds_the_name_that_was_meant() {
        assert_eq!(nearest("online_ad_costs", ["online_ad_cost", "website_build_cost"]), Some("online_ad_cost"));
        assert_eq!(nearest("rent", ["annual_cbec_transaction"]), None);
    }
}
