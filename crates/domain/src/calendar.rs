//! Days and times in Vietnam (lịch).
