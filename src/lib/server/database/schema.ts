import type { Generated, Insertable, Selectable } from 'kysely';

/** An instant: ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export type Instant = string;

/** A date without a time: `YYYY-MM-DD`. */
export type PlainDate = string;

/** SQLite has no booleans. */
export type Flag = 0 | 1;

interface DirectorateTable {
	id: string;
	name: string;
}

interface TeamTable {
	id: string;
	name: string;
	directorate_id: string;
	manager_id: string | null;
}

interface PersonTable {
	id: string;
	username: string;
	name: string;
	email: string | null;
	/** Null for whoever signs in another way, or has not chosen one yet. */
	password_hash: string | null;
	state: 'invited' | 'active' | 'suspended' | 'left';
	team_id: string | null;
	created_at: Instant;
}

interface PermissionTable {
	person_id: string;
	name: 'author' | 'learning' | 'sensitive-lists' | 'administrator';
}

interface SessionTable {
	/** The SHA-256 of the cookie's token, in hex: whoever reads this table cannot sign in with it. */
	id: string;
	person_id: string;
	created_at: Instant;
	expires_at: Instant;
}

interface SignInFailureTable {
	id: Generated<number>;
	/** A hash of the account or the address that is counted. */
	subject: string;
	at: Instant;
}

/** The one key that this site seals with what its pages hold for it. */
interface FormKeyTable {
	id: Generated<number>;
	bytes: Uint8Array;
}

/** A sign-in form that is used up, until its token would be too old anyway. It does not say who used it. */
interface SignInFormTable {
	/** The SHA-256 of the token, in hex. */
	hash: string;
	expires_at: Instant;
}

/** What somebody was sending when they were signed out. Only the cookie of the session that has it finds it and opens it. */
interface HeldFormTable {
	/** A hash of the cookie's token, and not that of the session: nothing here says whose it is. */
	hash: string;
	/** Sealed with what is in the cookie. */
	sealed: string;
	expires_at: Instant;
}

interface AudienceTable {
	slug: string;
	name: string;
	sensitive: Flag;
}

interface AudienceMemberTable {
	audience: string;
	person_id: string;
	/** Their first day in it, which may be still to come; null where nobody wrote it down. */
	since: PlainDate | null;
}

/** What is asked of an audience. It is ended and not changed, so that what was due on a day can still be told. */
interface RequirementTable {
	id: Generated<number>;
	audience: string;
	module: string;
	/** How long people have from their first day, or from the day on which the requirement starts. */
	within_days: number;
	/** Months after which it is due again; null where it is done once. */
	renew_months: number | null;
	/** The shorter module that renews it, in place of the whole of it. */
	instead_module: string | null;
	starts_on: PlainDate;
	/** Its last day. */
	ends_on: PlainDate | null;
}

interface ExemptionTable {
	id: Generated<number>;
	person_id: string;
	requirement: number;
	/** Its person can read it. */
	reason: string;
	from_on: PlainDate;
	/** Its last day. */
	until_on: PlainDate | null;
	given_by: string | null;
	given_at: Instant;
}

interface ExemptionWithdrawalTable {
	exemption: number;
	person_id: string | null;
	at: Instant;
}

/** A name that somebody wrote for themselves. */
interface NameChangeTable {
	id: Generated<number>;
	person_id: string;
	at: Instant;
	name_before: string;
	name_after: string;
}

/** A link by which others can see that a certificate is genuine. */
interface CertificateLinkTable {
	/** The SHA-256 of the link's token, in hex: whoever reads this table cannot follow it. */
	token_hash: string;
	completion: number;
	/** Whether its holder wants it to show a module that says something about their health. */
	shows_sensitive: Flag;
	made_at: Instant;
	/** When its holder switched it off, or made another. */
	ended_at: Instant | null;
}

interface VersionTable {
	/** The hash of the content, in hex. */
	hash: string;
	module: string;
	/** The shape of `document`; one with another number is compiled again from `source`. */
	format: number;
	source: string;
	/** The compiled module, as JSON. */
	document: string;
	published_at: Instant;
	origin: 'folder' | 'site';
}

interface VersionFileTable {
	version: string;
	name: string;
	type: string;
	bytes: Uint8Array;
}

interface ModuleTable {
	slug: string;
	current_version: string;
	/** The version in whose place an older one is served again: a folder that still holds it does not bring it back. */
	set_aside: string | null;
	/** Since when it is offered to nobody; null for nearly every module. */
	withdrawn_at: Generated<Instant | null>;
}

interface GuideVersionTable {
	/** The hash of the content, in hex. */
	hash: string;
	guide: string;
	/** As of a module's version. */
	format: number;
	source: string;
	/** The compiled guide, as JSON. */
	document: string;
	published_at: Instant;
}

interface GuideTable {
	slug: string;
	current_version: string;
}

interface WithdrawnVoiceTable {
	module: string;
	/** A key of the words (see module/consent.ts). */
	words: string;
	withdrawn_at: Instant;
}

interface AttemptTable {
	id: Generated<number>;
	person_id: string;
	module: string;
	version: string;
	/** Encoded progress; only `progress` reads it. */
	state: string;
	started_at: Instant;
	saved_at: Instant;
	ended_at: Instant | null;
}

interface CompletionTable {
	id: Generated<number>;
	person_id: string;
	module: string;
	version: string | null;
	attempt_id: number | null;
	completed_at: Instant;
	source: 'site' | 'package' | 'recorded' | 'imported';
	/** The completion that this one puts right, with the reason. */
	corrects: number | null;
	reason: string | null;
}

interface LocalDetailTable {
	name: string;
	text: string;
	checked_on: PlainDate | null;
	changed_at: Instant;
	/** The role that keeps it right, or nothing. */
	kept_by: Generated<string>;
}

interface LocalDetailChangeTable {
	id: Generated<number>;
	name: string;
	at: Instant;
	/** As of an audit entry. */
	person_id: string | null;
	how: 'saved' | 'checked' | 'put-back' | 'imported' | 'removed';
	text_before: string;
	text_after: string;
	kept_by_before: string;
	kept_by_after: string;
	checked_on_before: PlainDate | null;
	checked_on_after: PlainDate | null;
}

/** Who may sign off in which peer role: it says something about a person's health, as a sensitive audience does. */
interface PeerRoleHolderTable {
	role: string;
	person_id: string;
}

interface CoproductionRecordTable {
	id: Generated<number>;
	version: string;
	/** Peer roles that took part, as JSON. */
	roles: string;
	/** Others who took part, in words. */
	other_roles: string;
	changes: string;
	paid: 'yes' | 'some' | 'no';
	paid_note: string;
	not_agreed: string;
	written_at: Instant;
	written_by: string;
}

interface SignOffTable {
	id: Generated<number>;
	version: string;
	/** What was said of how the version came about, as it was read. */
	record: number;
	role: string;
	person_id: string;
	at: Instant;
}

interface SignOffWithdrawalTable {
	sign_off: number;
	/** Whoever signed, or the peer lead. */
	person_id: string;
	at: Instant;
	reason: string;
}

interface PackageTable {
	id: Generated<number>;
	module: string;
	version: string;
	/** `PackageOptions`, as JSON. */
	options: string;
	made_at: Instant;
	made_by: string;
	draft: Flag;
	/** Nothing failed when it was looked at, so that it may be handed out. */
	ready: Flag;
	/** What was looked at before anybody got it, as JSON. */
	checks: string;
	/** A hash of each thing that went in, as JSON. */
	ingredients: string;
	/** The hash of the bytes, in hex. */
	sha256: string;
	length: number;
	bytes: Uint8Array;
}

interface PackageChoiceTable {
	module: string;
	/** `AskedOptions` as somebody last typed them, as JSON. */
	asked: string;
	chosen_at: Instant;
}

interface PackageBuildTable {
	id: Generated<number>;
	/** Those that were asked for while others were waiting belong to one run. */
	run: number;
	module: string;
	/** `AskedOptions`, as JSON. */
	asked: string;
	asked_at: Instant;
	asked_by: string;
	/** `running` after `claimed_until` is one that was interrupted. */
	state: 'waiting' | 'running' | 'made' | 'failed';
	/** Whose work it is; whoever holds another claim may not finish it. */
	claim: string | null;
	claimed_until: Instant | null;
	/** Null also where the package has been deleted since. */
	package_id: number | null;
	/** What went wrong and how to mend it, in plain words. */
	problem: string | null;
}

interface PreviewTokenTable {
	/** The SHA-256 of the token in the address, in hex. */
	hash: string;
	person_id: string;
	package_id: number;
	expires_at: Instant;
}

interface PreviewStateTable {
	person_id: string;
	package_id: number;
	/** The values of the data model that the learning system keeps, as JSON. */
	saved: string;
	saved_at: Instant;
}

/** What five people or more have said of a module, passed on together. */
interface CommentBatchTable {
	/** Random, in hex. */
	id: string;
	module: string;
	/** The version that all of them had; null where it was not the same one. */
	version: string | null;
	released_on: PlainDate;
	/** When somebody who writes modules said that it is dealt with, and what changed because of it. */
	settled_on: PlainDate | null;
	note: Generated<string>;
}

/** What somebody said. It has no person and no time, and neither its id nor its place in the file says when it came. */
interface CommentTable {
	/** Random, in hex, and another one each time that a comment comes in. */
	id: string;
	module: string;
	/** Known while it waits, and not afterwards. */
	version: string | null;
	/** Null while it waits. */
	batch: string | null;
	hard: string;
	change: string;
}

/** What the waiting people of a module are hashed with. It goes when their comments are passed on. */
interface CommentSaltTable {
	module: string;
	salt: string;
}

/** That somebody is waiting: a hash, which counts people and goes with the salt. */
interface CommentGiverTable {
	module: string;
	giver: string;
}

/** A form that was sent, so that sending it twice makes one comment. Nothing ties it to the comment. */
interface CommentFormTable {
	/** The SHA-256 of the form's token, in hex. */
	hash: string;
	module: string;
	/** Whether its batch has been passed on; it goes with the next. */
	released: Generated<Flag>;
}

/** Something that is wrong with a page. It has no person, unless somebody wrote how to reach them. */
interface ProblemReportTable {
	/** The SHA-256 of the form's token, in hex. */
	id: string;
	/** The path, without what could say whose page it was. */
	page: string;
	title: string;
	/** The version of the module or guide that the page showed. */
	version: string | null;
	kind: 'display' | 'broken' | 'unkind' | 'other';
	words: string;
	/** How to reach whoever wrote it, if they wanted an answer. */
	contact: string;
	reported_on: PlainDate;
	mended_on: PlainDate | null;
	note: Generated<string>;
}

interface AuditEntryTable {
	id: Generated<number>;
	at: Instant;
	/** Null where nobody was signed in, the software acted by itself, or the name would say who is in a peer role. */
	person_id: string | null;
	action: string;
	subject: string | null;
}

/** Every table, as the newest migration leaves it. */
export interface Schema {
	directorate: DirectorateTable;
	team: TeamTable;
	person: PersonTable;
	permission: PermissionTable;
	session: SessionTable;
	sign_in_failure: SignInFailureTable;
	form_key: FormKeyTable;
	sign_in_form: SignInFormTable;
	held_form: HeldFormTable;
	audience: AudienceTable;
	audience_member: AudienceMemberTable;
	requirement: RequirementTable;
	exemption: ExemptionTable;
	exemption_withdrawal: ExemptionWithdrawalTable;
	version: VersionTable;
	version_file: VersionFileTable;
	module: ModuleTable;
	guide_version: GuideVersionTable;
	guide: GuideTable;
	withdrawn_voice: WithdrawnVoiceTable;
	attempt: AttemptTable;
	completion: CompletionTable;
	certificate_link: CertificateLinkTable;
	name_change: NameChangeTable;
	local_detail: LocalDetailTable;
	peer_role_holder: PeerRoleHolderTable;
	coproduction_record: CoproductionRecordTable;
	sign_off: SignOffTable;
	sign_off_withdrawal: SignOffWithdrawalTable;
	local_detail_change: LocalDetailChangeTable;
	package: PackageTable;
	package_choice: PackageChoiceTable;
	package_build: PackageBuildTable;
	preview_token: PreviewTokenTable;
	preview_state: PreviewStateTable;
	comment_batch: CommentBatchTable;
	comment: CommentTable;
	comment_salt: CommentSaltTable;
	comment_giver: CommentGiverTable;
	comment_form: CommentFormTable;
	problem_report: ProblemReportTable;
	audit_entry: AuditEntryTable;
}

/** A row of `T` as it is read. */
export type Row<T extends keyof Schema> = Selectable<Schema[T]>;

/** A row of `T` as it is written. */
export type NewRow<T extends keyof Schema> = Insertable<Schema[T]>;
