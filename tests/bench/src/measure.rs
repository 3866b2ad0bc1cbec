//! How long each work takes natively; `tests/bench/measure.mjs` does the same in a browser.

use std::time::{Duration, Instant};

use mingbai_bench::works::{Work, Works};
use serde_json::{Value, json};

/// A round is repeated until it takes this long.
const ROUND: Duration = Duration::from_millis(1);
/// Of so many rounds the quickest counts: what else the machine does only ever adds.
const ROUNDS: u32 = 7;

/// The median and the longest time of each work over the firms, in microseconds.
pub(crate) fn measure(works: &Works, firms: usize) -> Value {
    let times = works.named().map(|(name, work)| {
        let firms = if work == Work::Hundredfold || work == Work::Decode { firms.min(10) } else { firms };
        let mut times: Vec<f64> = (0..firms).map(|firm| quickest(works, work, firm)).collect();
        times.sort_by(f64::total_cmp);
        json!({ "work": name, "median": times[firms / 2], "longest": times[firms - 1] })
    });
    Value::Array(times.collect())
}

fn quickest(works: &Works, work: Work, firm: usize) -> f64 {
    let mut times = 1;
    while round(works, work, firm, times) < ROUND {
        times *= 2;
    }
    let quickest = (0..ROUNDS).map(|_| round(works, work, firm, times)).min().unwrap_or_default();
    quickest.as_secs_f64() * 1e6 / f64::from(times)
}

fn round(works: &Works, work: Work, firm: usize, times: u32) -> Duration {
    let start = Instant::now();
    works.run(work, firm, times);
    start.elapsed()
}
