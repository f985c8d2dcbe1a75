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
			if (/^cmi\.interactions\.\d+\.id$/.test(element) && before !== undefined && before !== value) return ['What was reported of another interaction is now said of this one.'];
			return FORMS.flatMap(({ elements, form, words }) => (elements.test(element) && form.test(value) ? [words] : []));
	}
}

/** What is said of certain elements where their values have a certain form. */
const FORMS: { elements: RegExp; form: RegExp; words: string }[] = [
	{
		elements: /(session_time|latency)$/,
		form: /^(?!.*T)|[YD]|\dM.*T/,
		words: 'Not every learning system reads years, months and days, nor a length of time without a T: write PT0S or the like.'
	},
	{ elements: /\.timestamp$/, form: /:\d\d(Z|[+-])/, words: 'Moodle refuses a zone without a fraction of a second before it: write .00 before it.' },
	{ elements: /(score\.\w+|progress_measure|weighting)$/, form: /\.\d{8,}$/, words: 'Only 7 digits after the point are sure to be kept.' }
];

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
	// How a score below nothing is scaled, the standard leaves to whoever marks.
	if (min < 0) return [];
	const expected = (raw - min) / (max - min);
	return Math.abs(scaled - expected) <= ROUNDED ? [] : [{ element: 'cmi.score.scaled', words: `A raw score of ${raw} from ${min} to ${max} is ${Math.round(expected * 100) / 100} scaled, and not ${scaled}.` }];
}

function onLoss({ written, uncommitted }: Ending): EndingRemark[] {
	return [
		...(written.has('cmi.session_time') ? [] : [{ element: 'cmi.session_time', words: 'The time was never reported.' }]),
		...(uncommitted ? [{ element: '', words: 'Something was set and not committed: it depends on Terminate, which can fail while the page goes away.' }] : [])
	];
}
