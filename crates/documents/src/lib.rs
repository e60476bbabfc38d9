//! The papers of the utility: letters, forms and contracts as PDF, barcodes, and lists as XLSX. The only crate that knows
//! Typst. It holds no law and no data of its own: a paper is a template, a language and a JSON object.

pub mod codes;
pub mod error;
mod fonts;
pub mod render;
pub mod sheet;
pub mod template;
mod world;

pub use codes::{CodeError, data_matrix_svg, qr_svg};
pub use error::DocumentError;
pub use render::{Pdf, Standard, render};
pub use sheet::{Cell, Column, Kind, Sheet, SheetError, workbook};
pub use template::Templates;
