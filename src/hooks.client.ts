import type { HandleClientError } from '@sveltejs/kit';

/**
 * Where a script cannot be fetched or throws before the page has come to life,
 * Kit asks here what to say, and then puts a page of its own in place of what
 * somebody is reading. The page is HTML and forms and does without scripts, so
 * Kit is left to wait for an answer, and the page stays as it is.
 */
export const handleError: HandleClientError = ({ error }) => {
	console.error(error);
	return new Promise<never>(() => {});
};
