//! How a value stands in a pack: its parts one after the other, an enum's number before them.

use rust_decimal::Decimal;

use super::stream::{Reader, Stream, Writer};
use crate::date::Date;
use crate::fact::Text;

/// What can stand in a pack.
pub(super) trait Form {
    /// Writes the value.
    fn write(&self, out: &mut Writer);
    /// Reads a value; any, once the reader has found damage.
    fn read(from: &mut Reader<'_>) -> Self;
}

/// Structs, by their fields in order, `without` one that no pack holds; a field of words `in` another stream than that of names
/// says so.
macro_rules! structs {
    ($($name:ident $(without $left_out:ident)? { $($field:ident $(in $stream:ident)?),* })*) => {$(
        impl Form for $name {
            fn write(&self, out: &mut Writer) {
                let Self { $($field,)* $($left_out: _)? } = self;
                $(structs!(@write out $field $($stream)?);)*
            }

            fn read(from: &mut Reader<'_>) -> Self {
                Self { $($field: structs!(@read from $($stream)?),)* $($left_out: Default::default())? }
            }
        }
    )*};
    (@write $out:ident $field:ident) => { $field.write($out) };
    (@write $out:ident $field:ident $stream:ident) => { $out.word(Stream::$stream, $field) };
    (@read $from:ident) => { Form::read($from) };
    (@read $from:ident $stream:ident) => { $from.word(Stream::$stream) };
}

/// Enums, by their variants with their numbers. The first is 0 and what is read from damage, so it holds no other of its kind.
macro_rules! enums {
    ($($name:ident { $zero:ident $(($($held:ident),*))? $(, $number:literal $variant:ident $(($($field:ident),*))?)* })*) => {$(
        impl Form for $name {
            fn write(&self, out: &mut Writer) {
                match self {
                    Self::$zero $(($($held),*))? => {
                        out.number(0);
                        $($($held.write(out);)*)?
                    }
                    $(Self::$variant $(($($field),*))? => {
                        out.number($number);
                        $($($field.write(out);)*)?
                    })*
                }
            }

            fn read(from: &mut Reader<'_>) -> Self {
                match from.number() {
                    $($number => Self::$variant $(($(enums!(@read from $field)),*))?,)*
                    number => {
                        if number != 0 {
                            from.fail();
                        }
                        Self::$zero $(($(enums!(@read from $held)),*))?
                    }
                }
            }
        }
    )*};
    (@read $from:ident $field:ident) => { Form::read($from) };
}

/// Numbers under a name.
macro_rules! wrappers {
    ($($name:ident)*) => {$(
        impl Form for $name {
            fn write(&self, out: &mut Writer) {
                self.0.write(out);
            }

            fn read(from: &mut Reader<'_>) -> Self {
                Self(Form::read(from))
            }
        }
    )*};
}

macro_rules! numbers {
    ($($name:ident)*) => {$(
        impl Form for $name {
            fn write(&self, out: &mut Writer) {
                out.number(u64::from(*self));
            }

            fn read(from: &mut Reader<'_>) -> Self {
                from.small()
            }
        }
    )*};
}

pub(super) use {enums, structs, wrappers};

numbers! { u8 u16 u32 u64 }

impl Form for bool {
    fn write(&self, out: &mut Writer) {
        out.number(u64::from(*self));
    }

    fn read(from: &mut Reader<'_>) -> Self {
        from.number() != 0
    }
}

impl Form for String {
    fn write(&self, out: &mut Writer) {
        out.word(Stream::Names, self);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        from.word(Stream::Names)
    }
}

/// Without the English words, the Chinese ones stand for them.
impl Form for Text {
    fn write(&self, out: &mut Writer) {
        out.word(Stream::Chinese, &self.zh);
        out.word(Stream::English, &self.en);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let zh = from.word(Stream::Chinese);
        let en = if from.has_english() { from.word(Stream::English) } else { zh.clone() };
        Self { zh, en }
    }
}

impl<T: Form> Form for Option<T> {
    fn write(&self, out: &mut Writer) {
        self.is_some().write(out);
        if let Some(value) = self {
            value.write(out);
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        if bool::read(from) { Some(T::read(from)) } else { None }
    }
}

impl<T: Form> Form for Box<T> {
    fn write(&self, out: &mut Writer) {
        T::write(self, out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        from.enter();
        let value = Self::new(T::read(from));
        from.leave();
        value
    }
}

impl<T: Form> Form for Vec<T> {
    fn write(&self, out: &mut Writer) {
        out.number(self.len() as u64);
        for one in self {
            one.write(out);
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        from.enter();
        let mut all = Self::new();
        for _ in 0..from.number() {
            if from.is_damaged() {
                break;
            }
            all.push(T::read(from));
        }
        from.leave();
        all
    }
}

impl<A: Form, B: Form> Form for (A, B) {
    fn write(&self, out: &mut Writer) {
        self.0.write(out);
        self.1.write(out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        (A::read(from), B::read(from))
    }
}

impl Form for Date {
    fn write(&self, out: &mut Writer) {
        self.year().write(out);
        self.month().write(out);
        self.day().write(out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        Self::new(from.small(), from.small(), from.small()).unwrap_or_else(|| {
            from.fail();
            Self::FIRST
        })
    }
}

/// The digits as they are, in three parts, then how many stand behind the point and the sign.
impl Form for Decimal {
    fn write(&self, out: &mut Writer) {
        let digits = self.unpack();
        for part in [digits.lo, digits.mid, digits.hi, digits.scale << 1 | u32::from(digits.negative)] {
            part.write(out);
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let (low, middle, high, last): (u32, u32, u32, u32) = (from.small(), from.small(), from.small(), from.small());
        let scale = last >> 1;
        if scale > Self::MAX_SCALE {
            from.fail();
            return Self::ZERO;
        }
        Self::from_parts(low, middle, high, last & 1 == 1, scale)
    }
}
