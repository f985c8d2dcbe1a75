import type { PackageOptions } from './options.ts';
import { PROFILE } from './profiles.ts';
import { isScorm, STANDARD_NAMES } from './standards.ts';

/** One thing that was chosen for a package, and why the profile of its learning system chose it where it did. */
export interface ChosenInWords {
	name: string;
	value: string;
	because?: string;
}

/** A package's options as a person would say them, each by its name. */
export function optionsInWords(options: PackageOptions): ChosenInWords[] {
	const { profile, standard, completion, passMark, reportAnswers, language, window, competence } = options;
	const { settings, name } = PROFILE[profile];
	const because = (option: keyof typeof settings) => (JSON.stringify(settings[option]?.value) === JSON.stringify(options[option]) && settings[option] ? { because: settings[option].because } : {});
	const first: ChosenInWords[] = [
		{ name: 'Learning system', value: name },
		{ name: 'Standard', value: STANDARD_NAMES[standard], ...because('standard') }
	];
	if (!isScorm(standard)) return first;
	return [
		...first,
		{ name: 'Status when done', value: `"${completion}"`, ...because('completion') },
		{ name: 'Pass mark', value: passMark === undefined ? 'None' : `${passMark} out of 100` },
		{ name: 'Answers', value: reportAnswers ? 'The learning system is told what people answered' : 'Not reported', ...because('reportAnswers') },
		{ name: 'Language', value: language },
		{ name: 'Window', value: window ? `${window.width} by ${window.height}` : 'As the learning system has it', ...because('window') },
		{ name: 'Competence in ESR', value: competence ?? 'None' }
	];
}

/** A package's options in one line, for a list: those that are not the same everywhere. */
export function optionsInLine(options: PackageOptions): string {
	const { profile, standard, completion, passMark, reportAnswers, competence } = options;
	const told = isScorm(standard) ? [`status "${completion}"`, ...(passMark === undefined ? [] : [`pass mark ${passMark}`]), ...(reportAnswers ? ['answers reported'] : []), ...(competence === undefined ? [] : ['with a competence'])] : [];
	return [PROFILE[profile].name, STANDARD_NAMES[standard], ...told].join(', ');
}
