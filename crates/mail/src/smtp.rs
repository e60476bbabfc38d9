//! Sending over SMTP (RFC 5321): one pooled transport, one delivery per recipient, and the reply code decides whether to try
//! again.

use std::{fmt, time::Duration};

use lettre::{
    AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor,
    address::Envelope,
    transport::smtp::{
        Error as SmtpError, PoolConfig,
        authentication::Credentials,
        client::{Certificate, Tls, TlsParameters},
        extension::ClientId,
    },
};

use crate::{
    compose::{Composed, compose},
    message::Message,
};

/// How the connection is protected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Security {
    /// TLS from the first byte (port 465).
    #[default]
    Tls,
    /// Plain at first, then STARTTLS, which must succeed (port 587).
    StartTls,
    /// No protection: only for a server on the same machine or in a test.
    None,
}

/// Where and how mails are handed over.
#[derive(Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmtpSettings {
    /// The name of the server; its certificate must bear it.
    pub host: String,
    /// The port; without one that of the protection: 465, 587 or 25.
    #[serde(default)]
    pub port: Option<u16>,
    /// How the connection is protected.
    #[serde(default)]
    pub security: Security,
    /// The account, when the server asks for one.
    #[serde(default)]
    pub username: Option<String>,
    /// Its password.
    #[serde(default)]
    pub password: Option<String>,
    /// The name we greet with (EHLO); without one the name of the machine.
    #[serde(default)]
    pub hello_name: Option<String>,
    /// Seconds to wait for each answer of the server; 0 means 60.
    #[serde(default)]
    pub timeout_seconds: u16,
    /// The most connections kept open at once; 0 means 4.
    #[serde(default)]
    pub connections: u8,
    /// A further root certificate in PEM, for a server whose certificate comes from the utility's own authority.
    #[serde(default)]
    pub root_certificate: Option<String>,
}

impl SmtpSettings {
    /// A server with the defaults of a protection.
    #[must_use]
    pub fn new(host: &str, security: Security) -> Self {
        Self {
            host: host.to_owned(),
            port: None,
            security,
            username: None,
            password: None,
            hello_name: None,
            timeout_seconds: 0,
            connections: 0,
            root_certificate: None,
        }
    }

    /// The port in use.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port.unwrap_or(match self.security {
            Security::Tls => 465,
            Security::StartTls => 587,
            Security::None => 25,
        })
    }
}

impl fmt::Debug for SmtpSettings {
    /// Without the password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "SmtpSettings({}:{}, {:?}, user {:?})",
            self.host,
            self.port(),
            self.security,
            self.username
        )
    }
}

/// A mail was not delivered.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// It may work later: the server is not reachable, busy, or answered 4xx; or it refuses our account, which is no fault of the
    /// mail.
    #[error("not delivered, to be tried again: {0}")]
    Temporary(String),
    /// It will not work again: the server answered 5xx, or the mail itself is wrong.
    #[error("not delivered: {0}")]
    Permanent(String),
}

impl MailError {
    /// Whether another try makes sense.
    #[must_use]
    pub const fn is_temporary(&self) -> bool {
        matches!(self, Self::Temporary(_))
    }
}

/// A recipient who did not get the mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The address.
    pub address: String,
    /// Why; whether to try this one again is in it.
    pub error: MailError,
}

/// What the server took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The addresses it took the mail for, each with its last words (often the number in its queue).
    pub accepted: Vec<(String, String)>,
    /// The addresses it refused, when it took others.
    pub refused: Vec<Refused>,
}

/// The way out. Keeps its connections open between mails: make one, share it.
#[derive(Clone)]
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    server: String,
}

impl fmt::Debug for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Smtp({})", self.server)
    }
}

impl Smtp {
    /// Prepares the way; nothing is connected yet. Call it inside the asynchronous runtime: the pool looks after its idle
    /// connections there.
    ///
    /// # Errors
    /// [`MailError::Permanent`] when the settings cannot work: no server, a root certificate that is none.
    pub fn new(settings: &SmtpSettings) -> Result<Self, MailError> {
        let wrong = |what: String| MailError::Permanent(format!("the mail settings are wrong: {what}"));
        if settings.host.trim().is_empty() {
            return Err(wrong("no server; give the name of the SMTP server".to_owned()));
        }
        let tls = || -> Result<TlsParameters, MailError> {
            let mut parameters = TlsParameters::builder(settings.host.clone());
            if let Some(pem) = &settings.root_certificate {
                let certificate = Certificate::from_pem(pem.as_bytes()).map_err(|error| {
                    wrong(format!("the root certificate is not readable as PEM: {error}"))
                })?;
                parameters = parameters.add_root_certificate(certificate);
            }
            parameters.build().map_err(|error| wrong(error.to_string()))
        };
        let protection = match settings.security {
            Security::None => Tls::None,
            Security::StartTls => Tls::Required(tls()?),
            Security::Tls => Tls::Wrapper(tls()?),
        };
        let seconds = if settings.timeout_seconds == 0 { 60 } else { settings.timeout_seconds };
        let connections = if settings.connections == 0 { 4 } else { settings.connections };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.host)
            .port(settings.port())
            .tls(protection)
            .timeout(Some(Duration::from_secs(u64::from(seconds))))
            .pool_config(PoolConfig::new().max_size(u32::from(connections)));
        if let Some(user) = &settings.username {
            let password = settings.password.clone().unwrap_or_default();
            builder = builder.credentials(Credentials::new(user.clone(), password));
        }
        if let Some(name) = &settings.hello_name {
            builder = builder.hello_name(ClientId::Domain(name.clone()));
        }
        Ok(Self { transport: builder.build(), server: format!("{}:{}", settings.host, settings.port()) })
    }

    /// Whether the server answers and lets us in.
    ///
    /// # Errors
    /// [`MailError`] says what it answered.
    pub async fn check(&self) -> Result<(), MailError> {
        match self.transport.test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err(MailError::Temporary(format!("{} closed the connection", self.server))),
            Err(error) => Err(self.classify(&error, None)),
        }
    }

    /// Sends a mail, one delivery a recipient.
    ///
    /// # Errors
    /// [`MailError`] when nobody got it: temporary if at least one recipient may get it later. When somebody did, the others are
    /// in [`Sent::refused`], and only those must be tried again.
    pub async fn send(&self, message: &Message) -> Result<Sent, MailError> {
        let composed = compose(message)?;
        let mut sent = Sent { accepted: Vec::new(), refused: Vec::new() };
        for recipient in &composed.to {
            let address = recipient.to_string();
            match self.deliver(&composed, recipient).await {
                Ok(words) => sent.accepted.push((address, words)),
                Err(error) => {
                    tracing::warn!(mail = %message.id, %error, "a recipient was refused");
                    sent.refused.push(Refused { address, error });
                }
            }
        }
        if sent.accepted.is_empty() {
            return Err(whole(&sent.refused));
        }
        Ok(sent)
    }

    async fn deliver(&self, composed: &Composed, to: &lettre::Address) -> Result<String, MailError> {
        let envelope = Envelope::new(Some(composed.from.clone()), vec![to.clone()])
            .map_err(|error| MailError::Permanent(error.to_string()))?;
        let answer = self.transport.send_raw(&envelope, &composed.bytes).await;
        // The library hands the connection back in a task of its own; without this the next mail would open another one.
        tokio::task::yield_now().await;
        match answer {
            Ok(reply) => Ok(reply.message().collect::<Vec<_>>().join(" ")),
            Err(error) => Err(self.classify(&error, Some(to))),
        }
    }

    /// RFC 5321, 4.2.1: 4yz asks to come again, 5yz not to. Replies about our account (RFC 4954: 530, 534, 535, 538) and whatever
    /// happens before an answer concern the connection, not the mail: that mail is kept and tried again.
    fn classify(&self, error: &SmtpError, to: Option<&lettre::Address>) -> MailError {
        let whom = to.map_or_else(String::new, |address| format!(" for {address}"));
        let said = format!("{}{whom}: {}", self.server, chain(error));
        let Some(code) = error.status() else {
            // Known before anything is said to the server: it lacks SMTPUTF8 and the address needs it (RFC 6531).
            let needs_utf8 = to.is_some_and(|address| !address.to_string().is_ascii());
            return if error.is_client() && needs_utf8 {
                MailError::Permanent(format!("{said}; the server takes only addresses in plain letters"))
            } else {
                MailError::Temporary(said)
            };
        };
        match code.to_string().as_str() {
            "530" | "534" | "535" | "538" => {
                MailError::Temporary(format!("{said}; check the user and the password of the mail settings"))
            }
            _ if error.is_permanent() => MailError::Permanent(said),
            _ => MailError::Temporary(said),
        }
    }
}

/// One error for a mail nobody got.
fn whole(refused: &[Refused]) -> MailError {
    let words = |error: &MailError| match error {
        MailError::Temporary(said) | MailError::Permanent(said) => said.clone(),
    };
    let all = refused.iter().map(|one| words(&one.error)).collect::<Vec<_>>().join("; ");
    if refused.iter().any(|one| one.error.is_temporary()) {
        MailError::Temporary(all)
    } else {
        MailError::Permanent(all)
    }
}

/// The error and what caused it, in one sentence.
fn chain(error: &SmtpError) -> String {
    let mut text = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        let words = cause.to_string();
        if !text.contains(&words) {
            text.push_str(": ");
            text.push_str(&words);
        }
        source = cause.source();
    }
    text
}
