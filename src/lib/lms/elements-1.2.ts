import { dataModel, read, readWrite, write, type Element } from './data-model.ts';
import * as format from './formats-1.2.ts';

const response: Element = { access: 'write', byType: format.feedback };

/** Every element (RTE 3.4.4), with `n` for an index. */
const ELEMENTS = {
	'cmi.core.student_id': read(),
	'cmi.core.student_name': read(),
	'cmi.core.lesson_location': readWrite(format.string255),
	'cmi.core.credit': read(),
	'cmi.core.lesson_status': readWrite(format.status),
	'cmi.core.entry': read(),
	'cmi.core.score.raw': readWrite(format.score),
	'cmi.core.score.max': readWrite(format.score),
	'cmi.core.score.min': readWrite(format.score),
	'cmi.core.total_time': read(),
	'cmi.core.lesson_mode': read(),
	'cmi.core.exit': write(format.exit),
	'cmi.core.session_time': write(format.timespan),
	'cmi.suspend_data': readWrite(format.string4096),
	'cmi.launch_data': read(),
	'cmi.comments': readWrite(format.string4096),
	'cmi.comments_from_lms': read(),
	'cmi.objectives.n.id': readWrite(format.identifier),
	'cmi.objectives.n.score.raw': readWrite(format.score),
	'cmi.objectives.n.score.max': readWrite(format.score),
	'cmi.objectives.n.score.min': readWrite(format.score),
	'cmi.objectives.n.status': readWrite(format.objectiveStatus),
	'cmi.student_data.mastery_score': read(),
	'cmi.student_data.max_time_allowed': read(),
	'cmi.student_data.time_limit_action': read(),
	'cmi.student_preference.audio': readWrite(format.audio),
	'cmi.student_preference.language': readWrite(format.string255),
	'cmi.student_preference.speed': readWrite(format.speed),
	'cmi.student_preference.text': readWrite(format.captions),
	'cmi.interactions.n.id': write(format.identifier),
	'cmi.interactions.n.objectives.n.id': write(format.identifier),
	'cmi.interactions.n.time': write(format.time),
	'cmi.interactions.n.type': write(format.interactionType),
	'cmi.interactions.n.correct_responses.n.pattern': response,
	'cmi.interactions.n.weighting': write(format.decimal),
	'cmi.interactions.n.student_response': response,
	'cmi.interactions.n.result': write(format.result),
	'cmi.interactions.n.latency': write(format.timespan)
};

const GROUPS = ['cmi.core', 'cmi.core.score', 'cmi.objectives', 'cmi.objectives.n.score', 'cmi.student_data', 'cmi.student_preference', 'cmi.interactions'];
const LISTS = ['cmi.objectives', 'cmi.interactions', 'cmi.interactions.n.objectives', 'cmi.interactions.n.correct_responses'];

/** The data model of SCORM 1.2. */
export const MODEL = dataModel(ELEMENTS, GROUPS, LISTS);
export const { childrenOf } = MODEL;
