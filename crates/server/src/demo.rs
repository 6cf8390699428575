use crate::complaint::{Complaint, tell};
use app::install::Installed;
use app::{App, session};
use words::{Lang, say};

/// Lays the sample data down where nothing is yet.
pub async fn lay(app: &App, lang: Lang) -> Result<(), Complaint> {
    if app.backend.read(Installed).await? {
        return Ok(());
    }
    tell(&say(lang, "cli-laying").to_string());
    let from = jiff::civil::date(2015, 1, 1);
    let hash = session::hash_password(sample::PASSWORD, &app.backend.random())?;
    let install = sample::parse(sample::PROVINCE, from, || hash.clone());
    let install = install.map_err(|error| Complaint::Broken { why: error.text })?;
    app.backend.write(install).await?;
    sample::run_campaign(app).await?;
    sample::ask_for_approval(app).await?;
    Ok(())
}

/// Prints who one can be, and with which password.
pub fn tell_sign_ins(lang: Lang) {
    tell(&say(lang, "cli-sign-ins").with("password", sample::PASSWORD).to_string());
    for sign_in in sample::SIGN_INS {
        tell(&format!("  {:<10} {}", sign_in.name, say(lang, sign_in.place)));
    }
}
