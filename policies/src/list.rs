//! Every measure with its clause as HTML: what a reader has where nothing can be worked out.

use core::fmt::{Arguments, Display, Write};

use mingbai_core::fact::{Opt, Text};
use mingbai_core::library::{Document, Kind, Measure, Quote, Standing};
use mingbai_core::{Date, Library};

/// All measures of all documents, each beneath its clause, in the order of the texts: a section that begins with a heading
/// of level 2. It holds on any day: periods are given, not what they mean today. The words of the texts are Chinese; what is
/// said of them is in Chinese and English.
#[must_use]
pub fn html(library: &Library) -> String {
    let count = library.measures().count();
    let mut page = Page(String::from("<section class=\"list\" aria-labelledby=\"measures\">\n"));
    page.line(
        "h2 id=\"measures\"",
        &Text { zh: format!("全部措施和条文（{count}项）"), en: format!("All measures and their clauses ({count})") },
    );
    if let Some(day) = library.checked {
        let en = format!("Checked against the official texts on {}. The texts are in Chinese.", english(day));
        page.line("p", &Text { zh: format!("规则核对日期：{}。以官方文件为准。", chinese(day)), en });
    }
    page.contents(library);
    library.documents.iter().for_each(|document| page.document(library, document));
    page.put(format_args!("</section>\n"));
    page.0
}

/// HTML written so far.
struct Page(String);

impl Page {
    fn put(&mut self, written: Arguments<'_>) {
        // A text takes what is written to it.
        _ = self.0.write_fmt(written);
    }

    /// An element with a text in both languages; `open` is its name with its attributes.
    fn line(&mut self, open: &str, text: &Text) {
        let name = open.split(' ').next().unwrap_or_default();
        self.put(format_args!("<{open}>{} <span lang=\"en\">{}</span></{name}>\n", escaped(&text.zh), escaped(&text.en)));
    }

    /// The same for a text that stands behind a word of ours.
    fn named(&mut self, open: &str, (zh, en): (&str, &str), text: &Text) {
        self.line(open, &Text { zh: format!("{zh}：{}", text.zh), en: format!("{en}: {}", text.en) });
    }

    /// Links to the documents.
    fn contents(&mut self, library: &Library) {
        self.put(format_args!("<ul>\n"));
        for document in &library.documents {
            self.put(format_args!("<li><a href=\"#{}\">{}</a></li>\n", document.id, escaped(&document.title.zh)));
        }
        self.put(format_args!("</ul>\n"));
    }

    fn document(&mut self, library: &Library, document: &Document) {
        self.put(format_args!("<section aria-labelledby=\"{}\">\n", document.id));
        self.line(&format!("h3 id=\"{}\"", document.id), &document.title);
        self.named("p", ("发文机关", "Issued by"), &document.issuer);
        if !document.number.is_empty() {
            self.named("p", ("文号", "Number"), &plain(&document.number));
        }
        self.named("p class=\"status\"", ("状态", "Status"), &standing(document.standing));
        self.line("p", &document.status_note);
        self.named("p", ("申报", "Apply"), &document.apply);
        for measures in document.measures.chunk_by(|one, next| one.quotes == next.quotes) {
            self.clause(library, document, measures);
        }
        self.notes(document);
        self.put(format_args!("</section>\n"));
    }

    /// The measures that rest on the same sentences, and these sentences.
    fn clause(&mut self, library: &Library, document: &Document, measures: &[Measure]) {
        let Some(first) = measures.first() else { return };
        let quotes = document.quotes_in(first.quotes);
        self.put(format_args!("<article>\n"));
        for measure in measures {
            self.measure(library, measure);
        }
        if let Some(heading) = quotes.first().map(|quote| &quote.heading).filter(|heading| !heading.is_empty()) {
            self.put(format_args!("<p class=\"clause\">{}</p>\n", escaped(heading)));
        }
        self.put(format_args!("<blockquote>\n"));
        for paragraph in quotes.chunk_by(|_, next| !next.begins_paragraph) {
            let words: String = paragraph.iter().map(|Quote { text, .. }| escaped(text)).collect();
            self.put(format_args!("<p>{words}</p>\n"));
        }
        self.put(format_args!("</blockquote>\n</article>\n"));
    }

    fn measure(&mut self, library: &Library, measure: &Measure) {
        self.line(&format!("h4 id=\"{}\"", measure.id), &measure.title);
        self.named("p", ("金额", "Amount"), &amount(measure.pays.kind()));
        self.named("p", ("申报主体", "For"), &applicants(library, measure));
        if let Some(paid_by) = &measure.paid_by {
            self.named("p", ("出资", "Paid by"), paid_by);
        }
        if let Some(apply) = &measure.apply {
            self.named("p", ("申报", "Apply"), apply);
        }
    }

    /// What holds beside the clauses: how measures combine, and what the amounts depend on.
    fn notes(&mut self, document: &Document) {
        let notes: Vec<&Text> = document.combines.iter().map(|combine| &combine.title).chain(&document.caveats).collect();
        if notes.is_empty() {
            return;
        }
        self.line("h4", &Text { zh: "另请注意".to_owned(), en: "Please note".to_owned() });
        self.put(format_args!("<ul>\n"));
        for note in notes {
            self.line("li", note);
        }
        self.put(format_args!("</ul>\n"));
    }
}

fn standing(standing: Standing) -> Text {
    let (zh, en) = match standing {
        Standing::InForce(in_force) => {
            let (from, until) = (in_force.window.from, in_force.window.until);
            return Text {
                zh: format!("有效期{}至{}", chinese(from), chinese(until)),
                en: format!("in force from {} to {}", english(from), english(until)),
            };
        }
        Standing::Draft => ("征求意见稿，不是正式文件，不能作为申报依据", "a draft for comment: nothing can be claimed under it"),
        Standing::NotStated => ("原文没有写有效期，请先向主管部门核实", "the text does not say how long it is valid: ask first"),
        Standing::Background => ("工作安排，不直接发钱", "a plan of work: it grants nothing"),
    };
    Text { zh: zh.to_owned(), en: en.to_owned() }
}

fn amount(kind: Kind) -> Text {
    let (zh, en) = match kind {
        Kind::Exact => ("按条文计算", "worked out as the clause says"),
        Kind::Ceiling => ("按条文计算，这是上限", "worked out as the clause says, as a maximum"),
        Kind::Assessed => ("由主管部门评审确定，条文写的是上限", "set by the authority; the clause gives a maximum"),
        Kind::Elsewhere => ("由其他政策规定", "set by another policy"),
        Kind::Unstated => ("条文没有写金额", "not stated in the clause"),
        Kind::None => ("不发放资金", "no money"),
    };
    Text { zh: zh.to_owned(), en: en.to_owned() }
}

/// The kinds of applicant a measure is for.
fn applicants(library: &Library, measure: &Measure) -> Text {
    let options: &[Opt] = library.applicant.and_then(|fact| library.fact(fact)).map_or(&[], |fact| fact.kind.options());
    let meant = (0_u32..).zip(options).filter(|(place, _)| measure.applicants.checked_shr(*place).unwrap_or(0) & 1 == 1);
    let (zh, en): (Vec<&str>, Vec<&str>) = meant.map(|(_, option)| (option.text.zh.as_str(), option.text.en.as_str())).unzip();
    Text { zh: zh.join("、"), en: en.join(", ") }
}

/// A name that is the same in both languages.
fn plain(name: &str) -> Text {
    Text { zh: name.to_owned(), en: name.to_owned() }
}

fn chinese(day: Date) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

fn english(day: Date) -> impl Display {
    const MONTHS: [&str; 12] =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    let month = MONTHS.get(usize::from(day.month()).wrapping_sub(1)).copied().unwrap_or_default();
    format!("{} {month} {}", day.day(), day.year())
}

/// A text as it stands in HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_texts_say_is_never_markup() {
        assert_eq!(escaped("a<b & \"c\">"), "a&lt;b &amp; &quot;c&quot;&gt;");
    }

    #[test]
    fn days_read_as_in_both_languages() {
        let day = Date::new(2026, 1, 9).expect("a day");
        assert_eq!((chinese(day), english(day).to_string()), ("2026年1月9日".to_owned(), "9 January 2026".to_owned()));
    }
}
