//! The names by which the program and its script know each other, without the numbers and types that wasm-bindgen
//! writes into them: these tell a person nothing, depend on where the build runs and do not compress.

use std::collections::BTreeMap;

/// Old names and new ones.
type Names = BTreeMap<String, String>;

/// Gives what the program takes from its script, and what the script calls in it, short names in both.
/// Nothing where the program cannot be read.
pub(crate) fn shorten(wasm: &[u8], script: &str) -> Option<(Vec<u8>, String)> {
    let (mut names, mut out) = (Names::new(), wasm.get(..HEAD)?.to_vec());
    let mut rest = Reader(wasm.get(HEAD..)?);
    while !rest.0.is_empty() {
        let (id, length) = (rest.byte()?, rest.number()?);
        let body = rest.take(length as usize)?;
        let body = match id {
            IMPORTS => renamed(body, &mut names, Reader::import)?,
            EXPORTS => renamed(body, &mut names, Reader::export)?,
            _ => body.to_vec(),
        };
        out.push(id);
        number(&mut out, u32::try_from(body.len()).ok()?);
        out.extend(body);
    }
    Some((out, in_script(script, &names)))
}

/// The names of what the program takes from its script. Nothing where the program cannot be read.
pub(crate) fn imports(wasm: &[u8]) -> Option<Vec<&str>> {
    let mut rest = Reader(wasm.get(HEAD..)?);
    while !rest.0.is_empty() {
        let (id, length) = (rest.byte()?, rest.number()?);
        let mut body = Reader(rest.take(length as usize)?);
        if id == IMPORTS {
            let count = body.number()?;
            return (0..count).map(|_| body.import().and_then(|[_, name, _]| str::from_utf8(name).ok())).collect();
        }
    }
    Some(Vec::new())
}

/// The bytes before the first section.
const HEAD: usize = 8;
/// The section of what the program takes.
const IMPORTS: u8 = 2;
/// The section of what can be called in it.
const EXPORTS: u8 = 7;

/// A section with short names. `read` gives what stands before a name, the name, and what stands behind it.
fn renamed<'a>(body: &'a [u8], names: &mut Names, read: impl Fn(&mut Reader<'a>) -> Option<[&'a [u8]; 3]>) -> Option<Vec<u8>> {
    let (mut reader, mut out) = (Reader(body), Vec::new());
    let count = reader.number()?;
    number(&mut out, count);
    for _ in 0..count {
        let [before, name, behind] = read(&mut reader)?;
        let name = str::from_utf8(name).ok()?;
        let new = short(name, names);
        out.extend(before);
        number(&mut out, u32::try_from(new.len()).ok()?);
        out.extend(new.as_bytes());
        out.extend(behind);
        names.insert(name.to_owned(), new);
    }
    Some(out)
}

/// A name without prefix and number, and with a count where it is taken already; what only calls a closure is an `invoke`.
fn short(name: &str, taken: &Names) -> String {
    let is_number = |text: &str| text.len() == 16 && text.bytes().all(|b| b.is_ascii_hexdigit());
    let plain = name.strip_prefix("__wbg_").and_then(|rest| rest.rsplit_once('_')).filter(|(_, number)| is_number(number));
    let plain = match plain {
        Some((plain, _)) => plain,
        None if name.contains("closures_") && name.contains("_invoke_") => "invoke",
        None => name,
    };
    let free = |name: &String| taken.values().all(|other| other != name);
    let counted = (2..).map(|count| format!("{plain}{count}"));
    std::iter::once(plain.to_owned()).chain(counted).find(free).unwrap_or_default()
}

/// The script with the new names in place of the old ones, wherever these stand as words.
fn in_script(script: &str, names: &Names) -> String {
    let outside = |c: char| !c.is_ascii_alphanumeric() && c != '_';
    let words = script.split_inclusive(outside).map(|part| {
        let word = part.trim_end_matches(outside);
        let (word, end) = part.split_at(word.len());
        [names.get(word).map_or(word, String::as_str), end]
    });
    words.flatten().collect()
}

/// Reads the parts of a program.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    fn number(&mut self) -> Option<u32> {
        let (mut number, mut shift) = (0_u32, 0_u32);
        loop {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(number);
            }
            shift += 7;
        }
    }

    fn name(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        self.take(length as usize)
    }

    /// The module, the name, and the function's type: the program takes nothing but functions.
    fn import(&mut self) -> Option<[&'a [u8]; 3]> {
        let module = self.passed(|reader| reader.name().map(drop))?;
        let name = self.name()?;
        let function = self.passed(|reader| reader.byte().filter(|kind| *kind == 0).and_then(|_| reader.number()).map(drop))?;
        Some([module, name, function])
    }

    /// The name, and what it is the name of.
    fn export(&mut self) -> Option<[&'a [u8]; 3]> {
        let name = self.name()?;
        let what = self.passed(|reader| reader.byte().and_then(|_| reader.number()).map(drop))?;
        Some([&[], name, what])
    }

    /// The bytes that are read by it.
    fn passed(&mut self, read: impl Fn(&mut Self) -> Option<()>) -> Option<&'a [u8]> {
        let before = self.0;
        read(self)?;
        before.get(..before.len() - self.0.len())
    }
}

fn number(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    out.push(number.to_le_bytes()[0]);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(out: &mut Vec<u8>, text: &str) {
        number(out, u32::try_from(text.len()).unwrap());
        out.extend(text.as_bytes());
    }

    fn program(imports: &[&str], exports: &[&str]) -> Vec<u8> {
        let mut wasm = b"\0asm\x01\0\0\0\x01\x02ab".to_vec();
        let mut section = Vec::new();
        number(&mut section, u32::try_from(imports.len()).unwrap());
        for name in imports {
            text(&mut section, "./it.js");
            text(&mut section, name);
            section.extend([0, 5]);
        }
        wasm.push(IMPORTS);
        number(&mut wasm, u32::try_from(section.len()).unwrap());
        wasm.extend(&section);
        section.clear();
        number(&mut section, u32::try_from(exports.len()).unwrap());
        for name in exports {
            text(&mut section, name);
            section.extend([0, 7]);
        }
        wasm.push(EXPORTS);
        number(&mut wasm, u32::try_from(section.len()).unwrap());
        wasm.extend(&section);
        wasm.extend(b"\x0a\x01c");
        wasm
    }

    #[test]
    fn numbers_go_and_names_stay_apart() {
        let closure = "wasm_bindgen_c357bade0fce1642___convert__closures_____invoke___JsValue";
        let wasm = program(&["__wbg_get_0123456789abcdef", "__wbg_get_fedcba9876543210", "__wbindgen_throw"], &["load", closure]);
        let script =
            format!("a.__wbg_get_0123456789abcdef = 1; wasm.{closure}(__wbg_get_fedcba9876543210, __wbindgen_throw, load); 是__wbg_init");
        let (wasm, script) = shorten(&wasm, &script).unwrap();
        assert_eq!(wasm, program(&["get", "get2", "__wbindgen_throw"], &["load", "invoke"]));
        assert_eq!(script, "a.get = 1; wasm.invoke(get2, __wbindgen_throw, load); 是__wbg_init");
    }

    #[test]
    fn what_is_taken_is_named() {
        assert_eq!(imports(&program(&["open", "fetch"], &["load"])).unwrap(), ["open", "fetch"]);
        assert_eq!(imports(b"\0asm\x01\0\0\0\x02\x7f"), None);
    }

    #[test]
    fn what_is_no_program_is_left_alone() {
        assert_eq!(shorten(b"", ""), None);
        assert_eq!(shorten(b"\0asm\x01\0\0\0\x02\x7f", ""), None);
    }
}
