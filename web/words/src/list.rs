//! How words stand in a file: each on a line of its own, in the order in which they are declared.

/// The lines of a file that are left.
pub(crate) struct Lines(pub(crate) &'static str);

impl Lines {
    /// Takes the next line. It is a call for each word there is, so it must be small.
    #[inline(never)]
    fn next(&mut self, word: &mut &'static str) {
        (*word, self.0) = self.0.split_once('\n').unwrap_or_default();
    }
}

/// Words that stand in a file.
pub(crate) trait Listed {
    /// How many lines they take.
    const LINES: usize;

    /// Puts the words of the next lines in the place of these.
    fn read(&mut self, lines: &mut Lines);

    /// Puts the words on lines.
    #[cfg(feature = "english")]
    fn write(&self, lines: &mut Vec<&'static str>);
}

impl Listed for &'static str {
    const LINES: usize = 1;

    fn read(&mut self, lines: &mut Lines) {
        lines.next(self);
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
        #[derive(Clone, Copy)]
        pub struct $name {
            $($(#[$of])* pub $field: $kind,)*
        }

        impl crate::list::Listed for $name {
            const LINES: usize = 0 $(+ <$kind as crate::list::Listed>::LINES)*;

            fn read(&mut self, lines: &mut crate::list::Lines) {
                $(self.$field.read(lines);)*
            }

            #[cfg(feature = "english")]
            fn write(&self, lines: &mut Vec<&'static str>) {
                $(self.$field.write(lines);)*
            }
        }
    )*};
}

pub(crate) use words;
