import { createRawSnippet, type Component, type ComponentProps } from 'svelte';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Checkboxes from './Checkboxes.svelte';
import ErrorSummary from './ErrorSummary.svelte';
import Footer from './Footer.svelte';
import Input from './Input.svelte';
import Radios from './Radios.svelte';
import Textarea from './Textarea.svelte';

const html = <C extends Component<any>>(component: C, props: ComponentProps<C>) =>
	render(component as Component<any>, { props }).body.replace(/<!--.*?-->/gs, '');
const checked = (body: string) =>
	[...body.matchAll(/<input[^>]* value="(\w+)"[^>]*>/g)]
		.filter(([input]) => / checked/.test(input))
		.map(([, value]) => value);

const items = ['yes', 'no', 'unsure'].map((value) => ({ value, text: value }));

test('radios show the value that was chosen', () => {
	expect(checked(html(Radios, { name: 'answer', items }))).toEqual([]);
	expect(checked(html(Radios, { name: 'answer', items, value: 'no' }))).toEqual(['no']);
});

test('checkboxes show all values that were chosen', () => {
	const body = html(Checkboxes, { name: 'answer', items, values: ['yes', 'unsure'] });
	expect(checked(body)).toEqual(['yes', 'unsure']);
});

test('an item that says whether it is chosen has the last word', () => {
	const own = items.map((item) => ({ ...item, checked: item.value === 'yes' }));
	expect(checked(html(Radios, { name: 'answer', items: own, value: 'no' }))).toEqual(['yes']);
});

test('an answer may be a snippet', () => {
	const content = createRawSnippet(() => ({ render: () => '<em>Maybe</em>' }));
	expect(html(Radios, { name: 'answer', items: [{ value: 'maybe', content }] })).toContain(
		'<em>Maybe</em>'
	);
});

test('checkboxes without a fieldset say each what explains them', () => {
	const body = html(Checkboxes, { name: 'answer', items: items.slice(0, 1), hint: 'Choose any' });
	expect(body).toMatch(/<input[^>]* aria-describedby="answer-hint"/);
});

test('what somebody wrote comes back as they wrote it, and as text alone', () => {
	const written = '</textarea> "quoted" & <b>bold</b>';
	expect(html(Textarea, { name: 'note', value: written })).toContain(
		'>&lt;/textarea> "quoted" &amp; &lt;b>bold&lt;/b></textarea>'
	);
	expect(html(Input, { name: 'note', value: written })).toContain(
		'value="&lt;/textarea> &quot;quoted&quot; &amp; &lt;b>bold&lt;/b>"'
	);
});

test('a textarea without a name cannot be sent', () => {
	expect(html(Textarea, { id: 'note' })).not.toContain('name=');
});

test('a field is explained by what the page says, then its hint, then its error', () => {
	const body = html(Input, {
		name: 'email',
		describedBy: 'above',
		hint: 'Your work address',
		errorMessage: 'Enter your email address'
	});
	expect(body).toContain('aria-describedby="above email-hint email-error"');
});

test('an error summary has its heading without being told', () => {
	expect(html(ErrorSummary, { errorList: [] })).toContain('There is a problem');
});

test('a footer says whose work it is only when it is told', () => {
	expect(html(Footer, {})).not.toContain('©');
});
