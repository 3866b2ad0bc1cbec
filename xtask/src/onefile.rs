//! `mingbai-offline.html`: the page as one file that opens from a folder, without a network.

use std::fs;
use std::io;
use std::num::NonZeroU64;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zopfli::{Format, Options};

use crate::assemble::{ABOUT, ENGLISH, PACK, VERSION, WASM, read};
use crate::hash;
use crate::licences;
use crate::scripts;
use crate::stop::Stop;

/// How often the best way to compress is looked for; what more would find is less than a hundred bytes.
const ROUNDS: u64 = 5;

/// Writes the file from `offline.html`, whose comments name what goes in their place. Its own policy lets one script run,
/// and nothing be loaded or sent.
pub(crate) fn write(modules: &Path, made: &Path, dist: &Path) -> Result<(), Stop> {
    let script = scripts::of_one_file(modules, dist)?;
    let style = read(&dist.join("page.css"))?;
    let about = read(&made.join(ABOUT))?;
    let data = [("wasm", WASM), ("pack", PACK), ("english", ENGLISH), ("licences", licences::FILE)];
    let data = data.into_iter().map(|(id, name)| part(dist, id, name)).collect::<Result<String, Stop>>()?;
    let checksum = |name: &str| hash::hex_of(&dist.join(name));
    let parts = [
        ("policy", format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", policy(&script, &style))),
        ("style", format!("<style>{style}</style>")),
        ("program", format!("{data}<script>{script}</script>")),
        ("version", VERSION.to_owned()),
        ("checked", named(&about, "checked")?),
        ("review", named(&about, "review")?),
        ("wasm", checksum(WASM)?),
        ("pack", checksum(PACK)?),
        ("english", checksum(ENGLISH)?),
    ];
    let mut page = read(&dist.join("offline.html"))?;
    for (name, text) in &parts {
        page = page.replace(&format!("<!-- {name} -->"), text);
    }
    fs::write(dist.join("mingbai-offline.html"), page).map_err(|error| Stop::failed(format!("mingbai-offline.html: {error}")))
}

/// What the file allows itself.
fn policy(script: &str, style: &str) -> String {
    let (script, style) = (hash::integrity(script.as_bytes()), hash::integrity(style.as_bytes()));
    format!(
        "default-src 'none'; script-src '{script}' 'wasm-unsafe-eval'; style-src '{style}'; img-src data:; connect-src 'none'; \
         form-action 'none'; base-uri 'none'"
    )
}

/// A file as a part of the page that is no script: gzip in base64. It is compressed here, and not by Node, whose own way
/// differs from version to version and leaves more.
fn part(dist: &Path, id: &str, name: &str) -> Result<String, Stop> {
    let compress = || -> io::Result<Vec<u8>> {
        let mut packed = Vec::new();
        let rounds = NonZeroU64::new(ROUNDS).unwrap_or(NonZeroU64::MIN);
        let options = Options { iteration_count: rounds, ..Options::default() };
        zopfli::compress(options, Format::Gzip, fs::read(dist.join(name))?.as_slice(), &mut packed)?;
        Ok(packed)
    };
    let packed = compress().map_err(|error| Stop::failed(format!("{name}: {error}")))?;
    Ok(format!("<script type=\"application/gzip\" id=\"{id}\">{}</script>\n", STANDARD.encode(packed)))
}

/// A text of a JSON object of plain texts.
fn named(json: &str, name: &str) -> Result<String, Stop> {
    let value = json.split_once(&format!("\"{name}\":\"")).and_then(|(_, rest)| rest.split('"').next());
    value.map(str::to_owned).ok_or_else(|| Stop::failed(format!("about.json names no `{name}`.")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_by_its_name() {
        let json = r#"{"rules":"0f","checked":"2026-11-21","documents":5}"#;
        assert_eq!(named(json, "checked").expect("a day"), "2026-11-21");
        assert!(named(json, "review").is_err());
    }

    #[test]
    fn the_policy_allows_this_script_and_no_connection() {
        let policy = policy("abc", "");
        assert!(policy.contains("script-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=' 'wasm-unsafe-eval'; "));
        assert!(policy.contains("connect-src 'none'") && policy.starts_with("default-src 'none'"));
    }
}
