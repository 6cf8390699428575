//! The grammar of dated phrases.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| reader::dates_hold(&tongket_fuzz::sentence(bytes)));
