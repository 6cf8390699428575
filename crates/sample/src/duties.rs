//! What stands beside the reports of the sample campaign: its library, and tasks some have done.

use crate::campaign::sign_in;
use crate::figures::word;
use app::group::{By, PutGroup, PutMember, Putting, ShowMemberGround, TypedWho};
use app::library::{PutItem, ShowLibrary, keep_file};
use app::task::{AnswerTask, ChooseDates, ListTasks};
use app::{App, Ending, Token};
use domain::calendar;
use domain::group::{Kind, MemberPart};
use domain::id::{BodyId, CampaignId, SectionId};
use domain::library::{Origin, Role};
use domain::task::{Answer, Part};

const GUIDANCE: &str = include_str!("../data/guidance.txt");
const FORM: &str = include_str!("../data/form.txt");

/// Puts a guidance up, brings the form the plan announced, and confirms the dates proposed.
pub(crate) async fn furnish(app: &App, token: Token, campaign: CampaignId) -> Result<(), Ending> {
    let library = app.read(token, ShowLibrary { campaign }).await?.output;
    let sections: Vec<SectionId> = library.outline.iter().map(|s| s.id).skip(1).take(2).collect();
    let guidance = PutItem {
        campaign,
        item: None,
        role: Role::Guidance,
        title: word("guidance-title").to_owned(),
        number: String::new(),
        day: None,
        issuer: String::new(),
        sections: sections.clone(),
        file: Some(keep_file(&app.blobs, word("guidance-name"), GUIDANCE.as_bytes())?),
    };
    app.act(token, &format!("sample-guidance-{campaign}"), guidance).await?;
    for item in library.items.iter().filter(|item| item.origin == Origin::Announced) {
        let form = PutItem {
            campaign,
            item: Some((item.id, item.rev)),
            role: item.role,
            title: item.title.clone(),
            number: String::new(),
            day: None,
            issuer: String::new(),
            sections: sections.clone(),
            file: Some(keep_file(&app.blobs, word("form-name"), FORM.as_bytes())?),
        };
        app.act(token, &format!("sample-form-{}", item.id), form).await?;
    }
    let rev = app.read(token, app::task::ShowDuties { campaign }).await?.output.campaign.rev;
    app.act(token, &format!("sample-dates-{campaign}"), ChooseDates { campaign, rev }).await?;
    Ok(())
}

/// Sets up a steering committee whose members sit by post.
pub(crate) async fn found_group(
    app: &App,
    token: Token,
    campaign: CampaignId,
) -> Result<(), Ending> {
    let today = calendar::day(app.backend.now());
    let paper = keep_file(&app.blobs, word("group-file"), word("group-text").as_bytes())?;
    let put = PutGroup {
        name: word("group-name").to_owned(),
        kind: Kind::Steering,
        purpose: word("group-purpose").to_owned(),
        campaign: Some(campaign),
        how: Putting::Found {
            from: None,
            to: None,
            number: word("group-number").to_owned(),
            day: Some(today),
            file: Some(paper),
        },
    };
    let group = app.act(token, &format!("sample-group-{campaign}"), put).await?.output;
    let ground = app.read(token, ShowMemberGround { group }).await?.output;
    let unit = ground.units.first().map(|unit| unit.body);
    let parts = [MemberPart::Chair, MemberPart::Deputy];
    let posts = ["group-chair", "group-deputy"].map(word);
    for (rev, (part, post)) in (1..).zip(parts.into_iter().zip(posts)) {
        let who = TypedWho::Post { body: unit, post: post.to_owned() };
        let key = format!("sample-member-{group}-{rev}");
        app.act(token, &key, member(group, rev, part, who)).await?;
    }
    let mut posts = ground.candidates;
    posts.retain(|seat| Some(seat.body) != unit);
    posts.dedup_by_key(|seat| seat.body);
    for (rev, seat) in (3..).zip(posts.iter().take(3)) {
        let who = TypedWho::Post { body: Some(seat.body), post: seat.title.clone() };
        let part = if rev == 3 { MemberPart::Secretary } else { MemberPart::Member };
        let key = format!("sample-member-{group}-{rev}");
        app.act(token, &key, member(group, rev, part, who)).await?;
    }
    Ok(())
}

fn member(group: BodyId, rev: i64, part: MemberPart, who: TypedWho) -> PutMember {
    let nothing = String::new;
    PutMember {
        group,
        rev,
        part,
        task: nothing(),
        who,
        from: None,
        instead: None,
        why: nothing(),
        by: By::Kept(1),
    }
}

/// The office confirms its share; a district says what it has done.
pub(crate) async fn answer(app: &App, campaign: CampaignId) -> Result<(), Ending> {
    let share = Answer::Confirmed { words: word("share").to_owned() };
    answer_own(app, "vanphong", campaign, (Part::Share, share)).await?;
    let done = Answer::Done {
        number: word("tier-number").to_owned(),
        day: Some(calendar::day(app.backend.now())),
        words: word("tier-done").to_owned(),
    };
    answer_own(app, "huyen", campaign, (Part::Lead, done)).await
}

/// Answers the first task in which somebody's body stands as `part`.
async fn answer_own(
    app: &App,
    name: &str,
    campaign: CampaignId,
    (part, answer): (Part, Answer),
) -> Result<(), Ending> {
    let token = sign_in(app, name).await?;
    let tasks = app.read(token, ListTasks { campaign }).await?.output.tasks;
    let mut own = tasks.iter().filter(|line| line.own.is_some_and(|(of, _)| of == part));
    let Some(line) = own.next() else { return Ok(()) };
    let case = AnswerTask { campaign, task: line.task.id, answer, file: None, seen: 0 };
    app.act(token, "sample-answer", case).await?;
    Ok(())
}
