//! What a form asks for.

use feel::Expr;

/// The type of an answer. Each has its own widget, its own reading of what was typed, its own checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// A line of text.
    Text,
    /// Several lines of text.
    LongText,
    /// One of the choices.
    Choice,
    /// Yes or no.
    Flag,
    /// A day.
    Date,
    /// An amount of euro, stored in cents.
    Money,
    /// A whole number.
    Integer,
    /// A number with decimals.
    Decimal,
    /// Power: typed in kilowatt, stored in watt.
    Power,
    /// An Italian tax code, 16 characters or 11 digits.
    TaxCode,
    /// An Italian VAT number.
    VatNumber,
    /// A bank account.
    Iban,
    /// An electronic address.
    Email,
    /// A telephone number.
    Phone,
    /// A postal address, in parts.
    Address,
    /// A party of the registry, by id.
    Party,
    /// A supply point, by id.
    SupplyPoint,
    /// Values by register.
    Readings,
    /// An offer, by code.
    Offer,
    /// A file; what is stored is the document's id.
    Attachment,
    /// `M` or `F`.
    Sex,
    /// One bill of the customer, by id.
    Bill,
    /// Several bills of the customer, by id, in a list.
    Bills,
    /// A contract of the customer, by id.
    Contract,
    /// Lines of a price list: code, quantity, and a price of one's own where the list has none. Stored as a list of
    /// `{code, quantity, price_cents}`; where the utility has a price list each line is completed from it, with `label`,
    /// `label_en`, `unit`, `vat_percent` and `amount_cents`.
    PriceLines,
    /// A part of the form that is asked as often as needed: its own fields, in a list of answers.
    Group,
}

impl FieldKind {
    /// Whether one control asks it that needs nothing of the registry: such a field may be asked of somebody outside.
    #[must_use]
    pub const fn is_plain(self) -> bool {
        matches!(
            self,
            Self::Text
                | Self::LongText
                | Self::Choice
                | Self::Flag
                | Self::Date
                | Self::Money
                | Self::Integer
                | Self::Decimal
                | Self::TaxCode
                | Self::VatNumber
                | Self::Iban
                | Self::Email
                | Self::Phone
        )
    }
}

/// How often a [`FieldKind::Group`] is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    /// The fewest rows taken.
    pub least: usize,
    /// The most rows taken.
    pub most: usize,
}

/// One of the answers a choice offers. Its label is the text `choice-<field>-<value>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is stored.
    pub value: String,
    /// Offered only then.
    pub when: Option<Expr>,
}

/// One field. Its label is the text `field-<name>`, its hint `field-<name>-hint`.
#[derive(Clone, Debug)]
pub struct Field {
    /// The answer's name, shared by every form of the procedure.
    pub name: String,
    /// Its type.
    pub kind: FieldKind,
    /// The section it stands in.
    pub section: String,
    /// Whether it must be answered.
    pub required: bool,
    /// Must be answered only then.
    pub required_when: Option<Expr>,
    /// Shown only then; what is not shown is not kept.
    pub when: Option<Expr>,
    /// The answers offered.
    pub choices: Vec<Choice>,
    /// What is proposed.
    pub default: Option<Expr>,
    /// Must hold of the answers, the field's own as `value`; else the text `field-<name>-check` says why not.
    pub check: Option<Expr>,
    /// Columns of twelve it takes.
    pub width: u8,
    /// The unit shown behind it.
    pub unit: Option<String>,
    /// Not asked but worked out from the other answers; shown, and kept as an answer.
    pub compute: Option<Expr>,
    /// The fields of a group, whose expressions see the row's answers before those of the form.
    pub fields: Vec<Field>,
    /// How often a group is asked.
    pub times: Times,
}

impl Field {
    /// The field and those inside it.
    pub fn with_inner(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(&self.fields)
    }
}
