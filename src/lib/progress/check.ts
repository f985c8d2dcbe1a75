import { compileModule, type Compiled, type ModuleSource } from '#lib/module/compile.ts';
import { gather, hasErrors, inOrder } from '#lib/module/diagnostic.ts';
import { answerables, type Module } from '#lib/module/module.ts';
import type { Report } from '#lib/module/diagnostic.ts';
import { shorten, worstCase } from './encoding.ts';

/** SCORM 1.2 gives `cmi.suspend_data` 4,096 characters (RTE 3.4.5, CMIString4096); this leaves room. */
const MOST = 4000;

/** Compiles a module and checks that learning systems can hold what somebody does in it. */
export function check(source: ModuleSource): Compiled {
	const compiled = compileModule(source);
	if (!compiled.module) return compiled;
	const { report, diagnostics } = gather(source.file);
	checkLimits(compiled.module, report);
	const all = inOrder([...compiled.diagnostics, ...diagnostics]);
	return hasErrors(all) ? { diagnostics: all } : { module: compiled.module, diagnostics: all };
}

function checkLimits(module: Module, report: Report): void {
	const { length } = worstCase(module);
	if (length > MOST) report('state-too-large', 1, length, MOST);
	const seen = new Map<string, string>();
	for (const id of module.pages.flatMap((page) => [page.id, ...answerables(page).map((question) => question.id)])) {
		const other = seen.get(shorten(id));
		if (other !== undefined) report('ids-collide', 1, other, id);
		seen.set(shorten(id), id);
	}
}
