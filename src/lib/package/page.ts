import { render } from 'svelte/server';
import { escape } from '#lib/module/markdown.ts';
import PackagePlayer from '#lib/player/PackagePlayer.svelte';
import type { PackageData } from '#lib/player/package-data.ts';

/**
 * The package's one page: the whole module as HTML that reads without scripts,
 * and the same module as data for the script that brings it to life.
 */
export function makePage(data: PackageData): string {
	const { module } = data;
	const { body } = render(PackagePlayer, { props: data });
	// `</script>` inside a text would end the element.
	const json = JSON.stringify(data).replace(/</g, '\\u003c');
	return `<!doctype html>
<html lang="${escape(module.lang)}" dir="${module.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(module.title)}</title>
<link rel="stylesheet" href="player.css">
<script>document.documentElement.className = 'js'</script>
<script src="player.js" defer onerror="document.documentElement.className = ''"></script>
</head>
<body>
<div id="player">${body}</div>
<script type="application/json" id="module">${json}</script>
</body>
</html>
`;
}
