//! How words stand in a file: each on a line of its own, in the order in which they are declared.

/// Words that stand in a file.
pub(crate) trait Listed {
    /// How many lines they take.
    const LINES: usize;

    /// The words on the next lines; empty ones once there are none left.
    fn read(lines: &mut dyn Iterator<Item = &'static str>) -> Self;

    /// Puts the words on lines.
    #[cfg(feature = "english")]
    fn write(&self, lines: &mut Vec<&'static str>);
}

impl Listed for &'static str {
    const LINES: usize = 1;

    fn read(lines: &mut dyn Iterator<Item = &'static str>) -> Self {
        lines.next().unwrap_or_default()
    }

    #[cfg(feature = "english")]
    fn write(&self, lines: &mut Vec<&'static str>) {
        lines.push(self);
    }
}

/// Structs of words.
macro_rules! words {
    ($($(#[$says:meta])* pub struct $name:ident { $($(#[$of:meta])* pub $field:ident: $kind:ty,)* })*) => {$(
        $(#[$says])*
        pub struct $name {
            $($(#[$of])* pub $field: $kind,)*
        }

        impl crate::list::Listed for $name {
            const LINES: usize = 0 $(+ <$kind as crate::list::Listed>::LINES)*;

            fn read(lines: &mut dyn Iterator<Item = &'static str>) -> Self {
                Self { $($field: crate::list::Listed::read(lines),)* }
            }

            #[cfg(feature = "english")]
            fn write(&self, lines: &mut Vec<&'static str>) {
                $(self.$field.write(lines);)*
            }
        }
    )*};
}

pub(crate) use words;
