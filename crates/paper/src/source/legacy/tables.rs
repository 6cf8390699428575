//! What stands for what. Signs are written as Windows shows their bytes.

/// TCVN 5712:1993, VN3: what is meant by each sign from U+00A1 to U+00FE.
pub const TCVN3: [char; 94] = [
    '\u{102}', '\u{c2}', '\u{ca}', '\u{d4}', '\u{1a0}', '\u{1af}', '\u{110}', '\u{103}', '\u{e2}',
    '\u{ea}', '\u{f4}', '\u{1a1}', '\u{1b0}', '\u{111}', '\u{af}', '\u{b0}', '\u{b1}', '\u{b2}',
    '\u{b3}', '\u{b4}', '\u{e0}', '\u{1ea3}', '\u{e3}', '\u{e1}', '\u{1ea1}', '\u{ba}', '\u{1eb1}',
    '\u{1eb3}', '\u{1eb5}', '\u{1eaf}', '\u{bf}', '\u{c0}', '\u{c1}', '\u{c2}', '\u{c3}', '\u{c4}',
    '\u{c5}', '\u{1eb7}', '\u{1ea7}', '\u{1ea9}', '\u{1eab}', '\u{1ea5}', '\u{1ead}', '\u{e8}',
    '\u{cd}', '\u{1ebb}', '\u{1ebd}', '\u{e9}', '\u{1eb9}', '\u{1ec1}', '\u{1ec3}', '\u{1ec5}',
    '\u{1ebf}', '\u{1ec7}', '\u{ec}', '\u{1ec9}', '\u{d9}', '\u{da}', '\u{db}', '\u{129}',
    '\u{ed}', '\u{1ecb}', '\u{f2}', '\u{e0}', '\u{1ecf}', '\u{f5}', '\u{f3}', '\u{1ecd}',
    '\u{1ed3}', '\u{1ed5}', '\u{1ed7}', '\u{1ed1}', '\u{1ed9}', '\u{1edd}', '\u{1edf}', '\u{1ee1}',
    '\u{1edb}', '\u{1ee3}', '\u{f9}', '\u{f0}', '\u{1ee7}', '\u{169}', '\u{fa}', '\u{1ee5}',
    '\u{1eeb}', '\u{1eed}', '\u{1eef}', '\u{1ee9}', '\u{1ef1}', '\u{1ef3}', '\u{1ef7}', '\u{1ef9}',
    '\u{fd}', '\u{1ef5}',
];

/// VNI signs that are a letter by themselves.
pub const VNI_SINGLE: [(char, char); 18] = [
    ('\u{c6}', '\u{1ec8}'),
    ('\u{cc}', '\u{cc}'),
    ('\u{cd}', '\u{cd}'),
    ('\u{ce}', '\u{1ef4}'),
    ('\u{d1}', '\u{110}'),
    ('\u{d2}', '\u{1eca}'),
    ('\u{d3}', '\u{128}'),
    ('\u{d4}', '\u{1a0}'),
    ('\u{d6}', '\u{1af}'),
    ('\u{e6}', '\u{1ec9}'),
    ('\u{ec}', '\u{ec}'),
    ('\u{ed}', '\u{ed}'),
    ('\u{ee}', '\u{1ef5}'),
    ('\u{f1}', '\u{111}'),
    ('\u{f2}', '\u{1ecb}'),
    ('\u{f3}', '\u{129}'),
    ('\u{f4}', '\u{1a1}'),
    ('\u{f6}', '\u{1b0}'),
];

/// VNI signs that stand behind a base letter, and the marks they put on it.
pub const VNI_DOUBLE: [(char, &str); 17] = [
    ('\u{e0}', "\u{302}\u{300}"),
    ('\u{e1}', "\u{302}\u{301}"),
    ('\u{e2}', "\u{302}"),
    ('\u{e3}', "\u{302}\u{303}"),
    ('\u{e4}', "\u{302}\u{323}"),
    ('\u{e5}', "\u{302}\u{309}"),
    ('\u{e8}', "\u{306}\u{300}"),
    ('\u{e9}', "\u{306}\u{301}"),
    ('\u{ea}', "\u{306}"),
    ('\u{eb}', "\u{306}\u{323}"),
    ('\u{ef}', "\u{323}"),
    ('\u{f5}', "\u{303}"),
    ('\u{f8}', "\u{300}"),
    ('\u{f9}', "\u{301}"),
    ('\u{fa}', "\u{306}\u{309}"),
    ('\u{fb}', "\u{309}"),
    ('\u{fc}', "\u{306}\u{303}"),
];
