use super::{Fate, ledger};
use crate::check::numbers::tests::{measure, policy};

#[test]
fn every_sentence_is_counted_once_by_what_became_of_it() {
    let note = |kind: &str| format!("\n```toml note\nkind = \"{kind}\"\n```\n\n");
    let text = [
        format!("> 通知（2024年）\n{}", note("form")),
        format!("> 支持企业发展。鼓励创新。\n{}", note("direction")),
        measure("给予30%的补助。", "pays = '30% * cost'"),
        measure("最高给予50万元奖励。", "pays = 'assessed up to 50万元'").replace("m-1", "m-2"),
        measure("给予全额支持。", "pays = \"unstated\"").replace("m-1", "m-3"),
        measure("授予称号。", "pays = \"none\"").replace("m-1", "m-4"),
        "> 没有人读过的话。\n".to_owned(),
    ]
    .join("\n");
    let ledger = ledger(&policy(&text));
    let fates: Vec<(Fate, usize, &[String])> = ledger.entries.iter().map(|e| (e.fate, e.sentences, e.ids.as_slice())).collect();
    let id = |name: &str| [name.to_owned()];
    assert_eq!(
        fates,
        [
            (Fate::Form, 1, &[][..]),
            (Fate::Direction, 2, &[]),
            (Fate::Computed, 1, &id("m-1")),
            (Fate::NeedsReview, 1, &id("m-2")),
            (Fate::NeedsReview, 1, &id("m-3")),
            (Fate::Direction, 1, &id("m-4")),
            (Fate::Unread, 1, &[]),
        ]
    );
    assert_eq!((ledger.numbers, ledger.dropped.len()), (2, 1));
}

#[test]
fn exceptions_are_listed_with_their_reasons_and_lines() {
    let text = measure("出口额300万美元以上的，省级补70%。", "when = 'export > 300万美元'\nword = { \"300万美元以上\" = \"前句已写\" }")
        + "\n```toml note\nkind = \"refers\"\nnumbers = { \"70%\" = \"由省定\" }\n```\n";
    let ledger = ledger(&policy(&text));
    let listed: Vec<_> = ledger.exceptions.iter().map(|e| (e.key, e.line.number, e.line.words.as_str(), e.reason.as_str())).collect();
    assert_eq!(listed, [("numbers", 11, "70%", "由省定"), ("word", 6, "300万美元以上", "前句已写")]);
    let shown = ledger.to_string();
    assert!(shown.contains("2 exceptions written by hand"), "{shown}");
    assert!(shown.contains("前句已写"), "{shown}");
}
