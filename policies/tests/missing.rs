//! `check --missing`: what is printed is a beginning that lies on the boundary, and is refused until it is worked.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

use std::fs;
use std::path::Path;

use mingbai_policies::{Policies, check, load};

const FILES: [&str; 3] = ["demo-2025-1/policy.md", "demo-2025-1/source.txt", "facts/firm.toml"];

/// The small sound policy of the refusals in a folder of its own, without the examples of those names, and with `more` at its end.
fn without(test: &str, names: &[&str], more: &str) -> Policies {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/base");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    for file in FILES {
        let mut written = fs::read_to_string(base.join(file)).unwrap();
        if file == FILES[0] {
            written = names.iter().fold(written, |written, name| without_example(&written, name));
            written.push_str(more);
        }
        let path = folder.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, written).unwrap();
    }
    let (policies, refusals) = load(&folder).unwrap();
    assert!(refusals.is_empty(), "{}", refusals.first().unwrap().render());
    policies
}

fn without_example(text: &str, name: &str) -> String {
    let mark = "```toml example\n";
    let (before, after) = text.split_once(&format!("{mark}name = \"{name}\"")).unwrap_or_else(|| panic!("no example `{name}`"));
    let (_, rest) = after.split_once("\n```\n").unwrap();
    format!("{before}{rest}")
}

const BOUNDARY: [&str; 4] = ["one fen short", "one fen above, at the maximum", "above the maximum", "above the maximum of a year"];

#[test]
fn nothing_is_printed_where_nothing_is_wanting() {
    assert_eq!(check::missing::skeletons(&without("nothing_wanting", &[], "")), "");
}

#[test]
fn what_is_wanting_is_begun() {
    insta::assert_snapshot!(check::missing::skeletons(&without("begun", &BOUNDARY, "")));
}

#[test]
fn a_beginning_is_refused_until_it_is_worked() {
    let begun = check::missing::skeletons(&without("unworked", &BOUNDARY, ""));
    let codes: Vec<&str> =
        check::check(&without("unworked", &BOUNDARY, &format!("\n{begun}"))).iter().map(|refusal| refusal.code).collect();
    assert_eq!(codes, ["examples::empty"; 5]);
}

/// Worked by hand: 100万元 less one fen is not met; 30% of 333万元 is capped at 50万元, of 1666666.66元 it is 499999.998元;
/// 40万元 of booths in a year are capped at 20万元.
#[test]
fn a_beginning_once_worked_leaves_nothing_wanting() {
    let mut begun = check::missing::skeletons(&without("worked", &BOUNDARY, ""));
    for (wanting, worked) in [
        ("100万元: just below it", "demo-ads = \"does_not_qualify\""),
        ("100万元: just above it", "demo-ads = \"qualifies exact 300000\""),
        ("50万元: where it takes something away", "demo-ads = \"qualifies exact 500000\""),
        ("50万元: where it is met exactly", "demo-ads = \"qualifies exact 499999.998\""),
        ("f.year: where it takes something away", "demo-fairs = \"qualifies exact 200000\""),
    ] {
        let place = begun.find(&format!("{wanting}\"")).unwrap_or_else(|| panic!("nothing begun {wanting}"));
        let (done, rest) = begun.split_at(place);
        let measure = worked.split(' ').next().unwrap();
        begun = format!("{done}{}", rest.replacen(&format!("{measure} = \"\""), worked, 1));
    }
    let refusals = check::check(&without("worked", &BOUNDARY, &format!("\n{begun}")));
    assert!(refusals.is_empty(), "{}", refusals.first().unwrap().render());
}
