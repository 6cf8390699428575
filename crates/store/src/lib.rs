//! SQL: one file per noun, one text per query for both databases.
