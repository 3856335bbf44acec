// Every page is drawn by the server, and what is live on it comes to life by a script of its own: see lib/islands. Said
// in a way that only running tells: were it plain from the source, no scripts would be built at all, ours included.
const never = (): boolean => false;

export const csr = never();
