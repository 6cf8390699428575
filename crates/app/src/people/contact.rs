use super::account;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::session::follow_contact;
use domain::id::PersonId;
use domain::person::{Refusal, email, line, phone};
use domain::text::Text;
use serde::Serialize;
use store::scope::Scope;

/// Says better how somebody is called and reached (sửa họ tên, điện thoại, thư điện tử).
#[derive(Clone, Debug, Serialize)]
pub struct PutContact {
    pub person: PersonId,
    pub name: String,
    pub phone: String,
    pub email: String,
}

impl Case for PutContact {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let reached = account(ctx, scope, self.person).await?;
        let name = line(&self.name)?;
        if name.is_empty() {
            return Err(Refusal::NameMissing.into());
        }
        phone(&self.phone)?;
        let (phone, email) = (Text::new(&self.phone).into_string(), email(&self.email)?);
        follow_contact(ctx, reached.person(), (&phone, &email)).await?;
        let contact = (phone.as_str(), email.as_str());
        store::person::put_contact(&mut ctx.tx, self.person, &name, contact).await?;
        let facts = serde_json::json!({ "person": self.person });
        ctx.record("person.changed", scope, (Some(scope.unit()), None), facts).await?;
        Ok(())
    }
}
