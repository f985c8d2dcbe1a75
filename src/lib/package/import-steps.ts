import type { PackageOptions } from './options.ts';
import { PROFILE } from './profiles.ts';
import { isScorm } from './standards.ts';

/** What whoever puts a package into a learning system does, step by step, and what it will report, in plain sentences. */
export function importSteps(options: PackageOptions): string[] {
	if (!isScorm(options.standard)) {
		return [
			'Unpack the zip file into a folder, on a website, a shared drive or a memory stick.',
			'Open index.html in that folder with a web browser.',
			'Nothing is recorded: neither that somebody opened it, nor what they answered.'
		];
	}
	const { upload, completing } = PROFILE[options.profile];
	const { completion, passMark, reportAnswers, competence, window } = options;
	return [
		...upload,
		...(window ? [`Where you can choose the size of the window, choose ${window.width} by ${window.height}.`] : []),
		completing(completion),
		...(passMark !== undefined && completion === 'completed' ? ['Count the status "passed" as well: some systems put it in place of "completed" where there is a pass mark.'] : []),
		...(competence === undefined ? [] : [`The competence is called, to the letter: ${competence}`]),
		`It reports "incomplete" at the start and "${completion}" at the end, ${passMark === undefined ? 'no score' : `and a score out of 100 with a pass mark of ${passMark}`}, and ${reportAnswers ? 'what people answered' : 'no answers'}.`,
		'Open it once yourself, complete it, and look at what your system has recorded, before you give it to others.'
	];
}
