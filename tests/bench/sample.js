// A module of the size that tools are compared by: 8 pages, about 1,570 words, 6 questions with
// feedback on every option, and 2 images. Its words are made up and mean nothing.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, crc32 } from 'node:zlib';

const WORDS = 'people work team role time listen help share plan ask tell day week ward visit meeting tea talk walk rest change need want know learn kind calm clear equal safe support'.split(' ');

/** Always the same numbers, so that every run packs the same bytes. */
function generator(seed) {
	let state = seed;
	return () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) / 2 ** 32;
}

/** Writes the module's folder and returns its path; `questions` is a multiple of the 6 pages that have some. */
export function writeSample(folder, slug, questions = 6) {
	const random = generator(7);
	const sentence = (length) => {
		const words = Array.from({ length }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ');
		return `${words[0].toUpperCase()}${words.slice(1)}.`;
	};
	const paragraph = () => Array.from({ length: 5 }, () => sentence(12)).join(' ');
	const question = (number) =>
		[':::question', `${sentence(9).slice(0, -1)} ${number}:`, '', ...[0, 1, 2].flatMap((place) => [`- [${place === number % 3 ? 'x' : ' '}] ${sentence(5)}`, `  > ${sentence(9)}`]), ':::'].join('\n');
	const pages = Array.from({ length: 8 }, (_, index) => {
		const blocks = [`# Page ${index + 1} about ${WORDS[index]}`, paragraph(), paragraph(), sentence(12)];
		if (index < 6) for (let number = index; number < questions; number += 6) blocks.push(question(number));
		if (index < 2) blocks.push(`![A pattern of squares, number ${index + 1}](pattern-${index + 1}.png)`);
		return blocks.join('\n\n');
	});
	const head = ['---', `title: A module to measure with`, 'summary: Made up for measuring.', 'audience: all-staff', 'stage: ongoing', 'minutes: 10', 'outcomes:', '  - measure', 'sources:', '  - "Made up."', '---'].join('\n');
	const path = join(folder, slug);
	mkdirSync(path, { recursive: true });
	writeFileSync(join(path, 'module.md'), `${head}\n\n${pages.join('\n\n')}\n`);
	for (const number of [1, 2]) writeFileSync(join(path, `pattern-${number}.png`), png(64, random));
	return path;
}

/** A small grey PNG of squares (PNG 1.2, section 11). */
function png(size, random) {
	const rows = Buffer.concat(Array.from({ length: size }, () => Buffer.from([0, ...Array.from({ length: size }, () => Math.floor(random() * 4) * 80)])));
	const chunk = (type, data) => {
		const body = Buffer.concat([Buffer.from(type), data]);
		const length = Buffer.alloc(4);
		length.writeUInt32BE(data.length);
		const check = Buffer.alloc(4);
		check.writeUInt32BE(crc32(body));
		return Buffer.concat([length, body, check]);
	};
	const header = Buffer.alloc(13);
	header.writeUInt32BE(size, 0);
	header.writeUInt32BE(size, 4);
	header.set([8, 0, 0, 0, 0], 8);
	return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}
