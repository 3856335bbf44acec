import { Migration } from '@mikro-orm/migrations';

/** Every table the house began with. */
export class TheHouse0001 extends Migration {
  override up(): void {
    this.addSql(
      'create table "account" ("id" uuid not null, "account_id" text not null, "provider_id" text not null, "user_id" uuid not null, "access_token" text null, "refresh_token" text null, "id_token" text null, "access_token_expires_at" timestamptz null, "refresh_token_expires_at" timestamptz null, "scope" text null, "password" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), primary key ("id"))',
    );
    this.addSql('create index "account_user_id_index" on "account" ("user_id")');
    this.addSql(
      'create table "client_mutation" ("person_id" uuid not null, "id" uuid not null, "input_hash" text not null, "payload" text null, "ids" jsonb null, "at" timestamptz not null default now(), primary key ("person_id", "id"))',
    );
    this.addSql('create index "client_mutation_at_index" on "client_mutation" ("at")');
    this.addSql(
      'create table "contribution_kind" ("code" text not null, "name" text not null, "position" int not null, primary key ("code"))',
    );
    this.addSql(
      'create table "group" ("id" uuid not null, "slug" text not null, "name" text not null, "purpose" text not null, "privacy" text not null default \'OPEN\', "state" text not null default \'ACTIVE\', "member_count" int not null default 0, "discussion_count" int not null default 0, "version" int not null default 1, "created_at" timestamptz not null default now(), primary key ("id"))',
    );
    this.addSql('alter table "group" add constraint "group_slug_unique" unique ("slug")');
    this.addSql(
      "alter table \"group\" add constraint \"group_privacy_check\" check (\"privacy\" in ('OPEN', 'RESTRICTED', 'PRIVATE', 'CONFIDENTIAL'))",
    );
    this.addSql(
      "alter table \"group\" add constraint \"group_state_check\" check (\"state\" in ('PROPOSED', 'ACTIVE', 'DORMANT', 'ARCHIVED'))",
    );
    this.addSql(
      'create table "hub_state" ("id" serial primary key, "epoch" int not null default 1, "system_identifier" text not null, "timeline" int not null)',
    );
    this.addSql(
      'create table "notification" ("id" uuid not null, "person_id" uuid not null, "kind" text not null, "actor_id" uuid null, "request_id" uuid null, "group_id" uuid null, "discussion_id" uuid null, "reply_id" uuid null, "at" timestamptz not null, "read_at" timestamptz null, "done_at" timestamptz null, "version" int not null default 1, primary key ("id"))',
    );
    this.addSql(
      'create index notification_unread on notification (person_id) where read_at is null and done_at is null',
    );
    this.addSql('create index notification_latest on notification (person_id, at desc, id desc)');
    this.addSql(
      'create table "event" ("stream_id" text not null, "seq" int not null, "type" text not null, "subject_id" text not null, "subject_version" int not null, "at" timestamptz not null, "payload" jsonb null, primary key ("stream_id", "seq"))',
    );
    this.addSql(
      'create table "old_address" ("path" text not null, "subject_id" uuid not null, "since" timestamptz not null default now(), primary key ("path"))',
    );
    this.addSql(
      'create table "person" ("id" uuid not null, "display_name" text not null, "email" text not null, "email_verified" boolean not null default false, "image" text null, "handle" text not null, "role" text not null default \'MEMBER\', "verified_at" timestamptz null, "verified_by_id" uuid null, "suspended_at" timestamptz null, "time_zone" text not null default \'UTC\', "language" text not null default \'en\', "version" int not null default 1, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), primary key ("id"))',
    );
    this.addSql('alter table "person" add constraint "person_email_unique" unique ("email")');
    this.addSql('alter table "person" add constraint "person_handle_unique" unique ("handle")');
    this.addSql('create index "person_display_name_id_index" on "person" ("display_name", "id")');
    this.addSql(
      'alter table "person" add constraint "person_role_check" check ("role" in (\'MEMBER\', \'STAFF\', \'ADMIN\'))',
    );
    this.addSql(
      'create table "membership" ("id" uuid not null, "group_id" uuid not null, "person_id" uuid not null, "state" text not null, "role" text not null default \'MEMBER\', "since" timestamptz not null default now(), "version" int not null default 1, primary key ("id"))',
    );
    this.addSql('create index "membership_person_id_state_index" on "membership" ("person_id", "state")');
    this.addSql(
      'alter table "membership" add constraint "membership_group_id_person_id_unique" unique ("group_id", "person_id")',
    );
    this.addSql(
      "alter table \"membership\" add constraint \"membership_state_check\" check (\"state\" in ('INVITED', 'REQUESTED', 'ACTIVE', 'LEFT', 'REMOVED'))",
    );
    this.addSql(
      'alter table "membership" add constraint "membership_role_check" check ("role" in (\'MEMBER\', \'LEAD\', \'OBSERVER\'))',
    );
    this.addSql(
      'create table "language_skill" ("id" uuid not null, "person_id" uuid not null, "position" int not null, "tag" text not null, "speaking" text null, "reading" text null, "writing" text null, primary key ("id"))',
    );
    this.addSql(
      'create index "language_skill_person_id_position_index" on "language_skill" ("person_id", "position")',
    );
    this.addSql(
      "alter table \"language_skill\" add constraint \"language_skill_speaking_check\" check (\"speaking\" in ('A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE'))",
    );
    this.addSql(
      "alter table \"language_skill\" add constraint \"language_skill_reading_check\" check (\"reading\" in ('A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE'))",
    );
    this.addSql(
      "alter table \"language_skill\" add constraint \"language_skill_writing_check\" check (\"writing\" in ('A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE'))",
    );
    this.addSql(
      'create table "expertise" ("id" uuid not null, "person_id" uuid not null, "position" int not null, "name" text not null, "level" text not null, "years" int null, "last_used" int null, "evidence" text null, primary key ("id"))',
    );
    this.addSql('create index "expertise_person_id_position_index" on "expertise" ("person_id", "position")');
    this.addSql(
      "alter table \"expertise\" add constraint \"expertise_level_check\" check (\"level\" in ('LEARNING', 'WORKING', 'EXPERIENCED', 'LEADING'))",
    );
    this.addSql(
      'create table "discussion" ("id" uuid not null, "group_id" uuid not null, "started_by_id" uuid not null, "title" text not null, "summary" text not null default \'\', "kind" text not null default \'DISCUSSION\', "last_number" int not null default 0, "started_at" timestamptz not null, "latest_at" timestamptz not null, "closed_at" timestamptz null, "version" int not null default 1, primary key ("id"))',
    );
    this.addSql('create index discussion_latest_all on discussion (latest_at desc, id desc)');
    this.addSql('create index discussion_latest on discussion (group_id, latest_at desc, id desc)');
    this.addSql(
      'alter table "discussion" add constraint "discussion_kind_check" check ("kind" in (\'DISCUSSION\', \'QUESTION\', \'ANNOUNCEMENT\'))',
    );
    this.addSql(
      'create table "country_experience" ("id" uuid not null, "person_id" uuid not null, "position" int not null, "country" text not null, "role" text null, "months" int not null, "last_year" int null, primary key ("id"))',
    );
    this.addSql(
      'create index "country_experience_person_id_position_index" on "country_experience" ("person_id", "position")',
    );
    this.addSql(
      'create table "availability_window" ("id" uuid not null, "person_id" uuid not null, "from_day" date not null, "to_day" date not null, primary key ("id"))',
    );
    this.addSql(
      'create index "availability_window_person_id_from_day_index" on "availability_window" ("person_id", "from_day")',
    );
    this.addSql(
      'create table "profile" ("person_id" uuid not null, "headline" text null, "about" text null, "profession" text null, "organisation" text null, "country" text null, "place" text null, "specialties" text[] not null default \'{}\', "contribution_types" text[] not null default \'{}\', "hours_a_month" int null, "load_cap" int null, "paused_until" date null, "open_to_matching" boolean not null default false, "regulator" text null, "registration_status" text null, "visibility" jsonb not null default \'{}\', "version" int not null default 0, primary key ("person_id"))',
    );
    this.addSql(
      'alter table "profile" add constraint "profile_registration_status_check" check ("registration_status" in (\'SELF_DECLARED\', \'VERIFIED\', \'EXPIRED\'))',
    );
    this.addSql(
      'create table "programme" ("id" uuid not null, "slug" text not null, "name" text not null, "purpose" text not null, "members_may_raise" boolean not null default false, "created_at" timestamptz not null default now(), primary key ("id"))',
    );
    this.addSql('alter table "programme" add constraint "programme_slug_unique" unique ("slug")');
    this.addSql(
      'create table "programme_staff" ("programme_id" uuid not null, "person_id" uuid not null, "since" timestamptz not null default now(), primary key ("programme_id", "person_id"))',
    );
    this.addSql(
      'create table "rate_limit" ("id" text not null, "key" text not null, "count" int not null, "last_request" bigint not null, primary key ("id"))',
    );
    this.addSql('alter table "rate_limit" add constraint "rate_limit_key_unique" unique ("key")');
    this.addSql(
      'create table "read_mark" ("person_id" uuid not null, "discussion_id" uuid not null, "number" int not null, "at" timestamptz not null default now(), primary key ("person_id", "discussion_id"))',
    );
    this.addSql(
      'create table "reply" ("id" uuid not null, "discussion_id" uuid not null, "number" int not null, "author_id" uuid not null, "body" text not null, "html" text not null, "in_reply_to" int null, "lang" text not null default \'en\', "posted_at" timestamptz not null, "edited_at" timestamptz null, "removed_at" timestamptz null, "removed_by_id" uuid null, "version" int not null default 1, primary key ("id"))',
    );
    this.addSql(
      'alter table "reply" add constraint "reply_discussion_id_number_unique" unique ("discussion_id", "number")',
    );
    this.addSql(
      'create table "reply_revision" ("id" uuid not null, "reply_id" uuid not null, "version" int not null, "body" text not null, "html" text not null, "written_at" timestamptz not null, primary key ("id"))',
    );
    this.addSql(
      'create table "request" ("id" uuid not null, "number" serial, "programme_id" uuid not null, "owner_id" uuid not null, "title" text not null, "summary" text not null default \'\', "problem" text not null default \'\', "desired_outcome" text not null default \'\', "already_tried" text not null default \'\', "contribution_types" text[] not null, "mode" text not null default \'REMOTE\', "country" text null, "effort_hours" double precision null, "people_needed" int not null default 1, "expenses" text not null default \'\', "sensitivity" text not null default \'PUBLIC\', "time_zone" text not null, "closes_at" timestamptz null, "questions_close_at" timestamptz null, "needed_by" date null, "opened_at" timestamptz null, "state" text not null default \'DRAFT\', "state_reason" text null, "version" int not null default 1, "created_at" timestamptz not null default now(), primary key ("id"))',
    );
    this.addSql('alter table "request" add constraint "request_number_unique" unique ("number")');
    this.addSql("create index request_closing on request (closes_at, id) where state = 'OPEN'");
    this.addSql('create index request_opened on request (opened_at desc, id desc)');
    this.addSql(
      'alter table "request" add constraint "request_mode_check" check ("mode" in (\'REMOTE\', \'IN_PERSON\', \'HYBRID\'))',
    );
    this.addSql(
      'alter table "request" add constraint "request_sensitivity_check" check ("sensitivity" in (\'PUBLIC\', \'VERIFIED\'))',
    );
    this.addSql(
      "alter table \"request\" add constraint \"request_state_check\" check (\"state\" in ('DRAFT', 'SUBMITTED', 'RETURNED', 'OPEN', 'CLOSED_TO_RESPONSES', 'ASSESSING', 'MATCHED', 'IN_PROGRESS', 'DELIVERED', 'CLOSED', 'PAUSED', 'CANCELLED', 'EXPIRED', 'UNFILLED'))",
    );
    this.addSql(
      'create table "question" ("id" uuid not null, "request_id" uuid not null, "asked_by_id" uuid not null, "body" text not null, "asked_at" timestamptz not null, "answer" text null, "answered_by_id" uuid null, "answered_at" timestamptz null, "version" int not null default 1, primary key ("id"))',
    );
    this.addSql(
      'create table "outcome" ("id" uuid not null, "request_id" uuid not null, "result" text not null, "used_how" text not null, "changed_what" text not null, "lesson" text not null default \'\', "recorded_at" timestamptz not null, "recorded_by_id" uuid not null, primary key ("id"))',
    );
    this.addSql('alter table "outcome" add constraint "outcome_request_id_unique" unique ("request_id")');
    this.addSql(
      'create table "match_run" ("id" uuid not null, "request_id" uuid not null, "rules_version" text not null, "weights" jsonb not null, "shown" jsonb not null, "considered" int not null, "by_id" uuid not null, "at" timestamptz not null, primary key ("id"))',
    );
    this.addSql(
      'create table "invitation" ("id" uuid not null, "request_id" uuid not null, "person_id" uuid not null, "invited_by_id" uuid not null, "run_id" uuid not null, "message" text not null default \'\', "override_reason" text null, "at" timestamptz not null, "band" text not null, "score" double precision not null, "reasons" jsonb not null, primary key ("id"))',
    );
    this.addSql('create index "invitation_person_id_at_index" on "invitation" ("person_id", "at")');
    this.addSql(
      'create index "invitation_request_id_person_id_at_index" on "invitation" ("request_id", "person_id", "at")',
    );
    this.addSql(
      'alter table "invitation" add constraint "invitation_band_check" check ("band" in (\'STRONG\', \'GOOD\', \'POSSIBLE\'))',
    );
    this.addSql(
      'create table "exclusion" ("request_id" uuid not null, "person_id" uuid not null, "why" text not null, primary key ("request_id", "person_id"))',
    );
    this.addSql(
      'create table "criterion" ("id" uuid not null, "request_id" uuid not null, "position" int not null, "importance" text not null, "kind" text not null, "value" text not null, "level" text null, "says" text not null, primary key ("id"))',
    );
    this.addSql(
      'alter table "criterion" add constraint "criterion_importance_check" check ("importance" in (\'ESSENTIAL\', \'DESIRABLE\'))',
    );
    this.addSql(
      "alter table \"criterion\" add constraint \"criterion_kind_check\" check (\"kind\" in ('EXPERTISE', 'LANGUAGE', 'COUNTRY', 'PROFESSION', 'CONTRIBUTION', 'REGISTRATION'))",
    );
    this.addSql(
      'create table "request_move" ("id" uuid not null, "request_id" uuid not null, "from_state" text not null, "to_state" text not null, "by_id" uuid null, "reason" text null, "at" timestamptz not null, primary key ("id"))',
    );
    this.addSql(
      "alter table \"request_move\" add constraint \"request_move_from_state_check\" check (\"from_state\" in ('DRAFT', 'SUBMITTED', 'RETURNED', 'OPEN', 'CLOSED_TO_RESPONSES', 'ASSESSING', 'MATCHED', 'IN_PROGRESS', 'DELIVERED', 'CLOSED', 'PAUSED', 'CANCELLED', 'EXPIRED', 'UNFILLED'))",
    );
    this.addSql(
      "alter table \"request_move\" add constraint \"request_move_to_state_check\" check (\"to_state\" in ('DRAFT', 'SUBMITTED', 'RETURNED', 'OPEN', 'CLOSED_TO_RESPONSES', 'ASSESSING', 'MATCHED', 'IN_PROGRESS', 'DELIVERED', 'CLOSED', 'PAUSED', 'CANCELLED', 'EXPIRED', 'UNFILLED'))",
    );
    this.addSql(
      'create table "response" ("id" uuid not null, "request_id" uuid not null, "person_id" uuid not null, "state" text not null, "answer" text null, "text" text not null default \'\', "criteria" jsonb not null, "availability_note" text not null default \'\', "decline_reason" text null, "withdraw_reason" text null, "feedback" text null, "submitted_at" timestamptz null, "latest_at" timestamptz not null, "version" int not null default 1, primary key ("id"))',
    );
    this.addSql('create index response_of_person on response (person_id, latest_at desc, id desc)');
    this.addSql(
      'alter table "response" add constraint "response_request_id_person_id_unique" unique ("request_id", "person_id")',
    );
    this.addSql(
      "alter table \"response\" add constraint \"response_state_check\" check (\"state\" in ('INVITED', 'SEEN', 'DECLINED', 'SUBMITTED', 'SHORTLISTED', 'OFFERED', 'ACCEPTED', 'ENGAGED', 'COMPLETED', 'WITHDRAWN', 'NOT_SELECTED', 'OFFER_LAPSED'))",
    );
    this.addSql(
      'alter table "response" add constraint "response_answer_check" check ("answer" in (\'YES\', \'PARTLY\', \'NO\'))',
    );
    this.addSql(
      "alter table \"response\" add constraint \"response_decline_reason_check\" check (\"decline_reason\" in ('TIME', 'NOT_MY_FIELD', 'CONFLICT', 'OTHER'))",
    );
    this.addSql(
      'create table "engagement" ("id" uuid not null, "response_id" uuid not null, "starts_on" date null, "ends_on" date null, "hours" int not null, "deliverables" text not null, "agreed_at" timestamptz null, "completed_at" timestamptz null, primary key ("id"))',
    );
    this.addSql(
      'alter table "engagement" add constraint "engagement_response_id_unique" unique ("response_id")',
    );
    this.addSql(
      'create table "declaration" ("id" uuid not null, "response_id" uuid not null, "has_interests" boolean not null, "interests" text not null default \'\', "confidentiality" boolean not null, "employer_consent" boolean not null, "assessment" text null, "note" text not null default \'\', "assessed_by_id" uuid null, "assessed_at" timestamptz null, primary key ("id"))',
    );
    this.addSql(
      'alter table "declaration" add constraint "declaration_response_id_unique" unique ("response_id")',
    );
    this.addSql(
      'alter table "declaration" add constraint "declaration_assessment_check" check ("assessment" in (\'NONE\', \'MANAGE\', \'EXCLUDE\'))',
    );
    this.addSql(
      'create table "session" ("id" uuid not null, "user_id" uuid not null, "token" text not null, "expires_at" timestamptz not null, "ip_address" text null, "user_agent" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), primary key ("id"))',
    );
    this.addSql('create index "session_user_id_index" on "session" ("user_id")');
    this.addSql('alter table "session" add constraint "session_token_unique" unique ("token")');
    this.addSql(
      'create table "conflict" ("id" uuid not null, "request_id" uuid not null, "person_id" uuid not null, "note" text not null default \'\', "at" timestamptz not null, "ended_at" timestamptz null, primary key ("id"))',
    );
    this.addSql(
      'alter table "conflict" add constraint "conflict_request_id_person_id_unique" unique ("request_id", "person_id")',
    );
    this.addSql(
      'create table "strand" ("id" uuid not null, "slug" text not null, "name" text not null, "purpose" text not null, "position" int not null, "state" text not null default \'ACTIVE\', "home_group_id" uuid not null, "successor_id" uuid null, "version" int not null default 1, primary key ("id"))',
    );
    this.addSql('alter table "strand" add constraint "strand_slug_unique" unique ("slug")');
    this.addSql('alter table "strand" add constraint "strand_home_group_id_unique" unique ("home_group_id")');
    this.addSql(
      'alter table "strand" add constraint "strand_state_check" check ("state" in (\'ACTIVE\', \'ARCHIVED\', \'MERGED\'))',
    );
    this.addSql(
      'create table "request_strand" ("request_id" uuid not null, "strand_id" uuid not null, primary key ("request_id", "strand_id"))',
    );
    this.addSql(
      'create table "group_strand" ("group_id" uuid not null, "strand_id" uuid not null, primary key ("group_id", "strand_id"))',
    );
    this.addSql(
      'create table "stream" ("id" text not null, "kind" text not null, "epoch" int not null, "head_seq" int not null default 0, "floor_seq" int not null default 0, "successor" text null, primary key ("id"))',
    );
    this.addSql(
      'create table "verification" ("id" uuid not null, "identifier" text not null, "value" text not null, "expires_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), primary key ("id"))',
    );
    this.addSql('create index "verification_identifier_index" on "verification" ("identifier")');
    this.addSql(
      'create table "workload" ("person_id" uuid not null, "request_id" uuid not null, "state" text not null, "since" timestamptz not null, "engaged_at" timestamptz null, "ended_at" timestamptz null, primary key ("person_id", "request_id"))',
    );
    this.addSql(
      "alter table \"workload\" add constraint \"workload_state_check\" check (\"state\" in ('INVITED', 'OFFERED', 'ACCEPTED', 'ENGAGED'))",
    );
    this.addSql(
      'alter table "membership" add constraint "membership_group_id_foreign" foreign key ("group_id") references "group" ("id")',
    );
    this.addSql(
      'alter table "membership" add constraint "membership_person_id_foreign" foreign key ("person_id") references "person" ("id")',
    );
    this.addSql(
      'alter table "language_skill" add constraint "language_skill_person_id_foreign" foreign key ("person_id") references "person" ("id")',
    );
    this.addSql(
      'alter table "expertise" add constraint "expertise_person_id_foreign" foreign key ("person_id") references "person" ("id")',
    );
    this.addSql(
      'alter table "discussion" add constraint "discussion_group_id_foreign" foreign key ("group_id") references "group" ("id")',
    );
    this.addSql(
      'alter table "discussion" add constraint "discussion_started_by_id_foreign" foreign key ("started_by_id") references "person" ("id")',
    );
    this.addSql(
      'alter table "country_experience" add constraint "country_experience_person_id_foreign" foreign key ("person_id") references "person" ("id")',
    );
    this.addSql(
      'alter table "availability_window" add constraint "availability_window_person_id_foreign" foreign key ("person_id") references "person" ("id")',
    );
    this.addSql(
      'alter table "profile" add constraint "profile_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade',
    );
    this.addSql(
      'alter table "programme_staff" add constraint "programme_staff_programme_id_foreign" foreign key ("programme_id") references "programme" ("id") on update cascade on delete cascade',
    );
    this.addSql(
      'alter table "programme_staff" add constraint "programme_staff_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade',
    );
    this.addSql(
      'alter table "read_mark" add constraint "read_mark_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade',
    );
    this.addSql(
      'alter table "read_mark" add constraint "read_mark_discussion_id_foreign" foreign key ("discussion_id") references "discussion" ("id") on update cascade on delete cascade',
    );
    this.addSql(
      'alter table "reply" add constraint "reply_discussion_id_foreign" foreign key ("discussion_id") references "discussion" ("id")',
    );
    this.addSql(
      'alter table "reply" add constraint "reply_author_id_foreign" foreign key ("author_id") references "person" ("id")',
    );
    this.addSql(
      'alter table "reply" add constraint "reply_removed_by_id_foreign" foreign key ("removed_by_id") references "person" ("id") on delete set null',
    );
    this.addSql(
      'alter table "reply_revision" add constraint "reply_revision_reply_id_foreign" foreign key ("reply_id") references "reply" ("id")',
    );
    this.addSql(
      'alter table "request" add constraint "request_programme_id_foreign" foreign key ("programme_id") references "programme" ("id")',
    );
    this.addSql(
      'alter table "request" add constraint "request_owner_id_foreign" foreign key ("owner_id") references "person" ("id")',
    );
    this.addSql(
      'alter table "question" add constraint "question_request_id_foreign" foreign key ("request_id") references "request" ("id")',
    );
    this.addSql(
      'alter table "question" add constraint "question_asked_by_id_foreign" foreign key ("asked_by_id") references "person" ("id")',
    );
    this.addSql(
      'alter table "question" add constraint "question_answered_by_id_foreign" foreign key ("answered_by_id") references "person" ("id") on delete set null',
    );
    this.addSql(
      'alter table "outcome" add constraint "outcome_request_id_foreign" foreign key ("request_id") references "request" ("id")',
    );
    this.addSql(
      'alter table "outcome" add constraint "outcome_recorded_by_id_foreign" foreign key ("recorded_by_id") references "person" ("id")',
    );
    this.addSql(
      'alter table "match_run" add constraint "match_run_request_id_foreign" foreign key ("request_id") references "request" ("id")',
    );
    this.addSql(
      'alter table "match_run" add constraint "match_run_by_id_foreign" foreign key ("by_id") references "person" ("id")',
    );
    this.addSql(
      'alter table "invitation" add constraint "invitation_request_id_foreign" foreign key ("request_id") references "request" ("id")',
    );
    this.addSql(
      'alter table "invitation" add constraint "invitation_person_id_foreign" foreign key ("person_id") references "person" ("id")',
    );
    this.addSql(
      'alter table "invitation" add constraint "invitation_invited_by_id_foreign" foreign key ("invited_by_id") references "person" ("id")',
    );
    this.addSql(
      'alter table "invitation" add constraint "invitation_run_id_foreign" foreign key ("run_id") references "match_run" ("id")',
    );
    this.addSql(
      'alter table "exclusion" add constraint "exclusion_request_id_foreign" foreign key ("request_id") references "request" ("id") on update cascade on delete cascade',
    );
    this.addSql(
      'alter table "exclusion" add constraint "exclusion_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade',
    );
    this.addSql(
      'alter table "criterion" add constraint "criterion_request_id_foreign" foreign key ("request_id") references "request" ("id")',
    );
    this.addSql(
      'alter table "request_move" add constraint "request_move_request_id_foreign" foreign key ("request_id") references "request" ("id")',
    );
    this.addSql(
      'alter table "request_move" add constraint "request_move_by_id_foreign" foreign key ("by_id") references "person" ("id") on delete set null',
    );
    this.addSql(
      'alter table "response" add constraint "response_request_id_foreign" foreign key ("request_id") references "request" ("id")',
    );
    this.addSql(
      'alter table "response" add constraint "response_person_id_foreign" foreign key ("person_id") references "person" ("id")',
    );
    this.addSql(
      'alter table "engagement" add constraint "engagement_response_id_foreign" foreign key ("response_id") references "response" ("id")',
    );
    this.addSql(
      'alter table "declaration" add constraint "declaration_response_id_foreign" foreign key ("response_id") references "response" ("id")',
    );
    this.addSql(
      'alter table "declaration" add constraint "declaration_assessed_by_id_foreign" foreign key ("assessed_by_id") references "person" ("id") on delete set null',
    );
    this.addSql(
      'alter table "conflict" add constraint "conflict_request_id_foreign" foreign key ("request_id") references "request" ("id")',
    );
    this.addSql(
      'alter table "conflict" add constraint "conflict_person_id_foreign" foreign key ("person_id") references "person" ("id")',
    );
    this.addSql(
      'alter table "strand" add constraint "strand_home_group_id_foreign" foreign key ("home_group_id") references "group" ("id")',
    );
    this.addSql(
      'alter table "strand" add constraint "strand_successor_id_foreign" foreign key ("successor_id") references "strand" ("id") on delete set null',
    );
    this.addSql(
      'alter table "request_strand" add constraint "request_strand_request_id_foreign" foreign key ("request_id") references "request" ("id") on update cascade on delete cascade',
    );
    this.addSql(
      'alter table "request_strand" add constraint "request_strand_strand_id_foreign" foreign key ("strand_id") references "strand" ("id") on update cascade on delete cascade',
    );
    this.addSql(
      'alter table "group_strand" add constraint "group_strand_group_id_foreign" foreign key ("group_id") references "group" ("id") on update cascade on delete cascade',
    );
    this.addSql(
      'alter table "group_strand" add constraint "group_strand_strand_id_foreign" foreign key ("strand_id") references "strand" ("id") on update cascade on delete cascade',
    );
    this.addSql(
      'alter table "workload" add constraint "workload_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade',
    );
    this.addSql(
      'alter table "workload" add constraint "workload_request_id_foreign" foreign key ("request_id") references "request" ("id") on update cascade on delete cascade',
    );
  }
}
