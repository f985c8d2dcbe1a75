import type { FrameMessage, Launched } from '#lib/lms/frame-message.ts';
import { inPlainWords } from '#lib/lms/in-plain-words.ts';
import type { Call } from '#lib/lms/log.ts';
import type { Saved } from '#lib/lms/saved.ts';
import { stoppedInWords, type Line } from './words.ts';

/** A package can say more than anybody reads: the oldest lines go. */
const MOST_LINES = 1000;
const MOST_MINDED = 100;
const MOST_VALUES = 1000;

/** What a reviewer minds, once each. */
export interface Minded {
	element: string;
	words: string;
}

/** What has been heard of a package as it plays: its log, what the learning system holds, and what a strict reviewer minds. */
export class Sitting {
	lines: Line[] = $state.raw([]);
	/** What the data model holds now, and what of it is kept for the next launch. */
	values: Saved = $state.raw({});
	kept: Saved = $state.raw({});
	minded: Minded[] = $state.raw([]);
	#pages: readonly string[];
	#number = 0;

	/** `pages` are the ids of the training's pages, in their order. */
	constructor(pages: readonly string[]) {
		this.#pages = pages;
	}

	/** Writes a line into the log. */
	say(words: string, call?: Call): void {
		this.#number += 1;
		this.lines = [...this.lines, { number: this.#number, at: new Date(), words, ...(call ? { call } : {}) }].slice(-MOST_LINES);
	}

	/** The package is about to start. */
	begin({ saved, values }: Launched): void {
		this.values = values;
		this.kept = saved;
	}

	/** Hears what the package's LMS says. */
	hear(message: FrameMessage): void {
		switch (message.kind) {
			case 'call':
				this.say(inPlainWords(message.call, this.#pages), message.call);
				this.#set(message.call);
				return;
			case 'kept':
				this.kept = message.saved;
				return;
			case 'minded':
				this.#mind(message.finding);
				return;
			case 'stopped':
				this.say(stoppedInWords(message.what, message.address));
		}
	}

	/** What was minded was of a package that played in another way. */
	lookAnew(): void {
		this.minded = [];
	}

	#set({ name, arguments: [element = '', value = ''], answer }: Call): void {
		const taken = name.endsWith('SetValue') && answer === 'true';
		if (taken && (element in this.values || Object.keys(this.values).length < MOST_VALUES)) this.values = { ...this.values, [element]: value };
	}

	#mind({ element, words }: Minded): void {
		const known = this.minded.some((other) => other.element === element && other.words === words);
		if (!known && this.minded.length < MOST_MINDED) this.minded = [...this.minded, { element, words }];
	}
}
