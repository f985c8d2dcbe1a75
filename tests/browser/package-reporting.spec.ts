import { BOTH, editionOf } from './package-host/edition.ts';
import { answerAll, begin, closeFrame, press, shown } from './package-host/learner.ts';
import { expect, test } from './package-host/test.ts';

/** What a system of either edition holds of a module with a pass mark, once it is reached. */
const PASSED = {
	'scorm-1.2': { 'cmi.core.score.raw': '100', 'cmi.core.score.min': '0', 'cmi.core.score.max': '100' },
	'scorm-2004-4': { 'cmi.success_status': 'passed', 'cmi.score.scaled': '1', 'cmi.score.raw': '100', 'cmi.score.min': '0', 'cmi.score.max': '100' }
};

/** What it holds of the answers: the first tries, and then those that were right. */
const ANSWERS = {
	'scorm-1.2': [
		...['choice a wrong b', 'choice a wrong a,c', 'sequencing a,b,c wrong b,c,a', 'matching 1.a,2.a wrong 1.b,2.a'],
		...['choice b correct b', 'choice a,c correct a,c', 'sequencing b,c,a correct b,c,a', 'matching 1.b,2.a correct 1.b,2.a']
	],
	'scorm-2004-4': [
		...['choice a incorrect b', 'choice a incorrect a[,]c', 'sequencing a[,]b[,]c incorrect b[,]c[,]a', 'matching 1[.]a[,]2[.]a incorrect 1[.]b[,]2[.]a'],
		...['choice b correct b', 'choice a[,]c correct a[,]c', 'sequencing b[,]c[,]a correct b[,]c[,]a', 'matching 1[.]b[,]2[.]a correct 1[.]b[,]2[.]a']
	]
};

for (const standard of BOTH) {
	const { name, names, elements, done, begun } = editionOf(standard);
	test(`who is below the pass mark learns what to answer again, passes, and is reported with score and answers (${name})`, async ({ launch }) => {
		const manifest = standard === 'scorm-1.2' ? {} : { manifest: { 'cmi.scaled_passing_score': '1' } };
		const launched = await launch('marked', 'frame', { standard, ...manifest });
		const { training, seen } = launched;
		await begin(training);
		await press(training, 'Continue');
		// What is answered behind a content note is nobody's business.
		await shown(training).getByText('Read this page', { exact: true }).click();
		await answerAll(training);
		await press(training, 'Continue');
		await answerAll(training);
		await press(training, 'Continue');
		await answerAll(training);
		await press(training, 'Finish');
		await expect(training.getByRole('heading', { name: 'What is left' })).toBeFocused();
		await expect(training.getByText('0% of your answers are right, and this module asks for 100%. You can answer as often as you like.')).toBeVisible();
		await expect(shown(training).getByRole('listitem')).toHaveText(['The end: 2 questions to answer again', 'More: 2 questions to answer again']);
		const below = await seen();
		expect(below.snapshot).toMatchObject(begun);
		expect(below.calls.filter(({ arguments: [element = ''] }) => element.includes('score'))).toEqual([]);

		await shown(training).getByRole('link', { name: 'The end' }).click();
		await shown(training).getByRole('radio').nth(1).check();
		await press(shown(training).locator('form').first(), 'Check your answer');
		await shown(training).getByRole('checkbox').nth(2).check();
		await press(shown(training).locator('form').nth(1), 'Check your answer');
		await press(training, 'Continue');
		const order = shown(training).locator('.alongside-order li');
		for (const [place, item] of ['tea', 'milk'].entries()) {
			while (!(await order.nth(place).innerText()).includes(item)) await order.filter({ hasText: item }).getByRole('button', { name: 'Move up' }).click();
		}
		await press(training, 'Check your order');
		for (const [index, item] of ['tea', 'toast'].entries()) await shown(training).getByRole('combobox').nth(index).selectOption({ label: item });
		await press(shown(training), 'Check your answer');
		await expect(shown(training).getByText('This is what we had in mind')).toHaveCount(2);
		await press(training, 'Finish');
		await expect(training.getByText('Your learning system has been told that you completed this module.')).toBeVisible();
		await closeFrame(launched);
		const { calls, findings, snapshot } = await seen();
		expect(findings).toEqual([]);
		expect(snapshot).toMatchObject({ ...done, ...PASSED[standard] });

		const entry = (index: number) => {
			const of = (element: string) => snapshot[`cmi.interactions.${index}.${element}`];
			return `${of('type')} ${of(standard === 'scorm-1.2' ? 'student_response' : 'learner_response')} ${of('result')} ${of('correct_responses.0.pattern')}`;
		};
		expect(Array.from({ length: 8 }, (_, index) => entry(index))).toEqual(ANSWERS[standard]);
		expect(snapshot['cmi.interactions.8.id']).toBeUndefined();
		expect(Object.values(snapshot).filter((value) => value.includes('something-hard'))).toEqual([]);
		expect(calls.filter(({ name, arguments: [element = ''] }) => name === names.set && element.endsWith(elements.status))).toHaveLength(2);
	});
}
