//! What the finished page could reach: every function the program asks of the browser, every name in the scripts by which
//! something could leave the page or stay behind, every address. All of it stands in `privacy/allowed.txt`, and anything
//! new fails.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use crate::assemble::{ENGLISH, PACK, VERSION, WASM, read};
use crate::hash;
use crate::http;
use crate::names;
use crate::place::Place;
use crate::stop::Stop;

const ALLOWED: &str = include_str!("../privacy/allowed.txt");

/// The scripts of `dist/`, and the page that has its script inside.
const SCRIPTS: [&str; 9] =
    ["embed.js", "frame.js", "integrate.js", "mingbai-offline.html", "mingbai.js", "opening.js", "selfcheck.js", "start.js", "sw.js"];

/// What else could name an address.
const PAGES: [&str; 8] =
    ["index.html", "embed.html", "integrate.html", "selfcheck.html", "page.css", "webmaster.css", "integrate.css", "selfcheck.css"];

/// Names by which a script can send something, load something, open something, keep something, or run a text.
const NAMES: [&str; 48] = [
    "fetch",
    "XMLHttpRequest",
    "sendBeacon",
    "WebSocket",
    "WebSocketStream",
    "EventSource",
    "WebTransport",
    "RTCPeerConnection",
    "importScripts",
    "import",
    "Worker",
    "SharedWorker",
    "serviceWorker",
    "BroadcastChannel",
    "postMessage",
    "Image",
    "Audio",
    "FontFace",
    "src",
    "srcset",
    "srcdoc",
    "href",
    "url",
    "action",
    "formAction",
    "submit",
    "requestSubmit",
    "ping",
    "click",
    "open",
    "location",
    "navigation",
    "assign",
    "createObjectURL",
    "clipboard",
    "cookie",
    "cookieStore",
    "localStorage",
    "sessionStorage",
    "indexedDB",
    "caches",
    "eval",
    "Function",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "setAttribute",
    "showSaveFilePicker",
];

/// How an address of somewhere else begins.
const SCHEMES: [&str; 6] = ["http://", "https://", "ws://", "wss://", "stun:", "turn:"];

/// Fails where the finished page holds anything that is not allowed, or lacks what is.
pub(crate) fn check(place: &Place) -> Result<(), Stop> {
    let found = found(&place.dist())?;
    let allowed: BTreeSet<&str> = ALLOWED.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    let new = found.iter().filter(|line| !allowed.contains(line.as_str())).map(|line| format!("+ {line}"));
    let gone = allowed.iter().filter(|line| !found.contains(**line)).map(|line| format!("- {line}"));
    let differences: Vec<String> = new.chain(gone).collect();
    if differences.is_empty() {
        println!("   {} things the page could reach something by, all of them allowed", found.len());
        return Ok(());
    }
    let lines = differences.join("\n");
    Err(Stop::failed(format!("{lines}\nWhat the page could reach has changed. Where that is meant, change xtask/privacy/allowed.txt.")))
}

/// Writes `privacy.json`: what the page could reach, under which policies, and of which files that is said.
pub(crate) fn report(dist: &Path) -> Result<(), Stop> {
    let found: Vec<String> = found(dist)?.iter().map(|line| format!("{line:?}")).collect();
    let files = SCRIPTS.into_iter().chain([WASM, PACK, ENGLISH, "index.html", "embed.html"]);
    let files: Vec<&str> = files.filter(|name| dist.join(name).exists()).collect();
    let text = |files: &str| {
        format!(
            "{{\n\"version\": \"{VERSION}\",\n\"files\": {files},\n\"policy\": {{ \"server\": {:?}, \"mingbai-offline.html\": {:?} }},\n\
             \"found\": [\n{}\n]\n}}\n",
            http::policy(),
            own_policy(dist).unwrap_or_default(),
            found.join(",\n"),
        )
    };
    let write = || -> io::Result<()> { fs::write(dist.join("privacy.json"), text(&hash::integrities(dist, &files)?)) };
    write().map_err(|error| Stop::failed(format!("privacy.json: {error}")))
}

/// The policy that the one file gives itself, where there is one.
fn own_policy(dist: &Path) -> Option<String> {
    let page = fs::read_to_string(dist.join("mingbai-offline.html")).ok()?;
    let (_, rest) = page.split_once("Content-Security-Policy\" content=\"")?;
    rest.split('"').next().map(str::to_owned)
}

/// Everything there is, one line each: `import NAME COUNT`, `name FILE NAME COUNT`, `address FILE ADDRESS`.
fn found(dist: &Path) -> Result<BTreeSet<String>, Stop> {
    let program = fs::read(dist.join(WASM)).map_err(|error| Stop::failed(format!("{WASM}: {error}")))?;
    let imports = names::imports(&program).ok_or_else(|| Stop::failed(format!("{WASM} cannot be read.")))?;
    let imports = counted(imports.iter().copied().map(plain));
    let mut lines: BTreeSet<String> = imports.into_iter().map(|(name, count)| format!("import {name} {count}")).collect();
    let addresses_in =
        |file: &str, text: &str| addresses(text).iter().map(|address| format!("address {file} {address}")).collect::<Vec<_>>();
    lines.extend(addresses_in(WASM, &String::from_utf8_lossy(&program)));
    for file in PAGES {
        lines.extend(addresses_in(file, &read(&dist.join(file))?));
    }
    for file in SCRIPTS.into_iter().filter(|file| dist.join(file).exists()) {
        let text = read(&dist.join(file))?;
        let script = script_of(&text);
        lines.extend(addresses_in(file, script));
        lines.extend(named(script).into_iter().map(|(name, count)| format!("name {file} {name} {count}")));
    }
    Ok(lines)
}

/// The script a page ends with; all of a file that is no page.
fn script_of(text: &str) -> &str {
    let inner = text.rsplit_once("<script>").and_then(|(_, rest)| rest.split_once("</script>"));
    inner.map_or(text, |(script, _)| script)
}

/// The name of an import without the number that tells it from others of that name.
fn plain(import: &str) -> &str {
    import.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('_')
}

/// How often each of [`NAMES`] stands in a script, as a word.
fn named(script: &str) -> BTreeMap<&str, usize> {
    let words = script.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '$');
    counted(words.filter(|word| NAMES.contains(word)))
}

fn counted<'a>(words: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    words.for_each(|word| *counts.entry(word).or_default() += 1);
    counts
}

/// The addresses in a text, up to what cannot be part of one or to the next one.
fn addresses(text: &str) -> BTreeSet<&str> {
    let mut starts: Vec<usize> = SCHEMES.iter().flat_map(|scheme| text.match_indices(scheme)).map(|(start, _)| start).collect();
    starts.sort_unstable();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let pieces = starts.iter().zip(ends).filter_map(|(start, end)| text.get(*start..end));
    let is_part = |c: char| c.is_ascii_graphic() && !"\"'`<>\\{}".contains(c);
    pieces.map(|piece| piece.find(|c| !is_part(c)).map_or(piece, |end| &piece[..end])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_counts_as_a_word_only() {
        let script = "const fetched=await fetch(a),b={fetch};prefetch(b.src)";
        assert_eq!(named(script), BTreeMap::from([("fetch", 2), ("src", 1)]));
    }

    #[test]
    fn every_address_is_found_whole() {
        assert_eq!(addresses("http://a.cn/bhttps://c.cn"), BTreeSet::from(["http://a.cn/b", "https://c.cn"]));
        assert_eq!(addresses("a=\"https://x.cn/a?b\";stun:y.cn:1 z"), BTreeSet::from(["https://x.cn/a?b", "stun:y.cn:1"]));
        assert_eq!(addresses("url, //x, http:"), BTreeSet::new());
    }

    #[test]
    fn an_import_loses_what_tells_it_from_others() {
        assert_eq!(plain("get2"), "get");
        assert_eq!(plain("__wbindgen_generic_0000000000000001"), "__wbindgen_generic");
        assert_eq!(plain("set_href"), "set_href");
    }

    #[test]
    fn of_a_page_its_last_script_counts() {
        assert_eq!(script_of("<script id=\"a\">open</script><script>b</script></html>"), "b");
        assert_eq!(script_of("fetch(a)"), "fetch(a)");
    }
}
