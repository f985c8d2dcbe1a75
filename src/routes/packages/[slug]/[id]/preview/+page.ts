/** A preview is a learning system, which is a script. */
export const csr = true;
