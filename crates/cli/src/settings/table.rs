//! Every setting, once: its name in `sportello.toml`, its variable, what it is. `docs/settings.md` is this table, printed.

/// How the value of a variable is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// As it is.
    Text,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Flag,
    /// Texts with commas between.
    List,
}

/// A setting.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Its name in `sportello.toml`, with a dot after the name of its table.
    pub key: &'static str,
    /// How the value of its variable is read.
    pub kind: Kind,
    /// What holds without it, in words.
    #[cfg_attr(not(test), expect(dead_code, reason = "for docs/settings.md, which a test compares"))]
    pub default: &'static str,
    /// What it is.
    #[cfg_attr(not(test), expect(dead_code, reason = "for docs/settings.md, which a test compares"))]
    pub what: &'static str,
}

const fn text(key: &'static str, default: &'static str, what: &'static str) -> Setting {
    Setting { key, kind: Kind::Text, default, what }
}

const fn number(key: &'static str, default: &'static str, what: &'static str) -> Setting {
    Setting { key, kind: Kind::Number, default, what }
}

const fn flag(key: &'static str, default: &'static str, what: &'static str) -> Setting {
    Setting { key, kind: Kind::Flag, default, what }
}

/// The settings, in the order of the documentation.
pub const SETTINGS: &[Setting] = &[
    text(
        "database",
        "`sqlite:` and `sportello.db` in `data`",
        "the database: `sqlite:PATH` or `postgres://user:password@host/name`; also `--database`",
    ),
    text(
        "data",
        "`sportello-data`",
        "the folder for the embedded database and exchanged files; also `--data`",
    ),
    text("listen", "`127.0.0.1:8080`", "where the program listens; also `--listen`"),
    text(
        "base_url",
        "`http://` and `listen`",
        "the public address of the console, for links in mails and cookies",
    ),
    flag("behind_proxy", "`false`", "whether a proxy in front says in `X-Forwarded-For` who asks"),
    text("templates", "those shipped", "a folder of letters and pictures laid over the shipped ones"),
    text("billing_folder", "`billing` in `data`", "the folder shared with the billing system"),
    text(
        "import_folder",
        "`imports` in `data`",
        "the folder below which exports lie that other programs ask to import",
    ),
    text("distributor_folder", "`distributor` in `data`", "the folder shared with the gas distributors"),
    Setting {
        key: "distributors",
        kind: Kind::List,
        default: "that of the demo utility",
        what: "the gas distributors, each as VAT number, beginnings of the codes of its points with `/` between or `-`, and name; in the variable with commas between",
    },
    number(
        "distributor_undo_seconds",
        "120",
        "for how many seconds a distributor's file that a person applied can be taken back whole",
    ),
    text(
        "link_key",
        "`link.key` in `data`, made when it is not there",
        "the key that signs links for customers, 32 characters or more; all servers of one database need the same one",
    ),
    text("utility.name", "the demo utility", "the utility's name on papers and pages"),
    text("utility.address", "the demo utility", "its address, on one line"),
    text("utility.vat_number", "the demo utility", "its VAT number"),
    text("utility.phone", "the demo utility", "its telephone for customers"),
    text("utility.email", "the demo utility", "its mail address for customers"),
    text("utility.organizer", "the demo utility", "the service mailbox invitations come from"),
    number("session.idle_minutes", "120", "after how many minutes without use a session ends"),
    number("session.most_hours", "12", "after how many hours it ends however much it is used"),
    number("payments.postal_account", "none", "the postal account, for postal slips"),
    text("payments.postal_holder", "none", "in whose name it is"),
    text(
        "payments.postal_authorisation",
        "none",
        "number and day of the post's leave to print slips; without it they are facsimiles",
    ),
    text("payments.iban", "none", "the bank account for transfers"),
    text("payments.cbill", "none", "the code of the biller in home banking"),
    text("payments.sia", "none", "the code of the company at the interbank network"),
    flag("payments.pagopa", "`false`", "whether the utility is paid through pagoPA"),
    text("payments.creditor_tax_code", "none", "the utility's tax code as pagoPA knows it, 11 digits"),
    number(
        "payments.segregation",
        "0",
        "the two digits that tell its notices from those of its other offices",
    ),
    Setting {
        key: "till.vat_free_kinds",
        kind: Kind::List,
        default: "`deposit`, `interest`",
        what: "kinds of bill, in the billing system's words, that bear no VAT; in the variable with commas between",
    },
    number(
        "till.second_person_above_cents",
        "10000",
        "taking a payment back above this needs a second person, in cents",
    ),
    number(
        "till.difference_above_cents",
        "500",
        "a difference at closing above this needs a second person, in cents",
    ),
    number("till.propose_days", "7", "bills due within so many days are proposed with the overdue ones"),
    text(
        "till.card_terminal",
        "`simulated`",
        "which card terminal stands at the till: `simulated` or `none`",
    ),
    Setting {
        key: "arrears.fees",
        kind: Kind::List,
        default: "`2026-01-01 water 3500`, `2026-01-01 gas 4000`, `2026-01-01 electricity 2500`",
        what: "what a reconnection costs from a day on: day, service, cents; with commas between in the variable",
    },
    Setting {
        key: "arrears.checks",
        kind: Kind::List,
        default: "as the rules propose",
        what: "what an obstacle to a reconnection does: its code and `block`, `warn` or `off`",
    },
    Setting {
        key: "arrears.protected_uses",
        kind: Kind::List,
        default: "`Pubblico`, `Ospedale`, `Scuola`",
        what: "kinds of use, in the billing system's words, that may not be cut",
    },
    Setting {
        key: "arrears.limitation_months",
        kind: Kind::Number,
        default: "24",
        what: "after how many months use may no longer be asked for",
    },
    Setting {
        key: "instalments.rates",
        kind: Kind::List,
        default: "`2025-06-11 215`",
        what: "the interest of plans from a day on: day, hundredths of a percent a year",
    },
    Setting {
        key: "instalments.rights",
        kind: Kind::List,
        default: "those of the acts",
        what: "a threshold of the rights to a plan from a day on: day, name, figure (`2023-01-01 water_over_percent 80`)",
    },
    Setting {
        key: "instalments.limits",
        kind: Kind::List,
        default: "`operator 100000 6 12 ask`, `call_centre 100000 6 12 ask`, `back_office 300000 12 18 ask`",
        what: "what a role may grant without approval: role, cents, instalments, months, `waive` interest or `ask`; other roles have no limits",
    },
    Setting {
        key: "instalments.checks",
        kind: Kind::List,
        default: "as the rules propose",
        what: "what an obstacle to a plan does: its code and `block`, `warn` or `off`",
    },
    Setting {
        key: "instalments.usual",
        kind: Kind::Number,
        default: "4",
        what: "how many instalments are proposed where no rule says it",
    },
    Setting {
        key: "instalments.most",
        kind: Kind::Number,
        default: "24",
        what: "the most instalments where no rule says it",
    },
    Setting {
        key: "instalments.smallest_cents",
        kind: Kind::Number,
        default: "2000",
        what: "the smallest instalment, in cents",
    },
    Setting {
        key: "instalments.least_debt_cents",
        kind: Kind::Number,
        default: "5000",
        what: "the smallest debt for which a plan is granted without a right, in cents",
    },
    Setting {
        key: "instalments.first_due_days",
        kind: Kind::Number,
        default: "10",
        what: "days from today to the first due day that is proposed, at least",
    },
    Setting {
        key: "instalments.down_days",
        kind: Kind::Number,
        default: "5",
        what: "working days in which what is paid at once is to be paid",
    },
    Setting {
        key: "instalments.months_between_bills",
        kind: Kind::Number,
        default: "2",
        what: "months between bills of a supply that has had too few to tell",
    },
    Setting {
        key: "instalments.reminder_days",
        kind: Kind::Number,
        default: "7",
        what: "days before its last day that an instalment is reminded of; 0: never",
    },
    Setting {
        key: "instalments.grace_days",
        kind: Kind::Number,
        default: "10",
        what: "working days an instalment may be late after the customer was told",
    },
    text(
        "smtp.host",
        "none: mails are written to `mail` in `data`",
        "the mail server; its certificate must bear this name",
    ),
    number("smtp.port", "that of the protection: 465, 587 or 25", "its port"),
    text("smtp.security", "`tls`", "how the connection is protected: `tls`, `starttls` or `none`"),
    text("smtp.username", "none", "the account, when the server asks for one"),
    text("smtp.password", "none", "its password"),
    text("smtp.hello_name", "the name of the machine", "the name we greet with"),
    number("smtp.timeout_seconds", "60", "how long an answer of the server is awaited"),
    number("smtp.connections", "4", "the most connections kept open at once"),
    text("smtp.root_certificate", "none", "a further root certificate in PEM"),
];

/// The variable of a setting.
pub fn variable_of(key: &str) -> String {
    format!("SPORTELLO_{}", key.to_uppercase().replace('.', "_"))
}

impl Setting {
    /// The value of its variable as `sportello.toml` would have it; the error says what was expected.
    pub fn read(&self, text: &str) -> Result<toml::Value, String> {
        let text = text.trim();
        match self.kind {
            Kind::Text => Ok(toml::Value::String(text.to_owned())),
            Kind::Number => {
                text.parse().map(toml::Value::Integer).map_err(|_| "a whole number is wanted".to_owned())
            }
            Kind::Flag => {
                text.parse().map(toml::Value::Boolean).map_err(|_| "true or false is wanted".to_owned())
            }
            Kind::List => {
                let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
                Ok(toml::Value::Array(parts.map(|part| toml::Value::String(part.to_owned())).collect()))
            }
        }
    }

    /// Puts a value where the setting stands in `sportello.toml`.
    pub fn put(&self, into: &mut toml::Table, value: toml::Value) {
        match self.key.split_once('.') {
            None => {
                into.insert(self.key.to_owned(), value);
            }
            Some((table, name)) => {
                let entry =
                    into.entry(table.to_owned()).or_insert_with(|| toml::Value::Table(toml::Table::new()));
                if let toml::Value::Table(table) = entry {
                    table.insert(name.to_owned(), value);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::File;

    /// The names a table takes, as its reader lists them.
    fn names(text: &str) -> Vec<String> {
        let said = toml::from_str::<File>(text).unwrap_err().message().to_owned();
        said.split('`').skip(3).step_by(2).map(str::to_owned).collect()
    }

    #[test]
    fn the_table_has_every_setting_of_the_file_and_no_other() {
        let mut known = Vec::new();
        for name in names("unknown = 1") {
            let inside = toml::from_str::<File>(&format!("[{name}]\nunknown = 1"));
            let said = inside.err().map(|error| error.message().to_owned()).unwrap_or_default();
            if said.starts_with("unknown field") {
                let inner = names(&format!("[{name}]\nhost = \"x\"\nunknown = 1"));
                let inner = if inner.is_empty() { names(&format!("[{name}]\nunknown = 1")) } else { inner };
                known.extend(inner.into_iter().map(|field| format!("{name}.{field}")));
            } else {
                known.push(name);
            }
        }
        let mut listed: Vec<String> = SETTINGS.iter().map(|setting| setting.key.to_owned()).collect();
        known.sort();
        listed.sort();
        assert_eq!(listed, known);
    }

    #[test]
    fn docs_list_every_setting_with_its_variable() {
        let mut page = String::from(
            "# Settings\n\nA flag wins over a variable, a variable over `sportello.toml` (or the file of `--settings`), that over the \
             default. A name with a\ndot stands in the table before the dot. An unknown setting or variable is an error. `sportello check` \
             prints what is in force, secrets masked.\n\nWhere any setting of `payments` is given, those that are not are absent; \
             where none is, the accounts of the demo utility hold.\n\n| in `sportello.toml` | variable | what | without it |\n|---|---|---|---|\n",
        );
        for setting in SETTINGS {
            let Setting { key, what, default, .. } = setting;
            page.push_str(&format!("| `{key}` | `{}` | {what} | {default} |\n", variable_of(key)));
        }
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/settings.md");
        let kept = std::fs::read_to_string(path).unwrap_or_default();
        if kept != page {
            let made = std::env::temp_dir().join("sportello-settings.md");
            std::fs::write(&made, &page).unwrap();
            panic!("the settings changed: review {} and put it into docs/settings.md", made.display());
        }
    }

    #[test]
    fn a_variable_is_read_by_its_kind() {
        let of = |key: &str| SETTINGS.iter().find(|setting| setting.key == key).unwrap();
        assert_eq!(of("smtp.port").read(" 25 "), Ok(toml::Value::Integer(25)));
        assert!(of("smtp.port").read("molti").unwrap_err().contains("whole number"));
        assert_eq!(of("behind_proxy").read("true"), Ok(toml::Value::Boolean(true)));
        assert!(of("behind_proxy").read("sì").is_err());
        let list = of("till.vat_free_kinds").read("Deposito, Mora,").unwrap();
        assert_eq!(list.as_array().map(Vec::len), Some(2));
        assert_eq!(variable_of("smtp.root_certificate"), "SPORTELLO_SMTP_ROOT_CERTIFICATE");
    }
}
