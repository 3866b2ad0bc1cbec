//! The form of everything in a library. A field that is not listed here does not compile.

use super::form::{Form, enums, structs, wrappers};
use super::stream::{Reader, Stream, Writer};
use crate::expression::{Amount, Certainty, Comparison, Condition, CountryListId, FirstReaches, Listed, Place, Rows, Sign, Total};
use crate::fact::{Changeable, Choice, Column, ColumnId, Fact, FactId, FactKind, List, ListId, Opt, Quantity, SizeTable, Tier, Wording};
use crate::interval::Interval;
use crate::library::{
    Combine, CombineRule, CountryList, Document, Gives, InForce, Kind, Library, Measure, Member, Note, NoteKind, Pays, Quote, Reading,
    Standing, Term, UsdRate, Window,
};
use crate::quantity::Unit;

wrappers! { FactId ColumnId CountryListId }

structs! {
    Library without fingerprint { checked, facts, pages, documents, countries, country_lists, glossary, usd_rate, applicant, registered_in, persons }
    Term { name in Chinese, text, source in Chinese }
    UsdRate { yuan, source, checked }
    Interval { low, high }
    CountryList { id, title, source in Chinese, checked, members }
    Member { country, from, until, certain }
    Document {
        id, title, number in Chinese, issuer, region, standing, events, status_note, apply, not_loaded, caveats, checked, quotes,
        measures, combines, columns
    }
    Window { from, until }
    InForce { window, check_until }
    Quote { text in Official, heading in Chinese, begins_paragraph, numbers, terms, note }
    Note { kind, text }
    Measure { id, title, quotes, applicants, when, pays, paid_by, apply, readings }
    Reading { id, text, when, besides, pays }
    Combine { id, title, quotes, among, when, rule }
    Fact { name, kind, wording, changeable, page }
    Wording { question, short, help }
    Opt { name, text }
    Choice { options, derived }
    SizeTable { title, industry, rows, below }
    Tier { option, limits }
    Quantity { unit, plausible, most }
    List { item, columns, date }
    ListId { fact, inner }
    Column { name, kind, wording, changeable }
    Comparison { left, sign, right }
    FirstReaches { value, threshold, before }
    Listed { country, list, on }
    Total { list, each, filter, one_per, largest, yearly }
}

enums! {
    Standing { Draft, 1 InForce(in_force), 2 NotStated, 3 Background }
    NoteKind { Direction, 1 Task, 2 Procedure, 3 Addressed, 4 Refers, 5 Form }
    Pays { None, 1 Amount(amount, kind), 2 Unstated, 3 Elsewhere }
    Kind { Exact, 1 Ceiling, 2 Assessed, 3 Elsewhere, 4 Unstated, 5 None }
    CombineRule { Highest, 1 AtMost(amount), 2 Once(list), 3 NamedIn(fact, gives) }
    Gives { Nothing, 1 Elsewhere }
    Changeable { No, 1 Freely, 2 To(options) }
    FactKind {
        YesNo, 1 Choice(choice), 2 Choices(options), 3 Quantity(quantity), 4 Date, 5 Recognition, 6 List(list), 7 Text, 8 Country,
        9 Measures
    }
    Condition {
        Holds(place), 1 All(parts), 2 Any(parts), 3 Not(part), 4 Compare(comparison), 5 OneOf(place, options), 6 Recognised(place),
        7 FirstReaches(reaches), 8 Listed(listed)
    }
    Amount {
        Place(place), 1 Literal(value, unit), 2 Sum(parts), 3 Minus(from, less), 4 Product(parts), 5 BetterOf(one, other),
        6 AtMost(amount, cap), 7 UpTo(amount, certainty), 8 Total(total)
    }
    Place { Fact(fact), 1 Column(column) }
    Rows { Fact(fact), 1 Column(column) }
    Certainty { Ceiling, 1 Assessed }
    Sign { AtLeast, 1 MoreThan, 2 AtMost, 3 LessThan, 4 Equal }
    Unit {
        Yuan, 1 Dollar, 2 SquareMetre, 3 Month, 4 Day, 5 Firm, 6 Person, 7 Flight, 8 Order, 9 Piece, 10 Rate
    }
}
