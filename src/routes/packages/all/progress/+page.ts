/** Where scripts run, the page looks again by itself until all is made; elsewhere a link does. */
export const csr = true;
