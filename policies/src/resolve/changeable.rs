//! What of a fact or a column an applicant can change.

use std::sync::Arc;

use mingbai_core::fact::{Changeable, FactKind};

use super::names::unknown;
use crate::diagnostic::{Diagnostic, Source};
use crate::doc::FactDoc;

/// A quantity and a yes-or-no can be changed unless the file says no; a choice to the options it names; nothing else.
pub(super) fn changeable(source: &Arc<Source>, doc: &FactDoc, kind: &FactKind, diagnostics: &mut Vec<Diagnostic>) -> Changeable {
    match kind {
        FactKind::Quantity(_) | FactKind::YesNo if doc.changeable != Some(false) => Changeable::Freely,
        FactKind::Choice(choice) => {
            let mut bits = 0;
            for name in doc.changeable_to.iter().flatten() {
                let options = choice.options.iter().map(|option| option.name.as_str());
                match options.clone().position(|option| option == name.text) {
                    Some(place) => bits |= 1_u64 << place.min(63),
                    None => diagnostics.push(unknown("facts::unknown_option", "option", source, name, options)),
                }
            }
            if bits == 0 { Changeable::No } else { Changeable::To(bits) }
        }
        _ => Changeable::No,
    }
}
