//! The engine as a module for Node and browsers, spoken to in numbers.
#![cfg(target_arch = "wasm32")]

use mingbai_bench::Host;
use mingbai_bench::host::{Results, float};
use mingbai_bench::works::{Work, Works};
use mingbai_core::Answers;
use wasm_bindgen::prelude::*;

/// A library in use, and one firm.
#[wasm_bindgen]
pub struct Engine {
    host: Host,
    answers: Answers,
}

#[wasm_bindgen]
impl Engine {
    /// Takes the bytes of a pack.
    ///
    /// # Errors
    /// When they are not a pack, damaged, or of another version.
    #[wasm_bindgen(constructor)]
    pub fn new(pack: &[u8]) -> Result<Engine, JsError> {
        let host = Host::new(pack).map_err(|error| JsError::new(&error.to_string()))?;
        Ok(Self { host, answers: Answers::default() })
    }

    /// The questions, one a line; the columns of a list follow its name.
    pub fn questions(&self) -> String {
        self.host.form.names().map(|names| names.join(" ")).collect::<Vec<_>>().join("\n")
    }

    /// Takes the answers of a firm.
    pub fn open(&mut self, numbers: &[f64]) {
        self.answers = self.host.form.answers(numbers);
    }

    /// Changes the answer to one question.
    pub fn set(&mut self, question: usize, numbers: &[f64]) {
        self.host.form.set(&mut self.answers, question, numbers);
    }

    /// For each measure 1 or 0 and an amount, then the total.
    pub fn results(&self) -> Vec<f64> {
        let results = Results::of(&self.host.assess(&self.answers));
        let measures = results.measures.into_iter().flat_map(|(qualifies, amount)| [f64::from(u8::from(qualifies)), float(amount)]);
        measures.chain([float(results.total)]).collect()
    }
}

/// What is timed.
#[wasm_bindgen]
pub struct Bench(Works);

#[wasm_bindgen]
impl Bench {
    /// Takes a data pack, firms as lines of JSON, and whether everything is known of them.
    #[wasm_bindgen(constructor)]
    pub fn new(pack: &[u8], firms: &str, complete: bool) -> Bench {
        Self(Works::new(pack, firms, complete))
    }

    /// Does the work of that name for one firm so many times.
    pub fn run(&self, name: &str, firm: usize, times: u32) {
        let work = Work::NAMED.into_iter().find(|(one, _)| *one == name);
        work.into_iter().for_each(|(_, work)| self.0.run(work, firm, times));
    }
}
