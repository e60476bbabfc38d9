mod files;
mod reference_export;
mod rows;
mod small_export;
