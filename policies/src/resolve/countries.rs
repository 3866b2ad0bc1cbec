//! Countries and the dated lists of them.

use std::sync::Arc;

use mingbai_core::fact::Text;
use mingbai_core::library::{CountryList, Member};

use super::names::{refuse_duplicates, unknown};
use crate::diagnostic::{Diagnostic, Source};
use crate::doc::{ListDoc, MemberDoc, Name};
use crate::files::Written;

/// The countries with the lists of them.
#[derive(Clone, Debug, Default)]
pub struct Countries {
    /// The countries; an answer is a place in this list.
    pub names: Vec<Text>,
    /// The lists of them.
    pub lists: Vec<CountryList>,
}

/// Resolves the countries and their lists.
pub(super) fn countries(written: &Written, diagnostics: &mut Vec<Diagnostic>) -> Countries {
    let all = || written.countries.iter().flat_map(|(source, doc)| doc.countries.iter().map(move |country| (source, country)));
    refuse_duplicates("countries", all().map(|(source, country)| (source, &country.zh)), diagnostics);
    refuse_duplicates("reference lists", written.lists.iter().map(|(source, doc)| (source, &doc.id)), diagnostics);
    let names: Vec<Text> = all().map(|(_, country)| Text { zh: country.zh.text.clone(), en: country.en.0.clone() }).collect();
    let lists = written.lists.iter().map(|(source, doc)| list(&names, source, doc, diagnostics)).collect();
    Countries { names, lists }
}

impl Countries {
    /// The place of the list of that name.
    #[must_use]
    pub fn list_named(&self, name: &str) -> Option<u8> {
        self.lists.iter().position(|list| list.id == name).and_then(|place| u8::try_from(place).ok())
    }
}

fn list(names: &[Text], source: &Arc<Source>, doc: &ListDoc, diagnostics: &mut Vec<Diagnostic>) -> CountryList {
    let members = doc.members.iter().filter_map(|entry| member(names, source, entry, diagnostics)).collect();
    CountryList { id: doc.id.text.clone(), title: doc.title.0.clone(), source: doc.source.0.clone(), checked: doc.checked.0, members }
}

fn member(names: &[Text], source: &Arc<Source>, doc: &MemberDoc, diagnostics: &mut Vec<Diagnostic>) -> Option<Member> {
    let MemberDoc { country, from, until, certain } = doc;
    let place = place(names, source, country).map_err(|refusal| diagnostics.push(refusal)).ok();
    let (from, until) = (from.map(|day| day.0), until.map(|day| day.0));
    if from.zip(until).is_some_and(|(from, until)| until < from) {
        let refusal = Diagnostic::new("countries::days", "this membership ends before it begins", source, country.span, "upside down");
        diagnostics.push(refusal);
    }
    Some(Member { country: place?, from, until, certain: *certain })
}

fn place(names: &[Text], source: &Arc<Source>, name: &Name) -> Result<u16, Diagnostic> {
    let place = names.iter().position(|country| country.zh == name.text).and_then(|place| u16::try_from(place).ok());
    place.ok_or_else(|| unknown("countries::unknown", "country", source, name, names.iter().map(|country| country.zh.as_str())))
}
