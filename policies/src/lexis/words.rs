//! The words beside a number that say how it is meant.

use std::ops::Range;

use super::normalise::Plain;

/// What a word beside a number says about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Meaning {
    /// 以上, 达到, 满, 不少于, 不低于.
    AtLeast,
    /// 超过, 高于.
    MoreThan,
    /// 以下, 以内.
    AtMost,
    /// 不满, 低于.
    LessThan,
    /// 不超过, 不高于: a line or a cap.
    NotMoreThan,
    /// 最高, 最多, 限: a cap.
    Cap,
}

/// Words in front of a number, longer ones before those they end in.
const BEFORE: [(&str, Meaning); 41] = [
    ("最高不超过", Meaning::Cap),
    ("最多不超过", Meaning::Cap),
    ("最高不得超过", Meaning::Cap),
    ("最高限额为", Meaning::Cap),
    ("最高为", Meaning::Cap),
    ("最高", Meaning::Cap),
    ("最多", Meaning::Cap),
    ("上限为", Meaning::Cap),
    ("上限", Meaning::Cap),
    ("限", Meaning::Cap),
    ("不得超过", Meaning::NotMoreThan),
    ("不超过", Meaning::NotMoreThan),
    ("不得高于", Meaning::NotMoreThan),
    ("不高于", Meaning::NotMoreThan),
    ("不多于", Meaning::NotMoreThan),
    ("不大于", Meaning::NotMoreThan),
    ("至多", Meaning::NotMoreThan),
    ("不得少于", Meaning::AtLeast),
    ("不少于", Meaning::AtLeast),
    ("不得低于", Meaning::AtLeast),
    ("不低于", Meaning::AtLeast),
    ("不小于", Meaning::AtLeast),
    ("不足", Meaning::LessThan),
    ("不满", Meaning::LessThan),
    ("未满", Meaning::LessThan),
    ("未达到", Meaning::LessThan),
    ("未达", Meaning::LessThan),
    ("不到", Meaning::LessThan),
    ("达到", Meaning::AtLeast),
    ("达", Meaning::AtLeast),
    ("满", Meaning::AtLeast),
    ("至少", Meaning::AtLeast),
    ("最低", Meaning::AtLeast),
    ("超过", Meaning::MoreThan),
    ("超出", Meaning::MoreThan),
    ("高于", Meaning::MoreThan),
    ("大于", Meaning::MoreThan),
    ("多于", Meaning::MoreThan),
    ("低于", Meaning::LessThan),
    ("少于", Meaning::LessThan),
    ("小于", Meaning::LessThan),
];

/// Words that cap a number some words later: `最高给予20万元`, `不超过企业实际支付保费80%`.
const CAPS_FROM_AFAR: [&str; 6] = ["最高", "最多", "不超过", "不得超过", "上限", "不高于"];
/// `有限`, `期限` and the like are other words.
const OTHER_WORDS_WITH_LIMIT: [char; 8] = ['有', '期', '年', '权', '时', '下', '局', '界'];
const AFTER: [(&str, Meaning); 4] =
    [("以上", Meaning::AtLeast), ("以下", Meaning::AtMost), ("以内", Meaning::AtMost), ("之内", Meaning::AtMost)];

/// The words beside one number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Beside {
    pub(super) meanings: Vec<Meaning>,
    pub(super) included: bool,
    /// The number with the words, in bytes of the plain text.
    pub(super) phrase: Range<usize>,
}

/// The words beside the number at `place`.
///
/// A number joined to its neighbour by `、` or `或` shares the word in front of the first and behind the last
/// (`最高100万元、500万元`, `1亿元、10亿元以上`).
pub(super) fn beside(plain: &Plain, numbers: &[Range<usize>], place: usize) -> Option<Beside> {
    let here = numbers.get(place)?;
    let first = numbers.get(first_of_row(plain, numbers, place))?;
    let last = numbers.get(last_of_row(plain, numbers, place))?;
    let clause = clause_before(plain, numbers, first.start);
    let own = behind(plain.from(here.end));
    let shared = behind(plain.from(last.end));
    let (word_behind, end) =
        own.word.map(|word| (word, here.end + own.length)).or(shared.word.map(|word| (word, last.end + shared.length))).unzip();
    let word_before = adjacent(clause).or_else(|| if word_behind.is_none() { cap_from_afar(clause) } else { None });
    let (word_before, length) = word_before.unzip();
    let inclusion = own.inclusion.or(shared.inclusion);
    let mut meanings: Vec<Meaning> = word_before.into_iter().chain(word_behind).map(|meaning| with_inclusion(meaning, inclusion)).collect();
    meanings.dedup();
    let start = length.map_or(here.start, |length: usize| first.start - length);
    let included = inclusion == Some(Inclusion::Inside);
    Some(Beside { meanings, included, phrase: start..end.unwrap_or(here.end + own.length) })
}

fn first_of_row(plain: &Plain, numbers: &[Range<usize>], place: usize) -> usize {
    (1..=place).rev().find(|here| !in_row(plain, numbers, here - 1)).unwrap_or(0)
}

fn last_of_row(plain: &Plain, numbers: &[Range<usize>], place: usize) -> usize {
    (place..numbers.len()).find(|here| !in_row(plain, numbers, *here)).unwrap_or(place)
}

/// Whether a number and the next one stand in a row.
fn in_row(plain: &Plain, numbers: &[Range<usize>], place: usize) -> bool {
    let pair = numbers.get(place).zip(numbers.get(place + 1));
    pair.is_some_and(|(this, next)| matches!(plain.between(this.end..next.start), "、" | "或" | "和" | "及" | "-" | "至" | "到"))
}

/// The words between the last punctuation mark or number and a place.
fn clause_before<'p>(plain: &'p Plain, numbers: &[Range<usize>], at: usize) -> &'p str {
    let from = numbers.iter().map(|number| number.end).filter(|end| *end <= at).max().unwrap_or(0);
    let words = plain.between(from..at);
    words.rsplit(['，', '。', '、', ';', ':', ',', '(', ')', '[', ']', '!']).next().unwrap_or(words)
}

/// The longest word that ends where the number begins, and its length.
fn adjacent(clause: &str) -> Option<(Meaning, usize)> {
    let (word, meaning) = BEFORE.iter().filter(|(word, _)| clause.ends_with(word)).max_by_key(|(word, _)| word.len())?;
    let other_word = *word == "限" && clause.trim_end_matches('限').ends_with(OTHER_WORDS_WITH_LIMIT);
    (!other_word).then_some((*meaning, word.len()))
}

/// The last word that caps from afar, and how far in front of the number it begins.
fn cap_from_afar(clause: &str) -> Option<(Meaning, usize)> {
    let (at, word) =
        CAPS_FROM_AFAR.iter().filter_map(|word| clause.rfind(word).map(|at| (at, *word))).min_by_key(|(at, _)| clause.len() - at)?;
    let (_, meaning) = BEFORE.iter().find(|(listed, _)| *listed == word)?;
    Some((*meaning, clause.len() - at))
}

/// Whether the number itself is said to be inside or outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Inclusion {
    Inside,
    Outside,
}

/// What stands behind a number.
struct Behind {
    word: Option<Meaning>,
    inclusion: Option<Inclusion>,
    /// In bytes; nothing where there is neither.
    length: usize,
}

/// Reads `（含）以上`, `及以下`, `以上（不含）`, `（含）` behind a number.
fn behind(rest: &str) -> Behind {
    let (before_word, after_mark) = inclusion(rest);
    let word_place = after_mark.strip_prefix(['及', '或']).unwrap_or(after_mark);
    let found = AFTER.iter().find_map(|(word, meaning)| Some((*meaning, word_place.strip_prefix(word)?)));
    let Some((word, after_word)) = found else {
        return Behind { word: None, inclusion: before_word, length: rest.len() - after_mark.len() };
    };
    let (after, end) = inclusion(after_word);
    Behind { word: Some(word), inclusion: before_word.or(after), length: rest.len() - end.len() }
}

fn inclusion(rest: &str) -> (Option<Inclusion>, &str) {
    let marks =
        [("(含)", Inclusion::Inside), ("(含本数)", Inclusion::Inside), ("(不含)", Inclusion::Outside), ("(不含本数)", Inclusion::Outside)];
    let found = marks.into_iter().find_map(|(mark, inclusion)| Some((inclusion, rest.strip_prefix(mark)?)));
    found.map_or((None, rest), |(inclusion, rest)| (Some(inclusion), rest))
}

fn with_inclusion(meaning: Meaning, inclusion: Option<Inclusion>) -> Meaning {
    match (inclusion, meaning) {
        (Some(Inclusion::Inside), Meaning::MoreThan) => Meaning::AtLeast,
        (Some(Inclusion::Inside), Meaning::LessThan) => Meaning::AtMost,
        (Some(Inclusion::Outside), Meaning::AtLeast) => Meaning::MoreThan,
        (Some(Inclusion::Outside), Meaning::AtMost | Meaning::NotMoreThan) => Meaning::LessThan,
        _ => meaning,
    }
}
