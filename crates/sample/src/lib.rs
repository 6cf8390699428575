//! Seeded generator and demo data, acting only through app.
