import type { Passage } from './passages.ts';

/** An option of a question or scenario, with what people learn from choosing it. */
export interface Choice {
	option: Passage;
	feedback: Passage[];
	/** Whether it is marked as right, or as the most helpful. */
	best: boolean;
}

/** A question or a scenario, as its passages tell. */
export interface Choosing {
	kind: string;
	choices: Choice[];
}

/** The questions and scenarios of a module, in the order of the file. */
export function choosings(passages: readonly Passage[]): Choosing[] {
	const found = new Map<string, Choosing>();
	for (const passage of passages) {
		const place = `${passage.page} ${passage.part}`;
		if (passage.where === 'option') {
			const choosing = found.get(place) ?? { kind: passage.block!, choices: [] };
			choosing.choices.push({ option: passage, feedback: [], best: passage.mark === 'x' || passage.mark === 'most helpful' });
			found.set(place, choosing);
		} else if (passage.where === 'feedback') found.get(place)?.choices.at(-1)?.feedback.push(passage);
	}
	return [...found.values()];
}
