//! The only place that knows JavaScript: what pages call, files in and out.
//!
//! A page calls [`load`] once with the data pack, then [`mount`] to show the questionnaire, or [`assess`] to have
//! answers assessed without showing anything. `www/mingbai.js` does so, and is what other pages call.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_file::{Blob, ObjectUrl};
use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, JSON, Number, Object, Promise};
use mingbai_core::fact::Text;
use mingbai_core::json::{MAX_DEPTH, Raw, can_be_parsed, catalogue, link, read, report, saved};
use mingbai_core::library::Document;
use mingbai_core::pack::{PackError, VERSION, cut, decode};
use mingbai_core::{Answers, Assessment, Date, Library};
use mingbai_words::learn_english;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlAnchorElement, PopStateEvent, Window};
use yew::{AppHandle, Callback};

use crate::clock::{Today, day_in_china};
use crate::flow::Regions;
use crate::saved::{message, refusal, regions};
use crate::session::{Message, STEPS, preset};
use crate::view::app::Message::{Act, English};
use crate::view::app::{App, Props};

/// How long a file offered for download stays available, in milliseconds.
const DOWNLOAD_TIME: u32 = 60_000;

#[wasm_bindgen]
extern "C" {
    // A page that was not served over a safe connection has no clipboard.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_to_clipboard(text: &str) -> Result<Promise, JsValue>;

    /// How answers are assessed.
    pub type AssessOptions;
    #[wasm_bindgen(method, getter, catch, js_name = asOf)]
    fn as_of(this: &AssessOptions) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter, catch)]
    fn document(this: &AssessOptions) -> Result<JsValue, JsValue>;
}

thread_local! {
    static LIBRARY: RefCell<Option<Rc<Library>>> = const { RefCell::new(None) };
}

/// Takes the data pack, the bytes of `mingbai.pack`, and gives what tells its rules from all others. To be called before anything
/// else; and again with the English words as well, the bytes of `mingbai.en.pack`, before anything is shown in English. A pack that
/// has English words itself keeps them.
///
/// # Errors
/// When the bytes are not a pack, are damaged, or are of another version; or the English words are not of this program and these rules.
#[wasm_bindgen]
pub fn load(pack: &[u8], english: Option<Vec<u8>>) -> Result<Option<String>, JsError> {
    let english = english.unwrap_or_default();
    let (interface, words) = english.split_at(english.iter().position(|byte| *byte == 0).unwrap_or(english.len()));
    let words = words.get(1..).filter(|_| cut(pack).1.is_empty()).unwrap_or_default();
    let library = decode(&[pack, words].concat()).map_err(|error| JsError::new(&complaint(error)))?;
    if !english.is_empty() && !core::str::from_utf8(interface).is_ok_and(learn_english) {
        return Err(JsError::new(&complaint(PackError::Damaged)));
    }
    let rules = library.fingerprint.clone();
    LIBRARY.with_borrow_mut(|slot| *slot = Some(Rc::new(library)));
    Ok(rules)
}

/// Shows the questionnaire in an element. With `full_page` it has the window to itself: the back button goes back through
/// the questions, and it asks before one leaves and loses what was entered. `on_step` is called with the step the person is
/// at, from 1, and how many there are; `on_english` when English is wanted and its words were not loaded: [`Mounted::english`]
/// is to follow.
///
/// # Errors
/// When no pack was loaded.
#[wasm_bindgen]
pub fn mount(root: Element, full_page: bool, on_step: Function, on_english: Function) -> Result<Mounted, JsError> {
    let library = library()?;
    let visitor = clock().ok_or_else(|| JsError::new("the clock cannot be read"))?;
    let on_step = Callback::from(move |step: u8| {
        // What the page makes of it is its own affair.
        let _ = on_step.call2(&JsValue::NULL, &JsValue::from(step), &JsValue::from(STEPS));
    });
    let on_english = Callback::from(move |()| {
        let _ = on_english.call0(&JsValue::NULL);
    });
    let props = Props { library: Rc::clone(&library), today: Today::of(visitor, library.checked), full_page, on_step, on_english };
    Ok(Mounted { app: yew::Renderer::with_root_and_props(root, props).render(), library })
}

/// A questionnaire that is shown.
#[wasm_bindgen]
pub struct Mounted {
    app: AppHandle<App>,
    library: Rc<Library>,
}

#[wasm_bindgen]
impl Mounted {
    /// Sets an option by its name, see [`preset`]; whether its value can be used.
    #[must_use]
    pub fn set(&self, name: &str, value: &str) -> bool {
        let action = preset(&self.library, name, value);
        action.map(|action| self.app.send_message(Act(action))).is_some()
    }

    /// Tells that the English words that were wanted have been loaded, or do not come.
    pub fn english(&self) {
        self.app.send_message(English);
    }

    /// Takes it off the page for good.
    pub fn destroy(self) {
        self.app.destroy();
    }
}

/// Assesses answers: an object of facts. The result, as JSON, is byte for byte that of `policies evaluate`.
///
/// # Errors
/// When no pack was loaded, there is no such document or day, or an answer cannot be read; the message names the field.
#[wasm_bindgen]
pub fn assess(answers: &JsValue, options: &AssessOptions) -> Result<JsValue, JsError> {
    let library = library()?;
    let as_of = text_option("asOf", options.as_of())?;
    let as_of = as_of.as_deref().and_then(Date::parse).ok_or_else(|| JsError::new("asOf: must be a day such as 2026-03-01"))?;
    let document = text_option("document", options.document())?;
    if let Some(id) = document.as_deref().filter(|id| library.document(id).is_none()) {
        return Err(JsError::new(&format!("document: there is no document `{id}`")));
    }
    let text = JSON::stringify(answers).ok().and_then(|text| text.as_string());
    let raw =
        text.as_deref().and_then(parsed).as_ref().and_then(raw).ok_or_else(|| JsError::new("the answers are not an object of facts"))?;
    let answers = read(&library, &raw).map_err(|errors| {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        JsError::new(&lines.join("\n"))
    })?;
    let chosen = |one: &Document| document.as_ref().is_none_or(|id| *id == one.id);
    let assessment = mingbai_core::assess(&library, &answers, as_of, chosen);
    to_object(&report(&library, &answers, &assessment)).ok_or_else(|| JsError::new("the assessment cannot be given as an object"))
}

/// What can be answered and in which form, as `policies facts` prints it, without the measures that use it.
///
/// # Errors
/// When no pack was loaded.
#[wasm_bindgen]
pub fn facts() -> Result<JsValue, JsError> {
    to_object(&catalogue(&*library()?)).ok_or_else(|| JsError::new("the facts cannot be given as an object"))
}

/// The text of an option, if it is given. A page may give anything, and its options may be of any kind.
fn text_option(name: &str, given: Result<JsValue, JsValue>) -> Result<Option<String>, JsError> {
    let given = given.map_err(|_| JsError::new(&format!("{name}: cannot be read from the options")))?;
    if given.is_undefined() || given.is_null() {
        return Ok(None);
    }
    given.as_string().map(Some).ok_or_else(|| JsError::new(&format!("{name}: must be a text")))
}

/// The assessment as the text of a file: one line, byte for byte what `policies evaluate` prints.
pub(crate) fn report_text(library: &Library, answers: &Answers, assessment: &Assessment) -> String {
    let object = to_object(&report(library, answers, assessment));
    let text = object.and_then(|object| JSON::stringify(&object).ok()).and_then(|text| text.as_string());
    text.map_or_else(String::new, |text| format!("{text}\n"))
}

/// The answers in the text of a file or link with the regions checked and what to tell, or what is wrong with it; no text where the file could not be read.
pub(crate) fn answers_in(library: &Library, text: Option<&str>) -> Result<(Answers, Regions, Message), Text> {
    let file = text.and_then(parsed).unwrap_or_default();
    let get = |from: &JsValue, name: &str| js_sys::Reflect::get(from, &JsValue::from(name)).ok();
    let entry = |name| get(&file, name).as_ref().and_then(raw).unwrap_or(Raw::Null);
    let answers = saved(library, &entry("form"), &entry("answers")).map_err(|error| refusal(library, &error))?;
    let assessed = get(&file, "documents").and_then(|documents| documents.dyn_into::<Array>().ok()).unwrap_or_default();
    let ids: Vec<String> = assessed.iter().filter_map(|document| get(&document, "id")?.as_string()).collect();
    let regions = regions(library, &answers, &ids);
    let rules = get(&file, "rules").and_then(|rules| rules.as_string());
    Ok((answers, regions, message(library, rules.as_deref())))
}

/// What stands before the answers in a link.
const LINK_MARK: &str = "#answers=";

/// Whether this page has an address that others can open: one opened from a folder has none.
pub(crate) fn has_address() -> bool {
    here().is_some_and(|here| !here.starts_with("file:"))
}

fn here() -> Option<String> {
    web_sys::window()?.location().href().ok()
}

/// The address of this page with the answers behind its `#`, which browsers send to no server.
pub(crate) fn link_text(library: &Library, answers: &Answers, chosen: impl Fn(&Document) -> bool) -> Option<String> {
    let text = JSON::stringify(&to_object(&link(library, answers, chosen))?).ok()?.as_string()?;
    let here = here()?;
    let page = here.split('#').next()?;
    Some(format!("{page}{LINK_MARK}{}", String::from(js_sys::encode_uri_component(&text))))
}

/// Takes answers out of the page's address, if it carries any: an empty text where what it carries is damaged.
pub(crate) fn take_linked() -> Option<String> {
    let window = web_sys::window()?;
    let (here, hash) = (here()?, window.location().hash().ok()?);
    let carried = hash.strip_prefix(LINK_MARK)?;
    let history = window.history().ok()?;
    let state = history.state().unwrap_or_default();
    // What was taken over may change: the address does not keep it.
    let _ = history.replace_state_with_url(&state, "", here.split('#').next());
    Some(js_sys::decode_uri_component(carried).map_or_else(|_| String::new(), String::from))
}

/// Calls whenever the part of the window's address behind its `#` changes.
pub(crate) fn on_address(call: impl Fn() + 'static) -> Option<EventListener> {
    web_sys::window().map(|window| EventListener::new(&window, "hashchange", move |_| call()))
}

/// Copies a text, and calls with whether that was possible.
pub(crate) fn copy(text: &str, call: impl FnOnce(bool) + 'static) {
    let copying = write_to_clipboard(text);
    spawn_local(async move {
        call(match copying {
            Ok(copying) => JsFuture::from(copying).await.is_ok(),
            Err(_) => false,
        });
    });
}

/// Offers a text as a file to keep.
pub(crate) fn offer_file(name: &str, text: &str) {
    let url = ObjectUrl::from(Blob::new_with_options(text, Some("application/json")));
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.and_then(|document| document.create_element("a").ok()).and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(&url);
        link.set_download(name);
        link.click();
        Timeout::new(DOWNLOAD_TIME, move || drop(url)).forget();
    }
}

/// What is wrong with a pack, in both languages.
fn complaint(error: PackError) -> String {
    let zh = match error {
        PackError::NotAPack => "规则数据不是本页能用的数据包".to_owned(),
        PackError::OtherVersion(version) => format!("规则数据是第{version}版，本页需要第{VERSION}版，请把网页和数据一起更新"),
        PackError::Damaged | PackError::TooLarge => "规则数据已损坏".to_owned(),
    };
    format!("{zh} / {error}")
}

/// Marks where one is in the window's history: as a new entry, or on the one at hand.
pub(crate) fn mark_in_history(depth: usize, new: bool) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    let state = JsValue::from(u32::try_from(depth).unwrap_or(u32::MAX));
    // A window without a history, such as a sandboxed frame, is left as it is.
    let _ = history.map(|history| if new { history.push_state(&state, "") } else { history.replace_state(&state, "") });
}

/// Goes so many entries back in the window's history.
pub(crate) fn go_back_in_history(steps: usize) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    let delta = i32::try_from(steps).map_or(i32::MIN, |steps| -steps);
    let _ = history.map(|history| history.go_with_delta(delta));
}

/// Calls with what was marked, whenever the window goes to another entry of its history.
pub(crate) fn on_history(call: impl Fn(usize) + 'static) -> Option<EventListener> {
    let listen = |window: Window| {
        EventListener::new(&window, "popstate", move |event| {
            let state = event.dyn_ref::<PopStateEvent>().and_then(|event| event.state().as_f64());
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count, marked by this page")]
            if let Some(depth) = state {
                call(depth as usize);
            }
        })
    };
    web_sys::window().map(listen)
}

/// The rules with their English words, once these and those of the interface are there.
pub(crate) fn english() -> Option<Rc<Library>> {
    mingbai_words::english().and_then(|_| LIBRARY.with_borrow(Clone::clone))
}

fn library() -> Result<Rc<Library>, JsError> {
    LIBRARY.with_borrow(Clone::clone).ok_or_else(|| JsError::new("no data pack was loaded: call load(bytes) first"))
}

/// The visitor's day.
fn clock() -> Option<Date> {
    #[expect(clippy::cast_possible_truncation, reason = "a float becomes the nearest integer there is")]
    let milliseconds = js_sys::Date::now() as i64;
    day_in_china(milliseconds)
}

fn parsed(text: &str) -> Option<JsValue> {
    if can_be_parsed(text) { JSON::parse(text).ok() } else { None }
}

/// A value that was parsed from JSON; nothing where it is nested deeper than answers ever are.
fn raw(value: &JsValue) -> Option<Raw> {
    raw_below(value, MAX_DEPTH)
}

fn raw_below(value: &JsValue, depth: u8) -> Option<Raw> {
    if let Some(items) = value.dyn_ref::<Array>() {
        let depth = depth.checked_sub(1)?;
        return items.iter().map(|item| raw_below(&item, depth)).collect::<Option<_>>().map(Raw::Array);
    }
    if let Some(object) = value.dyn_ref::<Object>() {
        let depth = depth.checked_sub(1)?;
        let entries = Object::entries(object);
        let entries = entries.iter().map(|entry| {
            let entry = Array::from(&entry);
            Some((entry.get(0).as_string()?, raw_below(&entry.get(1), depth)?))
        });
        return entries.collect::<Option<_>>().map(Raw::Object);
    }
    let text = || value.as_string().map(Raw::Text);
    let truth = || value.as_bool().map(Raw::Bool);
    Some(number(value).or_else(text).or_else(truth).unwrap_or(Raw::Null))
}

fn number(value: &JsValue) -> Option<Raw> {
    let number = value.as_f64()?;
    let whole = Number::is_safe_integer(value) && number >= 0.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number from 0 to 2⁵³")]
    Some(if whole { Raw::Integer(number as u64) } else { Raw::OtherNumber })
}

fn to_object(value: &impl Serialize) -> Option<JsValue> {
    value.serialize(&Serializer::json_compatible()).ok()
}
