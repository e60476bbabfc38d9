//! The packs embedded in the program: every file of `standards/` that holds records.

/// Name, relative to `standards/`, and text of each embedded file.
pub const FILES: &[(&str, &str)] = &[
    ("indemnities.toml", include_str!("../../../standards/indemnities.toml")),
    ("facts.toml", include_str!("../../../standards/facts.toml")),
    ("sources.toml", include_str!("../../../standards/sources.toml")),
    ("water/rqsii.toml", include_str!("../../../standards/water/rqsii.toml")),
    ("water/timsii.toml", include_str!("../../../standards/water/timsii.toml")),
    ("water/rqti.toml", include_str!("../../../standards/water/rqti.toml")),
    ("water/remsi.toml", include_str!("../../../standards/water/remsi.toml")),
    ("energy/tiqv.toml", include_str!("../../../standards/energy/tiqv.toml")),
    ("energy/tif.toml", include_str!("../../../standards/energy/tif.toml")),
    ("energy/consumer_code.toml", include_str!("../../../standards/energy/consumer_code.toml")),
    ("energy/arrears.toml", include_str!("../../../standards/energy/arrears.toml")),
    ("energy/change_of_holder.toml", include_str!("../../../standards/energy/change_of_holder.toml")),
    ("gas/distribution.toml", include_str!("../../../standards/gas/distribution.toml")),
    ("electricity/distribution.toml", include_str!("../../../standards/electricity/distribution.toml")),
    ("telecom/terms.toml", include_str!("../../../standards/telecom/terms.toml")),
];
