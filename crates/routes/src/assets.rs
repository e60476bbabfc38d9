//! Files of the pages, and calendar feeds.

crate::route::routes! {
    area: Assets;
    /// A file of the pages: style, script, font, picture. Its name carries a hash, so browsers keep it for good.
    Asset "/assets/{*name}" [Get] (name: String) Open;
    /// The small picture of the browser's tab.
    Favicon "/favicon.ico" [Get] Open;
    /// What robots may read: nothing.
    Robots "/robots.txt" [Get] Open;
    /// A calendar feed (RFC 5545) for whoever holds its secret.
    CalendarFeed "/calendari/{file}" [Get] (file: String) Open;
}

impl CalendarFeed {
    /// The feed of a secret: `/calendari/<secret>.ics`.
    #[must_use]
    pub fn of_secret(secret: &str) -> Self {
        Self { file: format!("{secret}.ics") }
    }

    /// The secret, when the file's name ends as a calendar's.
    #[must_use]
    pub fn secret(&self) -> Option<&str> {
        self.file.strip_suffix(".ics").filter(|secret| !secret.is_empty())
    }
}
