import { isSensitive } from '#lib/module/audiences.ts';
import type { Module } from '#lib/module/module.ts';
import { suggest } from '#lib/module/suggestion.ts';
import { countedQuestions } from '#lib/progress/outcome.ts';
import { PROFILE, PROFILES, type ProfileName, type Settings } from './profiles.ts';
import { isScorm, STANDARD_NAMES, STANDARDS, type Standard } from './standards.ts';

/** The status that says that somebody is done. */
export const COMPLETIONS = ['completed', 'passed'] as const;
export type Completion = (typeof COMPLETIONS)[number];

/** A window's size in pixels. */
export interface WindowSize {
	width: number;
	height: number;
}

/** How a package is made, beside what is in it. */
export interface PackageOptions {
	standard: Standard;
	profile: ProfileName;
	completion: Completion;
	/** Which share of the answers has to be right, 1 to 100. Without one, whoever completes the module passes it. */
	passMark?: number;
	/** Whether the learning system is told what people answered. */
	reportAnswers: boolean;
	/** What the manifest says the words are in, as BCP 47; the words stay as they are. */
	language: string;
	/** The window that the package looks best in. */
	window?: WindowSize;
	/** The name of ESR's competence that the module gives, to the letter. */
	competence?: string;
}

/** What somebody asked for, as they typed it; what is missing or empty, they leave to us. */
export interface AskedOptions {
	standard?: string;
	profile?: string;
	completion?: string;
	passMark?: string;
	reportAnswers?: boolean;
	language?: string;
	window?: string;
	competence?: string;
}

export type OptionName = keyof PackageOptions;

/** One thing that cannot be had. */
export interface OptionProblem {
	option: OptionName;
	/** What is wrong, in a sentence. */
	problem: string;
	/** How to mend it, in a sentence. */
	advice: string;
}

/** Why a profile chose something. */
export interface Reason {
	option: OptionName;
	because: string;
}

export type MadeOptions = { kind: 'made'; options: PackageOptions; reasons: Reason[] } | { kind: 'refused'; problems: OptionProblem[] };

type Refuse = (option: OptionName, problem: string, advice: string) => void;

/** What the options depend on in a module; its own pass mark is the usual one. */
type Optioned = Pick<Module, 'audience' | 'lang' | 'pages' | 'pass'>;

/** What only a learning system can be told, and what only a manifest can say. */
const NOT_FOR_HTML = {
	completion: 'a status',
	passMark: 'a pass mark',
	reportAnswers: 'answers',
	language: 'a language other than the page itself',
	window: 'the size of a window',
	competence: 'a competence'
} as const satisfies Partial<Record<OptionName, string>>;

/**
 * The options of a module's package: what was asked for, else what the profile
 * of the learning system chooses, else what is usual.
 *
 * @returns the options and why the profile chose what it did, or everything
 * that is wrong with what was asked for
 */
export function makeOptions(module: Optioned, asked: AskedOptions): MadeOptions {
	const problems: OptionProblem[] = [];
	const refuse: Refuse = (option, problem, advice) => problems.push({ option, problem, advice });
	const profile = pick('profile', 'profile', PROFILES, asked.profile, refuse) ?? 'generic';
	const { settings } = PROFILE[profile];
	const standard = pick('standard', 'standard', STANDARDS, asked.standard, refuse) ?? settings.standard?.value ?? 'scorm-1.2';
	refuseStandard(standard, profile, refuse);
	const scorm = isScorm(standard);
	const told = scorm ? asked : onlyForHtml(asked, refuse);
	const completion = pick('completion', 'status', COMPLETIONS, told.completion, refuse) ?? settings.completion?.value ?? 'completed';
	const passMark = readPassMark(module, told, refuse) ?? (scorm ? usualPassMark(module) : undefined);
	const reportAnswers = readReportAnswers(module, profile, told, refuse) ?? settings.reportAnswers?.value ?? false;
	const language = readLanguage(module, told, refuse) ?? module.lang;
	const window = readWindow(told, refuse) ?? settings.window?.value;
	const competence = readCompetence(told, refuse);
	if (problems.length > 0) return { kind: 'refused', problems };
	const options: PackageOptions = {
		standard,
		profile,
		completion,
		...(passMark === undefined ? {} : { passMark }),
		reportAnswers,
		language,
		...(window === undefined ? {} : { window }),
		...(competence === undefined ? {} : { competence })
	};
	return { kind: 'made', options, reasons: reasonsFor(settings, asked) };
}

function refuseStandard(standard: Standard, profile: ProfileName, refuse: Refuse): void {
	const { name, standards } = PROFILE[profile];
	if (standards.includes(standard)) return;
	const taken = standards.map((known) => STANDARD_NAMES[known]);
	refuse('standard', `${name} takes ${taken.join(' or ')}${taken.length === 1 ? ' only' : ''}, and not ${STANDARD_NAMES[standard]}.`, `Choose ${standards.join(' or ')}, or another profile.`);
}

/** What was asked for without whatever plain HTML cannot have, which is refused. */
function onlyForHtml({ standard, profile, ...asked }: AskedOptions, refuse: Refuse): AskedOptions {
	for (const [option, what] of Object.entries(NOT_FOR_HTML) as [keyof typeof NOT_FOR_HTML, string][]) {
		if (asked[option]) refuse(option, `Plain HTML reports to no learning system and has no manifest, so it cannot pass on ${what}.`, 'Leave this out, or choose a SCORM standard.');
	}
	return { standard, profile };
}

/** One of a few names, or nothing where none was asked for or it is not among them. */
function pick<T extends string>(option: OptionName, noun: string, known: readonly T[], asked: string | undefined, refuse: Refuse): T | undefined {
	if (!asked) return undefined;
	const found = known.find((name) => name === asked);
	if (!found) refuse(option, `There is no ${noun} "${asked}".${suggest(asked, known).replaceAll('`', '"')}`, `Choose one of: ${known.join(', ')}.`);
	return found;
}

const countsQuestions = ({ pages }: Optioned) => pages.some((page) => countedQuestions(page).length > 0);

function readPassMark(module: Optioned, { passMark }: AskedOptions, refuse: Refuse): number | undefined {
	if (!passMark) return undefined;
	const no = (problem: string, advice: string) => void refuse('passMark', problem, advice);
	if (isSensitive(module.audience)) return no('This module is for people whose role says something about their health. Nobody passes or fails it.', 'Leave the pass mark out.');
	if (!countsQuestions(module)) return no('This module has no question that counts, so nobody could reach a pass mark.', 'Leave the pass mark out.');
	const mark = /^\d{1,3}$/.test(passMark) ? Number(passMark) : 0;
	if (mark < 1 || mark > 100) return no(`"${passMark}" cannot be a pass mark.`, 'Choose a whole number from 1 to 100, such as 80.');
	return mark;
}

/** The module's own pass mark, where it can have one. */
function usualPassMark(module: Optioned): number | undefined {
	return !isSensitive(module.audience) && countsQuestions(module) ? module.pass : undefined;
}

function readReportAnswers(module: Optioned, profile: ProfileName, { reportAnswers }: AskedOptions, refuse: Refuse): boolean | undefined {
	if (!reportAnswers) return reportAnswers;
	const no = (problem: string, advice: string) => void refuse('reportAnswers', problem, advice);
	if (isSensitive(module.audience)) {
		return no('This module is for people whose role says something about their health. What they answer stays with them.', 'Leave this out. Your learning system still hears who has completed the module.');
	}
	if (profile === 'esr') return no("ESR's adapter has no place for answers.", 'Leave this out, or choose another profile.');
	return true;
}

function readLanguage({ lang }: Optioned, { language }: AskedOptions, refuse: Refuse): string | undefined {
	if (!language) return undefined;
	const tag = canonical(language);
	if (tag === undefined) return void refuse('language', `"${language}" is not a language tag.`, `Write one such as ${lang}, or leave the language out.`);
	if (primary(tag) === primary(lang)) return tag;
	refuse('language', `The words of this module are in the language ${lang}, and a package does not translate them to ${tag}.`, `Choose a tag that starts with ${primary(lang)}, or leave the language out.`);
}

function canonical(tag: string): string | undefined {
	try {
		return Intl.getCanonicalLocales(tag)[0];
	} catch {
		return undefined;
	}
}

const primary = (tag: string) => tag.split('-')[0]!.toLowerCase();

function readWindow({ window }: AskedOptions, refuse: Refuse): WindowSize | undefined {
	if (!window) return undefined;
	const [, width, height] = (/^(\d{3,4}) ?[x×] ?(\d{3,4})$/i.exec(window) ?? []).map(Number);
	// What the NHS Learning Hub allows, and no screen asks for more.
	if (width! >= 640 && width! <= 4096 && height! >= 480 && height! <= 2160) return { width: width!, height: height! };
	refuse('window', `"${window}" cannot be the size of a window.`, 'Write its width and height in pixels, from 640x480 to 4096x2160, such as 1024x768.');
}

/** As many characters as LOM promises to hold of a name in a classification (IEEE 1484.12.1, 9.2.2.2). */
const LONGEST_COMPETENCE = 500;

function readCompetence({ competence }: AskedOptions, refuse: Refuse): string | undefined {
	if (!competence) return undefined;
	if (/^\P{Cc}+$/u.test(competence) && competence.trim() !== '' && competence.length <= LONGEST_COMPETENCE) return competence;
	refuse('competence', 'A competence is one line of text, of up to 500 letters.', 'Write it as it stands in ESR, such as "123|LOCAL|Working alongside peer workers - 3 Years|".');
}

/** Why the profile chose what nobody had asked for. */
function reasonsFor(settings: Settings, asked: AskedOptions): Reason[] {
	return Object.entries(settings).flatMap(([option, setting]) => (asked[option as keyof Settings] ? [] : [{ option: option as OptionName, because: setting.because }]));
}
