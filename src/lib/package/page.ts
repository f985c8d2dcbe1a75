import { render } from 'svelte/server';
import { isAnswerable, type Block, type Module } from '#lib/module/module.ts';
import { escape } from '#lib/module/markdown.ts';
import PackagePlayer from '#lib/player/PackagePlayer.svelte';
import type { PackageData } from '#lib/player/package-data.ts';

/**
 * Shows one part from the first paint on, and all of them where the player has
 * not started by the time that it should have: it did not arrive, or the browser
 * is too old for it.
 */
const FIRST_PART_ONLY =
	"document.documentElement.className='js';addEventListener('DOMContentLoaded',function(){var d=document.documentElement;if(d.className==='js')d.className=''})";

/** What the script needs of a module: of blocks that nothing happens to (see Still.svelte) only that they are there. */
function forScript(module: Module): Module {
	const still: Block = { kind: 'prose', html: '' };
	const left = (block: Block): Block => (isAnswerable(block) ? block : { ...still, ...(block.note ? { note: block.note } : {}) });
	return { ...module, outcomes: [], sources: [], pages: module.pages.map((page) => ({ ...page, blocks: page.blocks.map(left) })) };
}

/**
 * The package's one page: the whole module as HTML that reads without scripts,
 * and the same module as data for the script that brings it to life.
 */
export function makePage(data: PackageData): string {
	const { module } = data;
	const { body } = render(PackagePlayer, { props: data });
	// What is named in it stands on the page by now, so the script needs no details.
	// `</script>` inside a text would end the element.
	const json = JSON.stringify({ ...data, details: {}, module: forScript(module) }).replace(/</g, '\\u003c');
	return `<!doctype html>
<html lang="${escape(module.lang)}" dir="${module.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(module.title)}</title>
<link rel="stylesheet" href="player.css">
<script>${FIRST_PART_ONLY}</script>
<script src="player.js" defer></script>
</head>
<body>
<div id="player">${body}</div>
<script type="application/json" id="module">${json}</script>
</body>
</html>
`;
}
