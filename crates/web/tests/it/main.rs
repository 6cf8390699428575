//! Pages over the whole product, without a browser.

mod visit;
mod cost;
mod door;
mod plan;
mod campaign;
mod desk;
mod figures;
mod report;
mod unit;
