use mingbai_core::expression::{Certainty, Sign};

use super::{Node, NodeKind, Role, parse};
use crate::diagnostic::{Diagnostic, Source};
use crate::doc::Name;

fn node(text: &str) -> Result<Node, Diagnostic> {
    let source = Source::new("policy.md", format!("when = '{text}'"));
    let span = (7..source.text.len()).into();
    parse(&source, &Name { text: text.to_owned(), span })
}

/// The tree in brackets, operators first.
fn tree(node: &Node) -> String {
    let all = |word: &str, parts: &[Node]| format!("({word} {})", parts.iter().map(tree).collect::<Vec<_>>().join(" "));
    match &node.kind {
        NodeKind::Number(value, unit) => format!("{}{}", value.normalize(), unit.name()),
        NodeKind::Name(name) => name.clone(),
        NodeKind::Field(row, column) => format!("{}.{}", row.text, column.text),
        NodeKind::Sum(parts) => all("+", parts),
        NodeKind::Minus(one, other) => format!("(- {} {})", tree(one), tree(other)),
        NodeKind::Product(parts) => all("*", parts),
        NodeKind::All(parts) => all("and", parts),
        NodeKind::Any(parts) => all("or", parts),
        NodeKind::Not(part) => format!("(not {})", tree(part)),
        NodeKind::AtMost(amount, cap) => format!("(at-most {} {})", tree(amount), tree(cap)),
        NodeKind::UpTo(amount, Certainty::Ceiling) => format!("(up-to {})", tree(amount)),
        NodeKind::UpTo(amount, Certainty::Assessed) => format!("(assessed {})", tree(amount)),
        NodeKind::BetterOf(one, other) => format!("(better {} {})", tree(one), tree(other)),
        NodeKind::FirstReaches(now, line, before) => format!("(first {} {} {})", tree(now), tree(line), tree(before)),
        NodeKind::Listed(country, list, day) => format!("(listed {} {} {})", tree(country), list.text, tree(day)),
        NodeKind::Compare(left, sign, right) => format!("({} {} {})", sign.symbol(), tree(left), tree(right)),
        NodeKind::In(place, words) => {
            format!("(in {} {})", tree(place), words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join("|"))
        }
        NodeKind::Recognised(place) => format!("(recognised {})", tree(place)),
        NodeKind::Total(total) => {
            let filter = total.filter.as_ref().map(|filter| format!(" where {}", tree(filter))).unwrap_or_default();
            let one_per = total.one_per.as_ref().map(|(key, _)| format!(" one per {}", key.text)).unwrap_or_default();
            let largest = total.largest.map(|(rows, _)| format!(" largest {rows}")).unwrap_or_default();
            let yearly = total.yearly.as_ref().map(|(cap, _)| format!(" yearly {}", tree(cap))).unwrap_or_default();
            format!("(total {} of {}{filter}{one_per}{largest}{yearly})", tree(&total.each), tree(&total.list))
        }
    }
}

#[test]
fn words_bind_from_tight_to_loose() {
    for (text, expected) in [
        ("a or b and not c", "(or a (and b (not c)))"),
        ("(a or b) and c", "(and (or a b) c)"),
        ("x + y * 2元 >= 100万元", "(>= (+ x (* y 2元)) 1000000元)"),
        ("30% * x + y at most 10万元", "(at-most (+ (* 0.3% x) y) 100000元)"),
        ("up to x at most 10万元", "(up-to (at-most x 100000元))"),
        ("(up to x) at most 10万元", "(at-most (up-to x) 100000元)"),
        ("assessed up to 300万元", "(assessed 3000000元)"),
        ("size in [small, micro]", "(in size small|micro)"),
        ("a and recognised b", "(and a (recognised b))"),
        ("not recognised r.b", "(not (recognised r.b))"),
        ("a - b - c", "(- (- a b) c)"),
        ("a + b - c + d - e", "(- (+ (- (+ a b) c) d) e)"),
        ("a - b * c at most d - e", "(at-most (- a (* b c)) (- d e))"),
        ("a - b >= 1元 and c", "(and (>= (- a b) 1元) c)"),
        ("better of (2万元, up to 70% * x) at most y", "(at-most (better 20000元 (up-to (* 0.7% x))) y)"),
        ("y.support_year = first and first first reaches after after better", "(and (= y.support_year first) (first first after better))"),
        ("a first reaches 1亿元 after b and c", "(and (first a 100000000元 b) c)"),
        ("not r.c in rcep at r.date and b", "(and (not (listed r.c rcep r.date)) b)"),
        ("area >= 1500平方米 and months >= 1年", "(and (>= area 1500㎡) (>= months 12个月))"),
    ] {
        assert_eq!(tree(&node(text).unwrap()), expected, "{text}");
    }
}

/// Caps of a row, of a year and of the whole stand at three levels; which is which is seen from `for each` and `per`.
#[test]
fn a_cap_belongs_to_its_level() {
    for (text, expected) in [
        ("total r.x at most 10万元 for each r in rows", "(total (at-most r.x 100000元) of rows)"),
        ("total r.x for each r in rows at most 20万元 per r.year", "(total r.x of rows yearly 200000元)"),
        ("total r.x for each r in rows at most 30万元", "(at-most (total r.x of rows) 300000元)"),
        (
            "up to total 70% * r.x at most 10万元 for each r in rows where r.kind = self at most 20万元 per r.year at most 30万元",
            "(up-to (at-most (total (at-most (* 0.7% r.x) 100000元) of rows where (= r.kind self) yearly 200000元) 300000元))",
        ),
        ("total r.x for each r in rows largest 6 + y", "(+ (total r.x of rows largest 6) y)"),
        ("total r.x for each r in rows where r.y one per r.k largest 3", "(total r.x of rows where r.y one per k largest 3)"),
        (
            "total (total b.x at most 2元 for each b in r.inner largest 4) for each r in rows where r.y at most 9元",
            "(at-most (total (total (at-most b.x 2元) of r.inner largest 4) of rows where r.y) 9元)",
        ),
    ] {
        assert_eq!(tree(&node(text).unwrap()), expected, "{text}");
    }
}

#[test]
fn every_number_plays_a_part() {
    let roles = |text: &str| node(text).unwrap().literals().iter().map(|literal| literal.role).collect::<Vec<_>>();
    assert_eq!(roles("x >= 1元"), [Role::Threshold(Sign::AtLeast)]);
    assert_eq!(roles("1元 < x"), [Role::Threshold(Sign::MoreThan)]);
    assert_eq!(roles("not x > 1元"), [Role::Threshold(Sign::AtMost)]);
    assert_eq!(roles("30% * x at most 2元"), [Role::Amount { up_to: false }, Role::Cap]);
    assert_eq!(roles("x first reaches 1元 after 0元"), [Role::Threshold(Sign::AtLeast), Role::Amount { up_to: false }]);
    assert_eq!(roles("total 1元 for each r in rows one per r.k largest 3"), [Role::Amount { up_to: false }, Role::One, Role::Cap]);
    assert_eq!(roles("better of (2元, up to 70% * x)"), [Role::Amount { up_to: false }, Role::Amount { up_to: true }]);
    assert_eq!(roles("up to 30% * x"), [Role::Amount { up_to: true }]);
    assert_eq!(roles("total r.x for each r in rows where not r.y >= 3天 largest 4"), [Role::Threshold(Sign::LessThan), Role::Cap]);
}

#[test]
fn every_part_knows_its_place() {
    let source = Source::new("policy.md", "pays = '''30% * (a + b)\n   at most 50万元'''");
    let written = Name { text: String::new(), span: (7..source.text.len()).into() };
    let node = parse(&source, &written).unwrap();
    let places: Vec<&str> = node.all().iter().map(|part| source.slice(part.span)).collect();
    assert_eq!(places, ["30% * (a + b)\n   at most 50万元", "30% * (a + b)", "30%", "(a + b)", "a", "b", "50万元"]);
}

#[test]
fn words_of_the_language_are_no_names() {
    for text in ["at >= 1元", "most", "recognised not", "total total"] {
        assert_eq!(node(text).unwrap_err().code, "expression::syntax", "{text}");
    }
}

#[test]
fn what_the_language_has_not_is_refused() {
    for text in [
        "a - ",
        "- a",
        "a / b",
        "better of (a)",
        "better of a, b",
        "better (a, b)",
        "a ≥ b",
        "a in rcep",
        "a in rcep at 1元",
        "total r.x for each r in rows one per k",
        "total r.x for each r in rows one per s.k",
        "total r.x for each r in rows largest 3 one per r.k",
        "a first reaches b",
        "a reaches b after c",
        "x >= 100",
        "",
    ] {
        assert!(node(text).is_err(), "{text}");
    }
}

#[test]
fn deep_nesting_is_refused_not_followed() {
    for text in ["(".repeat(100_000), "not ".repeat(100_000), "up to ".repeat(100_000)] {
        assert_eq!(node(&text).unwrap_err().code, "expression::depth");
    }
}
