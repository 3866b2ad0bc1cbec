//! Whole firms, worked by hand from the official text before the engine was asked.
#![cfg(test)]

#[path = "firms/inner_mongolia.rs"]
mod inner_mongolia;
#[path = "firms/lhasa.rs"]
mod lhasa;
#[path = "firms/regions.rs"]
mod regions;
#[path = "firms/yuncheng.rs"]
mod yuncheng;
#[path = "firms/zhuzhou.rs"]
mod zhuzhou;
