use super::*;

#[test]
fn telephone_numbers_are_read_as_people_write_them() {
    let table = [
        ("", Ok("")),
        ("0912 345 678", Ok("0912345678")),
        ("(0212) 385.0000", Ok("02123850000")),
        ("+84 912 345 678", Ok("0912345678")),
        ("+84 0912 345 678", Ok("0912345678")),
        ("+856 20 5555 1234", Ok("+8562055551234")),
        ("912345678", Err(Refusal::PhoneUnreadable)),
        ("0912", Err(Refusal::PhoneUnreadable)),
        ("0912 345 67x", Err(Refusal::PhoneUnreadable)),
        ("thanh.hv", Err(Refusal::PhoneUnreadable)),
    ];
    for (typed, expected) in table {
        assert_eq!(phone(typed), expected.map(str::to_owned), "{typed}");
    }
}

#[test]
fn e_mail_addresses_are_read() {
    let table = [
        ("", Ok("")),
        (" An.Le@Cong-Doan.vn ", Ok("an.le@cong-doan.vn")),
        ("an", Err(Refusal::EmailUnreadable)),
        ("an@nha", Err(Refusal::EmailUnreadable)),
        ("an@.vn", Err(Refusal::EmailUnreadable)),
        ("an le@x.vn", Err(Refusal::EmailUnreadable)),
        ("an@x.vn, ba@x.vn", Err(Refusal::EmailUnreadable)),
    ];
    for (typed, expected) in table {
        assert_eq!(email(typed), expected.map(str::to_owned), "{typed}");
    }
}

#[test]
fn the_same_name_has_the_same_key() {
    let table = [
        (" Thanh.HV-VK-01", "thanh.hv-vk-01"),
        ("0912.345.678", "0912345678"),
        ("+84912345678", "0912345678"),
        ("An.Le@x.VN", "an.le@x.vn"),
        ("", ""),
    ];
    for (typed, key) in table {
        assert_eq!(sign_in_key(typed), key, "{typed}");
    }
    let name = Text::new("Đỗ Quốc Thịnh");
    assert_eq!(sign_in_name(&name, "HV-01", 1), "thinh.hv-01");
    assert_eq!(sign_in_name(&name, "HV-01", 3), "thinh3.hv-01");
}

#[test]
fn passwords_are_long_and_no_names() {
    let names = ["Phạm Quốc Thành", "thanh.hv-vk-01", "CĐCS May Bình An"];
    let table = [
        ("chínchữthôi", Ok(())),
        ("chinchu9x", Err(Refusal::PasswordShort)),
        ("1234567890", Err(Refusal::PasswordCommon)),
        ("Mật khẩu 123", Err(Refusal::PasswordCommon)),
        ("aaaaaaaaaaaa", Err(Refusal::PasswordCommon)),
        ("ababcababcab", Err(Refusal::PasswordCommon)),
        ("phạmquốcthành1", Err(Refusal::PasswordNames)),
        ("thanh.hv-vk-01!", Err(Refusal::PasswordNames)),
        ("CDCS May Binh An 2026", Err(Refusal::PasswordNames)),
        ("thuyền ra cửa biển sớm mai", Ok(())),
    ];
    for (password, expected) in table {
        assert_eq!(check_password(password, &names), expected, "{password}");
    }
    assert_eq!(check_password(&"ab1c2d".repeat(40), &[]), Err(Refusal::PasswordLong));
}

#[test]
fn whoever_runs_the_installation_is_named_by_their_like() {
    for role in Role::ALL {
        for seated in Role::ALL {
            let expected = seated != Role::SystemAdmin || role == Role::SystemAdmin;
            assert_eq!(may_seat(role, seated), expected, "{role:?} {seated:?}");
        }
    }
}
