// The page around the training: it loads the training again after each save and
// puts everything back as it was. The new one loads behind the old one, so that
// nothing flickers.

/** @typedef {{ title: string, status: string, notice: string, findings: string, shown: string }} Update */
/** @typedef {{ part: string, scroll: number, opened: boolean[], written: string[], chosen: (string | undefined)[] }} Place */

const stage = element('stage');
const { slug = '' } = document.body.dataset;
/** What the training is now, as the preview calls it; empty where nothing can be shown. */
let shown = '';
/** @type {HTMLIFrameElement | undefined} */
let frame;
/** The one that loads; an older one that arrives late is dropped. @type {HTMLIFrameElement | undefined} */
let arriving;

/** @param {string} id */
function element(id) {
	return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * Changes only what is new, so that a screen reader is told of nothing else and the focus stays.
 * @param {string} id
 * @param {string} html
 */
function put(id, html) {
	const place = element(id);
	const shape = document.createElement('template');
	shape.innerHTML = html;
	if (place.innerHTML === shape.innerHTML) return;
	const focused = place.contains(document.activeElement);
	place.replaceChildren(shape.content);
	// What had the focus may be mended and gone.
	if (focused) element('findings-heading').focus({ preventScroll: true });
}

/** @param {Update} update */
function show(update) {
	document.title = `${update.title} - preview`;
	element('title').textContent = update.title;
	put('notice', update.notice);
	put('findings', update.findings);
	if (element('status').textContent !== update.status) element('status').textContent = update.status;
	if (update.shown !== shown) load(update.shown, frame && placeIn(frame));
}

/**
 * @param {string} next
 * @param {Place} [place] where to be in it
 * @param {(frame: HTMLIFrameElement) => void} [then]
 */
function load(next, place, then) {
	shown = next;
	document.body.classList.toggle('shell--empty', next === '');
	arriving?.remove();
	arriving = undefined;
	if (next === '') return;
	const coming = document.createElement('iframe');
	arriving = coming;
	coming.title = 'The training';
	coming.className = 'arriving';
	// It would take the focus from whatever has it.
	coming.inert = true;
	coming.src = `training/index.html${place?.part ? `#page-${place.part}` : ''}`;
	coming.addEventListener('load', () => {
		if (coming !== arriving) return;
		if (place) restore(coming, place);
		const focused = document.activeElement === frame;
		frame?.remove();
		coming.className = '';
		coming.inert = false;
		if (focused) coming.focus();
		[frame, arriving] = [coming, undefined];
		then?.(coming);
	});
	stage.append(coming);
}

/**
 * The part of the training that shows.
 * @param {HTMLIFrameElement} frame
 */
function partIn(frame) {
	return /** @type {HTMLElement | null} */ (frame.contentDocument?.querySelector('[data-showing]') ?? null);
}

/**
 * The controls whose state the training itself does not keep.
 * @param {Element} part
 */
function controlsIn(part) {
	return {
		details: [...part.querySelectorAll('details')],
		texts: [...part.querySelectorAll('textarea')],
		choices: /** @type {HTMLInputElement[]} */ ([...part.querySelectorAll('input[type=radio], input[type=checkbox]')])
	};
}

/**
 * @param {HTMLIFrameElement} frame
 * @returns {Place | undefined}
 */
function placeIn(frame) {
	const part = partIn(frame);
	if (!part) return undefined;
	const { details, texts, choices } = controlsIn(part);
	return {
		part: part.dataset.showing ?? '',
		scroll: frame.contentWindow?.scrollY ?? 0,
		opened: details.map(({ open }) => open),
		written: texts.map(({ value }) => value),
		chosen: choices.map(({ checked, id }) => (checked ? id : undefined))
	};
}

/**
 * @param {HTMLIFrameElement} frame
 * @param {Place} place
 */
function restore(frame, { part: name, scroll, opened, written, chosen }) {
	const part = partIn(frame);
	// The page may be gone.
	if (!part || part.dataset.showing !== name) return;
	const { details, texts, choices } = controlsIn(part);
	for (const choice of choices) if (!choice.checked && chosen.includes(choice.id)) choice.click();
	if (details.length === opened.length) details.forEach((one, index) => (one.open = opened[index] ?? false));
	if (texts.length === written.length) texts.forEach((one, index) => (one.value = written[index] ?? ''));
	frame.contentWindow?.scrollTo({ top: scroll, behavior: 'instant' });
}

/** @param {string} part */
function goTo(part) {
	load(shown, { part, scroll: 0, opened: [], written: [], chosen: [] }, (frame) => {
		frame.focus();
		frame.scrollIntoView({ block: 'nearest' });
		if (partIn(frame)?.dataset.showing !== part) element('status').textContent = 'This page is not in what you see yet. Mend what is listed first.';
	});
}

document.addEventListener('click', ({ target }) => {
	const part = /** @type {HTMLElement} */ (target).dataset.part;
	if (part !== undefined) goTo(part);
});

element('again').addEventListener('click', () => {
	sessionStorage.removeItem(slug);
	load(shown);
});

const events = new EventSource('events');
events.onmessage = ({ data }) => show(JSON.parse(data));
events.onerror = () => {
	element('status').textContent = 'The preview has ended. Start it again in the terminal, and this page carries on.';
};

load(document.body.dataset.shown ?? '');
