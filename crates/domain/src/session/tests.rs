use super::*;

fn at(minutes: i64) -> Timestamp {
    let begin: Timestamp = "2031-03-05T01:00:00Z".parse().expect("an instant");
    begin + SignedDuration::from_mins(minutes)
}

#[test]
fn a_session_lasts_as_its_role_and_device_say() {
    let day = 24 * 60;
    // Role, device, minutes from the proof to the last page, minutes from the proof to now.
    let table = [
        (Role::Chair, Device::Own, 0, 30 * day - 1, true),
        (Role::Chair, Device::Own, 0, 30 * day, false),
        (Role::Drafter, Device::Own, 0, 20 * day, true),
        (Role::Drafter, Device::Shared, 0, 59, true),
        (Role::Drafter, Device::Shared, 0, 60, false),
        (Role::Officer, Device::Own, 0, 60, false),
        (Role::Officer, Device::Own, 30, 89, true),
        (Role::Officer, Device::Own, 719, 720, false),
        (Role::Officer, Device::Own, 700, 719, true),
        (Role::Leader, Device::Own, 0, 61, false),
        (Role::UnitAdmin, Device::Own, 0, 61, false),
        (Role::SystemAdmin, Device::Own, 10, 70, false),
    ];
    for (role, device, seen, now, expected) in table {
        let stamps = Stamps { confirmed: at(0), seen: at(seen) };
        let holds = lifetime(role, device).holds(stamps, at(now));
        assert_eq!(holds, expected, "{role:?} {device:?} {seen} {now}");
    }
}

#[test]
fn a_proof_grows_old() {
    let stamps = Stamps { confirmed: at(0), seen: at(600) };
    assert!(stamps.fresh(FRESH, at(14)) && !stamps.fresh(FRESH, at(15)));
    assert!(stamps.fresh(FRESH_TO_SUBMIT, at(1439)) && !stamps.fresh(FRESH_TO_SUBMIT, at(1440)));
}
