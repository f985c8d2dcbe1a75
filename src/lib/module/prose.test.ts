import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileModule } from './compile.ts';
import { filesCalled } from './files-trial.ts';
import type { Module } from './module.ts';
import { proseOf } from './prose.ts';

const SAMPLES = resolve('tests/samples');
/** What a document holds beside words. */
const NOT_WORDS = ['id', 'kind', 'letter', 'letters', 'right', 'src', 'type', 'captions', 'until', 'name', 'lang', 'dir', 'slug', 'format', 'audience', 'stage', 'standing'];

function sample(name: string): Module | undefined {
	const files = filesCalled(...readdirSync(join(SAMPLES, name)).filter((file) => !/\.(md|json|yaml)$/.test(file)));
	return compileModule({ slug: 'a-module', file: 'module.md', text: readFileSync(join(SAMPLES, name, 'module.md'), 'utf8'), files, today: '2026-11-23' }).module;
}

/** Every text in a document, without marks. */
function texts(value: unknown, key = ''): string[] {
	if (typeof value === 'string') return NOT_WORDS.includes(key) ? [] : [value.replace(/ \(opens in a new tab\)<\/a>|<[^>]*>/g, ' ')];
	if (Array.isArray(value)) return value.flatMap((item) => texts(item, key));
	return value && typeof value === 'object' ? Object.entries(value).flatMap(([name, item]) => texts(item, name)) : [];
}

const words = (text: string) => text.replace(/&[#\w]+;/g, ' ').match(/[\p{L}\p{N}]{2,}/gu) ?? [];

const NAMES = readdirSync(SAMPLES).filter((name) => name.startsWith('ok-') && sample(name));

describe('a module as prose', () => {
	test('is tried with every kind of block', () => {
		const kinds = new Set(NAMES.flatMap((name) => sample(name)!.pages.flatMap(({ blocks }) => blocks.map(({ kind }) => kind))));
		expect([...kinds].sort()).toEqual([
			'activity', 'audio', 'callout', 'check-in', 'check-out', 'checklist', 'details', 'do-list', 'glossary', 'image', 'local-detail', 'match', 'order', 'pause',
			'prose', 'question', 'reflection', 'scenario', 'support', 'video', 'voice'
		]);
	});

	test.each(NAMES)('leaves no word of %s out, and has no mark in it', (name) => {
		const module = sample(name)!;
		const prose = proseOf(module).flatMap(({ paragraphs }) => paragraphs);
		const said = new Set(words(prose.join('\n')));
		expect(texts(module).flatMap(words).filter((word) => !said.has(word))).toEqual([]);
		expect(prose.join('\n')).not.toMatch(/class="|<\/(p|li|span|strong)>/);
	});

	test('says which answers are right, and how choices stand', () => {
		const said = (name: string) => proseOf(sample(name)!).flatMap(({ paragraphs }) => paragraphs).join('\n');
		expect(said('ok-every-block')).toContain('(what we had in mind)');
		expect(said('ok-branches')).toContain('(most helpful)');
		expect(said('ok-branches')).toContain('Goes on with: ');
	});
});
