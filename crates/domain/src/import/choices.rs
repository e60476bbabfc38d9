//! The closed lists of a billing export.

coded! {
    /// What a file of an export holds. The order is the one in which files depend on each other.
    Table {
        /// People and organisations.
        Customers => "customers",
        /// Places of delivery.
        SupplyPoints => "supply_points",
        /// Registers of meters and correctors.
        Meters => "meters",
        /// Contracts.
        Contracts => "contracts",
        /// Readings.
        Readings => "readings",
        /// Bills.
        Bills => "bills",
        /// Payments of bills.
        Payments => "payments",
        /// Direct-debit mandates.
        Mandates => "mandates",
    }
}

coded! {
    /// How a supply point stands physically.
    PointState {
        /// Delivering.
        Active => "active",
        /// Not delivering, without contract.
        Inactive => "inactive",
        /// Stopped while the contract lasts.
        Suspended => "suspended",
    }
}

coded! {
    /// What the supply is used for.
    UseCategory {
        /// A dwelling where the holder resides.
        HouseholdResident => "household_resident",
        /// A dwelling where the holder does not reside.
        HouseholdNonResident => "household_non_resident",
        /// A block of flats.
        Condominium => "condominium",
        /// Crafts and trade.
        Business => "business",
        /// A public use that may not be cut off.
        PublicProtected => "public_protected",
        /// Any other use.
        Other => "other",
    }
}

coded! {
    /// What kind of device a register belongs to.
    MeterKind {
        /// A meter.
        Meter => "meter",
        /// A volume corrector.
        Corrector => "corrector",
    }
}

coded! {
    /// A register of a meter.
    Register {
        /// The only one.
        Total => "total",
        /// Time band F1 (peak).
        F1 => "f1",
        /// Time band F2 (mid).
        F2 => "f2",
        /// Time band F3 (off-peak).
        F3 => "f3",
    }
}

coded! {
    /// How a reading came about.
    ReadingKind {
        /// Read on the meter by the operator.
        Actual => "actual",
        /// Given by the customer.
        SelfReading => "self_reading",
        /// Estimated.
        Estimated => "estimated",
    }
}

coded! {
    /// How a contract stands.
    ContractState {
        /// In force.
        Active => "active",
        /// Ended.
        Ended => "ended",
        /// In force while delivery is stopped.
        Suspended => "suspended",
    }
}

coded! {
    /// How a customer pays.
    PaymentMethod {
        /// SEPA direct debit.
        DirectDebit => "direct_debit",
        /// Payment slip.
        PaymentSlip => "payment_slip",
    }
}

coded! {
    /// How a bill reaches the customer.
    Delivery {
        /// By e-mail.
        Email => "email",
        /// On paper.
        Post => "post",
    }
}

coded! {
    /// What kind of bill.
    BillKind {
        /// A bill of a period.
        Periodic => "periodic",
        /// A settlement of estimated against actual consumption.
        Adjustment => "adjustment",
        /// A credit note.
        CreditNote => "credit_note",
    }
}

coded! {
    /// The unit of a consumption.
    ConsumptionUnit {
        /// Cubic metre.
        CubicMetre => "m3",
        /// Standard cubic metre of gas.
        StandardCubicMetre => "sm3",
        /// Kilowatt-hour.
        KilowattHour => "kwh",
        /// Kilogram of LPG.
        Kilogram => "kg",
        /// Litre of LPG.
        Litre => "l",
    }
}

coded! {
    /// Where a payment was made.
    PaymentChannel {
        /// SEPA direct debit.
        DirectDebit => "direct_debit",
        /// Post office.
        PostOffice => "post_office",
        /// The utility's own counter.
        Counter => "counter",
        /// Bank transfer.
        Bank => "bank",
        /// Portal.
        Web => "web",
    }
}

coded! {
    /// The scheme of a mandate.
    MandateScheme {
        /// SEPA Core: the debtor may be refunded within eight weeks.
        Core => "core",
        /// SEPA B2B: no refund, no consumers.
        B2b => "b2b",
    }
}

coded! {
    /// How a mandate stands.
    MandateState {
        /// In force.
        Active => "active",
        /// Revoked by the debtor or refused by the bank.
        Revoked => "revoked",
        /// Not used for 36 months.
        Lapsed => "lapsed",
    }
}
