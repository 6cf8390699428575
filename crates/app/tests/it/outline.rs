use app::campaign::{ApprovalStep, PutApproval, PutOutline, SetUpView, ShowSetUp, issue};
use app::section::ShowSection;
use app::submission::ShowCheck;
use app::{Ending, Token};
use domain::campaign::{Need, NewSection};
use domain::id::CampaignId;
use domain::submission::Gap;
use testkit::{World, on_both, refusal};

async fn seen(world: &World, token: Token, campaign: CampaignId) -> SetUpView {
    world.app.read(token, ShowSetUp { campaign }).await.expect("shows").output
}

async fn put(
    world: &World,
    token: Token,
    campaign: CampaignId,
    sections: Vec<NewSection>,
) -> Result<(), Ending> {
    let rev = seen(world, token, campaign).await.campaign.rev;
    world.app.save(token, PutOutline { campaign, rev, sections }).await.map(|_| ())
}

#[test]
fn an_optional_section_is_no_gap_and_every_section_may_have_its_owner() {
    on_both("optional", async |world: World| {
        let campaign = sample::prepare_campaign(&world.app).await.expect("prepares");
        let officer = world.sign_in("btc").await;
        let view = seen(&world, officer, campaign).await;
        let owner = view.organs[1].clone();
        let mut sections: Vec<NewSection> = view.outline.iter().map(NewSection::from).collect();
        let last = sections.len() - 1;
        sections[last].need = Need::Optional;
        sections[last].owner = Some(owner.id);
        put(&world, officer, campaign, sections).await.expect("keeps");
        let view = seen(&world, officer, campaign).await;
        let (section, words) = (view.outline[last].id, "Họp khẩn.".to_owned());
        let (rev, acts) = (view.campaign.rev, view.campaign.approval_acts);
        let waive =
            PutApproval { campaign, rev, acts, step: ApprovalStep::Waive { reason: words } };
        world.app.act(officer, "waive", waive).await.expect("waives");
        let rev = seen(&world, officer, campaign).await.campaign.rev;
        issue(&world.app, officer, "issue", campaign, rev, None).await.expect("issues");

        let chair = world.sign_in("coso").await;
        let check = world.app.read(chair, ShowCheck { campaign }).await.expect("checks").output;
        assert!(check.gaps.contains(&Gap::SectionEmpty(view.outline[0].id)), "{:?}", check.gaps);
        assert!(!check.gaps.contains(&Gap::SectionEmpty(section)));
        let shown = world.app.read(chair, ShowSection { campaign, section }).await.expect("shows");
        let shown = &shown.output.outline[last];
        assert_eq!(shown.owner.as_ref().map(|kept| &kept.name), Some(&owner.short));
    });
}

#[test]
fn an_outline_is_kept_as_typed_or_not_at_all() {
    on_both("outline", async |world: World| {
        let campaign = sample::prepare_campaign(&world.app).await.expect("prepares");
        let officer = world.sign_in("btc").await;
        let row = |number: &str, title: &str, depth| NewSection {
            number: number.into(),
            title: title.into(),
            depth,
            ..NewSection::default()
        };
        let twice = vec![row("I", "Một", 0), row("1", "Hai", 1), row("I", "Ba", 0)];
        assert_eq!(
            refusal(put(&world, officer, campaign, twice).await),
            "refusal-campaign-outline-number-twice"
        );
        let none = vec![row("I", "  ", 0)];
        let empty = refusal(put(&world, officer, campaign, none).await);
        assert_eq!(empty, "refusal-campaign-outline-empty");
        let stranger = seen(&world, officer, campaign).await.tiers[0].units[0].body;
        let owned = NewSection { owner: Some(stranger), ..row("1", " Hai ", 7) };
        put(&world, officer, campaign, vec![row("I", "Một", 3), owned]).await.expect("keeps");
        let kept = seen(&world, officer, campaign).await.outline;
        let shape: Vec<(&str, u8)> = kept.iter().map(|s| (s.title.as_str(), s.depth)).collect();
        assert_eq!(shape, [("Một", 0), ("Hai", 1)]);
        assert_eq!(kept[1].owner, None, "only departments of the own unit own a section");
    });
}
