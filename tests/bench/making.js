// Making packages from compiled modules, beside compressing the same bytes with the same zip library.
import { zipSync } from 'fflate';
import { makePackage, packageFiles } from '#lib/package/package.ts';
import { contentsOf, slugs } from '../package/modules.ts';

const RUNS = 5;
const middle = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** The times in ms of making every module's package in every one of `standards`, and of compressing what is in them. */
export async function making(standards) {
	const all = [];
	for (const standard of standards) for (const slug of slugs) all.push(await contentsOf(slug, { standard }));
	const files = all.map((contents) => Object.fromEntries(packageFiles(contents)));
	const time = (work) => {
		work();
		return middle(
			Array.from({ length: RUNS }, () => {
				const started = performance.now();
				work();
				return performance.now() - started;
			})
		);
	};
	return { make: time(() => all.forEach((contents) => makePackage(contents))), compress: time(() => files.forEach((entries) => zipSync(entries, { level: 9 }))) };
}
