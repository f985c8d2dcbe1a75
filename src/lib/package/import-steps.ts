import type { PackageOptions } from './options.ts';
import { PROFILE } from './profiles.ts';
import { isScorm } from './standards.ts';

/** What whoever puts a package into a learning system has to know, in plain sentences. */
export interface ImportGuide {
	/** How it gets there, step by step. */
	steps: string[];
	/** What to choose there, so that the system knows when somebody is done. */
	completion: string[];
	reports: string;
}

const TRY_IT = 'Open it once yourself, complete it, and look at what your system has recorded, before you give it to others.';

/** How a package gets into the learning system of its profile, what to choose there, and what it will report. */
export function importGuide(options: PackageOptions): ImportGuide {
	if (!isScorm(options.standard)) {
		return {
			steps: ['Unpack the zip file into a folder, on a website, a shared drive or a memory stick.', 'Open index.html in that folder with a web browser.'],
			completion: [],
			reports: 'Nothing is recorded: neither that somebody opened it, nor what they answered.'
		};
	}
	const { upload, completing } = PROFILE[options.profile];
	const { competence, window } = options;
	return {
		steps: [...upload, ...(window ? [`Where you can choose the size of the window, choose ${window.width} by ${window.height}.`] : [])],
		completion: [...completing(options), ...(competence === undefined ? [] : [`The competence is called, to the letter: ${competence}`])],
		reports: reports(options)
	};
}

/** The same, as one list of things to do and to know. */
export function importSteps(options: PackageOptions): string[] {
	const { steps, completion, reports } = importGuide(options);
	return [...steps, ...completion, reports, ...lastSteps(options)];
}

/** What to do when it is there. */
export function lastSteps({ standard }: Pick<PackageOptions, 'standard'>): string[] {
	return isScorm(standard) ? [TRY_IT] : [];
}

function reports({ standard, completion, passMark, reportAnswers }: PackageOptions): string {
	// SCORM 1.2 has one status for both; SCORM 2004 has two. Nobody fails: who has not reached the mark yet goes on.
	const passed = completion === 'passed' || passMark !== undefined;
	const end = standard === 'scorm-1.2' ? `"${completion}"` : passed ? '"completed" and "passed"' : '"completed"';
	const score = passMark === undefined ? 'no score' : `the score out of 100 once it has reached ${passMark}`;
	return `It reports "incomplete" at the start, ${end} at the end, ${score}, and ${reportAnswers ? 'what people answered' : 'no answers'}.`;
}
