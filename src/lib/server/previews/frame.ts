import { unzipSync } from 'fflate';
import type { FrameLaunch } from '#lib/lms/frame.ts';
import { escape } from '#lib/module/markdown.ts';
import { mediaType } from '#lib/module/files.ts';
import type { Standard } from '#lib/package/standards.ts';
import script12 from '../../../../.svelte-kit/frame/frame-1.2.js?raw';
import script2004 from '../../../../.svelte-kit/frame/frame-2004.js?raw';
import type { SentFile } from '../library/file-response.ts';

/** The page that a package starts with. */
export const START_PAGE = 'index.html';

const TYPES: Readonly<Record<string, string>> = {
	html: 'text/html; charset=utf-8',
	css: 'text/css; charset=utf-8',
	js: 'text/javascript; charset=utf-8',
	xml: 'text/xml; charset=utf-8',
	xsd: 'text/xml; charset=utf-8'
};

/** The file called exactly `name` in the zip of a package, or undefined. No name becomes a path. */
export function fileIn(zip: Uint8Array, name: string): SentFile | undefined {
	const found = unzipSync(zip, { filter: (file) => file.name === name });
	if (!Object.hasOwn(found, name)) return undefined;
	const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
	const type = mediaType(name) ?? (Object.hasOwn(TYPES, ending) ? TYPES[ending]! : 'application/octet-stream');
	return { type, bytes: new Uint8Array(found[name]!) };
}

/** A package's start page with our LMS in front of every script of its own. A package that records nowhere has none. */
export function withLms(page: SentFile, standard: Standard, launch: FrameLaunch): SentFile {
	const code = scriptFor(standard);
	if (!code) return page;
	// Captions are loaded from one's own origin or with CORS, and in the sandbox nothing is of one's own.
	const html = new TextDecoder().decode(page.bytes).replace(/<(?:audio|video)(?=[\s>])/g, '$& crossorigin');
	const script = `<script data-launch="${escape(JSON.stringify(launch))}">${code}</script>`;
	// Where there is no head, the parser makes one around a script that comes first.
	const [head = ''] = /^\s*(<!doctype[^>]*>)?\s*(<html[^>]*>)?\s*(<head[^>]*>)?/i.exec(html) ?? [];
	return { ...page, bytes: new TextEncoder().encode(head + script + html.slice(head.length)) };
}

function scriptFor(standard: Standard): string | undefined {
	if (standard === 'html') return undefined;
	return standard === 'scorm-1.2' ? script12 : script2004;
}

/**
 * What a browser may do with anything of a package. The sandbox gives it an origin
 * of its own, so that it reaches neither cookies nor the page around it. `'self'`
 * means nothing there, hence the whole address. Where a frame may go, the page
 * around it decides; that no form leaves it, `form-action`.
 */
export function frameHeaders(origin: string, token: string): Record<string, string> {
	const files = `${origin}/preview/${encodeURIComponent(token)}/`;
	const policy = [
		'sandbox allow-scripts allow-forms',
		"default-src 'none'",
		`script-src 'unsafe-inline' ${files}`,
		`style-src 'unsafe-inline' ${files}`,
		`img-src ${files} data:`,
		`font-src ${files} data:`,
		`media-src ${files}`,
		"connect-src 'none'",
		"form-action 'none'",
		"base-uri 'none'",
		`frame-ancestors ${origin}`
	];
	return {
		'content-security-policy': policy.join('; '),
		// The sandbox's origin, for captions and fonts.
		'access-control-allow-origin': 'null',
		'referrer-policy': 'no-referrer',
		'x-content-type-options': 'nosniff',
		'cache-control': 'private, no-store'
	};
}
