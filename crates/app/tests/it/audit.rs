use app::Ending;
use std::path::Path;
use std::process::Command;
use testkit::{World, on_both};

const SIGN_INS: [&str; 6] = ["btc", "lanhdao", "vanphong", "huyen", "coso", "nhanhkhac"];

#[test]
fn an_exported_log_is_proved_by_others() {
    on_both("audit", async |world: World| {
        for name in SIGN_INS {
            world.sign_in(name).await;
        }
        let lines = export(&world).await;
        assert_eq!(lines.len(), SIGN_INS.len() + 2, "a beginning, every sign-in, an end");
        assert_eq!(prove(&lines, None), Ok(()));

        let anchor = anchor(&lines[4]);
        assert_eq!(prove(&lines, Some(&anchor)), Ok(()));
        for (what, forged) in forgeries(&lines) {
            assert!(prove(&forged, None).is_err(), "{what} goes unnoticed");
        }
        // Cut and ended anew, the chain alone cannot tell; whoever kept an anchor can.
        let cut = cut_and_ended_anew(&lines, 4);
        assert_eq!(prove(&cut, None), Ok(()));
        assert!(prove(&cut, Some(&anchor)).is_err(), "a cut goes unnoticed beside an anchor");
    });
}

async fn export(world: &World) -> Vec<String> {
    let mut lines = Vec::new();
    let told = app::audit::export(&world.app, |line| {
        lines.push(line);
        Ok::<(), Ending>(())
    });
    told.await.expect("exports");
    lines
}

fn forgeries(lines: &[String]) -> Vec<(&'static str, Vec<String>)> {
    let change = |change: &dyn Fn(&mut Vec<String>)| {
        let mut forged = lines.to_vec();
        change(&mut forged);
        forged
    };
    vec![
        ("a changed kind", change(&|l| l[2] = l[2].replace("session.opened", "session.closed"))),
        ("a changed time", change(&|l| l[3] = l[3].replacen("\"at\":1", "\"at\":2", 1))),
        ("a changed head", change(&|l| l[3] = l[2].clone())),
        ("a missing event", change(&|l| drop(l.remove(3)))),
        ("an event told twice", change(&|l| l.insert(3, l[3].clone()))),
        ("two events swapped", change(&|l| l.swap(2, 3))),
        ("a missing end", change(&|l| drop(l.pop()))),
        ("an event behind the end", change(&|l| l.push(l[2].clone()))),
        ("another installation's beginning", change(&|l| l[0] = other_installation(&l[0]))),
    ]
}

fn other_installation(line: &str) -> String {
    let digits = line.rfind('"').expect("quotes") - 1;
    let other = if line.as_bytes()[digits] == b'0' { "1" } else { "0" };
    format!("{}{other}{}", &line[..digits], &line[digits + 1..])
}

fn cut_and_ended_anew(lines: &[String], kept: usize) -> Vec<String> {
    let mut cut = lines[..kept].to_vec();
    let (position, head) = of(&cut[kept - 1]);
    cut.push(format!(r#"{{"position":{position},"head":"{head}"}}"#));
    cut
}

fn anchor(line: &str) -> String {
    let (position, head) = of(line);
    format!("{position}:{head}")
}

fn of(line: &str) -> (i64, String) {
    let entry: serde_json::Value = serde_json::from_str(line).expect("a line of JSON");
    let position = entry["position"].as_i64().expect("a position");
    (position, entry["head"].as_str().expect("a head").to_owned())
}

/// What the script that knows nothing of this program says.
fn prove(lines: &[String], anchor: Option<&str>) -> Result<(), String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/verify-audit.py");
    let folder = std::env::temp_dir().join(format!("tongket-audit-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let log = folder.join("log");
    std::fs::write(&log, lines.join("\n") + "\n").expect("a log");
    let mut python = Command::new("python3");
    python.arg(script).arg(&log);
    if let Some(anchor) = anchor {
        python.args(["--anchor", anchor]);
    }
    let said = python.output().expect("python3 runs; `cargo xtask tools` installs it");
    std::fs::remove_dir_all(&folder).expect("removes the folder");
    if said.status.success() {
        return Ok(());
    }
    Err(String::from_utf8_lossy(&said.stderr).into_owned())
}
