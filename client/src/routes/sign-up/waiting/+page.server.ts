/** Nothing here is live. */
export const csr = false;
