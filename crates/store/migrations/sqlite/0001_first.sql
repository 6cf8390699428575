-- The first schema. Times are epoch milliseconds; days are ISO text; ids are 128 random bits.

create table installation (
  id blob primary key,
  created integer not null
) strict;

-- A level of the tree is data: its words in both languages, its order from the top, and the folded
-- words by which plans name its units, separated by semicolons.
create table level (
  code text primary key,
  ord integer not null,
  name_vi text not null,
  name_en text not null,
  aliases text not null
) strict;

-- Units, organs of units, groups.
create table body (
  id blob primary key,
  kind text not null check (kind in ('unit', 'organ', 'group')),
  level text references level (code),
  unit_id blob references body (id),
  organ text,
  code text not null unique,
  name text not null,
  short text not null,
  folded text not null,
  constraint body_kind check ((kind = 'unit') = (level is not null))
) strict;
create index body_by_unit on body (unit_id);

-- What was done to units of the tree. It is in force from its day on once it was decided, until it
-- is undone; nothing in the tree is rewritten for either.
create table reorganisation (
  id blob primary key,
  kind text not null,
  day text not null,
  reason text not null,
  document text not null,
  act text not null,
  unit_id blob references body (id),
  seat_id blob,
  planned integer not null,
  tree_rev integer not null,
  touched integer,
  in_force integer,
  undone integer,
  undo_reason text not null
) strict;

-- One row: moved by whatever changes the tree, so that nobody decides what was worked out on another.
create table tree (
  one integer primary key check (one = 1),
  rev integer not null
) strict;

-- Where a unit stands and how it is called there, opened and closed by reorganisations. Paths are
-- compared byte by byte.
create table place_row (
  unit_id blob not null references body (id),
  opened_id blob not null references reorganisation (id),
  closed_id blob references reorganisation (id),
  parent_id blob references body (id),
  ord integer not null,
  path text collate binary not null,
  level text not null references level (code),
  name text not null,
  short text not null,
  look text not null,
  folded text not null,
  primary key (unit_id, opened_id)
) strict;
create index place_row_by_path on place_row (path);
create index place_row_by_parent on place_row (parent_id, ord);
create index place_row_by_opened on place_row (opened_id, path);
create index place_row_by_closed on place_row (closed_id, path);

-- The places of decided reorganisations, each from a day to a day (exclusive). The days are looked up
-- row by row, so that a search which soon has its first rows stops there on either database.
create view place as
  select r.unit_id, r.opened_id, r.closed_id, r.parent_id, r.ord, r.path, r.level, r.name, r.short, r.look, r.folded,
         (select o.day from reorganisation o
            where o.id = r.opened_id and o.in_force is not null and o.undone is null) as from_day,
         (select c.day from reorganisation c
            where c.id = r.closed_id and c.in_force is not null and c.undone is null) as to_day
  from place_row r
  where (select o.day from reorganisation o
           where o.id = r.opened_id and o.in_force is not null and o.undone is null) is not null;

-- Who came after whom.
create table successor (
  reorganisation_id blob not null references reorganisation (id),
  before_id blob not null references body (id),
  after_id blob not null references body (id),
  primary key (reorganisation_id, before_id, after_id)
) strict;
create index successor_by_before on successor (before_id);
create index successor_by_after on successor (after_id);

-- Who answers for the report of a unit that ended; nobody where it is not asked any more.
create table heir (
  campaign_id blob not null,
  body_id blob not null references body (id),
  reorganisation_id blob not null references reorganisation (id),
  heir_id blob references body (id),
  primary key (campaign_id, body_id, reorganisation_id)
) strict;
create index heir_by_heir on heir (heir_id);

-- The terms between the congresses of a unit, and whom it works with outside.
create table congress_term (
  unit_id blob not null references body (id),
  ordinal integer not null,
  from_day text not null,
  to_day text,
  resolution text not null,
  primary key (unit_id, ordinal)
) strict;

create table counterpart (
  unit_id blob not null references body (id),
  ord integer not null,
  side text not null check (side in ('party', 'state', 'front', 'other')),
  name text not null,
  contact text not null,
  phone text not null,
  primary key (unit_id, ord)
) strict;

create table person (
  id blob primary key,
  name text not null,
  folded text not null,
  phone text not null,
  email text not null,
  password text
) strict;

-- What may be typed to sign in, each by one person only.
create table sign_in_name (
  name text primary key,
  person_id blob not null references person (id)
) strict;
create index sign_in_name_by_person on sign_in_name (person_id);

-- Who holds which seat from when to when; a seat may be a stand-in for another for a time.
create table seat (
  id blob primary key,
  person_id blob not null references person (id),
  body_id blob not null references body (id),
  role text not null,
  title text not null,
  folded text not null,
  from_day text not null,
  to_day text,
  stands_for_id blob references seat (id)
) strict;
create index seat_by_person on seat (person_id);
create index seat_by_body on seat (body_id);
create index seat_by_stands_for on seat (stands_for_id);

create table session (
  token_hash blob primary key,
  id blob not null unique,
  person_id blob not null references person (id),
  seat_id blob not null references seat (id),
  device text not null check (device in ('own', 'shared')),
  browser text not null,
  opened integer not null,
  confirmed integer not null,
  seen integer not null
) strict;
create index session_by_person on session (person_id);

-- A link by which somebody sets a password: good once and for a time.
create table invitation (
  token_hash blob primary key,
  person_id blob not null unique references person (id),
  purpose text not null check (purpose in ('first', 'reset')),
  made integer not null,
  expires integer not null
) strict;

-- Failed sign-ins, so that guessing is slowed down.
create table sign_in_failure (
  sign_in text primary key,
  failures integer not null,
  last integer not null
) strict;

-- What happened. An event takes no number here; the sealer gives it one.
create table event (
  id blob primary key,
  at integer not null,
  kind text not null,
  seat_id blob,
  body_id blob,
  campaign_id blob,
  facts text not null,
  leaf blob not null
) strict;
create index event_by_campaign on event (campaign_id);

create table unsealed (
  event_id blob primary key references event (id)
) strict;

create table sealed (
  position integer primary key,
  event_id blob not null unique references event (id),
  head blob not null
) strict;

-- One row: the end of the chain. Whoever holds it is the sealer.
create table chain (
  one integer primary key check (one = 1),
  position integer not null,
  head blob not null
) strict;

-- Acts already done, so that the same act again gives the same answer.
create table done (
  person_id blob not null,
  act_key text not null,
  request blob not null,
  outcome text not null,
  at integer not null,
  primary key (person_id, act_key)
) strict;

-- Work to be done later, claimed with a lease and a fence.
create table job (
  id blob primary key,
  kind text not null,
  job_key text not null,
  due integer not null,
  attempts integer not null,
  lease_until integer,
  fence integer not null,
  state text not null check (state in ('waiting', 'done', 'dead')),
  error text not null,
  unique (kind, job_key)
) strict;
create index job_by_due on job (state, due);

-- An uploaded plan, what was read from it, and what its officer made of the reading.
create table plan (
  id blob primary key,
  unit_id blob not null references body (id),
  seat_id blob not null references seat (id),
  file_name text not null,
  file_hash blob not null,
  source text not null,
  reading text not null,
  -- What its officer made of the reading; null until somebody corrects it.
  sheet text,
  -- The number of the plan itself, empty where it has none.
  number text not null,
  campaign_id blob,
  at integer not null,
  rev integer not null
) strict;
create index plan_by_unit on plan (unit_id);

-- An issued plan at work, or one being set up.
create table campaign (
  id blob primary key,
  unit_id blob not null references body (id),
  desk_id blob references body (id),
  plan_id blob references plan (id),
  -- What it carries out: a campaign above that asks its unit, or a plan from outside.
  parent_id blob references campaign (id),
  parent_plan_id blob references plan (id),
  copied_id blob references campaign (id),
  template text,
  title text not null,
  number text not null,
  plan_day text,
  up_to text not null,
  up_day text,
  stated_day text,
  outline_proposed integer not null,
  outline_confirmed integer not null,
  approval text,
  approval_rev integer,
  approval_acts integer not null,
  created integer not null,
  issued integer,
  -- 1 as issued; every amendment makes a further one.
  plan_version integer not null,
  rev integer not null
) strict;
create index campaign_by_unit on campaign (unit_id);
create unique index campaign_by_parent on campaign (parent_id, unit_id);

-- What was said of a plan, or of an amendment of it, on its way to being issued; never changed. The
-- newest of it but numbering stands in the campaign, or in the amendment that is open, too.
create table plan_approval (
  campaign_id blob not null references campaign (id),
  -- 0 for the plan itself, 1 for its first amendment.
  matter integer not null,
  ord integer not null,
  kind text not null check (kind in ('asked', 'given', 'sent_back', 'on_paper', 'waived', 'withdrawn', 'numbered')),
  rev integer not null,
  words text not null,
  number text not null,
  day text,
  seat_id blob not null references seat (id),
  at integer not null,
  primary key (campaign_id, matter, ord)
) strict;

-- What somebody wrote of the plan's own text, part by part; a part that is not here says the usual.
create table plan_text (
  campaign_id blob not null references campaign (id),
  part text not null,
  words text not null,
  primary key (campaign_id, part)
) strict;

-- The plan as it was issued: the paper as data, and the files made of it. Never changed.
create table issued_plan (
  campaign_id blob primary key references campaign (id),
  paper text not null,
  docx_hash blob not null,
  docx_name text not null,
  docx_size integer not null,
  pdf_hash blob not null,
  pdf_name text not null,
  pdf_size integer not null
) strict;

-- Who looks at the report of the issuer, in order, before or after it goes up.
create table path_step (
  campaign_id blob not null references campaign (id),
  ord integer not null,
  forum text not null,
  body_id blob references body (id),
  session integer,
  words text not null,
  turn text not null check (turn in ('before', 'after')),
  -- On a day, or so many working days after the step before.
  day text,
  days integer,
  constraint path_step_time check (day is null or days is null),
  primary key (campaign_id, ord)
) strict;

-- The numbers a unit gave its plans and their amendments, year by year.
create table plan_number (
  unit_id blob not null references body (id),
  year integer not null,
  number text not null,
  campaign_id blob not null references campaign (id),
  matter integer not null,
  primary key (unit_id, year, number),
  unique (campaign_id, matter)
) strict;

-- The common outline, and beside it that of an organ which reports itself: each of its sections lies
-- beside a common one. A row holds from a version of the plan to another (exclusive).
create table section (
  campaign_id blob not null references campaign (id),
  id blob not null,
  ord integer not null,
  depth integer not null,
  number text not null,
  title text not null,
  guidance text not null,
  owner_id blob references body (id),
  need text not null check (need in ('required', 'optional')),
  for_body blob references body (id),
  beside_id blob,
  from_version integer not null,
  to_version integer,
  primary key (campaign_id, id, from_version)
) strict;

-- Sections taken over from the plan above, under the ids they have there: they stay as they are.
create table inherited_section (
  campaign_id blob not null references campaign (id),
  section_id blob not null,
  primary key (campaign_id, section_id)
) strict;

-- What of the plan above a campaign follows: up to which of its versions, and when and to whom the own
-- report goes. A reason says why what changed was not taken over. What was followed before is in events.
create table following (
  campaign_id blob primary key references campaign (id),
  parent_version integer not null,
  last_day text,
  up_to text not null,
  reason text not null,
  seat_id blob not null references seat (id),
  at integer not null
) strict;

-- A table of figures; it belongs to the campaign that introduced it and only grows.
create table segment (
  id blob primary key,
  campaign_id blob not null references campaign (id),
  ord integer not null,
  title text not null,
  cells text not null
) strict;
create index segment_by_campaign on segment (campaign_id);

create table period (
  segment_id blob not null references segment (id),
  ord integer not null,
  period_column text not null,
  primary key (segment_id, ord)
) strict;

create table indicator (
  segment_id blob not null references segment (id),
  ord integer not null,
  id blob not null,
  version integer not null,
  code text not null,
  name text not null,
  measure text not null,
  decimals integer not null,
  kind text not null,
  rule text not null,
  primary key (segment_id, ord)
) strict;

-- Bodies asked alike: the units of one level under one level; units taken out of those, which have a
-- name of their own; or one organ of the issuer. How and by when they answer.
create table tier (
  campaign_id blob not null references campaign (id),
  tier_key text not null,
  level text references level (code),
  under_level text not null,
  body_id blob references body (id),
  name text not null,
  note text not null,
  asked integer not null,
  destination text,
  via_id blob references body (id),
  hold_from text,
  hold_to text,
  -- What of the table of figures it is asked, where that is not all of it.
  portion text,
  constraint tier_of check ((level is null) = (body_id is not null or name <> '')),
  primary key (campaign_id, tier_key)
) strict;

-- Units taken out of those of their level: each is in one exception at most.
create table tier_unit (
  campaign_id blob not null,
  body_id blob not null references body (id),
  tier_key text not null,
  primary key (campaign_id, body_id),
  foreign key (campaign_id, tier_key) references tier (campaign_id, tier_key)
) strict;

-- Sections of the common outline that a tier is not asked; shared ones stay the same section.
create table tier_section (
  campaign_id blob not null,
  tier_key text not null,
  section_id blob not null,
  primary key (campaign_id, tier_key, section_id),
  foreign key (campaign_id, tier_key) references tier (campaign_id, tier_key)
) strict;

-- Deadlines are rules with history: a change is a further version.
create table deadline (
  campaign_id blob not null,
  tier_key text not null,
  version integer not null,
  phrase text not null,
  stated text not null,
  last_day text not null,
  reason text not null,
  seat_id blob not null,
  at integer not null,
  primary key (campaign_id, tier_key, version),
  foreign key (campaign_id, tier_key) references tier (campaign_id, tier_key)
) strict;

-- Who is asked, pinned at issue in depth-first order; a subtree is lo..hi. A unit taken out of the
-- units of its level is asked by its tier, and still one of its level.
create table assignment (
  campaign_id blob not null references campaign (id),
  body_id blob not null references body (id),
  lo integer not null,
  hi integer not null,
  above_id blob references body (id),
  path text not null,
  level_key text not null,
  tier_key text not null,
  asked integer not null,
  figures integer not null,
  receiver_id blob references body (id),
  via_id blob references body (id),
  stage text not null,
  stage_version integer,
  stage_at integer,
  received_version integer,
  own_part text check (own_part in ('declared', 'accepted', 'whole', 'refused', 'withdrawn')),
  rev integer not null,
  primary key (campaign_id, body_id)
) strict;
create unique index assignment_in_order on assignment (campaign_id, lo);
create index assignment_by_body on assignment (body_id);
create index assignment_by_receiver on assignment (receiver_id, campaign_id);

-- The versions of a plan after it was issued: why, by which document, and what they changed.
create table amendment (
  campaign_id blob not null references campaign (id),
  plan_version integer not null,
  -- Under which its approval is kept; null where a deadline was put off without one.
  matter integer,
  reason text not null,
  number text not null,
  day text,
  seat_id blob not null references seat (id),
  at integer not null,
  event_id blob not null,
  primary key (campaign_id, plan_version)
) strict;

-- One thing an amendment changed. It concerns a body, or a tier, or else every unit.
create table amendment_item (
  campaign_id blob not null,
  plan_version integer not null,
  ord integer not null,
  kind text not null,
  tier_key text,
  body_id blob references body (id),
  facts text not null,
  primary key (campaign_id, plan_version, ord),
  foreign key (campaign_id, plan_version) references amendment (campaign_id, plan_version),
  constraint amendment_item_whom check (tier_key is null or body_id is null)
) strict;
create index amendment_item_by_body on amendment_item (campaign_id, body_id);

-- The amendment a campaign's officers are at, as typed, and where its approval stands.
create table amending (
  campaign_id blob primary key references campaign (id),
  matter integer not null,
  reason text not null,
  draft text not null,
  approval text,
  approval_rev integer,
  approval_acts integer not null,
  number text not null,
  day text,
  seat_id blob not null references seat (id),
  at integer not null,
  rev integer not null
) strict;

-- A body whose being asked the open amendment changes.
create table amending_unit (
  campaign_id blob not null,
  body_id blob not null,
  change text not null check (change in ('ask', 'excuse')),
  primary key (campaign_id, body_id),
  foreign key (campaign_id) references amending (campaign_id),
  foreign key (campaign_id, body_id) references assignment (campaign_id, body_id)
) strict;

-- A body has read a version of the plan.
create table acknowledgement (
  campaign_id blob not null,
  body_id blob not null,
  plan_version integer not null,
  seat_id blob not null references seat (id),
  at integer not null,
  primary key (campaign_id, body_id, plan_version)
) strict;

-- Drafts live apart from what was sent.
create table draft_section (
  campaign_id blob not null,
  body_id blob not null,
  section_id blob not null,
  words text not null,
  complete integer not null,
  seat_id blob not null,
  at integer not null,
  rev integer not null,
  primary key (campaign_id, body_id, section_id)
) strict;

create table draft_cell (
  campaign_id blob not null,
  body_id blob not null,
  segment_id blob not null,
  cell integer not null,
  typed text not null,
  seat_id blob not null,
  at integer not null,
  primary key (campaign_id, body_id, segment_id, cell)
) strict;

-- What stands around a report on paper, as typed.
create table report_heading (
  campaign_id blob not null,
  body_id blob not null,
  number text not null,
  place text not null,
  day text not null,
  authority text not null,
  post text not null,
  signatory text not null,
  recipients text not null,
  seat_id blob not null,
  at integer not null,
  rev integer not null,
  primary key (campaign_id, body_id)
) strict;

-- What was sent, version by version; never changed.
create table submission (
  campaign_id blob not null,
  body_id blob not null,
  version integer not null,
  code text not null unique,
  seat_id blob not null,
  content blob not null,
  hash blob not null,
  received_at integer not null,
  deadline_version integer not null,
  last_day text not null,
  days_late integer not null,
  plan_version integer not null,
  event_id blob not null,
  -- The end of the chain when it came, which its receipt states.
  anchor_position integer not null,
  anchor_head blob not null,
  primary key (campaign_id, body_id, version)
) strict;

create table submission_segment (
  campaign_id blob not null,
  segment_id blob not null,
  body_id blob not null,
  version integer not null,
  packed blob not null,
  primary key (campaign_id, segment_id, body_id, version)
) strict;

-- What the desk said of a version; never changed.
create table verdict (
  campaign_id blob not null,
  body_id blob not null,
  version integer not null,
  kind text not null check (kind in ('received', 'returned')),
  seat_id blob not null,
  at integer not null,
  event_id blob not null,
  primary key (campaign_id, body_id, version)
) strict;

create table reason (
  campaign_id blob not null,
  body_id blob not null,
  version integer not null,
  ord integer not null,
  section_id blob,
  segment_id blob,
  cell integer,
  words text not null,
  primary key (campaign_id, body_id, version, ord)
) strict;

-- That a unit had done its own part already, with the report of it; the newest version stands.
create table own_part (
  campaign_id blob not null,
  body_id blob not null references body (id),
  version integer not null,
  held text not null,
  number text not null,
  day text,
  words text not null,
  file_hash blob not null,
  file_name text not null,
  file_size integer not null,
  seat_id blob not null,
  at integer not null,
  event_id blob not null,
  primary key (campaign_id, body_id, version)
) strict;

-- What desk and unit said of a declaration; never changed.
create table own_part_verdict (
  campaign_id blob not null,
  body_id blob not null,
  version integer not null,
  kind text not null check (kind in ('accepted', 'refused', 'withdrawn')),
  why text not null,
  seat_id blob not null,
  at integer not null,
  event_id blob not null,
  primary key (campaign_id, body_id, version, kind)
) strict;

-- The sections of the outline for which the report that came with an accepted declaration stands.
create table own_part_section (
  campaign_id blob not null,
  body_id blob not null,
  version integer not null,
  section_id blob not null,
  primary key (campaign_id, body_id, version, section_id)
) strict;

-- The sections so covered now, with the declaration that covers them.
create view own_part_covered as
  select v.campaign_id, v.body_id, v.version, v.section_id
  from assignment a
  join own_part_section v on v.campaign_id = a.campaign_id and v.body_id = a.body_id
  where a.own_part in ('accepted', 'whole')
    and v.version = (select max(o.version) from own_part o
      where o.campaign_id = v.campaign_id and o.body_id = v.body_id);

-- The library of a campaign: what its bodies read and fill in. `held` says what there is of it.
create table library_item (
  campaign_id blob not null references campaign (id),
  id blob not null,
  ord integer not null,
  role text not null check (role in ('subject', 'basis', 'guidance', 'form', 'outline', 'other')),
  origin text not null check (origin in ('added', 'cited', 'announced')),
  title text not null,
  number text not null,
  day text,
  issuer text not null,
  held text not null check (held in ('nothing', 'file', 'built', 'dropped')),
  words text not null,
  file_hash blob,
  file_name text,
  file_size integer,
  rev integer not null,
  primary key (campaign_id, id),
  constraint library_file check ((held = 'file') = (file_hash is not null))
) strict;

-- The sections of the outline a document is opened from.
create table library_section (
  campaign_id blob not null,
  item_id blob not null,
  section_id blob not null,
  primary key (campaign_id, item_id, section_id),
  foreign key (campaign_id, item_id) references library_item (campaign_id, id)
) strict;

-- A group set up by decision: its body is of the kind 'group' and belongs to a unit. What it is for,
-- and from when to when it stands (exclusive).
create table named_group (
  body_id blob primary key references body (id),
  kind text not null check (kind in ('steering', 'drafting', 'assisting', 'survey', 'inspection', 'other')),
  purpose text not null,
  campaign_id blob references campaign (id),
  from_day text not null,
  to_day text,
  why text not null,
  rev integer not null
) strict;
create index named_group_by_campaign on named_group (campaign_id);

-- The papers a group and its changes rest on; never changed.
create table group_decision (
  group_id blob not null references named_group (body_id),
  ord integer not null,
  number text not null,
  day text not null,
  file_hash blob,
  file_name text,
  file_size integer,
  seat_id blob not null references seat (id),
  at integer not null,
  primary key (group_id, ord)
) strict;

-- Who is in a group, from when to when (exclusive): whoever holds a post, or somebody by name, who
-- may be a person here. Rows are only closed, never taken away.
create table group_member (
  group_id blob not null references named_group (body_id),
  ord integer not null,
  part text not null check (part in ('chair', 'deputy', 'secretary', 'member')),
  task text not null,
  post_body_id blob references body (id),
  post text not null,
  post_folded text not null,
  person_id blob references person (id),
  name text not null,
  title text not null,
  of_body text not null,
  from_day text not null,
  to_day text,
  why text not null,
  opened_by integer not null,
  closed_by integer,
  primary key (group_id, ord),
  constraint group_member_one check ((post_body_id is null) = (name <> ''))
) strict;
create index group_member_by_post on group_member (post_body_id);
create index group_member_by_person on group_member (person_id);

-- The seats of whoever is in a group, those that ended among them.
create view group_seat as
  select m.group_id, m.part, m.from_day, m.to_day, s.id as seat_id
  from group_member m join seat s on s.body_id = m.post_body_id and s.folded = m.post_folded
  union all
  select m.group_id, m.part, m.from_day, m.to_day, s.id as seat_id
  from group_member m join seat s on s.person_id = m.person_id;

-- A duty of the plan: what is to be done, by when, with what to show for it.
create table task (
  campaign_id blob not null references campaign (id),
  id blob not null,
  ord integer not null,
  what text not null,
  result text not null,
  span_from integer,
  span_to integer,
  due text,
  due_origin text not null check (due_origin in ('none', 'stated', 'proposed', 'chosen')),
  due_words text not null,
  primary key (campaign_id, id)
) strict;

-- Who leads and who shares: a body, or all units of a tier; neither while nobody has chosen.
create table task_party (
  campaign_id blob not null,
  task_id blob not null,
  ord integer not null,
  part text not null check (part in ('lead', 'share')),
  body_id blob references body (id),
  tier_key text,
  name text not null,
  primary key (campaign_id, task_id, ord),
  foreign key (campaign_id, task_id) references task (campaign_id, id),
  constraint task_party_one check (body_id is null or tier_key is null)
) strict;
create index task_party_by_body on task_party (body_id);
create index task_party_by_tier on task_party (campaign_id, tier_key);

-- What a body said of its part; the newest version stands, none is ever changed.
create table task_answer (
  campaign_id blob not null,
  task_id blob not null,
  body_id blob not null references body (id),
  version integer not null,
  part text not null check (part in ('lead', 'share')),
  kind text not null check (kind in ('done', 'confirmed', 'declined')),
  number text not null,
  day text,
  words text not null,
  file_hash blob,
  file_name text,
  file_size integer,
  seat_id blob not null,
  at integer not null,
  days_late integer not null,
  event_id blob not null,
  primary key (campaign_id, task_id, body_id, version)
) strict;

-- Facts are never changed.
create trigger event_no_update before update on event
begin select raise(abort, 'append-only: event'); end;
create trigger event_no_delete before delete on event
begin select raise(abort, 'append-only: event'); end;
create trigger sealed_no_update before update on sealed
begin select raise(abort, 'append-only: sealed'); end;
create trigger sealed_no_delete before delete on sealed
begin select raise(abort, 'append-only: sealed'); end;
create trigger deadline_no_update before update on deadline
begin select raise(abort, 'append-only: deadline'); end;
create trigger deadline_no_delete before delete on deadline
begin select raise(abort, 'append-only: deadline'); end;
create trigger plan_approval_no_update before update on plan_approval
begin select raise(abort, 'append-only: plan_approval'); end;
create trigger plan_approval_no_delete before delete on plan_approval
begin select raise(abort, 'append-only: plan_approval'); end;
create trigger submission_no_update before update on submission
begin select raise(abort, 'append-only: submission'); end;
create trigger submission_no_delete before delete on submission
begin select raise(abort, 'append-only: submission'); end;
create trigger submission_segment_no_update before update on submission_segment
begin select raise(abort, 'append-only: submission_segment'); end;
create trigger submission_segment_no_delete before delete on submission_segment
begin select raise(abort, 'append-only: submission_segment'); end;
create trigger verdict_no_update before update on verdict
begin select raise(abort, 'append-only: verdict'); end;
create trigger verdict_no_delete before delete on verdict
begin select raise(abort, 'append-only: verdict'); end;
create trigger reason_no_update before update on reason
begin select raise(abort, 'append-only: reason'); end;
create trigger reason_no_delete before delete on reason
begin select raise(abort, 'append-only: reason'); end;
create trigger task_answer_no_update before update on task_answer
begin select raise(abort, 'append-only: task_answer'); end;
create trigger task_answer_no_delete before delete on task_answer
begin select raise(abort, 'append-only: task_answer'); end;
create trigger group_decision_no_update before update on group_decision
begin select raise(abort, 'append-only: group_decision'); end;
create trigger group_decision_no_delete before delete on group_decision
begin select raise(abort, 'append-only: group_decision'); end;
create trigger own_part_no_update before update on own_part
begin select raise(abort, 'append-only: own_part'); end;
create trigger own_part_no_delete before delete on own_part
begin select raise(abort, 'append-only: own_part'); end;
create trigger own_part_verdict_no_update before update on own_part_verdict
begin select raise(abort, 'append-only: own_part_verdict'); end;
create trigger own_part_verdict_no_delete before delete on own_part_verdict
begin select raise(abort, 'append-only: own_part_verdict'); end;
create trigger own_part_section_no_update before update on own_part_section
begin select raise(abort, 'append-only: own_part_section'); end;
create trigger own_part_section_no_delete before delete on own_part_section
begin select raise(abort, 'append-only: own_part_section'); end;
create trigger issued_plan_no_update before update on issued_plan
begin select raise(abort, 'append-only: issued_plan'); end;
create trigger issued_plan_no_delete before delete on issued_plan
begin select raise(abort, 'append-only: issued_plan'); end;
create trigger amendment_no_update before update on amendment
begin select raise(abort, 'append-only: amendment'); end;
create trigger amendment_no_delete before delete on amendment
begin select raise(abort, 'append-only: amendment'); end;
create trigger amendment_item_no_update before update on amendment_item
begin select raise(abort, 'append-only: amendment_item'); end;
create trigger amendment_item_no_delete before delete on amendment_item
begin select raise(abort, 'append-only: amendment_item'); end;
create trigger acknowledgement_no_update before update on acknowledgement
begin select raise(abort, 'append-only: acknowledgement'); end;
create trigger acknowledgement_no_delete before delete on acknowledgement
begin select raise(abort, 'append-only: acknowledgement'); end;
