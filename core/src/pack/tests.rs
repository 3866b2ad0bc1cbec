use rust_decimal::Decimal;

use super::checksum::checksum;
use super::form::Form;
use super::stream::{Reader, Writer};
use super::{PackError, cut, decode, encode, sealed};
use crate::date::Date;
use crate::expression::{Condition, Place};
use crate::fact::{Changeable, Fact, FactId, FactKind, Quantity, Text, Wording};
use crate::library::Library;
use crate::quantity::Unit;

fn written(value: &impl Form) -> Vec<u8> {
    let mut out = Writer::default();
    value.write(&mut out);
    out.bytes
}

/// What is read from the bytes, unless they are damaged.
fn read<T: Form>(bytes: &[u8]) -> Option<T> {
    let mut reader = Reader::new(bytes);
    let value = T::read(&mut reader);
    reader.is_done().then_some(value)
}

#[test]
fn numbers_take_seven_bits_a_byte() {
    for (number, bytes) in [(0_u64, &[0][..]), (127, &[127]), (128, &[0x80, 1]), (300, &[0xac, 2])] {
        assert_eq!((written(&number), read::<u64>(bytes)), (bytes.to_vec(), Some(number)));
    }
    assert_eq!(read::<u64>(&written(&u64::MAX)), Some(u64::MAX));
    assert_eq!((read::<u8>(&[0xff, 1]), read::<u8>(&[0x80, 2])), (Some(255), None), "256 is no u8");
    assert_eq!(read::<u16>(&[0x80]), None, "cut short");
}

#[test]
fn decimals_come_out_digit_by_digit() {
    for text in ["0", "0.00", "0.3", "1500000", "-1.50", "79228162514264337593543950335", "0.0000000000000000000000000001"] {
        let decimal: Decimal = text.parse().unwrap();
        assert_eq!(read::<Decimal>(&written(&decimal)).unwrap().to_string(), text);
    }
    assert_eq!(read::<Decimal>(&[1, 0, 0, 29 << 1]), None, "no more than 28 places");
}

#[test]
fn what_is_nothing_at_all_is_damage() {
    assert_eq!(read::<Unit>(&[10]), Some(Unit::Rate));
    assert_eq!(read::<Unit>(&[11]), None);
    assert_eq!(read::<Date>(&written(&Date::LAST)), Some(Date::LAST));
    assert_eq!(read::<Date>(&[0xd8, 0x0e, 2, 30]), None, "30 February 1880");
    assert_eq!(read::<Vec<u16>>(&[0xff, 0xff, 0xff, 0xff, 0x0f, 1]), None, "a list longer than the pack");
}

#[test]
fn things_inside_things_end_somewhere() {
    let nested = |deep: usize| (0..deep).fold(Condition::Holds(Place::Fact(FactId(7))), |part, _| Condition::Not(Box::new(part)));
    assert_eq!(read(&written(&nested(100))), Some(nested(100)));
    assert_eq!(read::<Condition>(&written(&nested(101))), None);
}

fn library() -> Library {
    let text = |zh: &str, en: &str| Text { zh: zh.to_owned(), en: en.to_owned() };
    let wording = Wording { question: text("交易额？", "Turnover?"), ..Wording::default() };
    let quantity = Quantity { unit: Unit::Yuan, plausible: Some((Decimal::ONE, Decimal::TEN)), most: None };
    let fact = Fact { name: "turnover".to_owned(), kind: FactKind::Quantity(quantity), wording, changeable: Changeable::To(5), page: 0 };
    Library { checked: Date::new(2026, 11, 21), facts: vec![fact], pages: vec![text("业务", "Trade")], ..Library::default() }
}

#[test]
fn a_word_of_several_lines_does_not_fit() {
    let mut library = library();
    assert_eq!(decode(&encode(&library).unwrap()), Ok(sealed(library.clone())));
    library.facts[0].name.push('\n');
    assert_eq!(encode(&library), Err(PackError::TooLarge));
}

#[test]
fn without_the_english_words_the_chinese_ones_stand_for_them() {
    let whole = encode(&library()).unwrap();
    let (rules, english) = cut(&whole);
    assert_eq!(english, "Turnover?\n\n\nTrade\n".as_bytes(), "question, short name and help of the fact, and the page");
    let mut expected = sealed(library());
    expected.facts[0].wording.question.en = "交易额？".to_owned();
    expected.pages[0].en = "业务".to_owned();
    assert_eq!(decode(rules), Ok(expected), "and they are the same rules");
    assert_eq!(cut(rules), (rules, &[][..]));
    for other in [&english[1..], &english[..english.len() - 1], "Turnover!\n\n\nTrade\n".as_bytes()] {
        assert_eq!(decode(&[rules, other].concat()), Err(PackError::Damaged), "English words of other rules");
    }
    assert_eq!(cut(b"no pack"), (&b"no pack"[..], &[][..]));
}

#[test]
fn any_character_stands_in_a_pack() {
    let mut library = library();
    library.pages[0].zh = "龘𠮷é\u{10ffff}\t\0①Ａ".to_owned();
    assert_eq!(decode(&encode(&library).unwrap()), Ok(sealed(library)));
}

/// Damage that the checksum was made to agree with.
#[test]
fn any_bytes_under_a_right_checksum_are_read_or_refused() {
    let whole = encode(&library()).unwrap();
    let (sound, english) = cut(&whole);
    let length = |body: &[u8]| u32::try_from(body.len()).unwrap().to_le_bytes();
    let forged = |body: &[u8]| [&sound[..6], &checksum(body).to_le_bytes(), &length(body), body].concat();
    let body = &sound[14..];
    assert_eq!(decode(&[forged(body).as_slice(), english].concat()), Ok(sealed(library())));
    for place in 0..body.len() {
        for byte in 0..=u8::MAX {
            let mut changed = body.to_vec();
            changed[place] = byte;
            for forged in [forged(&changed), [forged(&changed).as_slice(), english].concat()] {
                let read = decode(&forged);
                assert!(matches!(read, Ok(_) | Err(PackError::Damaged)), "{place} {byte}");
            }
        }
        assert_eq!(decode(&forged(&body[..place])), Err(PackError::Damaged), "cut short");
    }
    assert_eq!(decode(&forged(&[body, &[0]].concat())), Err(PackError::Damaged), "something behind it");
}
