use super::*;

/// Each kept number as `words of the text = value unit meanings`.
fn kept(text: &str) -> Vec<String> {
    let shown = |n: &Numeral| {
        let written: String = text[n.span.clone()].chars().filter(|c| !c.is_whitespace()).collect();
        format!("{written} = {} {} {:?}", n.value, n.unit, n.meanings)
    };
    numbers(text).kept.iter().map(shown).collect()
}

fn dropped(text: &str) -> Vec<(Class, &str)> {
    numbers(text).dropped.iter().map(|d| (d.class, &text[d.span.clone()])).collect()
}

#[test]
fn every_number_of_the_lhasa_notice_is_found_with_its_word() {
    let text = include_str!("../../lhasa-2024-17/source.txt");
    assert_eq!(
        kept(text),
        [
            "300万元 = 3000000 元 [Cap]",
            "100万元 = 1000000 元 [AtLeast]",
            "30% = 30 % []",
            "50万元 = 500000 元 [Cap]",
            "50万元 = 500000 元 [Cap]",
            "50% = 50 % []",
            "200万元 = 2000000 元 [Cap]",
            "1500平方米 = 1500 ㎡ [AtLeast]",
            "8家 = 8 家 [AtLeast]",
            "3个月 = 3 个月 [AtLeast]",
            "60% = 60 % []",
            "500万元 = 5000000 元 [Cap]",
            "50% = 50 % []",
            "30万元 = 300000 元 [Cap]",
            "200万元 = 2000000 元 [Cap]",
            "70% = 70 % []",
            "10万元 = 100000 元 [Cap]",
            "20万元 = 200000 元 [Cap]",
            "300万美元 = 3000000 美元 [AtMost]",
            "300万美元 = 3000000 美元 [AtLeast]",
            "300万美元 = 3000000 美元 [AtLeast]",
            "80% = 80 % [NotMoreThan]",
            "200万元 = 2000000 元 [Cap]",
            "3天 = 3 天 [AtLeast]",
            "10人 = 10 人 [AtLeast]",
            "30% = 30 % [NotMoreThan]",
            "10万元 = 100000 元 [Cap]",
            "50% = 50 % []",
            "50万元 = 500000 元 [Cap]",
            "三年 = 3 年 []",
        ]
    );
}

#[test]
fn every_number_of_the_yuncheng_notice_is_found_with_its_word() {
    let text = include_str!("../../yuncheng-2024-10/source.txt");
    assert_eq!(
        kept(text),
        [
            "80% = 80 % []",
            "70% = 70 % []",
            "2.5万元 = 25000 元 [Cap]",
            "0.8万元 = 8000 元 [Cap]",
            "6个 = 6 个 [Cap]",
            "60% = 60 % []",
            "2万元 = 20000 元 [Cap]",
            "4个 = 4 个 [Cap]",
            "1.5亿元人民币 = 150000000 元 [MoreThan]",
            "15家 = 15 家 [MoreThan]",
            "1亿元人民币 = 100000000 元 [AtLeast]",
            "3家 = 3 家 [AtLeast]",
            "1年 = 1 年 [AtLeast]",
            "3000平方米 = 3000 ㎡ [AtLeast]",
            "50万元 = 500000 元 []",
            "10万元 = 100000 元 []",
            "20万元 = 200000 元 []",
            "15万元 = 150000 元 []",
            "15班 = 15 班 [AtLeast]",
            "8万元 = 80000 元 []",
            "20万元 = 200000 元 []",
            "30万元 = 300000 元 []",
            "30% = 30 % []",
            "10万元 = 100000 元 [Cap]",
            "30天 = 30 天 [AtLeast]",
            "1年 = 1 年 [AtLeast]",
            "400元 = 400 元 []",
            "10万元 = 100000 元 [Cap]",
            "30万元 = 300000 元 [NotMoreThan]",
            "500万元 = 5000000 元 [AtLeast]",
            "300万元 = 3000000 元 [AtLeast]",
            "100单 = 100 单 [AtLeast]",
            "10万元 = 100000 元 []",
            "1个 = 1 个 [Cap]",
            "3个 = 3 个 [Cap]",
            "300万元 = 3000000 元 [AtLeast]",
            "15万元 = 150000 元 []",
            "2个 = 2 个 [Cap]",
            "500平方米 = 500 ㎡ [AtLeast]",
            "1年 = 1 年 [AtLeast]",
            "30% = 30 % []",
            "50万元 = 500000 元 [NotMoreThan]",
            "30万元 = 300000 元 []",
            "10万元 = 100000 元 []",
            "20% = 20 % []",
            "50万元 = 500000 元 [Cap]",
            "70% = 70 % [NotMoreThan]",
            "30% = 30 % [NotMoreThan]",
        ]
    );
}

#[test]
fn numbers_of_the_lhasa_notice_that_no_rule_uses_are_named_by_class() {
    let text = include_str!("../../lhasa-2024-17/source.txt");
    let without_headings: Vec<_> = dropped(text).into_iter().filter(|(class, _)| *class != Class::ListNumber).collect();
    assert_eq!(
        without_headings,
        [
            (Class::DocumentNumber, "〔2024〕17号"),
            (Class::Ordinal, "十二届"),
            (Class::Ordinal, "第37次"),
            (Class::Date, "2024年8月22日"),
            (Class::DocumentTitle, "《国务院关于同意在廊坊等33个城市和地区设立跨境电子商务综合试验区的批复》"),
            (Class::DocumentNumber, "〔2022〕126号"),
            (Class::DocumentNumber, "〔2023〕19号"),
            (Class::SetPhrase, "三年行动"),
            (Class::SetPhrase, "第三方"),
            (Class::SetPhrase, "第三方"),
            (Class::SetPhrase, "四部委"),
            (Class::SetPhrase, "第三方"),
            (Class::SetPhrase, "第三方"),
        ]
    );
    let headings = dropped(text).into_iter().filter(|(class, _)| *class == Class::ListNumber).map(|(_, words)| words);
    let expected = ["一、", "二、", "三、", "四、", "五、", "六、", "七、", "八、", "九、", "十、", "十一、"];
    assert_eq!(headings.collect::<Vec<_>>(), expected);
}

#[test]
fn one_number_is_found_however_it_is_written() {
    for written in ["100万元", "１００万元", "100 万元", "一百万元", "100万元人民币", "1,000,000元", "0.01亿元", "100\n万元", "1百万元"]
    {
        let found = numbers(written).kept;
        assert_eq!(found.len(), 1, "{written}");
        assert!(found[0].is_same(&numbers("100万元").kept[0]), "{written}");
        assert_eq!(found[0].span, 0..written.len(), "{written}");
    }
    for (written, value, unit) in [
        ("30％", "30", "%"),
        ("百分之三十", "30", "%"),
        ("2.5 万元", "25000", "元"),
        ("1.5 亿元人民币", "150000000", "元"),
        ("二千五百元", "2500", "元"),
        ("一亿二千万元", "120000000", "元"),
        ("十二个月", "12", "个月"),
        ("两年", "2", "年"),
        ("3000㎡", "3000", "㎡"),
        ("10万单", "100000", "单"),
        ("30日", "30", "天"),
    ] {
        assert_eq!(kept(written), [format!("{} = {value} {unit} []", written.replace(' ', ""))]);
    }
}

#[test]
fn figures_with_a_space_between_are_two_numbers() {
    assert_eq!(kept("表中10 20家"), ["10 = 10  []", "20家 = 20 家 []"]);
}

#[test]
fn other_units_are_other_numbers() {
    let same = |one: &str, two: &str| numbers(one).kept[0].is_same(&numbers(two).kept[0]);
    assert!(!same("100万元", "100万美元"));
    assert!(!same("3天", "3个月"));
    assert!(!same("1年", "12个月"), "a rule keeps the unit of the text");
    assert!(!same("30%", "30"));
    assert!(!same("100万日元", "100万天"));
    assert!(same("6", "6个"), "`largest 6` counts whatever the rows are");
    assert!(!same("6", "6元"));
}

#[test]
fn words_that_merely_contain_a_numeral_are_no_numbers() {
    for words in
        ["统一标准、一般工业制成品", "一站式服务", "零售网点", "三流合一", "二连浩特", "给予一次性奖励", "一体化", "前三类", "予以一定支持"]
    {
        assert_eq!(kept(words), [""; 0], "{words}");
    }
    assert_eq!(dropped("每入驻一个平台，满一个月"), [(Class::SetPhrase, "一个")]);
    assert_eq!(kept("每入驻一个平台，满一个月"), ["一个月 = 1 个月 [AtLeast]"]);
}

#[test]
fn classes_of_the_other_documents_are_dropped() {
    let (code, mode) = (Class::CustomsCode, Class::ModeOfTrade);
    assert_eq!(dropped("跨境电商 1210、9710、9810 进出口额"), [(code, "1210"), (code, "9710"), (code, "9810")]);
    assert_eq!(kept("达到1210家以上"), ["1210家 = 1210 家 [AtLeast]"]);
    assert_eq!(dropped("B2B、O2O店"), [(mode, "B2B"), (mode, "O2O")]);
    assert_eq!(dropped("（2022-2025年）；12月31日前"), [(Class::Date, "2022-2025年"), (Class::Date, "12月31日")]);
    assert_eq!(dropped("（内政办发[2022]10号）"), [(Class::DocumentNumber, "[2022]10号")]);
    assert_eq!(dropped("开发区 5:5，2：8"), [(Class::Ratio, "5:5"), (Class::Ratio, "2：8")]);
    assert_eq!(dropped("在“一带\n\n一路”国家"), [(Class::SetPhrase, "一带\n\n一路")]);
    assert_eq!(
        dropped("**（一）奖励**\n1.创新。第一位"),
        [(Class::ListNumber, "（一）"), (Class::ListNumber, "1."), (Class::Ordinal, "第一位")]
    );
    assert_eq!(kept("1.5亿元"), ["1.5亿元 = 150000000 元 []"], "not list number 1");
}

#[test]
fn the_word_beside_a_number_says_which_sign_it_takes() {
    use Meaning::{AtLeast, AtMost, Cap, LessThan, MoreThan, NotMoreThan};
    for (text, expected) in [
        ("在100家以上", AtLeast),
        ("达1亿元", AtLeast),
        ("不低于3天", AtLeast),
        ("3 家及以上", AtLeast),
        ("超过 15 家", MoreThan),
        ("超过 500 万元（含）", AtLeast),
        ("500 平方米以上（含）", AtLeast),
        ("100万元以上（不含）", MoreThan),
        ("300万美元（含）以下", AtMost),
        ("50人以内", AtMost),
        ("低于20人", LessThan),
        ("不满1年", LessThan),
        ("未达到10家", LessThan),
        ("不超过30%", NotMoreThan),
        ("最高不超过50万元", Cap),
        ("最高给予 20 万元补贴", Cap),
        ("最高奖励其内蒙古企业300万元", Cap),
        ("按不超过企业实际支付出口信用保险保费80%", NotMoreThan),
        ("单个展会限 6 个标准展位", Cap),
    ] {
        assert_eq!(numbers(text).kept[0].meanings, [expected], "{text}");
    }
}

#[test]
fn a_cap_reaches_only_its_own_number() {
    assert_eq!(kept("最高奖励年出口额100万元以上的企业"), ["100万元 = 1000000 元 [AtLeast]"]);
    assert_eq!(kept("给予 60%、最高 2 万元补助"), ["60% = 60 % []", "2万元 = 20000 元 [Cap]"]);
    assert_eq!(kept("最高级别，给予5万元"), ["5万元 = 50000 元 []"]);
    assert_eq!(kept("对有限公司给予5万元；期限3年"), ["5万元 = 50000 元 []", "3年 = 3 年 []"]);
}

#[test]
fn numbers_in_a_row_share_the_words_around_them() {
    assert_eq!(kept("最高100万元、500万元奖励"), ["100万元 = 1000000 元 [Cap]", "500万元 = 5000000 元 [Cap]"]);
    assert_eq!(kept("1亿元、10亿元以上"), ["1亿元 = 100000000 元 [AtLeast]", "10亿元 = 1000000000 元 [AtLeast]"]);
    assert_eq!(kept("给予3-5万元"), ["3 = 30000 元 []", "5万元 = 50000 元 []"]);
}

#[test]
fn words_that_contradict_each_other_are_both_kept() {
    assert_eq!(kept("超过100万元以上"), ["100万元 = 1000000 元 [MoreThan, AtLeast]"]);
}

#[test]
fn the_phrase_is_the_number_with_the_words_that_give_its_sign() {
    let phrase = |text: &'static str, place: usize| {
        let phrase = numbers(text).kept[place].phrase.clone();
        &text[phrase]
    };
    let lhasa = "对上年度出口额在300万美元（含）以下或300万美元以上但符合四部委标准认定的小微企业";
    assert_eq!((phrase(lhasa, 0), phrase(lhasa, 1)), ("300万美元（含）以下", "300万美元以上"));
    assert_eq!(phrase("按不超过企业实际支付出口信用保险保费80%的比例", 0), "不超过企业实际支付出口信用保险保费80%");
    assert_eq!(phrase("面积达到500平方米以上（含）且", 0), "达到500平方米以上（含）");
    assert_eq!(phrase("超过 100 单（含）的店铺", 0), "超过 100 单（含）");
    assert_eq!(phrase("给予50%支持", 0), "50%");
    assert_eq!(phrase("分别给予最高20万元、50万元奖励", 1), "最高20万元、50万元");
}
