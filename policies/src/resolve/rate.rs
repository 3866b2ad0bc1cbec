//! The rate of the dollar.

use std::sync::Arc;

use mingbai_core::interval::Interval;
use mingbai_core::library::UsdRate;
use mingbai_core::quantity::Unit;
use rust_decimal::Decimal;

use super::facts::amount;
use crate::diagnostic::{Diagnostic, Source};
use crate::doc::RateDoc;
use crate::files::Written;

/// Resolves the rate, of which there is one or none.
pub(super) fn rate(written: &Written, diagnostics: &mut Vec<Diagnostic>) -> Option<UsdRate> {
    for (source, doc) in written.rates.iter().skip(1) {
        let refusal = Diagnostic::new("rate::two", "there are two rates of the dollar", source, doc.id.span, "the second one");
        diagnostics.push(refusal.help("keep the one that holds; a rate of another time is not kept beside it"));
    }
    let (source, doc) = written.rates.first()?;
    let yuan = yuan(source, doc, diagnostics)?;
    Some(UsdRate { yuan, source: doc.source.0.clone(), checked: doc.checked.0 })
}

fn yuan(source: &Arc<Source>, doc: &RateDoc, diagnostics: &mut Vec<Diagnostic>) -> Option<Interval> {
    let low = amount(source, &doc.low, Unit::Yuan, diagnostics);
    let high = amount(source, &doc.high, Unit::Yuan, diagnostics)?;
    let low = low?;
    if low == Decimal::ZERO {
        let refusal = Diagnostic::new("rate::zero", "a dollar is worth more than nothing", source, doc.low.span, "must be above zero");
        diagnostics.push(refusal.help("write the yuan for one dollar, such as `7.05元`"));
    }
    if low > high {
        let refusal = Diagnostic::new("rate::reversed", "the range of the rate is upside down", source, doc.low.span, "more than `high`");
        diagnostics.push(refusal.label(doc.high.span, "less than `low`"));
    }
    Some(Interval { low, high: Some(high) })
}
