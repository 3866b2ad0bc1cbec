//! The words that stand behind a number.

/// Words that make a number of what stands before them, each with the one name used for it here.
///
/// Written in figures or in Chinese numerals, a number with one of these is a number of the text.
const UNITS: [(&str, &str); 25] = [
    ("元人民币", "元"),
    ("人民币", "元"),
    ("元", "元"),
    ("美元", "美元"),
    ("美金", "美元"),
    ("日元", "日元"),
    ("港元", "港元"),
    ("欧元", "欧元"),
    ("平方米", "㎡"),
    ("平米", "㎡"),
    ("㎡", "㎡"),
    ("个月", "个月"),
    ("个工作日", "个工作日"),
    ("年", "年"),
    ("天", "天"),
    ("日", "天"),
    ("小时", "小时"),
    ("家", "家"),
    ("户", "家"),
    ("人次", "人次"),
    ("人", "人"),
    ("名", "人"),
    ("个", "个"),
    ("单", "单"),
    ("倍", "倍"),
];

/// Words that are units after figures only: `一次`, `三类` and `一条` are mostly not numbers.
const UNITS_OF_FIGURES: [(&str, &str); 9] =
    [("%", "%"), ("班", "班"), ("次", "次"), ("项", "项"), ("条", "条"), ("种", "种"), ("类", "类"), ("件", "件"), ("吨", "吨")];

/// Powers of ten between a number and its unit.
const MAGNITUDES: [(&str, u32); 7] = [("万亿", 12), ("千万", 7), ("百万", 6), ("亿", 8), ("万", 4), ("千", 3), ("百", 2)];

/// The unit at the beginning of `rest`: its length in bytes and its one name.
pub(super) fn unit(rest: &str, figures: bool) -> Option<(usize, &'static str)> {
    let more: &[_] = if figures { &UNITS_OF_FIGURES } else { &[] };
    UNITS
        .iter()
        .chain(more)
        .filter(|(word, _)| rest.starts_with(word))
        .max_by_key(|(word, _)| word.len())
        .map(|(word, name)| (word.len(), *name))
}

/// The power of ten at the beginning of `rest`: its length in bytes and its exponent.
pub(super) fn magnitude(rest: &str) -> Option<(usize, u32)> {
    MAGNITUDES.iter().find(|(word, _)| rest.starts_with(word)).map(|(word, zeros)| (word.len(), *zeros))
}
