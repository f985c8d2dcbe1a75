import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AskedOptions } from '#lib/package/options.ts';
import { schemaErrors } from '#lib/package/schemas.ts';
import { STANDARDS, isScorm, type Scorm } from '#lib/package/standards.ts';
import { lomErrors } from './lom-2004.ts';
import { compile, contentsFor, contentsOf, manifestOf, slugs } from './modules.ts';
import { findAll, readXml, type Read } from './xml.ts';

const SCORM = STANDARDS.filter(isScorm);
const QUESTION = '# One\n\n:::question\nWhich?\n\n- [x] this\n  > Yes, this one.\n- [ ] that\n  > That is another one.\n:::\n';
const module = compile(QUESTION);

/** What is wrong with any of these manifests. Those of one standard are checked together, since the schemas take longest to read. */
async function errorsIn(standard: Scorm, manifests: string[]): Promise<string[]> {
	const bySchema = (await schemaErrors(standard, manifests)).flat();
	return standard === 'scorm-1.2' ? bySchema : [...bySchema, ...manifests.flatMap(lomErrors)];
}

const everything = (standard: Scorm): AskedOptions => ({ standard, completion: 'passed', passMark: '57', reportAnswers: true, window: '1024x768', competence: '123|LOCAL|Tea & us - 3 Years|' });
const texts = (manifest: string, path: string) => findAll(readXml(manifest), path).map(({ text }) => text);

describe.each(SCORM)('a manifest of %s', (standard) => {
	test('is what the schemas ask for, for every module', async () => {
		const contents = await Promise.all(slugs.map((slug) => contentsOf(slug, { standard })));
		expect(await errorsIn(standard, contents.map(manifestOf))).toEqual([]);
	});

	test('is what the schemas ask for with every option, and with people who agreed to it', async () => {
		const all = { ...contentsFor(module, everything(standard)), draft: false, contributors: ['Peer support workers', 'Peer trainers; carers, friends'] };
		expect(await errorsIn(standard, [manifestOf(all)])).toEqual([]);
	});

	test('is refused where it is not', async () => {
		const manifest = manifestOf(contentsFor(module, { standard }));
		const broken = [
			manifest.replace(/(scorm[tT]ype)="sco"/, '$1="page"'),
			manifest.replaceAll(/(<\/?)(imsmd|lom):title>/g, '$1$2:name>'),
			manifest.replace('<organizations default="organisation">', '<organizations default="other place">'),
			manifest.replaceAll(/(imsmd|lom):lom/g, 'else:lom')
		];
		for (const text of broken) expect(text).not.toBe(manifest);
		for (const text of broken.slice(0, 3)) expect(await errorsIn(standard, [text])).not.toEqual([]);
		const [sound, wrong] = await schemaErrors(standard, [manifest, broken[0]!]);
		expect([sound, wrong]).toEqual([[], [expect.stringContaining("'page'")]]);
	});

	test('has one organisation, which is the default, and one item, which is the module', () => {
		const manifest = readXml(manifestOf(contentsFor(module, { standard })));
		const [organisations] = findAll(manifest, 'organizations');
		expect(organisations!.attributes).toEqual({ default: 'organisation' });
		expect(organisations!.children.map(({ attributes }) => attributes)).toEqual([{ identifier: 'organisation' }]);
		expect(findAll(manifest, 'organizations/organization/item').map(({ attributes }) => attributes.identifierref)).toEqual(['module']);
		const [resource, ...more] = findAll(manifest, 'resources/resource');
		const type = standard === 'scorm-1.2' ? 'adlcp:scormtype' : 'adlcp:scormType';
		expect([resource!.attributes, more]).toEqual([{ identifier: 'module', type: 'webcontent', [type]: 'sco', href: 'index.html' }, []]);
	});

	test('has titles and identifiers that Moodle does not cut, the same on the item as around it', async () => {
		for (const slug of slugs) {
			const manifest = readXml(manifestOf(await contentsOf(slug, { standard })));
			const [outer] = findAll(manifest, 'organizations/organization/title');
			const [inner] = findAll(manifest, 'organizations/organization/item/title');
			expect(outer!.text).toBe(inner!.text);
			const all = elements(manifest).flatMap(({ attributes }) => Object.entries(attributes).flatMap(([name, value]) => (name.startsWith('identifier') ? [value] : [])));
			expect([...all, outer!.text].filter((text) => text.length === 0 || text.length > 200)).toEqual([]);
		}
	});

	test('writes no character as a number', () => {
		const manifest = manifestOf(contentsFor({ ...module, title: 'Te – ‘now’ 🌱' }, { standard }));
		expect(manifest).not.toContain('&#');
		expect(manifest).toContain('<title>Te – ‘now’ 🌱</title>');
	});

	test('cuts a title without leaving half a character', async () => {
		const manifest = manifestOf(contentsFor({ ...module, title: `${'a'.repeat(199)}${'🌱'.repeat(50)}`, summary: 'b'.repeat(5000) }, { standard }));
		expect(texts(manifest, 'organizations/organization/title')).toEqual(['a'.repeat(199)]);
		expect(await errorsIn(standard, [manifest])).toEqual([]);
	});

	test('says who a draft is by of nobody', () => {
		const contents = contentsFor(module, { standard });
		const draft = manifestOf({ ...contents, contributors: ['Peer support workers'] });
		expect(draft).toContain('FN:A draft that peer workers have not yet reviewed\n');
		expect(draft).not.toContain('Peer support workers');
		const agreed = manifestOf({ ...contents, draft: false, contributors: ['Peer support workers', 'Carers; friends'] });
		expect([...agreed.matchAll(/\nFN:(.*)\n/g)].map(([, role]) => role)).toEqual(['Peer support workers', 'Carers\\; friends']);
		expect(agreed).toMatch(/>final</i);
		expect(agreed).not.toMatch(/draft/i);
	});

	test('is in the language that was asked for, and our own words are in English', () => {
		const welsh = manifestOf(contentsFor({ ...module, lang: 'cy', title: 'Te' }, { standard, language: 'cy-GB' }));
		expect(welsh).toMatch(/lang(uage)?="cy-GB">Te</);
		expect(welsh).toMatch(/language>cy-GB</);
		expect(welsh).toMatch(/lang(uage)?="en-GB">peer work</);
	});

	test('tells about the module, who it is for and how it looks best', () => {
		const manifest = manifestOf(contentsFor(module, everything(standard)));
		for (const part of ['Made up for a test.', '>All staff<', '>ongoing<', '>PT5M<', 'CC BY 4.0', 'choose the status &quot;passed&quot;', '1024 by 768', '123|LOCAL|Tea &amp; us - 3 Years|']) expect(manifest).toContain(part);
		expect(manifest).toMatch(/>competency</i);
		expect(manifestOf(contentsFor(module, { standard }))).not.toMatch(/1024|competency|LOCAL/i);
	});

	test('holds whatever a title, a summary and a competence can be', async () => {
		const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: fc.constantFrom(...'<>&"\'\r\n\t\0]]>é🌱\ud800-\udc00\ufffe\uffff-! a') as fc.Arbitrary<string> }));
		const said = fc.tuple(text, text, text);
		await fc.assert(
			fc.asyncProperty(fc.array(said, { minLength: 20, maxLength: 40 }), async (modules) => {
				const manifests = modules.map(([title, summary, competence]) => {
					const contents = contentsFor({ ...module, title, summary }, { standard });
					return manifestOf({ ...contents, options: { ...contents.options, competence } });
				});
				expect(await errorsIn(standard, manifests)).toEqual([]);
			}),
			{ numRuns: 10 }
		);
	}, 30_000);
});

describe('SCORM 1.2', () => {
	const manifest = (asked: AskedOptions = {}) => manifestOf(contentsFor(module, asked));

	test('is named to the letter, and has a mastery score only where there is a pass mark', () => {
		expect(texts(manifest(), 'metadata/schemaversion')).toEqual(['1.2']);
		expect(texts(manifest({ passMark: '57' }), 'organizations/organization/item/adlcp:masteryscore')).toEqual(['57']);
		expect(manifest({ completion: 'passed' })).not.toMatch(/masteryscore|Measure/);
	});
});

describe.each([['scorm-2004-3', '2004 3rd Edition'], ['scorm-2004-4', '2004 4th Edition']])('%s', (standard, schemaversion) => {
	const manifest = (asked: AskedOptions = {}) => manifestOf(contentsFor(module, { ...asked, standard }));
	const ITEM = 'organizations/organization/item';

	test('is named to the letter, as Moodle compares it, with the prefixes that Moodle looks for', () => {
		expect(texts(manifest(), 'metadata/schemaversion')).toEqual([schemaversion]);
		expect(Object.keys(readXml(manifest()).attributes)).toEqual(expect.arrayContaining(['xmlns:adlcp', 'xmlns:adlseq', 'xmlns:adlnav', 'xmlns:imsss']));
	});

	test('leaves completion and success to the module, and measures only where there is a pass mark', () => {
		const [controls] = findAll(readXml(manifest()), `${ITEM}/imsss:sequencing/imsss:deliveryControls`);
		expect(controls!.attributes).toEqual({ completionSetByContent: 'true', objectiveSetByContent: 'true' });
		expect(manifest({ completion: 'passed' })).not.toMatch(/Objective>|Measure|masteryscore/);
		expect(manifest({ passMark: '57' })).not.toContain('completionThreshold');
		const marked = `${ITEM}/imsss:sequencing/imsss:objectives/imsss:primaryObjective`;
		expect(findAll(readXml(manifest({ passMark: '57' })), marked).map(({ attributes }) => attributes.satisfiedByMeasure)).toEqual(['true']);
		for (let mark = 1; mark <= 100; mark++) {
			const [measure] = texts(manifest({ passMark: String(mark) }), `${marked}/imsss:minNormalizedMeasure`);
			expect([Math.round(Number(measure) * 100), measure!.length <= 4]).toEqual([mark, true]);
		}
	});

	test('can be started by the learning system, whose buttons to go on and back are hidden, and no others', () => {
		const read = readXml(manifest());
		expect(findAll(read, 'organizations/organization/imsss:sequencing/imsss:controlMode').map(({ attributes }) => attributes)).toEqual([{ choice: 'true', flow: 'true' }]);
		expect(texts(manifest(), `${ITEM}/adlnav:presentation/adlnav:navigationInterface/adlnav:hideLMSUI`)).toEqual(['continue', 'previous']);
	});

	test('has metadata whose mistakes are found', () => {
		const sound = manifest({ competence: '123|LOCAL|Tea|' });
		expect(lomErrors(sound)).toEqual([]);
		const broken: [string | RegExp, string][] = [
			['<lom:value>draft<', '<lom:value>Draft<'],
			['<lom:value>author<', '<lom:value>peer<'],
			['<lom:source>LOMv1.0<', '<lom:source>ours<'],
			[/(<lom:educational>[^]*<\/lom:educational>)\s*(<lom:rights>[^]*<\/lom:rights>)/, '$2$1'],
			[/(<lom:lifeCycle>[^]*<\/lom:lifeCycle>)/, '$1$1'],
			[/ language="en-GB"/, ' xml:lang="en-GB"'],
			['>PT5M<', '>5 minutes<'],
			['<lom:format>', '<lom:format>some '],
			['VERSION:3.0\n', ''],
			[/lom:taxonPath>/g, 'lom:taxonpath>'],
			['<lom:general>', '<lom:general>text']
		];
		for (const [from, to] of broken) expect(lomErrors(sound.replace(from, to)), String(from)).not.toEqual([]);
	});
});

function elements(root: Read): Read[] {
	return [root, ...root.children.flatMap(elements)];
}
