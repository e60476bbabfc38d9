//! Enumerations with a stable word for each value.

/// Declares an enumeration whose values have stable words: `CODES`, `code`, `from_code`, serde.
macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$value_doc:meta])* $value:ident => $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$value_doc])* $value,)+ }

        impl $name {
            /// Every value, in the order it is declared.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];
            /// The words of all values, in the same order.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The stable word.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$value => $code,)+ }
            }

            /// Reads the word.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$value),)+ _ => None }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let code = <std::borrow::Cow<'_, str>>::deserialize(deserializer)?;
                Self::from_code(&code).ok_or_else(|| serde::de::Error::unknown_variant(&code, Self::CODES))
            }
        }
    };
}
