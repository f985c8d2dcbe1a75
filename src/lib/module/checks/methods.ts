import type { Report } from '../diagnostic.ts';
import { placeIn } from './passages.ts';
import { LOCAL, type Words } from './words.ts';

const SELF = '(?:him|her|my|your|one|it)self|themsel(?:f|ves)|yourselves|ourselves';
const WHOSE = '(?:his|her|their|my|your|own|the|both|our)';
const DRUGS = 'paracetamol|ibuprofen|aspirin|co-codamol|codeine|diazepam|morphine|heroin|insulin|lithium|clozapine|quetiapine|olanzapine|sertraline|citalopram|fluoxetine|amitriptyline|temazepam|pregabalin|antidepressants?|sleeping (?:tablets|pills)|painkillers|bleach|alcohol and tablets';
const TAKEN = 'took|taken|taking|takes?|swallow(?:ed|s|ing)?';
const PILLS = `tablets|pills|capsules|${DRUGS}`;

/**
 * What tells how somebody was hurt, or hurt themselves. Each pattern needs the
 * deed and the means together, so that "a cut in hours", "hang up" or "take 2
 * tablets" are left alone.
 */
const METHODS: readonly RegExp[] = [
	`\\bhang(?:ed|ing|s)? (?:${SELF})\\b|\\bfound hanging\\b|\\bwas hanged\\b`,
	`\\bligatures?\\b|\\bnooses?\\b|\\brazor ?blades?\\b|\\bcarbon monoxide\\b|\\bself-?immolat\\w*`,
	`\\bjump(?:ed|ing|s)?(?: from| off| out of| in front of| under)(?: [\\w-]+){0,3} (?:bridge|building|roof|window|balcony|cliff|car park|tower|train|lorry|bus|tube|platform|floor|stor(?:e)?y|height)s?\\b`,
	`\\b(?:cut|cuts|cutting|slit|slits|slitting|slash(?:ed|es|ing)?|burn(?:ed|t|s|ing)?|scratch(?:ed|es|ing)?)(?: at)? (?:(?:${WHOSE}) )?(?:${SELF}|(?:${WHOSE}) (?:\\w+ )?(?:wrists?|arms?|legs?|thighs?|throat|neck|stomach|skin))\\b`,
	`\\b(?:stab(?:bed|bing|s)?|strangl(?:ed|ing|es?)|suffocat(?:ed|ing|es?)|drown(?:ed|ing|s)?|shot|shooting|poison(?:ed|ing|s)?|starv(?:ed|ing|es?)) (?:${SELF}|(?:him|her|them|me|you) (?:with|in|to death))\\b`,
	`\\b(?:${TAKEN}) (?:\\d{2,}|[5-9]|dozens of|handfuls? of|a handful of|a (?:whole )?(?:box|packet|bottle|strip) of|too many|all (?:of )?(?:${WHOSE})) ?(?:\\w+ )?(?:${PILLS})\\b`,
	`\\b(?:overdos(?:e|es|ed|ing)) (?:of|on|with) (?:\\d+ )?(?:\\w+ )?(?:${PILLS})\\b`,
	`\\b\\d+ ?(?:mg|milligrams?|g|grams?|ml) of (?:${DRUGS})\\b`,
	`\\b(?:beaten|hit|whipped|burned|burnt|kicked|punched|attacked|tied(?: up)?)(?: \\w+){0,2} with (?:a|an|his|her|their|the) (?:\\w+ )?(?:belt|stick|knife|iron|cigarettes?|bottle|hammer|rope|cord|chain|bat|fists?)\\b`,
	`\\b(?:held|pinned|pushed|forced)(?: \\w+){0,2} (?:face[- ]down|by (?:the|his|her|their) (?:throat|neck|arms|hair)|to the floor)\\b`
].map((pattern) => new RegExp(pattern, 'giu'));

/**
 * Reports detail of how people are hurt, also in voices and in speech: reading
 * it can hurt people, and may be copied. Samaritans' guidelines for the media
 * rest on research into what coverage does.
 */
export function checkMethods({ passages }: Words, report: Report): void {
	for (const passage of passages) {
		if (passage.block === LOCAL) continue;
		for (const pattern of METHODS) {
			for (const { 0: found, index } of passage.text.matchAll(pattern)) report('method-detail', placeIn(passage, index, found.length), found.replace(/\s+/g, ' '));
		}
	}
}
