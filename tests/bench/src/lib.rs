//! How fast the engine answers: what a program that holds a library does with it, the same natively and in WebAssembly.

pub mod by_hand;
pub mod copies;
pub mod firm;
pub mod host;
pub mod record;
pub mod works;

pub use copies::copies;
pub use firm::{Firm, Form};
pub use host::Host;
pub use record::Record;
