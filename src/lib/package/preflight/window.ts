import type { ApiName } from '#lib/tracker/scorm-api.ts';

/** As much of a browser's window as a tracker looks at. */
export interface StandIn {
	window: Window;
	/** Puts an API into the window, as an LMS does. */
	install(api: unknown): void;
	/** What a browser tells a page when its tab goes to the background. */
	hide(): void;
	/** What becomes of a page whose browser crashes: nothing that it had planned happens any more. */
	crash(): void;
}

/** A window with an API in it, or none yet. */
export function standIn(api?: unknown, name: ApiName = 'API'): StandIn {
	const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
	const timers = new Set<ReturnType<typeof setTimeout>>();
	const window: Record<string, unknown> = {
		[name]: api,
		document,
		opener: null,
		// Looked up when it is called, so that a test can stop the clock.
		setTimeout(act: () => void, milliseconds: number) {
			const timer = setTimeout(act, milliseconds);
			timers.add(timer);
			return timer;
		},
		clearTimeout: (timer: ReturnType<typeof setTimeout>) => clearTimeout(timer)
	};
	window.parent = window;
	return {
		window: window as unknown as Window,
		install: (api) => (window[name] = api),
		hide() {
			document.visibilityState = 'hidden';
			document.dispatchEvent(new Event('visibilitychange'));
		},
		crash() {
			for (const timer of timers) clearTimeout(timer);
		}
	};
}
