//! What a route is, and the macros that keep one at a line.

use std::fmt::{Display, Write as _};

use kernel::{
    AddressId, AppointmentId, BillId, CaseId, CommentId, ContactId, ContactPointId, ContractId, Date,
    DepositId, DocumentId, FactId, ImportId, InstanceId, JobId, MailId, MandateId, MessageId, MeterId,
    OfficeId, PartyId, PaymentId, ReadingId, ReceiptId, SessionId, SupplyPointId, TaskId, TillSessionId,
    TokenId, UserId,
};

/// An HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Method {
    /// Shows; changes nothing.
    Get,
    /// Does something once.
    Post,
    /// Replaces.
    Put,
    /// Changes parts.
    Patch,
    /// Takes away.
    Delete,
}

impl Method {
    /// The word on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// The part of the program that answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Area {
    /// Staff pages.
    Console,
    /// Customer pages.
    Portal,
    /// The JSON API.
    Api,
    /// Life signs and figures for machines.
    Health,
    /// Files: style, script, fonts, pictures, calendar feeds.
    Assets,
}

/// Who may ask at all. What a signed-in person may do is decided by the operation, not by the route.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Access {
    /// Anybody, without signing in.
    Open,
    /// Only who has signed in: staff in the console, a customer in the portal, a token in the API.
    SignedIn,
}

/// One row of the table of routes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RouteInfo {
    /// The name of the type.
    pub name: &'static str,
    /// The path with its parameters, in the syntax of axum 0.8.
    pub path: &'static str,
    /// The methods it answers.
    pub methods: &'static [Method],
    /// Who answers.
    pub area: Area,
    /// Who may ask.
    pub access: Access,
}

/// A URL of the program.
pub trait Route: Display {
    /// The path with its parameters, in the syntax of axum 0.8.
    const PATH: &'static str;
    /// The methods it answers.
    const METHODS: &'static [Method];
    /// This route's row in the table.
    const INFO: RouteInfo;

    /// The URL with its parameters filled in, from the root.
    fn url(&self) -> String {
        self.to_string()
    }

    /// The URL with a query.
    fn with(&self, query: &impl Query) -> String {
        let mut url = self.to_string();
        for (index, (name, value)) in query.pairs().iter().enumerate() {
            url.push(if index == 0 { '?' } else { '&' });
            encode(name, false, &mut url);
            url.push('=');
            encode(value, false, &mut url);
        }
        url
    }
}

/// The values after the question mark.
pub trait Query {
    /// Name and value of what is set, in the order of the declaration.
    fn pairs(&self) -> Vec<(&'static str, String)>;
}

/// Something from which the parameter `T` can be had: the value or a reference to it, so that templates, which pass references,
/// write `{{ CaseShow::new(case.id) }}`.
pub trait Given<T> {
    /// The parameter.
    fn part(&self) -> T;
}

impl<T, G: Given<T> + ?Sized> Given<T> for &G {
    fn part(&self) -> T {
        (**self).part()
    }
}

impl Given<String> for str {
    fn part(&self) -> String {
        self.to_owned()
    }
}

impl Given<String> for String {
    fn part(&self) -> String {
        self.clone()
    }
}

macro_rules! parts {
    ($($kind:ident),+ $(,)?) => {$(
        impl Given<$kind> for $kind {
            fn part(&self) -> $kind {
                *self
            }
        }
    )+};
}

parts!(
    u32,
    i16,
    i64,
    Date,
    PartyId,
    AddressId,
    ContactPointId,
    SupplyPointId,
    MeterId,
    ContractId,
    ReadingId,
    BillId,
    PaymentId,
    MandateId,
    DepositId,
    CaseId,
    FactId,
    InstanceId,
    TaskId,
    DocumentId,
    AppointmentId,
    UserId,
    OfficeId,
    SessionId,
    JobId,
    MessageId,
    MailId,
    ImportId,
    CommentId,
    TokenId,
    ContactId,
    ReceiptId,
    TillSessionId,
);

/// Fills the parameters of a path, percent-encoded (RFC 3986); a `{*rest}` keeps its slashes.
pub(crate) fn fill(
    path: &str,
    values: &[(&str, &dyn Display)],
    f: &mut std::fmt::Formatter<'_>,
) -> std::fmt::Result {
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('{') {
        f.write_str(before)?;
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        let (name, slashes) = name.strip_prefix('*').map_or((name, false), |name| (name, true));
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            let mut out = String::new();
            encode(&value.to_string(), slashes, &mut out);
            f.write_str(&out)?;
        }
        rest = after;
    }
    f.write_str(rest)
}

/// Percent-encodes all but unreserved characters (RFC 3986, section 2.3).
pub(crate) fn encode(text: &str, slashes: bool, out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || (slashes && byte == b'/') {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

/// Reads a value of a query: a blank one counts as not given, because forms send their empty fields too.
pub(crate) fn blank_as_none<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: std::str::FromStr<Err: Display>,
{
    let text = <String as serde::Deserialize>::deserialize(deserializer)?;
    let text = text.trim();
    if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(serde::de::Error::custom) }
}

/// Declares the routes of an area: `/// doc` `Name "/path/{x}" [Get, Post] (x: Type) Open;`, the last two parts where they apply.
macro_rules! routes {
    (@default $name:ident) => {
        impl Default for $name {
            fn default() -> Self {
                Self::new()
            }
        }
    };
    (@default $name:ident $($field:ident)+) => {};
    (@access) => { $crate::Access::SignedIn };
    (@access Open) => { $crate::Access::Open };
    (
        area: $area:ident;
        $(
            $(#[$doc:meta])*
            $name:ident $path:literal [$($method:ident),+] $(($($field:ident: $kind:ty),+))? $($access:ident)?;
        )+
    ) => {
        /// The routes of this area, in the order of this file.
        pub const ALL: &[$crate::RouteInfo] = &[$(<$name as $crate::Route>::INFO),+];

        $(
            $(#[$doc])*
            #[doc = concat!("\n\n`", $path, "`")]
            #[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
            pub struct $name {$($(
                #[doc = concat!("The parameter `", stringify!($field), "` of the path.")]
                pub $field: $kind,
            )+)?}

            impl $name {
                /// The route with its parameters, by value or by reference.
                #[must_use]
                pub fn new($($($field: impl $crate::Given<$kind>),+)?) -> Self {
                    Self { $($($field: $field.part()),+)? }
                }
            }

            $crate::route::routes!(@default $name $($($field)+)?);

            impl std::fmt::Display for $name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    $crate::route::fill($path, &[$($((stringify!($field), &self.$field)),+)?], f)
                }
            }

            impl $crate::Route for $name {
                const PATH: &'static str = $path;
                const METHODS: &'static [$crate::Method] = &[$($crate::Method::$method),+];
                const INFO: $crate::RouteInfo = $crate::RouteInfo {
                    name: stringify!($name),
                    path: $path,
                    methods: Self::METHODS,
                    area: $crate::Area::$area,
                    access: $crate::route::routes!(@access $($access)?),
                };
            }
        )+
    };
}
pub(crate) use routes;

/// Declares a query: `/// doc` `Name { /// doc` `field "name in the URL": Type, … }`; every field is optional.
macro_rules! query {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident $key:literal: $kind:ty),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize)]
        #[serde(default)]
        pub struct $name {$(
            $(#[$field_doc])*
            #[serde(rename = $key, deserialize_with = "crate::route::blank_as_none")]
            pub $field: Option<$kind>,
        )+}

        impl $crate::Query for $name {
            fn pairs(&self) -> Vec<(&'static str, String)> {
                [$(($key, self.$field.as_ref().map(ToString::to_string))),+]
                    .into_iter()
                    .filter_map(|(key, value)| Some((key, value?)))
                    .collect()
            }
        }
    };
}
pub(crate) use query;
