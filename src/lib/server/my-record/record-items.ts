import type { RecordItem } from './record-item.ts';
import { PEERS } from './items/peers.ts';
import { SIGNING_IN } from './items/signing-in.ts';
import { TRAINING } from './items/training.ts';
import { WORK } from './items/work.ts';
import { YOU } from './items/you.ts';

/**
 * Everything that is stored about people, in the order of the page. Whoever adds
 * a table with a column about a person adds an item to one of the lists in
 * `items/`, or names the column below with a reason: a test looks at every table.
 */
export const RECORD_ITEMS: readonly RecordItem[] = [...YOU, ...TRAINING, ...PEERS, ...WORK, ...SIGNING_IN];

/** Columns that say nothing about a person, though they are called so or stand in a row with one; with why. */
export const ABOUT_NOBODY: Readonly<Record<string, string>> = {
	'local_detail.kept_by': 'the name of a role',
	'local_detail_change.kept_by_before': 'the name of a role',
	'local_detail_change.kept_by_after': 'the name of a role',
	'package.draft': 'about the package',
	'package.ready': 'about the package',
	'package.checks': 'about the package',
	'package.ingredients': 'about the package',
	'package.sha256': 'about the package',
	'package.length': 'about the package'
};

/** Columns whose values are not given out: what would let somebody in, and what is no more than a lock. */
export const WITHHELD: Readonly<Record<string, string>> = {
	'person.password_hash': 'whoever has it can guess the password in peace; the record says that there is one',
	'session.id': 'the hash of what is in the cookie; the record gives its times',
	'certificate_link.token_hash': 'the hash of a link; the record says that there is one',
	'comment_giver.giver': 'says that a comment waits; whoever saw theirs gone would know that they were the fifth, and how many came before',
	'preview_token.hash': 'the hash of an address; the record says that there is one',
	'sign_in_failure.subject': 'the hash of a username; the record counts them',
	'package.bytes': 'the package itself, which is about nobody and can be downloaded'
};
