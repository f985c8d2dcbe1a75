import type { Ending, EndingRemark, Values } from './judge.ts';

const number = (values: Values, element: string) => {
	const value = values.get(element);
	return value === undefined ? undefined : Number(value);
};

/** What a careful reviewer says of a value that the standard allows. */
export function remarksOnValue(element: string, value: string, values: Values): string[] {
	const before = values.get(element);
	switch (element) {
		case 'cmi.completion_status':
			return before === 'completed' && value !== 'completed' ? ['The status goes back from completed: a completion must not be taken away.'] : [];
		case 'cmi.success_status':
			return before === 'passed' && value !== 'passed' ? ['The status goes back from passed: a success must not be taken away.'] : [];
		case 'cmi.exit':
			return value === 'logout' ? ['This would sign the learner out of the learning system, and the standard advises against it.'] : [];
		case 'adl.nav.request':
			return value.startsWith('abandon') ? ['This throws away what was recorded in this attempt.'] : [];
		default:
			return remarksOnForm(element, value);
	}
}

function remarksOnForm(element: string, value: string): string[] {
	if (/(session_time|latency)$/.test(element)) return value.includes('T') && !/[YD]|\dM.*T/.test(value) ? [] : ['Not every learning system reads years, months and days, nor a length of time without a T: write PT0S or the like.'];
	if (element.endsWith('.timestamp')) return /:\d\d(Z|[+-])/.test(value) ? ['A zone without a fraction of a second before it is refused by Moodle: write .00 before it.'] : [];
	if (/\.\d{8,}$/.test(value) && /(score\.\w+|progress_measure|weighting)$/.test(element)) return ['Only 7 digits after the point are sure to be kept.'];
	return [];
}

/** What a careful reviewer says of how a session ended. */
export function remarksOnEnding(ending: Ending): EndingRemark[] {
	return [...onStatus(ending), ...onLeaving(ending), ...onScore(ending.values), ...onLoss(ending)];
}

const isOver = (values: Values) => values.get('cmi.completion_status') === 'completed' || values.get('cmi.success_status') === 'passed';

function onStatus({ values }: Ending): EndingRemark[] {
	const completion = values.get('cmi.completion_status')!;
	const success = values.get('cmi.success_status')!;
	const progress = number(values, 'cmi.progress_measure');
	const threshold = number(values, 'cmi.completion_threshold');
	const passing = number(values, 'cmi.scaled_passing_score');
	const scaled = number(values, 'cmi.score.scaled');
	const remarks: EndingRemark[] = [];
	if (completion === 'unknown' && success === 'unknown') remarks.push({ element: 'cmi.completion_status', words: 'Neither completion nor success was ever set, and each learning system records that differently.' });
	if (completion === 'completed' && progress !== undefined && progress !== 1) remarks.push({ element: 'cmi.progress_measure', words: `The module is complete and its progress is ${progress}: it should be 1.` });
	if (threshold !== undefined && completion !== 'unknown' && (completion === 'completed') !== (progress !== undefined && progress >= threshold))
		remarks.push({ element: 'cmi.completion_status', words: `"${completion}" does not follow from the progress and the threshold of ${threshold}: the learning system records something else.` });
	if (passing !== undefined && success !== 'unknown' && (scaled === undefined || (success === 'passed') !== scaled >= passing))
		remarks.push({ element: 'cmi.success_status', words: `"${success}" does not follow from the score and the pass mark of ${passing}: the learning system records something else.` });
	return remarks;
}

function onLeaving({ values, written }: Ending): EndingRemark[] {
	const over = isOver(values);
	const wanted = over ? 'exitAll' : 'suspendAll';
	const remarks: EndingRemark[] = [];
	if (!written.has('cmi.exit')) remarks.push({ element: 'cmi.exit', words: 'exit was never set: the attempt ends, and its data is dropped.' });
	else if (!over && values.get('cmi.exit') !== 'suspend') remarks.push({ element: 'cmi.exit', words: 'The module is not complete and exit is not "suspend": the next launch starts afresh.' });
	if (values.get('adl.nav.request') !== wanted) remarks.push({ element: 'adl.nav.request', words: `The module is ${over ? '' : 'not '}complete, so the request should be "${wanted}": some learning systems stay on an empty page.` });
	return remarks;
}

/** How far a scaled score may be from what raw, min and max make: half of a hundredth. */
const ROUNDED = 0.005;

function onScore(values: Values): EndingRemark[] {
	const [raw, min, max, scaled] = ['raw', 'min', 'max', 'scaled'].map((name) => number(values, `cmi.score.${name}`));
	if (raw === undefined) return [];
	if (min === undefined || max === undefined) return [{ element: 'cmi.score.raw', words: 'A raw score says nothing without its min and max.' }];
	if (raw < min || raw > max || min >= max) return [{ element: 'cmi.score.raw', words: `A raw score of ${raw} is not between ${min} and ${max}.` }];
	if (scaled === undefined) return [{ element: 'cmi.score.scaled', words: 'There is a raw score and no scaled one, which is what learning systems compare.' }];
	// A score with no less than nothing is scaled to 0 to 1, otherwise to -1 to 1.
	const share = (raw - min) / (max - min);
	const expected = min < 0 ? share * 2 - 1 : share;
	return Math.abs(scaled - expected) <= ROUNDED ? [] : [{ element: 'cmi.score.scaled', words: `A raw score of ${raw} from ${min} to ${max} is ${Math.round(expected * 100) / 100} scaled, and not ${scaled}.` }];
}

function onLoss({ written, uncommitted }: Ending): EndingRemark[] {
	return [
		...(written.has('cmi.session_time') ? [] : [{ element: 'cmi.session_time', words: 'The time was never reported.' }]),
		...(uncommitted ? [{ element: '', words: 'Something was set and not committed: it depends on Terminate, which can fail while the page goes away.' }] : [])
	];
}
