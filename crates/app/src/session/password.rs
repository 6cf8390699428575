use crate::ending::Ending;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use domain::text::clean;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// Where passwords are hashed: as many at a time as there are processors, and no endless queue.
#[derive(Clone)]
pub struct Slow {
    working: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
}

/// How many may wait for their turn; one more is told to come back.
const WAITING_MAX: usize = 64;

/// The PHC text of a password, with a salt from chance. Slow by design.
pub fn hash_password(password: &str, salt: &[u8; 32]) -> Result<String, Ending> {
    slow_hash()?
        .hash_password_with_salt(clean(password).as_bytes(), &salt[..16])
        .map(|hash| hash.to_string())
        .map_err(|error| Ending::broken(&error.to_string()))
}

impl Slow {
    /// Whether a password is the one stored; as slow where none is.
    pub(super) async fn matches(
        &self,
        password: &str,
        stored: Option<String>,
    ) -> Result<bool, Ending> {
        let password = clean(password);
        self.run(move || matches(&password, stored.as_deref())).await
    }

    pub(super) async fn hash(&self, password: &str, salt: [u8; 32]) -> Result<String, Ending> {
        let password = password.to_owned();
        self.run(move || hash_password(&password, &salt)).await?
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Ending> {
        let waiting = self.waiting.try_acquire().map_err(|_| Ending::Busy)?;
        let working = self.working.acquire().await.map_err(|e| Ending::broken(&e.to_string()))?;
        drop(waiting);
        let done = tokio::task::spawn_blocking(work).await;
        drop(working);
        done.map_err(|error| Ending::broken(&error.to_string()))
    }
}

impl Default for Slow {
    fn default() -> Slow {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        Slow {
            working: Arc::new(Semaphore::new(processors)),
            waiting: Arc::new(Semaphore::new(WAITING_MAX)),
        }
    }
}

fn matches(password: &str, stored: Option<&str>) -> bool {
    let Some(stored) = stored else {
        let _ = hash_password(password, &[0; 32]);
        return false;
    };
    let (Ok(hash), Ok(slow)) = (PasswordHash::new(stored), slow_hash()) else { return false };
    slow.verify_password(password.as_bytes(), &hash).is_ok()
}

/// Argon2id with the parameters OWASP names first: 19 MiB, two passes, one lane.
fn slow_hash() -> Result<Argon2<'static>, Ending> {
    let params = Params::new(19 * 1024, 2, 1, None).map_err(|e| Ending::broken(&e.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}
