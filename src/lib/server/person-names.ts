/** A word with a capital: Anna, O'Neill, Smith-Jones. */
const CAPITALISED = String.raw`\p{Lu}[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*`;

const TITLES = 'Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Sister|Nurse|Matron|Rev|Reverend|Sir|Dame|Lord|Lady';

/** Words after which a single capitalised word is likely to be a person. */
const BEFORE_A_NAME =
	'called|named|colleagues?|manager|nurse|doctor|consultant|psychologist|psychiatrist|therapist|pharmacist|receptionist|supervisor|lead|trainer|mentor|buddy|friend|worker|matron|patient';

const DAYS_AND_MONTHS =
	'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Christmas Easter Ramadan Eid Diwali';

const PLACES = 'England Wales Scotland Ireland Northern Britain Great Kingdom United Europe London Africa Asia America Caribbean North South East West';

/** What else is written with a capital where people speak of work and of training. */
const OF_WORK =
	'Freedom Speak Up Guardian Ward Unit House Hospital Clinic Centre Trust Team Teams Service Services Community Inpatient Outpatient Department Room Street Road Bank Holiday Act Mental Health Capacity Care Equality Human Rights Union Unison Peer Support Worker Workers Trainer Lead Manager Nurse Doctor Occupational Therapist Therapy Resources Learning Development Hub Alongside Module Page Part Section Scenario Question Option Chapter Level Band Get Pause Continue Microsoft Word Excel Outlook Zoom Google Moodle Open Dialogue Recovery College Code English Welsh British Black White Asian Muslim Christian Jewish Hindu Sikh Deaf';

const NO_NAMES = new Set(`${DAYS_AND_MONTHS} ${PLACES} ${OF_WORK}`.split(' '));

/** What a sentence begins with that is no name, beside anything of the above. */
const STARTERS = new Set(
	'A All Also Although An And Another Any As Ask At Because Both But By Did Do Does During Each Every First For From Had Has Have He Her His How However I If In Is It Its Just Like Many Maybe Me More Most My No Not Now Of On One Only Or Our Perhaps Please She Since So Some Sometimes Still Tell Thank Thanks That The Their Then There These They This Those Though To Too Was We Were What When Where Which While Who Why Will With Without Yes You Your'.split(' ')
);

const EMAIL = /[\p{L}\p{N}.+_-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const HANDLE = /(?<![\p{L}\p{N}.+_-])@[\p{L}\p{N}_]{2,}/gu;
const NUMBER = /(?<![\p{L}\d])(?:\+|\(?0)[\d ()-]{7,}\d/gu;
const LEAST_DIGITS = 9;
const TITLED = new RegExp(String.raw`(?<!\p{L})(?:${TITLES})\.?[ \t]+(${CAPITALISED})`, 'gu');
const AFTER_ROLE = new RegExp(String.raw`(?<!\p{L})(?:${BEFORE_A_NAME}),?[ \t]+(${CAPITALISED})`, 'gu');
const RUN = new RegExp(String.raw`(?<!\p{L})${CAPITALISED}(?:[ \t]+${CAPITALISED})+`, 'gu');

/**
 * What in a text may name or identify a person: addresses, numbers, names behind
 * a title or a role, and words with capitals in a row. It is a guess, so that
 * people can be asked before they send their words; a first name by itself and a
 * name in small letters are not found.
 *
 * @returns each of them once, in the order of the text
 */
export function findNames(text: string): string[] {
	const found = [
		...allOf(EMAIL, text),
		...allOf(HANDLE, text),
		...allOf(NUMBER, text).filter((number) => number.replace(/\D/g, '').length >= LEAST_DIGITS),
		...[...text.matchAll(TITLED)].filter(([, name]) => mayBeName(name!)).map(([titled]) => titled),
		...[...text.matchAll(AFTER_ROLE)].filter(([, name]) => mayBeName(name!)).map(([, name]) => name!),
		...[...text.matchAll(RUN)].flatMap(({ 0: run, index }) => namesInRun(run, startsSentence(text, index)))
	];
	const distinct = [...new Set(found.map((name) => name.replace(/\s+/g, ' ').replace(/['’]s$/, '')))];
	// "Dr Anna Smith" is found twice, by the title and by the capitals.
	const place = (name: string) => text.indexOf(name.split(' ')[0]!);
	return distinct.filter((name) => !distinct.some((other) => other !== name && other.includes(name))).sort((one, other) => place(one) - place(other));
}

function allOf(pattern: RegExp, text: string): string[] {
	return [...text.matchAll(pattern)].map(([found]) => found);
}

function startsSentence(text: string, index: number): boolean {
	return /(?:^|[\n.!?:"“(•*-])[^\S\n]*$/u.test(text.slice(Math.max(0, index - 10), index));
}

/** The names in words with capitals: two or more in a row that mean nothing else. */
function namesInRun(run: string, first: boolean): string[] {
	const words = run.split(/\s+/);
	const rows: string[][] = [[]];
	words.forEach((word, place) => {
		if (mayBeName(word) && !(first && place === 0 && STARTERS.has(word))) rows.at(-1)!.push(word);
		else rows.push([]);
	});
	return rows.filter((row) => row.length > 1).map((row) => row.join(' '));
}

/** Whether a word with a capital may be part of a name: neither an abbreviation nor something that is always written so. */
function mayBeName(word: string): boolean {
	const bare = word.replace(/['’]s$/, '');
	return bare.length > 1 && !/^\p{Lu}{2,}s?$/u.test(bare) && !NO_NAMES.has(bare);
}
