//! How many questions firms are asked until nothing is left to ask, in a table for each: by applicant, and on libraries so small
//! that every order can be tried. `questions [FIRMS]` takes so many firms of each kind of applicant, 100 by default.

use mingbai_core::answers::{Answer, Answers};
use mingbai_core::fact::FactKind;
use mingbai_core::library::{Document, Library, Standing};
use mingbai_tests::interview::{Order, asked, best, plain};
use mingbai_tests::optimum::{Count, Small, facts_of, small_parts};
use mingbai_tests::strategy::generator;
use mingbai_tests::{day, library};

/// The day of assessment.
const DAY: &str = "2025-11-21";
/// The most facts of a small library, and the answers tried of each.
const SMALL: (usize, usize) = (8, 3);

fn main() {
    let firms = std::env::args().nth(1).map_or(100, |count| count.parse().expect("FIRMS is a number"));
    println!("| document | applicant | all its facts | in the order of the pages, skipping: median, worst | as asked: median, worst |");
    println!("| --- | --- | --- | --- | --- |");
    for document in library().documents.iter().filter(|document| document.standing != Standing::Background) {
        for kind in 0..applicants().len() {
            if document.measures.iter().any(|measure| measure.applicants >> kind & 1 == 1) {
                by_applicant(document, kind, firms);
            }
        }
    }
    println!(
        "\n| small libraries | facts | firms | in the order of the pages, skipping: mean, worst | as asked | the fewest there can be |"
    );
    println!("| --- | --- | --- | --- | --- | --- |");
    small();
}

fn applicants() -> &'static [mingbai_core::fact::Opt] {
    let kind = library().applicant.and_then(|fact| library().fact(fact)).map(|fact| &fact.kind);
    if let Some(FactKind::Choices(options)) = kind { options } else { &[] }
}

fn by_applicant(document: &Document, kind: usize, firms: u64) {
    let alone = Library { documents: vec![document.clone()], ..library().clone() };
    let counts = |order: Order| {
        let count = |seed: u64| {
            let firm = of_kind(generator().settled_firm(seed), kind, document.region);
            asked(library(), &firm, day(DAY), |one| one.id == document.id, order).len()
        };
        let mut counts: Vec<usize> = (0..firms).map(count).collect();
        counts.sort_unstable();
        (counts[counts.len() / 2], counts[counts.len() - 1])
    };
    let ((plain_median, plain_worst), (median, worst)) = (counts(plain), counts(best));
    let (id, facts) = (&document.id, facts_of(&alone).len() + 1);
    println!("| {id} | {} | {facts} | {plain_median}, {plain_worst} | {median}, {worst} |", applicants()[kind].name);
}

/// The firm as one applicant of that kind, registered in the region.
fn of_kind(mut firm: Answers, kind: usize, region: u8) -> Answers {
    firm.set(library().applicant.expect("a fact holds the applicant"), Some(Answer::Choices(1 << kind)));
    firm.set(library().registered_in.expect("a fact holds the region"), Some(Answer::Choices(1 << region)));
    firm
}

fn small() {
    let shared = mingbai_tests::library::compiled("tests/shared");
    let all = small_parts(library(), SMALL.0).into_iter().chain([("tests/shared, with its combines".to_owned(), shared)]);
    let (mut firms, mut counts) = (0, [Count { all: 0, worst: 0 }; 3]);
    let (mut libraries, mut reached) = (0, 0);
    for (name, library) in all {
        let Some(small) = Small::of(library, day(DAY), SMALL.0, SMALL.1) else { continue };
        let here = [small.count(plain), small.count(best), small.fewest()];
        libraries += 1;
        reached += u32::from(here[1].all == here[2].all);
        firms += small.firms();
        for (count, one) in counts.iter_mut().zip(here) {
            *count = Count { all: count.all + one.all, worst: count.worst.max(one.worst) };
        }
        if here[1].all != here[2].all {
            row(&name, small.facts(), small.firms(), here);
        }
    }
    row(&format!("all {libraries}, of which {reached} need no more than the fewest"), SMALL.0, firms, counts);
}

fn row(name: &str, facts: usize, firms: u64, counts: [Count; 3]) {
    let cells = counts.map(|count| format!("{}.{:02}, {}", count.all / firms, count.all * 100 / firms % 100, count.worst));
    println!("| {name} | {facts} | {firms} | {} |", cells.join(" | "));
}
