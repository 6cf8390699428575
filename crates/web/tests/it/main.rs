//! Pages over the whole product, without a browser.

mod visit;
mod access;
mod cost;
mod door;
mod exception;
mod plan;
mod plan_text;
mod amendment;
mod campaign;
mod cascade;
mod desk;
mod figures;
mod large;
mod library;
mod organ;
mod outline;
mod live;
mod receipt;
mod register;
mod reorganisation;
mod report;
mod task;
mod group;
mod own_part;
mod unit;
