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
	const { competence, window } = options;
	return [
		...upload,
		...(window ? [`Where you can choose the size of the window, choose ${window.width} by ${window.height}.`] : []),
		...completing(options),
		...(competence === undefined ? [] : [`The competence is called, to the letter: ${competence}`]),
		reports(options),
		'Open it once yourself, complete it, and look at what your system has recorded, before you give it to others.'
	];
}

function reports({ standard, completion, passMark, reportAnswers }: PackageOptions): string {
	// SCORM 1.2 has one status for both; SCORM 2004 has two. Nobody fails: who has not reached the mark yet goes on.
	const passed = completion === 'passed' || passMark !== undefined;
	const end = standard === 'scorm-1.2' ? `"${completion}"` : passed ? '"completed" and "passed"' : '"completed"';
	const score = passMark === undefined ? 'no score' : `the score out of 100 once it has reached ${passMark}`;
	return `It reports "incomplete" at the start, ${end} at the end, ${score}, and ${reportAnswers ? 'what people answered' : 'no answers'}.`;
}
