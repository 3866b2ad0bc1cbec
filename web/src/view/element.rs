//! The markup of a view, written as calls: an element with its class, then its attributes, then what it holds.
//!
//! ```text
//! el("p", "small").attr("lang", "zh-CN").text(&card.heading)
//! ```
//!
//! Every call is a few bytes of the page, a quarter of what the `html!` macro makes of the same tag.

use std::mem::take;
use std::rc::Rc;

use web_sys::Event;
use yew::virtual_dom::{AttrValue, Key, Listener, ListenerKind, VList, VTag, VText};
use yew::{Callback, Html, NodeRef};

/// An element that is being put together; as big as a pointer, so that handing it on costs nothing.
#[must_use]
pub(super) struct El(Box<Parts>);

struct Parts {
    /// Nothing for a fragment.
    tag: Option<VTag>,
    class: String,
    key: Option<Key>,
    held: Vec<Html>,
}

/// An element; without a class where that is empty.
#[inline(never)]
pub(super) fn el(tag: &'static str, class: &str) -> El {
    El(Box::new(Parts { tag: Some(VTag::new(tag)), class: class.to_owned(), key: None, held: Vec::new() }))
}

/// An element that says one text.
#[inline(never)]
pub(super) fn said(tag: &'static str, class: &str, text: &str) -> El {
    el(tag, class).text(text)
}

/// A button of one kind: `primary`, `secondary` or `quiet`.
#[inline(never)]
pub(super) fn button(kind: &str, label: &str, call: Callback<Event>) -> El {
    el("button", "button").class(kind).attr("part", "button").attr("type", "button").on_click(call).text(label)
}

/// Elements one after the other, without one around them. It takes a key and no attributes.
#[inline(never)]
pub(super) fn fragment() -> El {
    El(Box::new(Parts { tag: None, class: String::new(), key: None, held: Vec::new() }))
}

impl El {
    /// One class more; none where it is empty.
    #[inline(never)]
    pub(super) fn class(mut self, class: &str) -> Self {
        if !class.is_empty() {
            self.0.class.push(' ');
            self.0.class.push_str(class);
        }
        self
    }

    /// An attribute.
    #[inline(never)]
    pub(super) fn attr(mut self, name: &'static str, value: &str) -> Self {
        if let Some(tag) = &mut self.0.tag {
            tag.add_attribute(name, copied(value));
        }
        self
    }

    /// An attribute that is there or not.
    #[inline(never)]
    pub(super) fn flag(self, name: &'static str, on: bool) -> Self {
        if on { self.attr(name, name) } else { self }
    }

    /// The id other elements refer to.
    #[inline(never)]
    pub(super) fn id(self, id: &str) -> Self {
        self.attr("id", id)
    }

    /// What an input says.
    #[inline(never)]
    pub(super) fn value(mut self, value: &str) -> Self {
        if let Some(tag) = &mut self.0.tag {
            tag.set_value(Some(copied(value)));
        }
        self
    }

    /// Whether an input is ticked.
    #[inline(never)]
    pub(super) fn checked(mut self, checked: bool) -> Self {
        if let Some(tag) = &mut self.0.tag {
            tag.set_checked(checked);
        }
        self
    }

    /// What it is known by among its neighbours, so that it stays the same element while they come and go.
    #[inline(never)]
    pub(super) fn key(mut self, key: &str) -> Self {
        self.0.key = Some(Key::from(key));
        self
    }

    /// Where the element is to be found once it is on the page.
    #[inline(never)]
    pub(super) fn at(mut self, place: &NodeRef) -> Self {
        if let Some(tag) = &mut self.0.tag {
            tag.node_ref = place.clone();
        }
        self
    }

    /// What a click does.
    pub(super) fn on_click(self, call: Callback<Event>) -> Self {
        self.on("click", call)
    }

    /// What a change of an input does.
    pub(super) fn on_change(self, call: Callback<Event>) -> Self {
        self.on("change", call)
    }

    /// What an event does, by its name.
    #[inline(never)]
    pub(super) fn on(mut self, kind: &'static str, call: Callback<Event>) -> Self {
        if let Some(tag) = &mut self.0.tag {
            tag.add_listener(Rc::new(Heard { kind, call }));
        }
        self
    }

    /// Holds a text.
    #[inline(never)]
    pub(super) fn text(mut self, text: &str) -> Self {
        self.0.held.push(VText::new(copied(text)).into());
        self
    }

    /// Holds another element.
    #[inline(never)]
    pub(super) fn with(self, one: Self) -> Self {
        self.html(one.into())
    }

    /// Holds another element or nothing. Its place is kept, so that those after it stay the same elements when it comes and goes.
    #[inline(never)]
    pub(super) fn maybe(self, one: Option<Self>) -> Self {
        self.html(one.map_or_else(Html::default, Html::from))
    }

    /// Holds other elements, one after the other.
    pub(super) fn each(mut self, all: impl IntoIterator<Item = Self>) -> Self {
        for one in all {
            self = self.with(one);
        }
        self
    }

    /// Holds one element for each text.
    #[inline(never)]
    pub(super) fn all(mut self, tag: &'static str, class: &str, texts: &[String]) -> Self {
        for text in texts {
            self = self.with(said(tag, class, text));
        }
        self
    }

    fn html(mut self, one: Html) -> Self {
        self.0.held.push(one);
        self
    }
}

/// The tags of headings by their level; those below the sixth name theirs.
const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// Lowers every heading by so many levels.
pub(super) fn lower_headings(html: &mut Html, by: usize) {
    let mut lowered = None;
    if let Html::VList(list) = html {
        if let Some(list) = Rc::get_mut(list) {
            list.iter_mut().for_each(|one| lower_headings(one, by));
        }
    } else if let Html::VTag(tag) = html {
        let Some(tag) = Rc::get_mut(tag) else { return };
        if let Some(children) = tag.children_mut() {
            lower_headings(children, by);
        }
        lowered = HEADINGS.iter().position(|heading| *heading == tag.tag()).map(|place| heading(tag, place.saturating_add(by)));
    }
    if let Some(heading) = lowered {
        *html = heading.into();
    }
}

/// The same heading as the one at a place of [`HEADINGS`] and beyond.
fn heading(tag: &mut VTag, place: usize) -> VTag {
    let mut lower = VTag::new(HEADINGS.get(place).copied().unwrap_or("h6"));
    lower.attributes = take(&mut tag.attributes);
    lower.key = tag.key.take();
    lower.add_children(tag.children_mut().map(take));
    if place >= HEADINGS.len() {
        lower.add_attribute("aria-level", place.saturating_add(1).to_string());
    }
    lower
}

impl From<El> for Html {
    #[inline(never)]
    fn from(one: El) -> Self {
        let Parts { tag, class, key, held } = *one.0;
        let Some(mut tag) = tag else { return VList::with_children(held, key).into() };
        if !class.is_empty() {
            tag.add_attribute("class", class);
        }
        tag.key = key;
        tag.add_children(held);
        tag.into()
    }
}

/// A callback as an element keeps it, of one kind for every event: each more would be code for it alone.
struct Heard {
    kind: &'static str,
    call: Callback<Event>,
}

impl Listener for Heard {
    fn kind(&self) -> ListenerKind {
        ListenerKind::other(self.kind.into())
    }

    fn handle(&self, event: Event) {
        self.call.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}

fn copied(text: &str) -> AttrValue {
    AttrValue::Rc(Rc::from(text))
}

#[cfg(test)]
mod tests {
    use super::super::tests::rendered;
    use super::*;

    #[tokio::test]
    async fn an_element_is_written_as_it_is_read() {
        let one = el("p", "card").class("").class("wide").attr("lang", "en").flag("open", true).flag("hidden", false);
        let html = rendered(one.text("1 < 2").with(said("b", "", "&")).into()).await;
        assert_eq!(html, "<p lang=\"en\" open=\"open\" class=\"card wide\">1 &lt; 2<b>&amp;</b></p>");
    }

    #[tokio::test]
    async fn a_fragment_is_what_it_holds() {
        let two = fragment().all("li", "one", &["a".to_owned(), "b".to_owned()]);
        assert_eq!(rendered(two.into()).await, "<li class=\"one\">a</li><li class=\"one\">b</li>");
        assert_eq!(rendered(fragment().into()).await, "");
    }

    #[tokio::test]
    async fn a_button_is_of_its_kind_and_submits_nothing() {
        let html = rendered(button("quiet", "返回", Callback::noop()).into()).await;
        assert_eq!(html, "<button part=\"button\" type=\"button\" class=\"button quiet\">返回</button>");
    }

    /// The elements below others, those that are not there among them.
    fn places(one: El) -> usize {
        match Html::from(one) {
            Html::VTag(tag) => match tag.children() {
                Some(Html::VList(list)) => list.len(),
                _ => 0,
            },
            _ => 0,
        }
    }

    #[tokio::test]
    async fn headings_are_lowered_wherever_they_stand() {
        let mut html = el("div", "")
            .with(said("h1", "", "a"))
            .with(fragment().maybe(None).with(el("p", "").with(said("h5", "part-title", "b"))))
            .into();
        lower_headings(&mut html, 2);
        assert_eq!(rendered(html).await, "<div><h3>a</h3><p><h6 class=\"part-title\" aria-level=\"7\">b</h6></p></div>");
    }

    #[test]
    fn what_comes_and_goes_keeps_its_place() {
        let last = || el("input", "");
        assert_eq!(places(el("p", "").maybe(Some(el("b", ""))).with(last())), 2);
        assert_eq!(places(el("p", "").maybe(None).with(last())), 2);
    }

    #[test]
    fn a_key_is_that_of_the_element_or_of_all_the_elements() {
        for one in [el("p", ""), fragment().with(el("p", ""))] {
            assert_eq!(Html::from(one.key("a")).key().map(|key| &**key), Some("a"));
        }
    }
}
