use app::Ending;
use app::task::{AnswerTask, ListTasks, ShowTask};
use domain::task::{Answer, Part};
use testkit::{World, on_both};

#[test]
fn of_two_answers_at_once_one_is_kept() {
    on_both("atonce", async |world: World| {
        let campaign = sample::run_campaign(&world.app).await.expect("runs");
        let (one, other) = (world.sign_in("btc").await, world.sign_in("btc").await);
        let tasks = world.app.read(one, ListTasks { campaign }).await.expect("own").output.tasks;
        let open = tasks.iter().find(|line| matches!(line.own, Some((Part::Lead, None))));
        let task = open.expect("a task to lead").task.id;
        let answer = |words: &str| {
            let words = words.to_owned();
            let answer = Answer::Done { number: String::new(), day: None, words };
            AnswerTask { campaign, task, answer, file: None, seen: 0 }
        };
        let (first, second) = tokio::join!(
            world.app.act(one, "first", answer("Đã xong")),
            world.app.act(other, "second", answer("Đã xong từ hôm qua")),
        );
        let ended = [first.map(|_| ()), second.map(|_| ())];
        let kept = ended.iter().filter(|end| end.is_ok()).count();
        let stale = ended.iter().filter(|end| matches!(end, Err(Ending::Stale))).count();
        assert_eq!((kept, stale), (1, 1), "{ended:?}");
        let show = ShowTask { campaign, task, page: 0 };
        let answers = world.app.read(one, show).await.expect("own").output.answers;
        assert_eq!(answers.len(), 1);
    });
}
