// Nothing here moves: it is read without scripts.
export const csr = false;
