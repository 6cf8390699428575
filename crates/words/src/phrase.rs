use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::borrow::Cow;
use std::fmt;

/// A phrase of the catalogue with what is to be filled in. It is written by displaying it:
/// `{{ ui.say("queue-count").with("n", n) }}`.
pub struct Phrase<'a> {
    bundle: &'a FluentBundle<FluentResource>,
    key: String,
    args: FluentArgs<'static>,
}

/// What can be filled into a phrase.
pub trait Value {
    fn value(&self) -> FluentValue<'static>;
}

impl<'a> Phrase<'a> {
    /// Fills in `$name`.
    #[must_use]
    pub fn with(mut self, name: impl Into<Cow<'static, str>>, value: impl Value) -> Phrase<'a> {
        self.args.set(name, value.value());
        self
    }

    pub(crate) fn new(bundle: &'a FluentBundle<FluentResource>, key: &str) -> Phrase<'a> {
        Phrase { bundle, key: key.to_owned(), args: FluentArgs::new() }
    }
}

impl fmt::Display for Phrase<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pattern = self.bundle.get_message(&self.key).and_then(|message| message.value());
        let Some(pattern) = pattern else {
            tracing::error!(key = %self.key, "no words for this key");
            return write!(f, "⟦{}⟧", self.key);
        };
        let mut errors = Vec::new();
        let words = self.bundle.format_pattern(pattern, Some(&self.args), &mut errors);
        for error in errors {
            tracing::error!(key = %self.key, %error, "the phrase could not be filled in");
        }
        f.write_str(&words)
    }
}

impl Value for str {
    fn value(&self) -> FluentValue<'static> {
        FluentValue::from(self.to_owned())
    }
}

impl Value for String {
    fn value(&self) -> FluentValue<'static> {
        self.as_str().value()
    }
}

impl Value for Phrase<'_> {
    fn value(&self) -> FluentValue<'static> {
        self.to_string().as_str().value()
    }
}

impl Value for i64 {
    fn value(&self) -> FluentValue<'static> {
        FluentValue::from(*self)
    }
}

impl Value for usize {
    fn value(&self) -> FluentValue<'static> {
        FluentValue::from(*self)
    }
}

impl Value for u32 {
    fn value(&self) -> FluentValue<'static> {
        FluentValue::from(*self)
    }
}

impl<T: Value + ?Sized> Value for &T {
    fn value(&self) -> FluentValue<'static> {
        (**self).value()
    }
}
