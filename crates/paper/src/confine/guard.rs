//! What the child takes away from itself.

use landlock::{
    ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, Ruleset, RulesetAttr, Scope,
};
use rlimit::Resource;
use seccompiler::{BpfProgram, SeccompAction, SeccompFilter};
use std::collections::BTreeMap;

/// How much a child may use.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of address space.
    pub memory: u64,
    /// Seconds of computing.
    pub seconds: u64,
}

impl Limits {
    /// Those of an upload.
    pub const UPLOAD: Limits = Limits { memory: 512 * 1024 * 1024, seconds: 10 };
}

/// A limit that could not be set.
#[derive(Debug)]
pub struct Unguarded;

/// Limits this process for good: memory, time, files, network, further processes.
///
/// Files are closed twice over where the kernel knows Landlock, and once by the list of system
/// calls where it does not.
pub fn guard(limits: Limits) -> Result<(), Unguarded> {
    for (resource, most) in [
        (Resource::AS, limits.memory),
        (Resource::CPU, limits.seconds),
        (Resource::CORE, 0),
        (Resource::FSIZE, 0),
    ] {
        resource.set(most, most).map_err(|_| Unguarded)?;
    }
    let rules = rules(CompatLevel::BestEffort).map_err(|_| Unguarded)?;
    rules.restrict_self().map_err(|_| Unguarded)?;
    seccompiler::apply_filter(&calls().ok_or(Unguarded)?).map_err(|_| Unguarded)
}

/// Whether the kernel lets a process close files and network to itself (Landlock).
pub fn files_can_be_closed() -> bool {
    rules(CompatLevel::HardRequirement).is_ok()
}

/// Every right that is known, given to nothing.
fn rules(level: CompatLevel) -> Result<landlock::RulesetCreated, landlock::RulesetError> {
    let files =
        Ruleset::default().set_compatibility(level).handle_access(AccessFs::from_all(ABI::V1))?;
    // What later kernels can close too is closed where they can.
    files
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(ABI::V5))?
        .handle_access(AccessNet::from_all(ABI::V4))?
        .scope(Scope::from_all(ABI::V6))?
        .create()
}

/// The system calls that reading from a pipe, thinking and answering take. Any other is refused.
const CALLS: [libc::c_long; 27] = [
    libc::SYS_read,
    libc::SYS_write,
    libc::SYS_writev,
    libc::SYS_close,
    libc::SYS_brk,
    libc::SYS_mmap,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_mprotect,
    libc::SYS_madvise,
    libc::SYS_futex,
    libc::SYS_getrandom,
    libc::SYS_clock_gettime,
    libc::SYS_sched_yield,
    libc::SYS_sigaltstack,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_restart_syscall,
    libc::SYS_getpid,
    libc::SYS_gettid,
    libc::SYS_tgkill,
    libc::SYS_exit,
    libc::SYS_exit_group,
    libc::SYS_fstat,
    libc::SYS_fcntl,
    libc::SYS_lseek,
];

fn calls() -> Option<BpfProgram> {
    let allowed: BTreeMap<_, _> = CALLS.into_iter().map(|call| (call, Vec::new())).collect();
    let refused = SeccompAction::Errno(libc::EPERM.unsigned_abs());
    let machine = std::env::consts::ARCH.try_into().ok()?;
    let filter = SeccompFilter::new(allowed, refused, SeccompAction::Allow, machine).ok()?;
    filter.try_into().ok()
}
