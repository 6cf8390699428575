//! Pages: one folder per feature with page, template, strings and style.
