//! Figures of a campaign in tree order: whole roll-up, update by difference, coverage.
