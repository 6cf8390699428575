//! SQL: one file per noun, one text per query for SQLite and PostgreSQL alike.
//!
//! No function here begins or ends a transaction; `app` does. Functions on what is scoped take the
//! [`scope::Scope`] of the seat that acts, or a [`permit::Permit`] that only a scope can give.

pub mod db;
pub mod blob;
pub mod migrate;
pub mod scope;
pub mod body;
pub mod unit;
pub mod reorganisation;
pub mod register;
pub mod unit_record;
pub mod person;
pub mod seat;
pub mod invitation;
pub mod session;
pub mod event;
pub mod done;
pub mod job;
pub mod plan;
pub mod campaign;
pub mod cascade;
pub mod approval;
pub mod next_step;
pub mod path;
pub mod plan_text;
pub mod issued_plan;
pub mod outline;
pub mod segment;
pub mod tier;
pub mod amendment;
pub mod library;
pub mod task;
pub mod group;
pub mod member;
pub mod reached;
pub mod answer;
pub mod permit;
pub mod assignment;
pub mod work;
pub mod acknowledgement;
pub mod queue;
pub mod draft;
pub mod heading;
pub mod own_part;
pub mod submission;
pub mod receipt;
pub mod verdict;
