//! The quoted text with its numbers marked.

use mingbai_core::library::Quote;

/// A run of words of the official text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The words, verbatim.
    pub text: String,
    /// Whether they are a number of the text.
    pub number: bool,
}

/// The quotes as paragraphs of the official text, each in runs with and without numbers.
pub(super) fn paragraphs(quotes: &[Quote]) -> Vec<Vec<Span>> {
    let mut paragraphs: Vec<Vec<Span>> = Vec::new();
    for quote in quotes {
        let spans = spans(quote);
        match paragraphs.last_mut().filter(|_| !quote.begins_paragraph) {
            Some(paragraph) => paragraph.extend(spans),
            None => paragraphs.push(spans),
        }
    }
    paragraphs
}

fn spans(quote: &Quote) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut done = 0;
    for (from, until) in &quote.numbers {
        let (from, until) = (*from as usize, *until as usize);
        push(&mut spans, quote.text.get(done..from), false);
        push(&mut spans, quote.text.get(from..until), true);
        done = until;
    }
    push(&mut spans, quote.text.get(done..), false);
    spans
}

fn push(spans: &mut Vec<Span>, text: Option<&str>, number: bool) {
    if let Some(text) = text.filter(|text| !text.is_empty()) {
        spans.push(Span { text: text.to_owned(), number });
    }
}

#[cfg(test)]
mod tests {
    use mingbai_core::library::Quote;

    use super::paragraphs;

    fn quote(text: &str, begins_paragraph: bool, numbers: &[&str]) -> Quote {
        let place = |number: &&str| {
            let from = text.find(number).unwrap();
            (u32::try_from(from).unwrap(), u32::try_from(from + number.len()).unwrap())
        };
        Quote {
            text: text.to_owned(),
            heading: String::new(),
            begins_paragraph,
            numbers: numbers.iter().map(place).collect(),
            terms: Vec::new(),
            note: None,
        }
    }

    #[test]
    fn numbers_are_marked_and_no_character_is_lost() {
        let text = "给予费用30%的资金扶持，最高不超过50万元。";
        let shown = paragraphs(&[quote(text, true, &["30%", "50万元"])]);
        let marked: Vec<&str> = shown[0].iter().filter(|span| span.number).map(|span| span.text.as_str()).collect();
        assert_eq!(marked, ["30%", "50万元"]);
        assert_eq!(shown[0].iter().map(|span| span.text.as_str()).collect::<String>(), text);
    }

    #[test]
    fn a_sentence_split_into_quotes_is_one_paragraph() {
        let shown = paragraphs(&[quote("第一段前半，", true, &[]), quote("后半。", false, &[]), quote("第二段。", true, &[])]);
        let texts: Vec<String> = shown.iter().map(|spans| spans.iter().map(|span| span.text.as_str()).collect()).collect();
        assert_eq!(texts, ["第一段前半，后半。", "第二段。"]);
    }
}
