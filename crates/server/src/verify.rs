use crate::cli::Options;
use crate::complaint::{Complaint, complain, tell};
use crate::serve::open;
use app::verify::verify;
use words::{Lang, say};

/// Proves the stored facts again and says what was found.
pub fn run(options: &Options, lang: Lang) -> Result<(), Complaint> {
    tokio::runtime::Runtime::new()?.block_on(async {
        let app = open(options, &options.folder("data")).await?;
        let findings = verify(&app).await?;
        if findings.faults.is_empty() {
            let counted = findings.events + findings.submissions + findings.files;
            let counted = i64::try_from(counted).unwrap_or(i64::MAX);
            tell(&say(lang, "cli-verified").with("n", counted).to_string());
            return Ok(());
        }
        complain(&say(lang, "cli-verify-failed").with("n", findings.faults.len()).to_string());
        for fault in &findings.faults {
            complain(&format!("  {fault:?}"));
        }
        Err(Complaint::Differs)
    })
}
