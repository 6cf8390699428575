use crate::visit::Visit;
use domain::seat::Role;
use std::fmt::Write;
use testkit::World;

/// A seat that is asked from: somebody in a body with a role, or nobody at all.
pub struct Person {
    /// The code of the body; empty for a stranger.
    pub body: &'static str,
    pub role: &'static str,
}

/// Where people sit. Two reports of the first district and one of the second are asked about, so
/// that there is a self, a parent, an ancestor, siblings, an uncle, cousins and another province.
pub const BODIES: [&str; 10] =
    ["HV-BTC", "HV", "HV-VP", "HV-VK", "HV-VK-01", "HV-VK-03", "HV-SN", "HV-SN-01", "HV-01", "NG"];

/// A second province that has nothing to do with the first.
const ELSEWHERE: &str = "
unit NG       |    | tinh  | Liên đoàn Lao động tỉnh Ngàn Giang | LĐLĐ tỉnh Ngàn Giang
unit NG-01    | NG | coso  | Công đoàn cơ sở Công ty Vải Ngàn | CĐCS Vải Ngàn
";

/// The demo's province, the second one, and somebody with every role in every body asked from.
pub fn tree() -> String {
    let mut tree = format!("{}{ELSEWHERE}", sample::PROVINCE);
    for person in everybody().filter(|person| !person.is_stranger()) {
        let (name, body, role) = (person.sign_in(), person.body, person.role);
        writeln!(tree, "person Người {name} | {name} | 0900 | {body}:{role}:Cán bộ").expect("text");
    }
    tree
}

/// A stranger first, then everybody by body and role.
pub fn everybody() -> impl Iterator<Item = Person> {
    let stranger = Person { body: "", role: "stranger" };
    let seated = BODIES
        .into_iter()
        .flat_map(|body| Role::ALL.into_iter().map(move |role| Person { body, role: role.name() }));
    std::iter::once(stranger).chain(seated)
}

impl Person {
    pub fn is_stranger(&self) -> bool {
        self.body.is_empty()
    }

    /// The code of the unit the body is, or belongs to.
    pub fn unit(&self) -> &'static str {
        match self.body {
            "HV-BTC" | "HV-VP" => "HV",
            unit => unit,
        }
    }

    pub async fn visit(&self, world: &World) -> Visit {
        if self.is_stranger() {
            return Visit::new(world);
        }
        Visit::signed_in(world, &self.sign_in()).await
    }

    fn sign_in(&self) -> String {
        format!("{}.{}", self.body, self.role).to_lowercase().replace('_', "-")
    }
}
