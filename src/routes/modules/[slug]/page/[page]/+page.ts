/**
 * Answers show their feedback without loading the page again, where scripts run.
 * Links do load theirs (`data-sveltekit-reload` in app.html): what runs here
 * knows this one page and no other.
 */
export const csr = true;
