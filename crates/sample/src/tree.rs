use app::install::{Install, NewOrgan, NewPerson, NewUnit};
use domain::body::Organ;
use domain::seat::Role;
use domain::text::fold;
use jiff::civil::Date;

/// A line that says nothing the tree can take (dòng sai).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TreeError {
    /// From 1.
    pub line: usize,
    pub text: String,
}

/// Reads a tree: `level`, `unit`, `organ` and `person` lines with fields between `|`.
///
/// Everybody gets a password from `hash`, which is asked once per person.
pub fn parse(
    text: &str,
    from: Date,
    mut hash: impl FnMut() -> String,
) -> Result<Install, TreeError> {
    let mut install = Install { from, ..Install::default() };
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        take(&mut install, line, &mut hash)
            .ok_or_else(|| TreeError { line: at + 1, text: line.to_owned() })?;
    }
    Ok(install)
}

fn take(install: &mut Install, line: &str, hash: &mut impl FnMut() -> String) -> Option<()> {
    let (kind, rest) = line.split_once(char::is_whitespace)?;
    let fields: Vec<&str> = rest.split('|').map(str::trim).collect();
    let own = |text: &str| text.to_owned();
    match (kind, fields.as_slice()) {
        ("level", [code, vi, en, aliases]) => install.levels.push(app::install::NewLevel {
            code: own(code),
            order: i64::try_from(install.levels.len()).ok()?,
            name_vi: own(vi),
            name_en: own(en),
            aliases: aliases.split(';').map(fold).filter(|alias| !alias.is_empty()).collect(),
        }),
        ("unit", [code, parent, level, name, short]) => install.units.push(NewUnit {
            code: own(code),
            parent: Some(own(parent)).filter(|parent| !parent.is_empty()),
            level: own(level),
            name: own(name),
            short: own(short),
        }),
        ("organ", [code, unit, organ, name, short]) => install.organs.push(NewOrgan {
            code: own(code),
            unit: own(unit),
            organ: Organ::parse(organ)?,
            name: own(name),
            short: own(short),
        }),
        ("person", [name, sign_in, phone, seats]) => install.people.push(NewPerson {
            name: own(name),
            sign_in: own(sign_in),
            password: hash(),
            phone: own(phone),
            seats: seats.split(';').map(seat).collect::<Option<_>>()?,
        }),
        _ => return None,
    }
    Some(())
}

fn seat(text: &str) -> Option<(String, Role, String)> {
    let mut parts = text.trim().splitn(3, ':');
    let (body, role, title) = (parts.next()?, parts.next()?, parts.next()?);
    Some((body.to_owned(), Role::parse(role)?, title.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_demos_province_reads() {
        let install = parse(crate::PROVINCE, date(2020, 1, 1), || "x".into()).expect("reads");
        assert!(install.units.len() > 20);
        for sign_in in crate::SIGN_INS {
            assert!(install.people.iter().any(|p| p.sign_in == sign_in.name), "{}", sign_in.name);
        }
    }

    #[test]
    fn a_wrong_line_is_named() {
        for bad in [
            "unit A | | x",
            "person An | a | 1 | HV:king:Vua",
            "organ A | B | nose | C | D",
            "đơn vị",
        ] {
            let text = format!("# một dòng ghi chú\n{bad}");
            let error = parse(&text, date(2020, 1, 1), String::new).expect_err(bad);
            assert_eq!((error.line, error.text.as_str()), (2, bad));
        }
    }
}
