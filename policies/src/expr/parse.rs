//! Tokens to syntax trees, by one function for each production of the grammar.

use std::sync::Arc;

use mingbai_core::expression::{Certainty, Sign};
use mingbai_core::quantity::{self, Unit};
use rust_decimal::Decimal;

use super::ast::{Node, NodeKind, TotalNode};
use super::token::{Token, TokenKind};
use crate::diagnostic::{Diagnostic, Source, Span};
use crate::doc::Name;

/// Words of the language, which cannot be names.
const RESERVED: [&str; 17] = [
    "and",
    "or",
    "not",
    "in",
    "at",
    "most",
    "up",
    "to",
    "assessed",
    "total",
    "for",
    "each",
    "where",
    "largest",
    "per",
    "recognised",
    "one",
];

/// Reads tokens from the left.
pub(super) struct Parser<'a> {
    source: &'a Arc<Source>,
    tokens: &'a [Token<'a>],
    at: usize,
    end: usize,
    depth: u8,
}

/// The deepest nesting that is read.
const MOST_DEPTH: u8 = 32;

type Parsed<T = Node> = Result<T, Diagnostic>;

impl<'a> Parser<'a> {
    pub(super) fn new(source: &'a Arc<Source>, tokens: &'a [Token<'a>], whole: Span) -> Self {
        Self { source, tokens, at: 0, end: whole.end, depth: 0 }
    }

    /// The whole text as one expression.
    pub(super) fn whole(mut self) -> Parsed {
        let node = self.amount()?;
        if self.peek().is_some() {
            return Err(self.expected("the end, or a sign such as `+`, `>=` or `at most`"));
        }
        Ok(node)
    }

    /// `["assessed"] "up to" amount | or { "at most" sum }`
    fn amount(&mut self) -> Parsed {
        let start = self.here();
        let assessed = self.takes("assessed");
        if self.takes_both("up", "to") {
            let certainty = if assessed { Certainty::Assessed } else { Certainty::Ceiling };
            let amount = self.nested(Self::amount)?;
            return Ok(Node { span: start.to(amount.span), kind: NodeKind::UpTo(Box::new(amount), certainty) });
        }
        if assessed {
            return Err(self.expected("`up to`"));
        }
        let mut node = self.or()?;
        while self.takes_both("at", "most") {
            let cap = self.sum()?;
            node = Node { span: node.span.to(cap.span), kind: NodeKind::AtMost(Box::new(node), Box::new(cap)) };
        }
        Ok(node)
    }

    /// `and { "or" and }`
    fn or(&mut self) -> Parsed {
        self.chain("or", Self::and, NodeKind::Any)
    }

    /// `not { "and" not }`
    fn and(&mut self) -> Parsed {
        self.chain("and", Self::not, NodeKind::All)
    }

    /// `"not" not | test`
    fn not(&mut self) -> Parsed {
        let start = self.here();
        if self.takes("not") {
            let part = self.nested(Self::not)?;
            return Ok(Node { span: start.to(part.span), kind: NodeKind::Not(Box::new(part)) });
        }
        self.test()
    }

    /// `sum [ (">=" | ">" | "<=" | "<" | "=") sum | "in" "[" word, … "]" | "in" list "at" place | "first reaches" sum "after" sum ]`
    fn test(&mut self) -> Parsed {
        let left = self.sum()?;
        let signs = [Sign::AtLeast, Sign::MoreThan, Sign::AtMost, Sign::LessThan, Sign::Equal];
        if let Some(sign) = signs.into_iter().find(|sign| self.takes(sign.symbol())) {
            let right = self.sum()?;
            return Ok(Node { span: left.span.to(right.span), kind: NodeKind::Compare(Box::new(left), sign, Box::new(right)) });
        }
        if self.takes("in") {
            return self.one_of(left);
        }
        if self.takes_both("first", "reaches") {
            let line = self.sum()?;
            self.take("after")?;
            let before = self.sum()?;
            let span = left.span.to(before.span);
            return Ok(Node { span, kind: NodeKind::FirstReaches(Box::new(left), Box::new(line), Box::new(before)) });
        }
        Ok(left)
    }

    /// `"[" word, … "]" | list "at" place`, after `in`
    fn one_of(&mut self, left: Node) -> Parsed {
        if self.peek().is_some_and(|token| token.text == "[") {
            let (words, end) = self.words()?;
            return Ok(Node { span: left.span.to(end), kind: NodeKind::In(Box::new(left), words) });
        }
        let list = self.name("`[` and options, or the name of a reference list")?;
        self.take("at")?;
        let day = self.place("a day")?;
        Ok(Node { span: left.span.to(day.span), kind: NodeKind::Listed(Box::new(left), list, Box::new(day)) })
    }

    /// `product { ("+" | "-") product }`
    fn sum(&mut self) -> Parsed {
        let mut node = self.chain("+", Self::product, NodeKind::Sum)?;
        while self.takes("-") {
            let less = self.product()?;
            let span = node.span.to(less.span);
            node = Node { span, kind: NodeKind::Minus(Box::new(node), Box::new(less)) };
            if self.takes("+") {
                let more = self.chain("+", Self::product, NodeKind::Sum)?;
                node = added(node, more);
            }
        }
        Ok(node)
    }

    /// `primary { "*" primary }`
    fn product(&mut self) -> Parsed {
        self.chain("*", Self::primary, NodeKind::Product)
    }

    /// `number-with-unit | place | "(" amount ")" | "better of" "(" amount "," amount ")" | "recognised" place | total`
    fn primary(&mut self) -> Parsed {
        let start = self.here();
        if self.takes("(") {
            let inner = self.nested(Self::amount)?;
            let end = self.take(")")?;
            return Ok(Node { span: start.to(end), kind: inner.kind });
        }
        if self.takes("recognised") {
            let place = self.place("the name of a recognition")?;
            return Ok(Node { span: start.to(place.span), kind: NodeKind::Recognised(Box::new(place)) });
        }
        if self.takes_both("better", "of") {
            return self.better_of(start);
        }
        if self.takes("total") {
            return self.total(start);
        }
        if let Some(token) = self.peek().filter(|token| token.kind == TokenKind::Number) {
            self.at = self.at.saturating_add(1);
            return self.number(token);
        }
        self.place("an amount, a name or `(`")
    }

    /// `"(" amount "," amount ")"`, after `better of`
    fn better_of(&mut self, start: Span) -> Parsed {
        self.take("(")?;
        let one = self.nested(Self::amount)?;
        self.take(",")?;
        let other = self.nested(Self::amount)?;
        let end = self.take(")")?;
        Ok(Node { span: start.to(end), kind: NodeKind::BetterOf(Box::new(one), Box::new(other)) })
    }

    /// `name [ "." column ]`
    fn place(&mut self, what: &str) -> Parsed {
        let name = self.name(what)?;
        if self.takes(".") {
            let field = self.name("the name of a column")?;
            return Ok(Node { span: name.span.to(field.span), kind: NodeKind::Field(name, field) });
        }
        Ok(Node { span: name.span, kind: NodeKind::Name(name.text) })
    }

    /// `amount "for each" x "in" place [ "where" or ] [ "one per" x "." key ] [ "largest" n ] [ "at most" sum "per" x ".year" ]`,
    /// after `total`
    fn total(&mut self, start: Span) -> Parsed {
        let each = self.nested(Self::amount)?;
        self.take("for")?;
        self.take("each")?;
        let variable = self.name("a name for the row")?;
        self.take("in")?;
        let list = self.place("the name of a list")?;
        let filter = if self.takes("where") { Some(self.nested(Self::or)?) } else { None };
        let one_per = self.one_per(&variable)?;
        let largest = if self.takes("largest") { Some(self.rows()?) } else { None };
        let yearly = self.yearly(&variable)?;
        let end = self.before();
        let total = TotalNode { each, variable, list, filter, one_per, largest, yearly };
        Ok(Node { span: start.to(end), kind: NodeKind::Total(Box::new(total)) })
    }

    /// The tail `one per x.key`.
    fn one_per(&mut self, variable: &Name) -> Parsed<Option<(Name, Span)>> {
        let start = self.here();
        if !self.takes_both("one", "per") {
            return Ok(None);
        }
        let row = self.name("the row and its key")?;
        self.take(".")?;
        let key = self.name("the name of a column")?;
        if row.text != variable.text {
            let message = format!("`{}` is not the row at hand", row.text);
            return Err(Diagnostic::new("expression::syntax", message, self.source, row.span, "another row")
                .help(format!("write `one per {}.{}`", variable.text, key.text)));
        }
        let span = start.to(key.span);
        Ok(Some((key, span)))
    }

    /// The tail `at most … per x.year`; an `at most` without `per` caps the whole total and is left alone.
    fn yearly(&mut self, variable: &Name) -> Parsed<Option<(Node, Span)>> {
        let (back, start) = (self.at, self.here());
        if !self.takes_both("at", "most") {
            return Ok(None);
        }
        let cap = self.sum()?;
        if !self.takes("per") {
            self.at = back;
            return Ok(None);
        }
        let group = self.here();
        let row = self.name("`per` and the year of the row")?;
        self.take(".")?;
        let field = self.name("`year`")?;
        if row.text != variable.text || field.text != "year" {
            let message = format!("`{}.{}` is not the year of a row", row.text, field.text);
            return Err(Diagnostic::new("expression::syntax", message, self.source, group.to(field.span), "not the year of a row")
                .help(format!("write `per {}.year`", variable.text)));
        }
        Ok(Some((cap, start.to(field.span))))
    }

    /// A part inside another.
    fn nested(&mut self, part: fn(&mut Self) -> Parsed) -> Parsed {
        if self.depth == MOST_DEPTH {
            return Err(Diagnostic::new("expression::depth", "this is nested too deeply", self.source, self.here(), "too deep")
                .help("give parts of it a name with `define`"));
        }
        self.depth = self.depth.saturating_add(1);
        let node = part(self);
        self.depth = self.depth.saturating_sub(1);
        node
    }

    fn chain(&mut self, sign: &str, part: fn(&mut Self) -> Parsed, kind: fn(Vec<Node>) -> NodeKind) -> Parsed {
        let first = part(self)?;
        let mut parts = vec![first];
        while self.takes(sign) {
            parts.push(part(self)?);
        }
        if parts.len() > 1 {
            let span = parts.iter().map(|part| part.span).reduce(Span::to).unwrap_or_default();
            return Ok(Node { span, kind: kind(parts) });
        }
        parts.pop().ok_or_else(|| self.expected("an amount, a name or `(`"))
    }

    /// `"[" word, … "]"`
    fn words(&mut self) -> Parsed<(Vec<Name>, Span)> {
        self.take("[")?;
        let mut words = vec![self.name("an option")?];
        while self.takes(",") {
            words.push(self.name("an option")?);
        }
        let end = self.take("]")?;
        Ok((words, end))
    }

    fn rows(&mut self) -> Parsed<(u16, Span)> {
        let span = self.here();
        let rows = self.peek().and_then(|token| token.text.parse::<u16>().ok()).filter(|rows| *rows > 0);
        let rows = rows.ok_or_else(|| self.expected("a number of rows"))?;
        self.at = self.at.saturating_add(1);
        Ok((rows, span))
    }

    fn number(&self, token: Token<'_>) -> Parsed {
        let (value, unit) = with_unit(token.text).ok_or_else(|| {
            Diagnostic::new("expression::unit", format!("`{}` has no unit that is known", token.text), self.source, token.span, "no unit")
                .help("keep the unit of the text: 元, 万元, 亿元, 美元, 万美元, 平方米, ㎡, 个月, 年, 天, 家, 人, 班, 单, 个 or %")
        })?;
        Ok(Node { span: token.span, kind: NodeKind::Number(value, unit) })
    }

    fn name(&mut self, what: &str) -> Parsed<Name> {
        let word = self.peek().filter(|token| token.kind == TokenKind::Word && !RESERVED.contains(&token.text));
        let token = word.ok_or_else(|| self.expected(what))?;
        self.at = self.at.saturating_add(1);
        Ok(Name { text: token.text.to_owned(), span: token.span })
    }

    fn peek(&self) -> Option<Token<'a>> {
        self.tokens.get(self.at).copied()
    }

    /// The place of the next token.
    fn here(&self) -> Span {
        self.peek().map_or(Span { start: self.end, end: self.end }, |token| token.span)
    }

    /// The place of the last token.
    fn before(&self) -> Span {
        self.tokens.get(self.at.saturating_sub(1)).map_or_else(Span::default, |token| token.span)
    }

    fn takes(&mut self, text: &str) -> bool {
        let found = self.peek().is_some_and(|token| token.text == text);
        self.at = self.at.saturating_add(usize::from(found));
        found
    }

    fn takes_both(&mut self, first: &str, second: &str) -> bool {
        let next = |at: usize| self.tokens.get(at).map(|token| token.text);
        let found = next(self.at) == Some(first) && next(self.at.saturating_add(1)) == Some(second);
        self.at = self.at.saturating_add(if found { 2 } else { 0 });
        found
    }

    fn take(&mut self, text: &str) -> Parsed<Span> {
        let span = self.here();
        if self.takes(text) { Ok(span) } else { Err(self.expected(&format!("`{text}`"))) }
    }

    fn expected(&self, what: &str) -> Diagnostic {
        let found = self.peek().map_or_else(|| "the expression ends".to_owned(), |token| format!("`{}` is not expected", token.text));
        let refusal = Diagnostic::new("expression::syntax", format!("{found} here"), self.source, self.here(), format!("expected {what}"));
        match self.peek().map(|token| token.text) {
            Some("up" | "assessed") => refusal.help("`up to` stands before a whole amount; put the amount in brackets"),
            Some("better") => refusal.help("write `better of (A, B)`"),
            Some("first") => refusal.help("write `X first reaches T after P`"),
            Some("one") => refusal.help("`one per x.key` stands after `where` and before `largest`"),
            _ => refusal,
        }
    }
}

/// A sum continued.
fn added(node: Node, more: Node) -> Node {
    let span = node.span.to(more.span);
    let parts = match more.kind {
        NodeKind::Sum(parts) => [vec![node], parts].concat(),
        kind => vec![node, Node { span: more.span, kind }],
    };
    Node { span, kind: NodeKind::Sum(parts) }
}

/// A number and its unit, where the unit is written.
fn with_unit(text: &str) -> Option<(Decimal, Unit)> {
    let bare = text.chars().all(|c| c.is_ascii_digit() || ".,万亿千百".contains(c));
    let units = [Unit::Rate, Unit::Dollar, Unit::Yuan, Unit::SquareMetre, Unit::Month, Unit::Day, Unit::Person];
    let counted = [Unit::Flight, Unit::Order, Unit::Piece, Unit::Firm];
    if bare {
        return None;
    }
    units.into_iter().chain(counted).find_map(|unit| quantity::parse(text, unit).ok().map(|value| (value, unit)))
}
