//! The way out for mails: a server, or a folder where a demonstration can be read without one.

use std::{fs, path::PathBuf};

use mail::{MailError, Message, Smtp, SmtpSettings};

use crate::SetUpError;

/// Where mails go.
#[derive(Clone, Debug)]
pub enum MailRoute {
    /// To an SMTP server.
    Smtp(SmtpSettings),
    /// Into a folder, one `.eml` file a mail and recipient.
    Folder(PathBuf),
}

/// The opened way.
#[derive(Debug)]
pub(crate) enum Mailer {
    Smtp(Smtp),
    Folder(PathBuf),
}

impl Mailer {
    pub fn open(route: &MailRoute) -> Result<Self, SetUpError> {
        match route {
            MailRoute::Smtp(settings) => Ok(Self::Smtp(Smtp::new(settings)?)),
            MailRoute::Folder(folder) => {
                fs::create_dir_all(folder)
                    .map_err(|error| SetUpError::MailFolder(folder.display().to_string(), error))?;
                Ok(Self::Folder(folder.clone()))
            }
        }
    }

    /// Delivers a mail to its one recipient; answers with the server's words.
    pub async fn deliver(&self, message: &Message) -> Result<String, MailError> {
        match self {
            Self::Smtp(smtp) => {
                let sent = smtp.send(message).await?;
                Ok(sent.accepted.into_iter().next().map(|(_, words)| words).unwrap_or_default())
            }
            Self::Folder(folder) => {
                let composed = mail::compose::compose(message)?;
                let to = message.to.first().map_or("", |to| to.address.as_str());
                let plain: String =
                    to.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
                let path = folder.join(format!("{}-{plain}.eml", message.id));
                fs::write(&path, composed.bytes).map_err(|error| {
                    MailError::Temporary(format!("{} cannot be written: {error}", path.display()))
                })?;
                Ok(format!("written to {}", path.display()))
            }
        }
    }
}
