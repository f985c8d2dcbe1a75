import { fail, redirect } from '@sveltejs/kit';
import { requirePermission } from '#lib/server/accounts/guard.ts';
import { decodeText } from '#lib/server/library/text.ts';
import { LARGEST_FILE, readDetailsFile, type FileProblem } from '#lib/server/local-details/file.ts';
import { carryOut, planImport, type Plan } from '#lib/server/local-details/import.ts';
import { titleOf } from '#lib/server/local-details/named.ts';
import { showUnseen } from '#lib/server/local-details/typed.ts';
import { markWords } from '#lib/server/marked-words.ts';
import { readForm } from '#lib/server/read-form.ts';

export function load({ locals }) {
	requirePermission(locals, 'learning', 'author');
	return { largest: `${LARGEST_FILE / 1000} KB` };
}

const TOO_LARGE = `The file is larger than ${LARGEST_FILE / 1000} KB. Take out what is not a local detail`;

export const actions = {
	/** Says what a file would do, and does nothing. */
	async check({ locals, request }) {
		requirePermission(locals, 'learning', 'author');
		// The server reads no more than its own limit, and says less about it.
		if (Number(request.headers.get('content-length')) > LARGEST_FILE * 1.25) return fail(413, { text: '', problems: [{ words: TOO_LARGE }] });
		const form = await readForm(request);
		const file = form.get('file');
		const pasted = plain(String(form.get('text') ?? ''));
		const sent = file instanceof File && file.size > 0;
		if (sent && pasted.trim() !== '') return fail(400, { text: shown(pasted), problems: [{ words: 'Choose a file or paste the text, not both' }] });
		if (!sent && pasted.trim() === '') return fail(400, { text: '', problems: [{ words: 'Choose a file, or paste the text of one' }] });
		const text = sent ? plain(decodeText(new Uint8Array(await file.arrayBuffer()))) : pasted;
		const { entries, problems } = readDetailsFile(text, locals.now);
		if (problems.length > 0) return fail(400, { text: shown(text), problems: problems.map(inWords) });
		return { text, plan: describe(await planImport(locals.db, entries)) };
	},

	/** Does what was shown. */
	async confirm({ locals, request }) {
		const { id } = requirePermission(locals, 'learning', 'author');
		const form = await readForm(request);
		const text = plain(String(form.get('text') ?? ''));
		const { entries, problems: found } = readDetailsFile(text, locals.now);
		if (found.length > 0) return fail(400, { text: shown(text), problems: found.map(inWords), unconfirmed: false });
		const confirmed = { fingerprint: String(form.get('fingerprint') ?? ''), empty: form.get('empty') === 'yes' };
		const result = await carryOut(locals.db, entries, confirmed, { personId: id, now: locals.now });
		if (result.kind === 'imported') redirect(303, `/local-details?imported=${result.changed}`);
		const { kind, plan } = result;
		// A form that is sent twice finds nothing left to do, which is no trouble.
		const problems = kind === 'different' && plan.steps.length > 0 ? [{ words: 'Something here has changed since you looked. Look again at what the file would do now' }] : [];
		return fail(kind === 'different' ? 409 : 400, { text, problems, unconfirmed: kind === 'emptying', plan: describe(plan) });
	}
};

/** A browser sends a line's end as two characters, whatever it was, and some editors put a mark before everything. */
function plain(text: string): string {
	return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}

/** What was sent, to be mended in the form; what is no text is not sent back. */
function shown(text: string): string {
	return text.includes('\0') ? '' : showUnseen(text);
}

function inWords({ line, words }: FileProblem): { words: string } {
	return { words: `Line ${line}: ${words}` };
}

function describe({ steps, unchanged, unknown, fingerprint }: Plan) {
	return {
		steps: steps.map(({ name, kind, from, to }) => ({
			name,
			title: titleOf(name),
			kind,
			words: kind === 'noted' ? [] : markWords(from.text, to.text),
			keptBy: from.keptBy === to.keptBy ? undefined : { from: from.keptBy, to: to.keptBy },
			checkedOn: from.checkedOn === to.checkedOn ? undefined : { from: from.checkedOn, to: to.checkedOn }
		})),
		unchanged,
		unknown,
		fingerprint
	};
}
