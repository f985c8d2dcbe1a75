import { worstCase } from '#lib/progress/encoding.ts';
import { CONTROL_DOCUMENTS } from '../assets.ts';
import { detailNames, type PackageContents } from '../package.ts';
import { schemaErrors } from '../schemas.ts';
import { isScorm, STANDARD_NAMES, type Scorm } from '../standards.ts';
import { openArchive, type Archive } from './archive.ts';
import { play, type Played } from './play.ts';
import { foreignReferences } from './references.ts';
import { systemsFor } from './systems.ts';

/** What is looked at, in this order. */
export type CheckName = 'manifest' | 'files' | 'self-contained' | 'state' | 'play' | 'size' | 'review' | 'local-details';

/** One thing that was looked at, in words for whoever exports. */
export interface Check {
	name: CheckName;
	/** `noted` may be handed out, and should be known. */
	state: 'passed' | 'noted' | 'failed';
	title: string;
	/** What was found. */
	words: string;
	/** What to do, where there is something. */
	advice?: string;
	/** For whoever mends it: each trouble on its own. */
	details: string[];
}

/** What came of looking at a package before anybody gets it. */
export interface Preflight {
	/** Nothing failed, so that it may be handed out. */
	ready: boolean;
	checks: Check[];
	/** Of how it was played in each learning system; none for plain HTML. */
	played: Played[];
	/** The most characters of state that a learner can come to, and the most that a system has room for. */
	worstState: number;
}

/** How often the learner is cut off in each system. */
const CUTS = 3;
/** SCORM 1.2 gives suspend_data 4,096 characters, and the Learning Hub keeps fewer than its limit; SCORM 2004 gives 64,000 (RTE 4.2.22). */
const ROOM: Readonly<Record<Scorm, number>> = { 'scorm-1.2': 4095, 'scorm-2004-3': 64_000, 'scorm-2004-4': 64_000 };
/** Over this a zip takes long to upload and to open on a ward. */
const LARGE = 10_000_000;
const TELL_US = 'Do not use this package. Tell whoever runs this site, with what stands here.';

/**
 * Looks at a package as a careful person would before handing it out: the very
 * bytes that a learning system gets, and its runtime played to the end in every
 * kind of system that its standard is for.
 *
 * @param contents what the package was made from
 */
export async function preflight(zip: Uint8Array, contents: PackageContents): Promise<Preflight> {
	const { options, module } = contents;
	const { standard } = options;
	const archive = openArchive(zip);
	const played: Played[] = [];
	const checks: Check[] = [];
	const worstState = worstCase(module).length;
	if (isScorm(standard)) {
		for (const system of systemsFor(standard, options)) played.push(await play(standard, archive.data, system, CUTS));
		checks.push(await checkManifest(archive, standard), checkFiles(archive, standard), checkSelfContained(archive), checkState(worstState, standard), checkPlay(played));
	} else checks.push(checkSelfContained(archive));
	checks.push(checkSize(zip, archive), checkReview(archive, contents), checkLocalDetails(contents));
	return { ready: checks.every(({ state }) => state !== 'failed'), checks, played, worstState };
}

/** A check that passes where there is no trouble. */
function checked(name: CheckName, title: string, words: string, trouble: string, details: string[]): Check {
	return details.length === 0 ? { name, state: 'passed', title, words, details } : { name, state: 'failed', title, words: trouble, advice: TELL_US, details };
}

async function checkManifest({ manifest }: Archive, standard: Scorm): Promise<Check> {
	const [errors] = await schemaErrors(standard, [manifest ?? '']);
	return checked('manifest', 'The list of contents', `It follows ${STANDARD_NAMES[standard]}, as the standard's own rules say.`, `It does not follow ${STANDARD_NAMES[standard]}, so a learning system may refuse it.`, errors!);
}

function checkFiles({ files, manifest = '' }: Archive, standard: Scorm): Check {
	const control = Object.keys(CONTROL_DOCUMENTS[standard]);
	const listed = [...manifest.matchAll(/<file href="([^"]*)"/g)].map(([, href]) => decodeURI(href!.replaceAll('&amp;', '&')));
	const names = [...files.keys()];
	const troubles = [
		...names.filter((name) => name !== 'imsmanifest.xml' && !control.includes(name) && !listed.includes(name)).map((name) => `"${name}" is there and not listed.`),
		...[...listed, ...control].filter((name) => !files.has(name)).map((name) => `"${name}" is missing.`),
		...(names[0] === 'imsmanifest.xml' ? [] : ['The list does not stand first.']),
		...names.filter((name) => /^\/|\\|(^|\/)\.\.?(\/|$)/.test(name)).map((name) => `"${name}" is a path that leads elsewhere.`),
		...(new Set(names.map((name) => name.toLowerCase())).size === names.length ? [] : ['Two names differ only in capital letters.'])
	];
	return checked('files', 'The files', `All ${listed.length} files of the module are there and listed, and so is what the standard asks for besides.`, 'The files and the list of contents do not match.', troubles);
}

function checkSelfContained({ files, page }: Archive): Check {
	const elsewhere = [...files].flatMap(([name, bytes]) => foreignReferences(name, bytes).map((found) => `${name}: ${found}`));
	const inPage = [...page.matchAll(/<(?!a\s)[a-z]+[^>]*\s(?:src|href|poster)="([^"]*)"/g)].map(([, address]) => decodeURI(address!.replaceAll('&amp;', '&')));
	const missing = inPage.filter((address) => !files.has(address) && !address.startsWith('data:')).map((address) => `index.html: "${address}" is not in the package`);
	return checked('self-contained', 'Nothing from elsewhere', 'It brings along everything that it shows, and asks no other server for anything.', 'It needs something that is not in it.', [...elsewhere, ...missing]);
}

function checkState(worst: number, standard: Scorm): Check {
	const room = ROOM[standard];
	const words = `Where somebody is takes up to ${worst.toLocaleString('en-GB')} characters, and a learning system has room for ${room.toLocaleString('en-GB')}.`;
	return checked('state', 'Room for where people are', words, words, worst <= room ? [] : ['There is too little room, so people would lose their place.']);
}

function checkPlay(played: Played[]): Check {
	const names = new Intl.ListFormat('en-GB').format(played.map(({ system }) => system));
	const troubles = played.flatMap(({ system, troubles, findings }) => [
		...troubles.map((trouble) => `${system}: ${trouble}`),
		...findings.map(({ call, element, value, words }) => `${system}: ${call} ${element} "${value}": ${words}`)
	]);
	const words = `We played it from start to end as a learner in ${played.length} kinds of learning system (${names}). In each the learner was cut off ${CUTS} times, came back to the same place, finished, and stayed complete. No system had anything to object to.`;
	return checked('play', 'Played through', words, 'Played from start to end, something went wrong.', troubles);
}

function checkSize({ length }: Uint8Array, { files }: Archive): Check {
	const kilobytes = Math.ceil(length / 1024);
	const size = kilobytes < 1000 ? `${kilobytes} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
	const base = { name: 'size', title: 'Size', words: `The zip has ${size} in ${files.size} files.`, details: [] } as const;
	return length <= LARGE ? { ...base, state: 'passed', details: [] } : { ...base, state: 'noted', advice: 'Ask whether your learning system takes as much, and think of people on slow computers: shorter videos help.', details: [] };
}

function checkReview({ page }: Archive, { draft }: PackageContents): Check {
	const marked = page.includes('class="alongside-draft"');
	const title = 'Review by peer workers';
	if (marked !== draft) return { name: 'review', state: 'failed', title, words: 'What the package says about its review is not true.', advice: TELL_US, details: [] };
	if (!draft) return { name: 'review', state: 'passed', title, words: 'Peer workers have signed this version off.', details: [] };
	return { name: 'review', state: 'noted', title, words: 'This version is a draft, not yet reviewed by peer workers. Its first page says so.', advice: 'Use it for a trial. Before everybody does it, ask peer workers to review it.', details: [] };
}

/** A draft may go out with gaps, for a trial; what was signed off may not. */
function checkLocalDetails({ module, details, draft }: PackageContents): Check {
	const missing = detailNames(module).filter((name) => !details[name]);
	const title = 'What your trust fills in';
	if (missing.length === 0) return { name: 'local-details', state: 'passed', title, words: 'Everything that your trust fills in is there.', details: [] };
	return {
		name: 'local-details',
		state: draft ? 'noted' : 'failed',
		title,
		words: `${missing.length === 1 ? '1 thing is' : `${missing.length} things are`} not filled in. Each shows as "Your trust fills this in".`,
		advice: draft ? 'For a trial this will do. Fill them in before everybody does this training.' : 'Fill them in first, and make the package again.',
		details: missing
	};
}
