use crate::backend::Tamper;
use crate::cascade::cascade;
use app::campaign::{
    ApprovalStep, PlanPaperView, PutApproval, PutPlanTexts, ShowPlanPaper, Wording,
};
use app::{Ending, IssuedPlan, Token};
use domain::campaign::Approval;
use domain::document::{Document, PlanPart};
use domain::id::CampaignId;
use testkit::{World, on_both};

async fn seen(world: &World, token: Token, campaign: CampaignId) -> PlanPaperView {
    world.app.read(token, ShowPlanPaper { campaign }).await.expect("shows").output
}

async fn put(
    world: &World,
    campaign: CampaignId,
    rev: i64,
    texts: &[(&'static str, &str)],
) -> Result<(), Ending> {
    let officer = world.sign_in("btc").await;
    let texts = texts.iter().map(|(part, words)| (*part, (*words).to_owned())).collect();
    world.app.save(officer, PutPlanTexts { campaign, rev, texts }).await.map(|_| ())
}

#[test]
fn words_of_a_plan_are_guarded_and_a_change_drops_the_approval() {
    on_both("texts", async |world: World| {
        let campaign = sample::prepare_campaign(&world.app).await.expect("prepares");
        let officer = world.sign_in("btc").await;
        let view = seen(&world, officer, campaign).await;
        assert_eq!(view.set_up.wording(), Wording::Uploaded);
        let rev = view.set_up.campaign.rev;
        let acts = view.set_up.campaign.approval_acts;
        let step = ApprovalStep::Ask { words: String::new() };
        let ask = PutApproval { campaign, rev, acts, step };
        world.app.act(officer, "ask", ask).await.expect("asks");

        put(&world, campaign, rev, &[]).await.expect("nothing new is success");
        assert_eq!(seen(&world, officer, campaign).await.set_up.campaign.approval, Approval::Asked);
        put(&world, campaign, rev, &[("purpose", " Rõ việc.  "), ("place", "")])
            .await
            .expect("puts");
        let view = seen(&world, officer, campaign).await;
        assert_eq!(view.set_up.wording(), Wording::Written);
        assert_eq!(view.set_up.campaign.approval, Approval::Lapsed);
        let kept: Vec<_> = view.paper.texts.iter().map(|(p, w)| (*p, w.as_str())).collect();
        assert_eq!(kept, [(PlanPart::Purpose, "Rõ việc."), (PlanPart::Place, "")]);
        let late = put(&world, campaign, rev, &[("purpose", "Khác.")]).await;
        assert!(matches!(late, Err(Ending::Stale)));
        let long = "a".repeat(domain::submission::SECTION_LENGTH_MAX + 1);
        let long = put(&world, campaign, view.set_up.campaign.rev, &[("purpose", &long)]).await;
        assert!(matches!(long, Err(Ending::Refused(_))));

        let huyen = world.sign_in("huyen").await;
        let other = world.app.read(huyen, ShowPlanPaper { campaign }).await;
        assert!(matches!(other, Err(Ending::NotFound)));
    });
}

#[test]
fn what_was_issued_is_what_stays() {
    on_both("pinned", async |world: World| {
        let campaign = sample::prepare_campaign(&world.app).await.expect("prepares");
        let officer = world.sign_in("btc").await;
        let view = seen(&world, officer, campaign).await.set_up.campaign;
        let step = ApprovalStep::Waive { reason: "Gấp.".into() };
        let waive = PutApproval { campaign, rev: view.rev, acts: view.approval_acts, step };
        world.app.act(officer, "waive", waive).await.expect("waives");
        let keep = |name: &str| {
            app::library::keep_file(&world.app.blobs, name, name.as_bytes()).expect("keeps")
        };
        let paper: Document =
            serde_json::from_str(include_str!("../../../paper/tests/report.json")).expect("reads");
        let plan = IssuedPlan { paper, docx: keep("a.docx"), pdf: keep("a.pdf") };
        let rev = view.rev;
        let before = app::verify::verify(&world.app).await.expect("verifies").files;
        let issued =
            app::campaign::issue(&world.app, officer, "issue", campaign, rev, Some(plan.clone()));
        issued.await.expect("issues");
        assert_eq!(seen(&world, officer, campaign).await.issued, Some(plan));
        let found = app::verify::verify(&world.app).await.expect("verifies");
        assert_eq!((found.faults, found.files), (vec![], before + 2));
        for sql in ["update issued_plan set paper = '{}'", "delete from issued_plan"] {
            let answer = world.app.backend.write(Tamper { sql }).await;
            let refused = |why: &str| why.contains("append-only");
            assert!(matches!(&answer, Err(Ending::Broken(why)) if refused(why)), "{sql}");
        }
    });
}

#[test]
fn a_plan_cites_the_plan_above_it_once() {
    on_both("cited", async |world: World| {
        let parent = sample::prepare_campaign(&world.app).await.expect("prepares");
        sample::issue_campaign(&world.app, parent).await.expect("issues");
        let officer = world.sign_in("btc").await;
        let number = seen(&world, officer, parent).await.set_up.campaign.number;
        let district = world.sign_in("huyen2").await;
        let campaign = cascade(&world, district, parent, "one").await;
        let bases = async || {
            let case = ShowPlanPaper { campaign };
            world.app.read(district, case).await.expect("shows").output.paper.bases
        };
        let cited = bases().await.pop().expect("the plan above");
        assert_eq!((cited.number.as_str(), cited.title.as_str()), (number.as_str(), ""));
        assert_eq!(cited.issuer, "Liên đoàn Lao động tỉnh Hà Vân");
    });
}
