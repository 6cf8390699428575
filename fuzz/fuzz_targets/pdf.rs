#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| tongket_fuzz::read("a.pdf", bytes));
