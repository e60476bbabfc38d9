//! The signatures.

use super::{contexts, conversion, lists, numbers, ranges, strings, temporal};
use crate::value::Value;

/// One way to call a function.
pub(crate) struct Signature {
    pub name: &'static str,
    pub params: &'static [&'static str],
    /// How many parameters must be given.
    pub required: usize,
    /// Whether more values than parameters may be given.
    pub variadic: bool,
    /// The type of the result, as FEEL spells it.
    pub result: &'static str,
    pub run: fn(&[Value]) -> Option<Value>,
}

type Run = fn(&[Value]) -> Option<Value>;

const fn fixed(
    name: &'static str,
    params: &'static [&'static str],
    result: &'static str,
    run: Run,
) -> Signature {
    Signature { name, params, required: params.len(), variadic: false, result, run }
}

const fn optional(
    name: &'static str,
    params: &'static [&'static str],
    required: usize,
    result: &'static str,
    run: Run,
) -> Signature {
    Signature { name, params, required, variadic: false, result, run }
}

const fn variadic(
    name: &'static str,
    params: &'static [&'static str],
    result: &'static str,
    run: Run,
) -> Signature {
    Signature { name, params, required: params.len(), variadic: true, result, run }
}

/// Evaluated where the evaluator is at hand.
fn elsewhere(_args: &[Value]) -> Option<Value> {
    None
}

const POINTS: &[&str] = &["point1", "point2"];
const RANGES: &[&str] = &["range1", "range2"];

pub(crate) static TABLE: &[Signature] = &[
    // conversion
    fixed("date", &["from"], "date", temporal::date),
    fixed("date", &["year", "month", "day"], "date", temporal::date),
    fixed("date and time", &["from"], "date and time", temporal::date_and_time),
    fixed("date and time", &["date", "time"], "date and time", temporal::date_and_time),
    optional(
        "date and time",
        &["year", "month", "day", "hour", "minute", "second", "offset"],
        6,
        "date and time",
        temporal::date_and_time,
    ),
    fixed("time", &["from"], "time", temporal::time),
    optional("time", &["hour", "minute", "second", "offset"], 3, "time", temporal::time),
    optional("number", &["from", "grouping separator", "decimal separator"], 1, "number", conversion::number),
    fixed("string", &["from"], "string", conversion::string),
    fixed("duration", &["from"], "Any", temporal::duration),
    fixed(
        "years and months duration",
        &["from", "to"],
        "years and months duration",
        temporal::years_and_months,
    ),
    fixed("range", &["from"], "range", ranges::range),
    fixed("not", &["negand"], "boolean", conversion::not),
    // text
    optional("substring", &["string", "start position", "length"], 2, "string", strings::substring),
    fixed("string length", &["string"], "number", strings::length),
    fixed("upper case", &["string"], "string", strings::upper),
    fixed("lower case", &["string"], "string", strings::lower),
    fixed("substring before", &["string", "match"], "string", strings::before),
    fixed("substring after", &["string", "match"], "string", strings::after),
    optional("replace", &["input", "pattern", "replacement", "flags"], 3, "string", strings::replace),
    fixed("contains", &["string", "match"], "boolean", strings::contains),
    fixed("starts with", &["string", "match"], "boolean", strings::starts_with),
    fixed("ends with", &["string", "match"], "boolean", strings::ends_with),
    optional("matches", &["input", "pattern", "flags"], 2, "boolean", strings::matches),
    fixed("split", &["string", "delimiter"], "list", strings::split),
    optional("string join", &["list", "delimiter"], 1, "string", strings::join),
    // lists
    fixed("list contains", &["list", "element"], "boolean", lists::contains),
    fixed("count", &["list"], "number", lists::count),
    variadic("min", &["list"], "Any", lists::min),
    variadic("max", &["list"], "Any", lists::max),
    variadic("sum", &["list"], "Any", lists::sum),
    variadic("mean", &["list"], "number", lists::mean),
    variadic("all", &["list"], "boolean", lists::all),
    variadic("any", &["list"], "boolean", lists::any),
    optional("sublist", &["list", "start position", "length"], 2, "list", lists::sublist),
    variadic("append", &["list"], "list", lists::append),
    optional("append", &["list", "item"], 2, "list", lists::append),
    variadic("concatenate", &["list"], "list", lists::concatenate),
    fixed("insert before", &["list", "position", "newItem"], "list", lists::insert_before),
    fixed("remove", &["list", "position"], "list", lists::remove),
    fixed("reverse", &["list"], "list", lists::reverse),
    fixed("index of", &["list", "match"], "list", lists::index_of),
    variadic("union", &["list"], "list", lists::union),
    fixed("distinct values", &["list"], "list", lists::distinct),
    fixed("flatten", &["list"], "list", lists::flatten),
    variadic("product", &["list"], "number", lists::product),
    variadic("median", &["list"], "number", lists::median),
    variadic("stddev", &["list"], "number", lists::stddev),
    variadic("mode", &["list"], "list", lists::mode),
    fixed("list replace", &["list", "position", "newItem"], "list", lists::replace),
    fixed("list replace", &["list", "match", "newItem"], "list", lists::replace),
    optional("sort", &["list", "precedes"], 1, "list", elsewhere),
    // numbers
    fixed("decimal", &["n", "scale"], "number", numbers::decimal),
    optional("floor", &["n", "scale"], 1, "number", numbers::floor),
    optional("ceiling", &["n", "scale"], 1, "number", numbers::ceiling),
    fixed("round up", &["n", "scale"], "number", numbers::round_up),
    fixed("round down", &["n", "scale"], "number", numbers::round_down),
    fixed("round half up", &["n", "scale"], "number", numbers::round_half_up),
    fixed("round half down", &["n", "scale"], "number", numbers::round_half_down),
    fixed("abs", &["n"], "Any", numbers::abs),
    fixed("modulo", &["dividend", "divisor"], "number", numbers::modulo),
    fixed("sqrt", &["number"], "number", numbers::sqrt),
    fixed("log", &["number"], "number", numbers::log),
    fixed("exp", &["number"], "number", numbers::exp),
    fixed("odd", &["number"], "boolean", numbers::odd),
    fixed("even", &["number"], "boolean", numbers::even),
    // days and times
    fixed("is", &["value1", "value2"], "boolean", temporal::is),
    fixed("day of year", &["date"], "number", temporal::day_of_year),
    fixed("day of week", &["date"], "string", temporal::day_of_week),
    fixed("month of year", &["date"], "string", temporal::month_of_year),
    fixed("week of year", &["date"], "number", temporal::week_of_year),
    fixed("now", &[], "date and time", elsewhere),
    fixed("today", &[], "date", elsewhere),
    // contexts
    fixed("get value", &["m", "key"], "Any", contexts::get_value),
    fixed("get value", &["context", "keys"], "Any", contexts::get_value),
    fixed("get entries", &["m"], "list", contexts::get_entries),
    fixed("context", &["entries"], "context", contexts::context),
    fixed("context put", &["context", "key", "value"], "context", contexts::put),
    fixed("context put", &["context", "keys", "value"], "context", contexts::put),
    fixed("context merge", &["contexts"], "context", contexts::merge),
    // ranges
    fixed("before", POINTS, "boolean", ranges::before),
    fixed("before", RANGES, "boolean", ranges::before),
    fixed("before", &["point", "range"], "boolean", ranges::before),
    fixed("before", &["range", "point"], "boolean", ranges::before),
    fixed("after", POINTS, "boolean", ranges::after),
    fixed("after", RANGES, "boolean", ranges::after),
    fixed("after", &["point", "range"], "boolean", ranges::after),
    fixed("after", &["range", "point"], "boolean", ranges::after),
    fixed("meets", RANGES, "boolean", ranges::meets),
    fixed("met by", RANGES, "boolean", ranges::met_by),
    fixed("overlaps", RANGES, "boolean", ranges::overlaps),
    fixed("overlaps before", RANGES, "boolean", ranges::overlaps_before),
    fixed("overlaps after", RANGES, "boolean", ranges::overlaps_after),
    fixed("finishes", &["point", "range"], "boolean", ranges::finishes),
    fixed("finishes", RANGES, "boolean", ranges::finishes),
    fixed("finished by", &["range", "point"], "boolean", ranges::finished_by),
    fixed("finished by", RANGES, "boolean", ranges::finished_by),
    fixed("includes", &["range", "point"], "boolean", ranges::includes),
    fixed("includes", RANGES, "boolean", ranges::includes),
    fixed("during", &["point", "range"], "boolean", ranges::during),
    fixed("during", RANGES, "boolean", ranges::during),
    fixed("starts", &["point", "range"], "boolean", ranges::starts),
    fixed("starts", RANGES, "boolean", ranges::starts),
    fixed("started by", &["range", "point"], "boolean", ranges::started_by),
    fixed("started by", RANGES, "boolean", ranges::started_by),
    fixed("coincides", POINTS, "boolean", ranges::coincides),
    fixed("coincides", RANGES, "boolean", ranges::coincides),
];
