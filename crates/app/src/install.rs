//! The first rows of a new installation: its chain, levels, bodies and people.
//!
//! Until the tree has an import of its own, this is how it comes in with its first people.

use crate::backend::{Ctx, UseCase};
use crate::ending::Ending;
use domain::body::{Body, BodyKind, Organ, Path};
use domain::group::Term;
use domain::id::{BodyId, PersonId, ReorganisationId, SeatId};
use domain::person;
use domain::reorganisation::{Kind, Naming, Stage, Stand};
use domain::seat::Role;
use domain::text::Text;
use jiff::civil::Date;
pub use store::body::Level as NewLevel;
use store::person::Person;
use store::reorganisation::Reorganisation;
use store::seat::Seat;

/// A whole installation to be laid down (dữ liệu ban đầu). Parents and owners are named by code and
/// stand before those who name them.
#[derive(Clone, Debug, Default)]
pub struct Install {
    pub from: Date,
    pub levels: Vec<NewLevel>,
    pub units: Vec<NewUnit>,
    pub organs: Vec<NewOrgan>,
    pub people: Vec<NewPerson>,
}

#[derive(Clone, Debug)]
pub struct NewUnit {
    pub code: String,
    pub parent: Option<String>,
    pub level: String,
    pub name: String,
    pub short: String,
}

#[derive(Clone, Debug)]
pub struct NewOrgan {
    pub code: String,
    pub unit: String,
    pub organ: Organ,
    pub name: String,
    pub short: String,
}

#[derive(Clone, Debug)]
pub struct NewPerson {
    pub name: String,
    pub sign_in: String,
    /// The password's hash in PHC form.
    pub password: String,
    pub phone: String,
    /// Body by code, role, title.
    pub seats: Vec<(String, Role, String)>,
}

/// Whether anything was installed (đã có dữ liệu hay chưa).
#[derive(Clone, Debug)]
pub struct Installed;

impl UseCase for Installed {
    type Output = bool;

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<bool, Ending> {
        Ok(!store::body::list_levels(&mut ctx.tx).await?.is_empty())
    }
}

impl UseCase for Install {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<(), Ending> {
        let installation: uuid::Uuid = ctx.chance.id();
        store::event::begin_chain(&mut ctx.tx, installation, ctx.now).await?;
        store::reorganisation::begin_tree(&mut ctx.tx).await?;
        for level in &self.levels {
            store::body::put_level(&mut ctx.tx, level).await?;
        }
        let first = self.first(ctx);
        store::reorganisation::insert(&mut ctx.tx, &first).await?;
        let mut laid: Vec<(&str, BodyId, Option<Path>, u32)> = Vec::new();
        for unit in &self.units {
            self.lay_unit(ctx, first.id, unit, &mut laid).await?;
        }
        for organ in &self.organs {
            let of = get(&laid, &organ.unit)?;
            let kind = BodyKind::Organ { of: laid[of].1, organ: organ.organ };
            let body = named(ctx.chance.id(), kind, &organ.code, &organ.name, &organ.short);
            store::body::insert(&mut ctx.tx, &body).await?;
            laid.push((&organ.code, body.id, None, 0));
        }
        for person in &self.people {
            let id: PersonId = ctx.chance.id();
            self.seat_person(ctx, id, person, &laid).await?;
        }
        Ok(())
    }
}

type Laid<'i> = Vec<(&'i str, BodyId, Option<Path>, u32)>;

impl Install {
    /// By which the first tree stands.
    fn first(&self, ctx: &mut Ctx<'_>) -> Reorganisation {
        Reorganisation {
            id: ctx.chance.id(),
            kind: Kind::Register,
            day: self.from,
            reason: String::new(),
            document: String::new(),
            act: String::new(),
            unit: None,
            seat: None,
            planned: ctx.now,
            tree_rev: 1,
            touched: None,
            stage: Stage::InForce { at: ctx.now },
            undo_reason: String::new(),
        }
    }

    async fn lay_unit<'i>(
        &'i self,
        ctx: &mut Ctx<'_>,
        by: ReorganisationId,
        unit: &'i NewUnit,
        laid: &mut Laid<'i>,
    ) -> Result<(), Ending> {
        let parent = unit.parent.as_deref().map(|code| get(laid, code)).transpose()?;
        let (parent, ordinal, path) = match parent {
            None => {
                let ordinal = count_roots(laid);
                (None, ordinal, Path::below(None, ordinal))
            }
            Some(at) => {
                laid[at].3 += 1;
                let ordinal = laid[at].3;
                (Some(laid[at].1), ordinal, Path::below(laid[at].2.as_ref(), ordinal))
            }
        };
        let path = path.ok_or_else(|| Ending::broken("too many units side by side"))?;
        let kind = BodyKind::Unit { level: unit.level.clone() };
        let body = named(ctx.chance.id(), kind, &unit.code, &unit.name, &unit.short);
        store::body::insert(&mut ctx.tx, &body).await?;
        let (name, short, level) = (body.name, body.short, unit.level.clone());
        let stand = Stand {
            unit: body.id,
            parent,
            path: path.clone(),
            ordinal,
            naming: Naming { name, short, level },
            was: None,
        };
        let tx = &mut ctx.tx;
        store::reorganisation::stage_stand(tx, by, self.from, &stand, &unit.code).await?;
        laid.push((&unit.code, body.id, Some(path), 0));
        Ok(())
    }

    async fn seat_person(
        &self,
        ctx: &mut Ctx<'_>,
        id: PersonId,
        person: &NewPerson,
        laid: &Laid<'_>,
    ) -> Result<(), Ending> {
        let row = Person {
            id,
            name: Text::new(&person.name),
            phone: person.phone.clone(),
            email: String::new(),
            password: Some(person.password.clone()),
        };
        store::person::insert(&mut ctx.tx, &row).await?;
        let names = [&person.sign_in, &person.phone].map(|name| person::sign_in_key(name));
        for name in names.into_iter().filter(|name| !name.is_empty()) {
            store::person::take_name(&mut ctx.tx, id, &name).await?;
        }
        for (body, role, title) in &person.seats {
            let seat = Seat {
                id: ctx.chance.id::<SeatId>(),
                person: id,
                body: laid[get(laid, body)?].1,
                role: *role,
                title: Text::new(title),
                term: Term { from: self.from, to: None },
                stands_for: None,
            };
            store::seat::insert(&mut ctx.tx, &seat).await?;
        }
        Ok(())
    }
}

fn count_roots(laid: &Laid<'_>) -> u32 {
    let roots = laid.iter().filter(|l| l.2.as_ref().is_some_and(|path| path.depth() == 0));
    roots.fold(0, |n, _| n + 1)
}

fn get(laid: &Laid<'_>, code: &str) -> Result<usize, Ending> {
    laid.iter()
        .position(|l| l.0 == code)
        .ok_or_else(|| Ending::broken(&format!("no body with the code {code}")))
}

fn named(id: BodyId, kind: BodyKind, code: &str, name: &str, short: &str) -> Body {
    Body { id, kind, code: code.to_owned(), name: Text::new(name), short: Text::new(short) }
}
