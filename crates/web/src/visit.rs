//! What is known of a request before any handler sees it, kept beside it until its answer leaves: reference number,
//! caller, language, whether htmx asks, who turned out to be signed in.

use std::{
    net::SocketAddr,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, Ordering},
    },
};

use app::accounts::SignedIn;
use axum::{
    extract::{ConnectInfo, Request},
    http::{HeaderMap, Method, header},
};
use kernel::Lang;

use crate::{AppState, cookies, layout::Toast};

/// The cookie of the language chosen before signing in.
pub const LANG_COOKIE: &str = "lingua";
/// The cookie of the message about what was just done.
pub const TOAST_COOKIE: &str = "avviso";
/// The icons a message may carry.
const TOAST_ICONS: [&str; 4] = ["ok", "alert", "octagon", "info"];

/// One request, as all parts of the edge see it.
#[derive(Debug)]
pub struct Visit {
    /// The reference number people can tell the help desk: `K7Q2-9FXA`.
    pub reference: String,
    /// The method.
    pub method: Method,
    /// Path and query.
    pub here: String,
    /// Path and query of the page the request was made from, on this site; `/` when that is not told.
    pub back: String,
    /// Whether htmx asks for a part of a page.
    pub htmx: bool,
    /// The caller's network address, or an empty text.
    pub address: String,
    /// The caller's browser, cut to 200 characters.
    pub agent: String,
    /// The language to speak before it is known who asks.
    pub lang: Lang,
    /// The message left by the request before this one.
    pub toast: Option<Toast>,
    toast_shown: AtomicBool,
    signed_in: OnceLock<Arc<SignedIn>>,
}

impl Visit {
    /// Reads a request.
    #[must_use]
    pub fn of(state: &AppState, request: &Request) -> Self {
        let headers = request.headers();
        let secure = state.site.secure();
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let here = request.uri().path_and_query().map_or("/", |here| here.as_str()).to_owned();
        let from = if text("hx-current-url").is_empty() { text("referer") } else { text("hx-current-url") };
        Self {
            reference: reference(state),
            method: request.method().clone(),
            here,
            back: local_path(from, text("host")).unwrap_or_else(|| "/".to_owned()),
            htmx: text("hx-request") == "true" && text("hx-history-restore-request") != "true",
            address: address(request, state.site.behind_proxy),
            agent: text("user-agent").chars().take(200).collect(),
            lang: language(headers, secure),
            toast: cookies::read(headers, TOAST_COOKIE, secure).as_deref().and_then(read_toast),
            toast_shown: AtomicBool::new(false),
            signed_in: OnceLock::new(),
        }
    }

    /// Who is signed in, once that has been found out.
    #[must_use]
    pub fn signed_in(&self) -> Option<&Arc<SignedIn>> {
        self.signed_in.get()
    }

    pub(crate) fn remember(&self, signed_in: Arc<SignedIn>) -> Arc<SignedIn> {
        Arc::clone(self.signed_in.get_or_init(|| signed_in))
    }

    /// The language of the answer.
    #[must_use]
    pub fn answer_lang(&self) -> Lang {
        self.signed_in().map_or(self.lang, |signed_in| signed_in.user.lang)
    }

    /// The message to show on a page; it is shown once.
    #[must_use]
    pub fn take_toast(&self) -> Option<Toast> {
        let toast = self.toast.clone()?;
        self.toast_shown.store(true, Ordering::Relaxed);
        Some(toast)
    }

    pub(crate) fn toast_was_shown(&self) -> bool {
        self.toast_shown.load(Ordering::Relaxed)
    }
}

/// Eight characters that are read out without mistakes (Crockford's base 32), from the random end of a fresh id.
fn reference(state: &AppState) -> String {
    const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let id = state.app.ids.next(state.app.clock.now());
    let mut number = id.iter().skip(11).fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
    let mut letters = Vec::with_capacity(9);
    for place in 0..8 {
        if place == 4 {
            letters.push('-');
        }
        letters.push(
            LETTERS.get(usize::try_from(number % 32).unwrap_or(0)).map_or('0', |byte| char::from(*byte)),
        );
        number /= 32;
    }
    letters.into_iter().rev().collect()
}

/// The path of an address on this very host; an address elsewhere leads nowhere.
fn local_path(url: &str, host: &str) -> Option<String> {
    let after = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let (from, path) = after.split_once('/')?;
    let path = path.split('#').next().unwrap_or_default();
    (from == host && !host.is_empty()).then(|| format!("/{path}"))
}

/// Whether a text is a path of this site that a person may be sent to: from the root, no other host, no control
/// characters, no address of the sign-in itself.
#[must_use]
pub fn is_own_path(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && path.bytes().all(|byte| byte.is_ascii_graphic())
        && !path.starts_with("/accesso")
        && !path.starts_with("/esci")
}

fn address(request: &Request, behind_proxy: bool) -> String {
    // The last entry was added by the proxy in front of us; those before it are the caller's word.
    let forwarded = request.headers().get_all("x-forwarded-for").iter().next_back();
    let forwarded = forwarded.filter(|_| behind_proxy).and_then(|value| value.to_str().ok());
    let forwarded = forwarded.and_then(|value| value.rsplit(',').next()).map(|value| value.trim().to_owned());
    let peer = || request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip().to_string());
    forwarded.filter(|value| value.parse::<std::net::IpAddr>().is_ok()).or_else(peer).unwrap_or_default()
}

fn language(headers: &HeaderMap, secure: bool) -> Lang {
    let chosen = cookies::read(headers, LANG_COOKIE, secure).and_then(|code| Lang::from_code(&code));
    let wanted = || {
        let accepted = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
        accepted.split(',').find_map(|one| Lang::from_code(one.split(';').next()?.trim()))
    };
    chosen.or_else(wanted).unwrap_or_default()
}

/// A message as the value of its cookie: icon, tilde, encoded text.
#[must_use]
pub(crate) fn write_toast(toast: &Toast) -> String {
    let short: String = toast.text.chars().take(400).collect();
    format!("{}~{}", toast.icon, cookies::encode(&short))
}

fn read_toast(value: &str) -> Option<Toast> {
    let (icon, text) = value.split_once('~')?;
    let icon = TOAST_ICONS.into_iter().find(|known| *known == icon)?;
    Some(Toast { text: cookies::decode(text)?, icon, undo: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_path_of_this_host_leads_back() {
        assert_eq!(local_path("http://a.it/x?y=1#z", "a.it").as_deref(), Some("/x?y=1"));
        assert_eq!(local_path("http://b.it/x", "a.it"), None);
        assert_eq!(local_path("", ""), None);
        for (path, own) in [
            ("/richieste?x=1", true),
            ("//b.it/", false),
            ("/\\b.it", false),
            ("http://b.it", false),
            ("/accesso", false),
            ("", false),
            ("/a b", false),
        ] {
            assert_eq!(is_own_path(path), own, "{path}");
        }
    }

    #[test]
    fn a_message_survives_its_cookie_and_a_foreign_one_does_not() {
        let toast = Toast { text: "Pratica n. 7; è «chiusa»".to_owned(), icon: "ok", undo: None };
        assert_eq!(read_toast(&write_toast(&toast)).unwrap().text, toast.text);
        assert!(read_toast("skull~ciao").is_none());
        assert!(read_toast("ok~%4").is_none());
    }

    #[test]
    fn the_first_language_we_speak_is_taken() {
        let mut headers = HeaderMap::new();
        assert_eq!(language(&headers, false), Lang::It);
        headers.insert(header::ACCEPT_LANGUAGE, "de-DE, en-GB;q=0.8, it;q=0.5".parse().unwrap());
        assert_eq!(language(&headers, false), Lang::En);
        headers.insert(header::COOKIE, "lingua=it".parse().unwrap());
        assert_eq!(language(&headers, false), Lang::It);
    }
}
