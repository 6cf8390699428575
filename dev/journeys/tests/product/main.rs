//! Starting and ending the program under test, tried on small scripts that stand for it.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use journeys::{Database, Product, target_folder};

#[test]
fn a_program_runs_until_it_is_dropped() {
    let script = script(
        "runs",
        "mkdir -p \"$3\"; echo $$ >\"$3/pid\"; echo \"$*\"\n\
         echo \"Đang chạy tại http://127.0.0.1:$5/\"; echo xong; exec sleep 60",
    );
    let product = Product::start(&script, &["demo"], Database::Embedded);
    let said = product.said();
    let words: Vec<&str> = said[0].split(' ').collect();
    let [_, "--data", folder, "--port", port] = words.as_slice() else { panic!("{said:?}") };
    assert_eq!(product.address(), format!("http://127.0.0.1:{port}"));
    assert_eq!(said.last().map(String::as_str), Some("xong"));
    let pid = fs::read_to_string(format!("{folder}/pid")).unwrap();
    let process = PathBuf::from(format!("/proc/{}", pid.trim()));
    assert!(process.exists());
    let folder = (*folder).to_owned();
    drop(product);
    assert!(!process.exists() && !Path::new(&folder).exists());
}

#[test]
fn a_program_that_ends_is_not_waited_for() {
    let script = script("ends", "echo 'cổng đang bận' >&2; exit 1");
    let told = catch_unwind(|| Product::start(&script, &[], Database::Embedded)).err().unwrap();
    let told = told.downcast_ref::<String>().unwrap();
    assert!(told.contains("does not start: cổng đang bận"), "{told}");
}

#[test]
fn a_database_of_its_own_is_made_on_postgresql() {
    let script = script("on-postgres", "echo \"http://x $*\"; exec sleep 60");
    let first = Product::start(&script, &[], Database::Postgres);
    let second = Product::start(&script, &[], Database::Postgres);
    let database = |product: &Product| product.said()[0].rsplit(' ').next().map(str::to_owned);
    assert!(database(&first).is_some_and(|url| url.starts_with("postgres://")));
    assert_ne!(database(&first), database(&second));
}

fn script(name: &str, body: &str) -> PathBuf {
    let folder = target_folder().join("scripts");
    fs::create_dir_all(&folder).expect("a writable folder");
    let file = folder.join(name);
    fs::write(&file, format!("#!/bin/sh\n{body}\n")).expect("a writable folder");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("our own file");
    // Another test may be forking just now and hold the file open for writing for a moment.
    sleep(Duration::from_millis(50));
    file
}
