import type { Diagnostic } from '#lib/module/diagnostic.ts';
import { escape } from '#lib/module/markdown.ts';
import { excerptOf } from '#lib/ui/excerpt.ts';
import { linesOf } from '../source-line.ts';
import type { PlaceOf } from './places.ts';
import { asHtml } from './words.ts';

/** As in the terminal, more than this is more than anybody reads. */
const MOST = 50;

/**
 * What the checker found, as HTML. A button's part is the player's name for the
 * page that it leads to; without `placeOf` there is no training to lead to.
 */
export function findingList(findings: readonly Diagnostic[], text: string, placeOf?: PlaceOf): string {
	if (findings.length === 0) return '<p>Nothing to mend.</p>';
	const lines = linesOf(text);
	const items = findings.slice(0, MOST).map((finding) => item(finding, lines[finding.line - 1] ?? '', placeOf?.(finding.line)));
	const more = findings.length > MOST ? `<p>And ${findings.length - MOST} more. Mend some of these first.</p>` : '';
	return `<ol class="findings">${items.join('')}</ol>${more}`;
}

function item(finding: Diagnostic, line: string, part?: string): string {
	const { severity, code, problem, advice } = finding;
	const kind = severity === 'error' ? 'To mend' : 'To think about';
	return `<li class="finding finding--${severity}">
<h3>${kind}, line ${finding.line}</h3>
<p><strong>${asHtml(problem)}</strong></p>
${excerpt(finding, line)}
<p>${asHtml(advice)}</p>
<p class="finding__ways">${part === undefined ? '' : showButton(part, finding.line)}
<a href="/explain/${code}" target="_blank">Why? (opens in a new tab)<span class="nhsuk-u-visually-hidden"> ${code}</span></a></p>
</li>`;
}

function showButton(part: string, line: number): string {
	return `<button type="button" data-part="${escape(part)}">Show the page<span class="nhsuk-u-visually-hidden"> of line ${line}</span></button>`;
}

function excerpt(finding: Diagnostic, line: string): string {
	const shown = excerptOf(line, finding);
	if (!shown) return '';
	const { before, words, after } = shown;
	return `<pre><code>${escape(before)}${words && `<mark>${escape(words)}</mark>`}${escape(after)}</code></pre>`;
}
