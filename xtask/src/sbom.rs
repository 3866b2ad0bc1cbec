//! `sbom.cdx.json`: what is shipped, part by part, for machines that look for parts with known faults. The format is
//! `CycloneDX` 1.6. Neither a time nor a random number is in it: the same sources give the same bytes.

use serde_json::{Value, json};

use crate::parts::{Part, Parts, own};

/// The file in `dist/`.
pub(crate) const FILE: &str = "sbom.cdx.json";

/// The whole file.
pub(crate) fn file(parts: &Parts) -> String {
    let own = own();
    let others = parts.iter().filter(|(name, _)| **name != own);
    let components: Vec<Value> = others.map(|(_, part)| component(part, "library")).collect();
    let needs = |part: &Part| -> Vec<&str> { part.needs.iter().filter_map(|name| Some(parts.get(name)?.address.as_str())).collect() };
    let dependencies: Vec<Value> = parts.values().map(|part| json!({ "ref": part.address, "dependsOn": needs(part) })).collect();
    let bom = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": parts.get(&own).map(|part| component(part, "application")) },
        "components": components,
        "dependencies": dependencies,
    });
    format!("{bom:#}\n")
}

fn component(part: &Part, kind: &str) -> Value {
    let hashes: Vec<Value> = part.checksum.iter().map(|checksum| json!({ "alg": "SHA-256", "content": checksum })).collect();
    json!({
        "type": kind,
        "bom-ref": part.address,
        "name": part.name,
        "version": part.version,
        "licenses": [{ "expression": part.licence }],
        "purl": part.address,
        "hashes": hashes,
    })
}
