//! Use cases on both databases.

mod acknowledgement;
mod amendment;
mod campaign;
mod confirm;
mod cost;
mod audit;
mod approval;
mod backend;
mod cascade;
mod cascade_follow;
mod cascade_levels;
mod cascade_plans;
mod create;
mod exception;
mod exception_plans;
mod jobs;
mod outline;
mod plan;
mod plan_text;
mod portion;
mod reorganisation;
mod task;
