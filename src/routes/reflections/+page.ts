/** What is listed here is in the browser and nowhere else. */
export const csr = true;
