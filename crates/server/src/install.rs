use crate::cli::InstallOptions;
use crate::complaint::{Complaint, tell};
use crate::serve::open;
use app::install::Installed;
use app::session;
use words::{Lang, say};

/// The shortest first password that is taken.
const PASSWORD_LENGTH_MIN: usize = 10;

/// Lays a tree of units and people down where there is none yet.
pub fn run(options: &InstallOptions, lang: Lang) -> Result<(), Complaint> {
    let refuse = |key: &str| Complaint::Broken { why: say(lang, key).to_string() };
    let text = std::fs::read_to_string(&options.tree)?;
    let password = std::fs::read_to_string(&options.password_file)?.trim().to_owned();
    if password.chars().count() < PASSWORD_LENGTH_MIN {
        return Err(refuse("cli-password-short"));
    }
    tokio::runtime::Runtime::new()?.block_on(async {
        let app = open(&options.options, &options.options.folder("data")).await?;
        if app.backend.read(Installed).await? {
            return Err(refuse("cli-installed-before"));
        }
        let mut broken = None;
        let hash = || {
            let salt = app.backend.random();
            session::hash_password(&password, &salt).unwrap_or_else(|ending| {
                broken = Some(ending);
                String::new()
            })
        };
        let from = domain::calendar::day(app.backend.now());
        let install = sample::parse(&text, from, hash).map_err(|error| {
            let line = say(lang, "cli-tree-line").with("line", error.line);
            Complaint::Broken { why: line.with("text", error.text).to_string() }
        })?;
        if let Some(ending) = broken {
            return Err(ending.into());
        }
        let (units, people) = (install.units.len(), install.people.len());
        app.backend.write(install).await?;
        let done = say(lang, "cli-installed").with("units", units).with("people", people);
        tell(&done.to_string());
        Ok(())
    })
}
