//! Pages over the whole product, without a browser.

mod visit;
mod cost;
mod door;
mod plan;
mod campaign;
mod desk;
mod figures;
mod live;
mod report;
mod unit;
