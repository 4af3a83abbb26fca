//! [`vocabulary!`](crate::vocabulary!): a closed set of terms with code, Chinese and English name.

/// Declares an enum whose variants each have a stable code and a name in both languages.
///
/// The enum gets `ALL`, `code`, `zh`, `en`, the `const` look-ups `from_code`, `of_cell` and `read`, [`Phrase`](crate::Phrase),
/// `Display` (the code), [`FromStr`](core::str::FromStr) over the codes, and with the feature `serde` the
/// code as its serialised form. Variants are ordered as written.
///
/// # Example
/// ```
/// eqs_core::vocabulary! {
///     /// Seasons of heating.
///     pub enum Season {
///         /// The heating season.
///         Heating = "heating", "采暖季", "heating season";
///         /// The rest of the year.
///         Other = "other", "非采暖季", "non-heating season";
///     }
/// }
///
/// assert_eq!(Season::from_code("heating"), Some(Season::Heating));
/// assert_eq!(Season::Other.zh(), "非采暖季");
/// assert!("winter".parse::<Season>().is_err());
/// ```
#[macro_export]
macro_rules! vocabulary {
    (
        $(#[$meta:meta])*
        $vis:vis enum $name:ident {
            $($(#[$variant_meta:meta])* $variant:ident = $code:literal, $zh:literal, $en:literal;)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name {
            $($(#[$variant_meta])* $variant,)+
        }

        impl $name {
            /// All terms in their order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable code, as in data files.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The Chinese name.
            #[must_use]
            pub const fn zh(self) -> &'static str {
                match self { $(Self::$variant => $zh,)+ }
            }

            /// The English name.
            #[must_use]
            pub const fn en(self) -> &'static str {
                match self { $(Self::$variant => $en,)+ }
            }

            /// The term with this code.
            #[must_use]
            pub const fn from_code(code: &str) -> ::core::option::Option<Self> {
                $(if $crate::table::same(code, $code) {
                    return ::core::option::Option::Some(Self::$variant);
                })+
                ::core::option::Option::None
            }

            /// The term whose code the cell holds.
            ///
            /// # Errors
            /// What was expected.
            pub const fn of_cell(cell: &str) -> ::core::result::Result<Self, &'static str> {
                match Self::from_code(cell) {
                    ::core::option::Option::Some(term) => ::core::result::Result::Ok(term),
                    ::core::option::Option::None => {
                        ::core::result::Result::Err(concat!("one of", $(" `", $code, "`"),+))
                    }
                }
            }

            /// The term of the next cell of a table; a cell that holds no code is refused.
            pub const fn read(reader: &mut $crate::table::Reader) -> Self {
                match Self::of_cell(reader.text()) {
                    ::core::result::Result::Ok(term) => term,
                    ::core::result::Result::Err(expected) => reader.refuse(expected),
                }
            }
        }

        impl $crate::Phrase for $name {
            fn write(&self, lang: $crate::Lang, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(lang.pick(self.zh(), self.en()))
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.code())
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = $crate::vocabulary::UnknownTerm;

            fn from_str(code: &str) -> ::core::result::Result<Self, Self::Err> {
                Self::from_code(code).ok_or($crate::vocabulary::UnknownTerm {
                    known: &[$($code),+],
                })
            }
        }

        $crate::serialize_as_code!($name);
    };
}

/// Serialises a vocabulary by its codes, where this crate's feature `serde` is on.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! serialize_as_code {
    ($name:ident) => {
        impl $crate::vocabulary::serde::Serialize for $name {
            fn serialize<S: $crate::vocabulary::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }

        impl<'de> $crate::vocabulary::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::vocabulary::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::vocabulary::deserialize(deserializer)
            }
        }
    };
}

/// Without the feature `serde` there is nothing to write.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! serialize_as_code {
    ($name:ident) => {};
}

use core::fmt;

#[cfg(feature = "serde")]
#[doc(hidden)]
pub use serde;

/// A code that the vocabulary does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownTerm {
    /// The codes that exist.
    pub known: &'static [&'static str],
}

impl fmt::Display for UnknownTerm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unknown, expected one of")?;
        for (index, code) in self.known.iter().enumerate() {
            write!(f, "{} {code}", if index == 0 { "" } else { "," })?;
        }
        Ok(())
    }
}

impl core::error::Error for UnknownTerm {}

/// Reads a term by its code; what [`vocabulary!`](crate::vocabulary) calls for every type.
///
/// # Errors
/// If the code is unknown.
#[cfg(feature = "serde")]
#[doc(hidden)]
pub fn deserialize<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: serde::Deserializer<'de>,
    T: core::str::FromStr<Err = UnknownTerm>,
{
    let code = <alloc::string::String as serde::Deserialize>::deserialize(deserializer)?;
    code.parse().map_err(serde::de::Error::custom)
}

/// Serialises a registry id by its `Display` and reads it by its `FromStr`.
macro_rules! serialize_as_text {
    ($name:ident) => {
        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <alloc::string::String as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use serialize_as_text;
