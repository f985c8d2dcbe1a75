import type { PackageOptions } from './options.ts';
import type { Standard } from './standards.ts';

/** The learning systems that we know something of. */
export const PROFILES = ['generic', 'learning-hub', 'esr', 'moodle', 'kallidus'] as const;
export type ProfileName = (typeof PROFILES)[number];

/** What a profile can choose. */
type Choosable = Pick<PackageOptions, 'standard' | 'completion' | 'reportAnswers' | 'window'>;

/** What a profile chooses for one option, and why, for whoever exports. */
interface Setting<T> {
	value: T;
	because: string;
}

export type Settings = { readonly [Name in keyof Choosable]?: Setting<NonNullable<Choosable[Name]>> };

/** What is known of a kind of learning system. */
export interface Profile {
	/** What people call it. */
	name: string;
	/** What it takes. */
	standards: readonly Standard[];
	settings: Settings;
	/** How a package gets into it, in plain steps. */
	upload: readonly string[];
	/** How it is told when somebody is done. */
	completing: (options: Pick<PackageOptions, 'standard' | 'completion' | 'passMark'>) => readonly string[];
}

const SCORM = ['scorm-1.2', 'scorm-2004-3', 'scorm-2004-4'] as const;

/** Whether a system may put a verdict of its own in the place of SCORM 1.2's one status, as Moodle does by the mastery score in the manifest. */
const isJudged = ({ standard, passMark }: Pick<PackageOptions, 'standard' | 'passMark'>) => standard === 'scorm-1.2' && passMark !== undefined;

const askForStatus: Profile['completing'] = (options) => [
	`Where you can choose what counts as complete, choose the status "${options.completion}".`,
	...(options.completion === 'completed' && isJudged(options) ? ['Some systems put "passed" in the place of "completed" where there is a pass mark. If yours does, choose the status "passed".'] : [])
];

/** What we know of each: nothing is said here that was not tried or read in the system's own code or pages. */
export const PROFILE: Readonly<Record<ProfileName, Profile>> = {
	generic: {
		name: 'Any learning system',
		standards: [...SCORM, 'html'],
		settings: {},
		upload: ['Add new training of the kind SCORM to your learning system.', 'Upload the zip file as it is. Do not unpack it.'],
		completing: askForStatus
	},
	'learning-hub': {
		name: 'NHS Learning Hub',
		standards: ['scorm-1.2'],
		settings: {
			standard: { value: 'scorm-1.2', because: 'The NHS Learning Hub plays SCORM 1.2 and no other standard.' },
			completion: { value: 'completed', because: 'The NHS Learning Hub records the status as the package sends it, and "completed" says that somebody is done.' },
			window: { value: { width: 1024, height: 768 }, because: 'The NHS Learning Hub opens training in a window of its own, 1024 by 768 unless you choose another size.' }
		},
		upload: [
			'On the Learning Hub, contribute a new resource of the kind "elearning package (SCORM 1.2)".',
			'Upload the zip file as it is. Do not unpack it.',
			'If it is to be found from ESR, choose who may see the ESR link to it.',
			'If you replace an earlier version, you can choose to clear what people saved in it. You need not: what still exists is kept.'
		],
		completing: ({ completion }) => [`There is nothing to choose for completion: the Learning Hub records "${completion}" as the package sends it, and takes no notice of pass marks.`]
	},
	esr: {
		name: 'ESR (Electronic Staff Record)',
		standards: ['scorm-1.2'],
		settings: {
			standard: { value: 'scorm-1.2', because: "ESR's adapter takes SCORM 1.2 and no other standard." },
			completion: { value: 'completed', because: 'ESR\'s adapter has a place for the status, and "completed" there says that somebody is done.' },
			reportAnswers: {
				value: false,
				because: "ESR's adapter has a place for lesson_status, lesson_location, suspend_data, exit, session_time and score.raw, and none for answers."
			}
		},
		upload: [
			'If your trust does not run a server for e-learning, upload the zip file to the NHS Learning Hub, choose who may see the ESR link, and ask your ESR learning administrator to add it as a learning object.',
			"If your trust runs such a server, put the package on it: ESR's SCORM adapter has to be installed there.",
			'In ESR this training is a local competence, not one of the Core Skills subjects. Agree with your ESR learning administrator what it is called.'
		],
		completing: askForStatus
	},
	moodle: {
		name: 'Moodle or Totara',
		standards: SCORM,
		settings: {
			standard: { value: 'scorm-1.2', because: 'Moodle and Totara play SCORM 1.2 in full.' },
			completion: { value: 'completed', because: 'A SCORM activity in Moodle asks for the status "completed" unless somebody changes it, and a status of "passed" would leave it incomplete.' }
		},
		upload: ['In your course, add an activity of the kind SCORM package.', 'Upload the zip file as it is. Do not unpack it.'],
		completing: (options) =>
			isJudged(options)
				? ['In the completion conditions of the activity, require the status "passed": where there is a pass mark, Moodle puts it in the place of "completed".']
				: [`In the completion conditions of the activity, require the status "${options.completion}".`]
	},
	kallidus: {
		name: 'Kallidus',
		standards: SCORM,
		settings: {},
		upload: ['Import the zip file into Kallidus as SCORM. Do not unpack it.', 'If you are asked which SCORM it is, the name of the file says it.'],
		completing: askForStatus
	}
};
