/** Pages are HTML and forms. Only those that need more load scripts. */
export const csr = false;
