import { NAMES_12, NAMES_2004, type Api, type Names } from '#lib/lms/functions.ts';
import { judge12 } from '#lib/lms/judge-1.2.ts';
import { judge2004 } from '#lib/lms/judge-2004.ts';
import type { AfterCompletion, Mode, Saved } from '#lib/lms/saved.ts';
import type { Finding } from '#lib/lms/judge.ts';
import { scormAgain12 } from '#lib/lms/scorm-again-1.2.ts';
import { scormAgain2004 } from '#lib/lms/scorm-again-2004.ts';
import type { Module } from '#lib/module/module.ts';
import { scorm12 } from '#lib/tracker/scorm-1.2.ts';
import { scorm2004 } from '#lib/tracker/scorm-2004.ts';
import type { ApiName } from '#lib/tracker/scorm-api.ts';
import type { Reporting } from '#lib/tracker/scorm.ts';
import type { Tracker } from '#lib/tracker/tracker.ts';

/** What an LMS of a test has: an API, what it kept, and what it minds. */
export interface Lms {
	api: Api;
	snapshot(): Saved;
	findings?: Finding[];
}

export interface LmsOptions {
	saved?: Saved;
	mode?: Mode;
	afterCompletion?: AfterCompletion;
}

/** An edition of SCORM on both sides: how content speaks, and who listens. */
export interface EditionOfTest {
	name: string;
	api: ApiName;
	names: Names;
	/** What the elements are called that both editions have. */
	elements: { state: string; status: string; location: string; exit: string; time: string };
	track(window: Window, module: Module, reporting: Reporting): Tracker;
	judge(options?: LmsOptions): Required<Lms>;
	scormAgain(options: { saved?: Saved }): Lms;
}

export const EDITION_12: EditionOfTest = {
	name: 'SCORM 1.2',
	api: 'API',
	names: NAMES_12,
	elements: { state: 'cmi.suspend_data', status: 'cmi.core.lesson_status', location: 'cmi.core.lesson_location', exit: 'cmi.core.exit', time: 'cmi.core.session_time' },
	track: scorm12,
	judge: judge12,
	scormAgain: scormAgain12
};

export const EDITION_2004: EditionOfTest = {
	name: 'SCORM 2004',
	api: 'API_1484_11',
	names: NAMES_2004,
	elements: { state: 'cmi.suspend_data', status: 'cmi.completion_status', location: 'cmi.location', exit: 'cmi.exit', time: 'cmi.session_time' },
	track: scorm2004,
	judge: judge2004,
	scormAgain: scormAgain2004
};

export const EDITIONS = [EDITION_12, EDITION_2004];

/** What a package reports unless somebody asks for more. */
export const REPORTING: Reporting = { keep: 'choices', completion: 'completed', answers: false };
