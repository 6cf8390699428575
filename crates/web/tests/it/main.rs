//! Pages over the whole product, without a browser.

mod visit;
mod door;
