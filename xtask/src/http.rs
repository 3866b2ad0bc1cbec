//! A small HTTP server for the files of one folder, on this machine only.
//!
//! `http/headers.txt` and `http/types.txt` hold what every answer carries, `{origin}`
//! being where the server is; the browser tests read the same two files.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

const HEADERS: &str = include_str!("../http/headers.txt");
const TYPES: &str = include_str!("../http/types.txt");

/// What the pages are allowed, as every answer says it.
pub(crate) fn policy() -> &'static str {
    HEADERS.lines().find_map(|line| line.strip_prefix("Content-Security-Policy: ")).unwrap_or_default()
}

const PATIENCE: Duration = Duration::from_secs(10);
const LONGEST_REQUEST: u64 = 16 * 1024;

/// Answers requests for the files below `folder` for as long as `listener`
/// works. Each request has its own thread, so that a slow visitor holds up
/// nobody.
pub(crate) fn serve(listener: &TcpListener, folder: &Path) -> io::Result<()> {
    loop {
        let (stream, _) = listener.accept()?;
        let folder = folder.to_path_buf();
        // A visitor who goes away in the middle is no concern of the others.
        thread::spawn(move || drop(answer(&stream, &folder)));
    }
}

fn answer(mut stream: &TcpStream, folder: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let line = request_line(stream)?;
    let (status, kind, body) = respond(&line, folder);
    // A sandboxed frame has no origin that is its own: WebKit takes `'self'` for nothing there.
    let headers = HEADERS.replace("{origin}", &format!("http://{}", stream.local_addr()?));
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n{}\r\n",
        body.len(),
        headers.replace('\n', "\r\n"),
    );
    stream.write_all(head.as_bytes())?;
    if !line.starts_with("HEAD ") {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// Reads a whole request head and returns its first line. Reading all of it
/// keeps the connection from being reset under the answer.
fn request_line(stream: &TcpStream) -> io::Result<String> {
    let mut lines = BufReader::new(stream.take(LONGEST_REQUEST)).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    Ok(first)
}

/// Status, media type and body of the answer to a request line.
fn respond(line: &str, folder: &Path) -> (&'static str, &'static str, Vec<u8>) {
    let plain = "text/plain; charset=utf-8";
    let words: Vec<&str> = line.split(' ').collect();
    let [method, target, _version] = words.as_slice() else {
        return ("400 Bad Request", plain, b"Bad request\n".to_vec());
    };
    if !matches!(*method, "GET" | "HEAD") {
        return ("405 Method Not Allowed", plain, b"Only GET\n".to_vec());
    }
    let file = file_of(target).map(|name| folder.join(name));
    match file.and_then(|path| Some((media_type(&path), read_below(folder, &path)?))) {
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", plain, b"Not found\n".to_vec()),
    }
}

/// The file a request target names, relative to the served folder; nothing
/// for a target that could lead out of it.
fn file_of(target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = decode(path)?;
    let mut file = PathBuf::new();
    let mut segments = path.split('/').peekable();
    while let Some(segment) = segments.next() {
        match segment {
            "" if segments.peek().is_none() => file.push("index.html"),
            "" => return None,
            name if name.starts_with('.') || name.contains(['\\', '\0', ':']) => return None,
            name => file.push(name),
        }
    }
    Some(file)
}

/// Undoes `%E6%98%8E` and the like; nothing when that gives no text.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut pieces = path.split('%');
    bytes.extend_from_slice(pieces.next()?.as_bytes());
    for piece in pieces {
        let digits = piece.get(..2)?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        bytes.extend_from_slice(piece.get(2..)?.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

/// Reads a file, unless a link leads out of the folder.
fn read_below(folder: &Path, path: &Path) -> Option<Vec<u8>> {
    let real = path.canonicalize().ok()?;
    if !real.starts_with(folder.canonicalize().ok()?) {
        return None;
    }
    fs::read(real).ok()
}

fn media_type(path: &Path) -> &'static str {
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    let of = |name: &str| TYPES.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    of(&ending).or_else(|| of("*")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_have_the_type_browsers_insist_on() {
        let kind = |name: &str| media_type(Path::new(name));
        assert_eq!(kind("pkg/mingbai_bg.wasm"), "application/wasm");
        assert_eq!(kind("pkg/mingbai.js"), "text/javascript; charset=utf-8");
        assert_eq!(kind("style.css"), "text/css; charset=utf-8");
        assert_eq!(kind("index.html"), "text/html; charset=utf-8");
        assert_eq!(kind("mingbai.pack"), "application/octet-stream");
        assert_eq!(kind("LICENSE"), "application/octet-stream");
    }

    #[test]
    fn targets_name_files() {
        let file = |target: &str| file_of(target).expect("a file");
        assert_eq!(file("/"), Path::new("index.html"));
        assert_eq!(file("/?lang=en"), Path::new("index.html"));
        assert_eq!(file("/pkg/mingbai.js"), Path::new("pkg/mingbai.js"));
        assert_eq!(file("/demo/"), Path::new("demo/index.html"));
        assert_eq!(file("/%E6%98%8E.html"), Path::new("明.html"));
    }

    #[test]
    fn no_target_leads_out_of_the_folder() {
        for target in [
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/pkg/..%2f..%2fCargo.toml",
            "/..\\Cargo.toml",
            "//etc/passwd",
            "/%2fetc/passwd",
            "/C:/boot.ini",
            "/.git/config",
            "/a%00b",
            "/a%zz",
            "/a%ff",
            "/a%",
            "Cargo.toml",
            "http://127.0.0.1/",
        ] {
            assert_eq!(file_of(target), None, "{target}");
        }
    }

    /// Sends a request head to a real server over this crate's sources.
    fn ask(request: &str) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        thread::spawn(move || {
            let (stream, _) = listener.accept().expect("a visitor");
            answer(&stream, Path::new("http")).expect("an answer");
        });
        let mut stream = TcpStream::connect(address).expect("a connection");
        stream.write_all(request.as_bytes()).expect("sent");
        let mut text = String::new();
        stream.read_to_string(&mut text).expect("received");
        text
    }

    #[test]
    fn answers_carry_the_security_headers() {
        let text = ask("GET /types.txt HTTP/1.1\r\nHost: localhost\r\n\r\n");
        let (head, body) = text.split_once("\r\n\r\n").expect("a head and a body");
        assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{head}");
        assert!(head.contains("\r\nContent-Security-Policy: default-src 'none'; script-src 'self' http://127.0.0.1:"), "{head}");
        assert!(!head.contains('{'), "{head}");
        assert!(head.contains("\r\nX-Content-Type-Options: nosniff"), "{head}");
        assert!(head.contains("\r\nCache-Control: no-cache"), "{head}");
        assert_eq!(body, TYPES);
    }

    #[test]
    fn a_head_request_gets_no_body() {
        let text = ask("HEAD /types.txt HTTP/1.1\r\n\r\n");
        assert!(text.contains(&format!("Content-Length: {}\r\n", TYPES.len())), "{text}");
        assert!(text.ends_with("\r\n\r\n"), "{text}");
    }

    #[test]
    fn other_requests_are_refused() {
        assert!(ask("GET /../Cargo.toml HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404 "));
        assert!(ask("GET /nothing HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404 "));
        assert!(ask("POST / HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405 "));
        assert!(ask("nonsense\r\n\r\n").starts_with("HTTP/1.1 400 "));
    }
}
