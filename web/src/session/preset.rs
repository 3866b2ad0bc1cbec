//! What the page around asks for: what is chosen before the person has said anything, and how it is shown.

use mingbai_core::answers::Answer;
use mingbai_core::fact::{FactId, FactKind};
use mingbai_core::{Date, Library};

use super::{Action, Field, Session};
use crate::flow::{Regions, offered};
use crate::text::Lang;

/// One thing the page around asks for. What the person has entered stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// These regions are checked.
    Regions(Regions),
    /// The applicant is of these kinds, as bits of the options.
    Applicant(u64),
    /// Only this measure is asked for and shown: its document and its place there.
    Only(Option<(u16, u16)>),
    /// The day of assessment; the visitor's where none is given.
    Day(Option<Date>),
    /// The level of the first heading, from 1 to 4.
    HeadingLevel(u8),
}

/// What comes of an option of the page around; nothing where its value cannot be used. An empty value is that of an option
/// not given.
///
/// ```text
/// regions         names of regions, in any order          measure         the name of a measure
/// applicant       names of kinds of applicant             as-of           a day such as 2026-11-21
/// lang            a language tag                          heading-level   1, 2, 3 or 4
/// text-size       normal or large
/// ```
#[must_use]
pub fn preset(library: &Library, name: &str, value: &str) -> Option<Action> {
    let preset = match name {
        "lang" => return Some(Action::Speak(Lang::of_tag(value))),
        "text-size" => return one_of(value, ["normal", "large"]).map(|place| Action::Enlarge(place == 1)),
        "regions" => {
            Preset::Regions(Regions(named(library, library.registered_in, value, |place| offered(library).any(|one| one == place))?))
        }
        "applicant" => Preset::Applicant(named(library, library.applicant, value, |_| true)?),
        "measure" => Preset::Only(measure(library, value)?),
        "as-of" if value.is_empty() => Preset::Day(None),
        "as-of" => Preset::Day(Some(Date::parse(value)?)),
        "heading-level" => Preset::HeadingLevel(one_of(value, ["1", "2", "3", "4"])?.saturating_add(1)),
        _ => return None,
    };
    Some(Action::Preset(preset))
}

/// The place of a word among others; the first where it is empty.
fn one_of<const N: usize>(value: &str, words: [&str; N]) -> Option<u8> {
    (0_u8..).zip(words).find(|(place, word)| value == *word || value.is_empty() && *place == 0).map(|(place, _)| place)
}

/// The options of a fact that are named, as bits; nothing where one of them is no option or cannot be chosen.
fn named(library: &Library, fact: Option<FactId>, value: &str, can_be: impl Fn(u8) -> bool) -> Option<u64> {
    let options = fact.and_then(|fact| library.fact(fact)).map_or(&[][..], |fact| FactKind::options(&fact.kind));
    let mut bits = 0;
    for word in value.split([' ', ',']).filter(|word| !word.is_empty()) {
        let (place, _) = (0_u8..).zip(options).find(|(place, option)| option.name == word && can_be(*place))?;
        bits |= Regions::of(place).0;
    }
    Some(bits)
}

/// The measure of that name; none where the name is empty.
#[expect(clippy::option_option, reason = "no measure, one, or no such measure")]
fn measure(library: &Library, name: &str) -> Option<Option<(u16, u16)>> {
    if name.is_empty() {
        return Some(None);
    }
    for (document, place) in library.documents.iter().zip(0_u16..) {
        if let Some((_, number)) = document.measures.iter().zip(0_u16..).find(|(measure, _)| measure.id == name) {
            return Some(Some((place, number)));
        }
    }
    None
}

impl Session {
    /// Does what the page around asks for; the keyboard stays where it is.
    pub(super) fn preset(&mut self, preset: Preset) {
        match preset {
            Preset::Regions(regions) => self.wanted.regions = regions,
            Preset::Applicant(kinds) => self.wanted.applicant = kinds,
            Preset::Only(only) => self.only = only,
            Preset::Day(day) => self.as_of = day.unwrap_or(self.today.as_of),
            Preset::HeadingLevel(level) => self.heading_level = level,
        }
        if matches!(preset, Preset::Regions(_) | Preset::Applicant(_)) {
            self.choose_wanted();
        }
    }

    /// Chooses what the page around asks for.
    pub(super) fn choose_wanted(&mut self) {
        let Wanted { regions, applicant } = self.wanted;
        if regions.0 != 0 {
            self.check_regions(regions);
        }
        if let Some(fact) = self.library.applicant.filter(|_| applicant != 0) {
            self.answer_whole(Field::fact(fact), Some(Answer::Choices(applicant)));
        }
    }

    /// The only measure asked for and shown, if the page around wants only one: its document and its place there.
    #[must_use]
    pub fn only(&self) -> Option<(u16, u16)> {
        self.only
    }

    /// The level of the first heading, from 1 to 4.
    #[must_use]
    pub fn heading_level(&self) -> u8 {
        self.heading_level
    }
}

/// What the page around wants chosen, also after everything was cleared.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wanted {
    regions: Regions,
    applicant: u64,
}
