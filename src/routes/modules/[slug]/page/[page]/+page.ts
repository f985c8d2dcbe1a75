/** Answers show their feedback without loading the page again, where scripts run. */
export const csr = true;
