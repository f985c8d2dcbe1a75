import { describe, expect, test } from 'vitest';
import { Reflections, type Asked, type Store } from './reflections.ts';

const ASKED: Asked = { module: 'tea', title: 'Making tea', page: 'cups', number: 2, question: 'Which cup is yours?' };
const OTHER: Asked = { ...ASKED, page: 'milk', number: 1, question: 'Milk?' };

/** As a browser has it, with so much room that a value may have `most` letters. */
function store(most = Infinity, failure = 'QuotaExceededError') {
	const items = new Map<string, string>();
	return {
		items,
		get length() {
			return items.size;
		},
		key: (index: number) => [...items.keys()][index] ?? null,
		getItem: (key: string) => items.get(key) ?? null,
		setItem(key: string, value: string) {
			if (value.length > most) throw new DOMException('No.', failure);
			items.set(key, value);
		},
		removeItem: (key: string) => void items.delete(key)
	} satisfies Store & { items: Map<string, string> };
}

const write = (reflections: Reflections, text: string, onDevice: boolean, asked = ASKED) => reflections.write({ ...asked, text }, onDevice);

describe('what somebody writes', () => {
	test('is kept for the visit, and not on the device', () => {
		const [visit, device] = [store(), store()];
		const here = new Reflections({ visit, device }, 'nurse');
		expect(write(here, 'The blue one.', false)).toEqual({ where: 'visit' });
		expect(here.find(ASKED)).toEqual({ ...ASKED, text: 'The blue one.', where: 'visit' });
		expect(here.find(OTHER)).toBeUndefined();
		expect(device.items.size).toBe(0);
	});

	test('goes to the device when that is chosen, and back to the visit when it is not chosen any more', () => {
		const [visit, device] = [store(), store()];
		const here = new Reflections({ visit, device }, 'nurse');
		write(here, 'The blue one.', false);
		expect(write(here, 'The blue one.', true)).toEqual({ where: 'device' });
		expect([visit.items.size, device.items.size]).toEqual([0, 1]);
		expect(new Reflections({ visit: store(), device }, 'nurse').find(ASKED)).toMatchObject({ text: 'The blue one.', where: 'device' });
		write(here, 'The blue one.', false);
		expect([visit.items.size, device.items.size]).toEqual([1, 0]);
	});

	test('is kept nowhere when all of it is taken out again', () => {
		const [visit, device] = [store(), store()];
		const here = new Reflections({ visit, device }, 'nurse');
		write(here, 'The blue one.', true);
		write(here, ' \n', true);
		expect([visit.items.size, device.items.size]).toEqual([0, 0]);
	});

	test('is removed wherever it is', () => {
		const [visit, device] = [store(), store()];
		const here = new Reflections({ visit, device }, 'nurse');
		write(here, 'The blue one.', true);
		write(here, 'A drop.', false, OTHER);
		here.remove({ ...ASKED, text: 'The blue one.' });
		expect(here.all()).toEqual([{ ...OTHER, text: 'A drop.', where: 'visit' }]);
		here.remove({ ...OTHER, text: 'A drop.' });
		expect([visit.items.size, device.items.size]).toEqual([0, 0]);
	});

	test('is listed in the order of modules and pages', () => {
		const here = new Reflections({ visit: store(), device: store() }, 'nurse');
		write(here, 'One.', false, { ...ASKED, module: 'walk', title: 'A walk' });
		write(here, 'Two.', true);
		write(here, 'Three.', false, OTHER);
		expect(here.all().map(({ text }) => text)).toEqual(['One.', 'Three.', 'Two.']);
	});
});

describe('two tabs', () => {
	function tabs() {
		const device = store();
		const [one, two] = [store(), store()].map((visit) => ({ visit, here: new Reflections({ visit, device }, 'nurse') }));
		one!.here.find(ASKED);
		two!.here.find(ASKED);
		return { one: one!, two: two!, device, onDevice: () => new Reflections({ device }, 'nurse').find(ASKED)?.text };
	}

	test.each([
		['keeps its own on the device too', 'Red.', true],
		['keeps its own in the tab', 'Red.', false],
		['takes all of its own out again', '', true]
	])('do not overwrite each other, when the one that writes later %s', (_, text, wanted) => {
		const { one, two, onDevice } = tabs();
		write(one.here, 'Blue.', true);
		expect(two.here.other({ ...ASKED, text })).toBe('Blue.');
		write(two.here, text, wanted);
		expect(onDevice()).toBe('Blue.');
		expect(new Reflections({ visit: two.visit }, 'nurse').find(ASKED)?.text ?? '').toBe(text);
	});

	test('say so, until their writer settles it', () => {
		const { one, two, onDevice } = tabs();
		write(one.here, 'Blue.', true);
		expect(write(two.here, 'Red.', true)).toEqual({ where: 'visit', problem: 'other' });
		two.here.settle(ASKED);
		expect(write(two.here, 'Red.', true)).toEqual({ where: 'device' });
		expect([onDevice(), two.visit.items.size]).toEqual(['Red.', 0]);
		expect(one.here.other({ ...ASKED, text: 'Blue.' })).toBe('Red.');
	});

	test('have it again when a page is opened once more', () => {
		const { one, two, device } = tabs();
		write(one.here, 'Blue.', true);
		write(two.here, 'Red.', true);
		const again = new Reflections({ visit: two.visit, device }, 'nurse');
		expect(again.find(ASKED)?.text).toBe('Red.');
		expect(again.other({ ...ASKED, text: 'Red.' })).toBe('Blue.');
		again.remove({ ...ASKED, text: 'Red.' });
		expect(again.find(ASKED)?.text).toBe('Blue.');
	});

	test('have nothing to settle where both have the same words', () => {
		const { one, two } = tabs();
		write(one.here, 'Blue.', true);
		expect(two.here.other({ ...ASKED, text: 'Blue.' })).toBeUndefined();
		expect(write(two.here, 'Blue.', true)).toEqual({ where: 'device' });
	});
});

describe('somebody else at the same computer', () => {
	test('is shown nothing of it, and takes what the tab kept away', () => {
		const [visit, device] = [store(), store()];
		const nurse = new Reflections({ visit, device }, 'nurse');
		write(nurse, 'The blue one.', false);
		write(nurse, 'A drop.', true, OTHER);
		visit.setItem('places', '{}');
		const doctor = new Reflections({ visit, device }, 'doctor');
		expect([doctor.all(), doctor.find(ASKED), doctor.find(OTHER)]).toEqual([[], undefined, undefined]);
		expect([...visit.items.keys()]).toEqual(['places']);
		expect(new Reflections({ visit, device }, 'nurse').all()).toEqual([{ ...OTHER, text: 'A drop.', where: 'device' }]);
	});
});

describe('a browser that keeps nothing', () => {
	test.each([
		['has no such stores', {}],
		['refuses', { visit: store(-1, 'SecurityError'), device: store(-1, 'SecurityError') }]
	])('and %s: that is said, and nothing throws', (_, stores) => {
		const here = new Reflections(stores, 'nurse');
		expect(write(here, 'The blue one.', false)).toEqual({ where: 'page', problem: 'blocked' });
		expect(write(here, 'The blue one.', true)).toEqual({ where: 'page', problem: 'blocked' });
		here.remove({ ...ASKED, text: 'The blue one.' });
		expect([here.find(ASKED), here.all()]).toEqual([undefined, []]);
	});

	test('because the device has no more room: the newest is in the tab, and what was kept before stays', () => {
		const [visit, device] = [store(), store(150)];
		const here = new Reflections({ visit, device }, 'nurse');
		expect(write(here, 'Blue.', true)).toEqual({ where: 'device' });
		const long = 'Blue, or the one with the spots. '.repeat(9);
		expect(write(here, long, true)).toEqual({ where: 'visit', problem: 'full' });
		expect(here.find(ASKED)).toMatchObject({ text: long, where: 'visit' });
		expect(new Reflections({ device }, 'nurse').find(ASKED)).toMatchObject({ text: 'Blue.' });
		expect(write(here, 'Spots.', true)).toEqual({ where: 'device' });
		expect(here.all().map(({ text }) => text)).toEqual(['Spots.']);
	});

	test('because the tab has no more room: no older text is taken for the newest', () => {
		const here = new Reflections({ visit: store(150) }, 'nurse');
		write(here, 'Blue.', false);
		expect(write(here, 'Blue, or the one with the spots. '.repeat(9), false)).toEqual({ where: 'page', problem: 'full' });
		expect(here.find(ASKED)).toBeUndefined();
	});
});

test('what others have put under such a name is not taken for a reflection', () => {
	const [visit, device] = [store(), store()];
	device.setItem('reflection not json', '{}');
	device.setItem('reflection ["nurse","tea","cups","Which cup is yours?"]', '{"text":1}');
	const here = new Reflections({ visit, device }, 'nurse');
	expect([here.all(), here.find(ASKED)]).toEqual([[], undefined]);
});
