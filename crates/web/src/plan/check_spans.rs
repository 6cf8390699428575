use domain::source::Span;

/// Spans of a text with what stands there, to be asked what another overlaps. Asking costs as much
/// as there is to answer, however long the text is.
pub(super) struct Spans<T> {
    /// By where they begin.
    items: Vec<(Span, T)>,
    /// How far the first so many of them reach.
    furthest: Vec<usize>,
}

impl<T> Spans<T> {
    pub(super) fn new(items: impl IntoIterator<Item = (Span, T)>) -> Spans<T> {
        let mut items: Vec<(Span, T)> = items.into_iter().collect();
        items.sort_by_key(|(span, _)| span.from);
        let mut far = 0;
        let mut reach = |(span, _): &(Span, T)| {
            far = span.to.max(far);
            far
        };
        let furthest = items.iter().map(&mut reach).collect();
        Spans { items, furthest }
    }

    /// What overlaps a span, in no order.
    pub(super) fn over(&self, span: Span) -> impl Iterator<Item = &T> {
        let end = self.items.partition_point(|(other, _)| other.from < span.to);
        let near = (0..end).rev().take_while(move |at| self.furthest[*at] > span.from);
        let over = near.filter(move |at| self.items[*at].0.overlaps(span));
        over.map(|at| &self.items[at].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_overlaps_is_found_whatever_lies_around_it() {
        let spans = [(0, 90), (5, 7), (10, 20), (20, 30), (25, 26), (40, 41)];
        let spans = Spans::new(spans.map(|(from, to)| (Span::new(from, to), (from, to))));
        let all: Vec<(usize, usize)> = spans.items.iter().map(|(_, name)| *name).collect();
        for from in 0..95 {
            for to in from + 1..95 {
                let span = Span::new(from, to);
                let mut found: Vec<(usize, usize)> = spans.over(span).copied().collect();
                found.sort_unstable();
                let expected: Vec<(usize, usize)> = all
                    .iter()
                    .copied()
                    .filter(|(one, other)| Span::new(*one, *other).overlaps(span))
                    .collect();
                assert_eq!(found, expected, "{from} {to}");
            }
        }
    }
}
