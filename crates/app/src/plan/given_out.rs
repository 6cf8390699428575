use super::document;
use crate::backend::Ctx;
use crate::ending::Ending;
use domain::file::FileName;
use domain::id::PlanId;
use domain::plan::Reading;
use domain::source::{Source, Span};

/// An uploaded plan as those it asks get it (kế hoạch tải lên, phần gửi cho đơn vị).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenOut {
    /// The text of the file without what goes round in the issuer's own house.
    pub text: String,
    pub file: Option<PlanFile>,
    /// How many documents of the file are held back; while there is any, the file is as well.
    pub held_back: usize,
}

/// The file as it was uploaded (tệp kế hoạch).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanFile {
    pub name: FileName,
    pub hash: [u8; 32],
}

/// The uploaded plan of a campaign; the caller has reached the campaign.
pub(crate) async fn find_given_out(
    ctx: &mut Ctx<'_>,
    plan: PlanId,
) -> Result<Option<GivenOut>, Ending> {
    let Some(plan) = store::plan::find_made_from(&mut ctx.tx, plan).await? else { return Ok(None) };
    let source: Source = serde_json::from_str(&plan.source)?;
    let reading: Reading = serde_json::from_str(&plan.reading)?;
    let itself = document(&plan)?.span;
    let internal = reading.documents.iter().filter(|document| document.kind.is_internal());
    let internal = internal.map(|document| document.span).filter(|span| *span != itself);
    let internal: Vec<Span> = internal.collect();
    Ok(Some(GivenOut {
        text: without(&source.text, &internal),
        // Pasted text has a name, but was no file.
        file: plan
            .file_name
            .contains('.')
            .then(|| PlanFile { name: FileName::new(&plan.file_name), hash: plan.file_hash }),
        held_back: internal.len(),
    }))
}

fn without(text: &str, spans: &[Span]) -> String {
    let kept = |at: usize| !spans.iter().any(|span| (span.from..span.to).contains(&at));
    text.chars().enumerate().filter(|(at, _)| kept(*at)).map(|(_, c)| c).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_internal_is_left_out() {
        let table = [
            ("Kế hoạch. Phiếu.", vec![], "Kế hoạch. Phiếu."),
            ("Kế hoạch. Phiếu.", vec![Span::new(9, 16)], "Kế hoạch."),
            ("Phiếu. Kế hoạch.", vec![Span::new(0, 7)], "Kế hoạch."),
            ("a b c", vec![Span::new(0, 2), Span::new(4, 5)], "b "),
        ];
        for (text, spans, expected) in table {
            assert_eq!(without(text, &spans), expected, "{text} {spans:?}");
        }
    }
}
