import { dataModel, read, readWrite, type Element } from './data-model.ts';
import * as format from './formats-2004.ts';

const byType = (formats: Element['byType']): Element => ({ access: 'both', byType: formats });
const score = (of: string) => ({
	[`${of}.score.scaled`]: readWrite(format.scaled),
	[`${of}.score.raw`]: readWrite(format.real),
	[`${of}.score.min`]: readWrite(format.real),
	[`${of}.score.max`]: readWrite(format.real)
});

/** Every element (RTE 4.2) with `n` for an index, and of navigation (SN 5.6) what both editions have. */
const ELEMENTS: Readonly<Record<string, Element>> = {
	'cmi.comments_from_learner.n.comment': readWrite(format.localized4000),
	'cmi.comments_from_learner.n.location': readWrite(format.text250),
	'cmi.comments_from_learner.n.timestamp': readWrite(format.time),
	'cmi.comments_from_lms.n.comment': read(),
	'cmi.comments_from_lms.n.location': read(),
	'cmi.comments_from_lms.n.timestamp': read(),
	'cmi.completion_status': readWrite(format.completion),
	'cmi.completion_threshold': read(),
	'cmi.credit': read(),
	'cmi.entry': read(),
	'cmi.exit': { access: 'write', format: format.exit },
	'cmi.interactions.n.id': readWrite(format.identifier),
	'cmi.interactions.n.type': readWrite(format.interactionType),
	'cmi.interactions.n.objectives.n.id': readWrite(format.identifier),
	'cmi.interactions.n.timestamp': readWrite(format.time),
	'cmi.interactions.n.correct_responses.n.pattern': byType(format.patterns),
	'cmi.interactions.n.weighting': readWrite(format.real),
	'cmi.interactions.n.learner_response': byType(format.responses),
	'cmi.interactions.n.result': readWrite(format.result),
	'cmi.interactions.n.latency': readWrite(format.timespan),
	'cmi.interactions.n.description': readWrite(format.localized250),
	'cmi.launch_data': read(),
	'cmi.learner_id': read(),
	'cmi.learner_name': read(),
	'cmi.learner_preference.audio_level': readWrite(format.volume),
	'cmi.learner_preference.language': readWrite(format.language),
	'cmi.learner_preference.delivery_speed': readWrite(format.volume),
	'cmi.learner_preference.audio_captioning': readWrite(format.captions),
	'cmi.location': readWrite(format.text1000),
	'cmi.max_time_allowed': read(),
	'cmi.mode': read(),
	'cmi.objectives.n.id': readWrite(format.identifier),
	...score('cmi.objectives.n'),
	'cmi.objectives.n.success_status': readWrite(format.success),
	'cmi.objectives.n.completion_status': readWrite(format.completion),
	'cmi.objectives.n.progress_measure': readWrite(format.measure),
	'cmi.objectives.n.description': readWrite(format.localized250),
	'cmi.progress_measure': readWrite(format.measure),
	'cmi.scaled_passing_score': read(),
	...score('cmi'),
	'cmi.session_time': { access: 'write', format: format.timespan },
	'cmi.success_status': readWrite(format.success),
	'cmi.suspend_data': readWrite(format.text64000),
	'cmi.time_limit_action': read(),
	'cmi.total_time': read(),
	'adl.nav.request': readWrite(format.request),
	'adl.nav.request_valid.continue': read(),
	'adl.nav.request_valid.previous': read()
};

const GROUPS = ['cmi.comments_from_learner', 'cmi.comments_from_lms', 'cmi.interactions', 'cmi.learner_preference', 'cmi.objectives', 'cmi.objectives.n.score', 'cmi.score'];
const LISTS = ['cmi.comments_from_learner', 'cmi.comments_from_lms', 'cmi.interactions', 'cmi.interactions.n.objectives', 'cmi.interactions.n.correct_responses', 'cmi.objectives'];

/** The data model of SCORM 2004. */
export const MODEL = dataModel(ELEMENTS, GROUPS, LISTS);
