/**
 * Lets one of all tabs that ask do something, and another as soon as that one is closed, crashes or is put away: then it
 * cannot be relied upon. Whatever `begin` answers ends it.
 */
export function takeTurns(name: string, begin: () => () => void): void {
  let leave: (() => void) | null = null;

  function wait(): void {
    if (leave) return;
    const waiting = new AbortController();
    leave = () => waiting.abort();
    const turn = () =>
      new Promise<void>((done) => {
        const end = begin();
        leave = () => {
          end();
          done();
        };
      });
    // Where the browser grants no locks, nobody has the turn.
    navigator.locks.request(name, { signal: waiting.signal }, turn).catch(() => {});
  }

  function goAway(): void {
    leave?.();
    leave = null;
  }

  for (const type of ['pagehide', 'freeze']) addEventListener(type, goAway, { capture: true });
  for (const type of ['pageshow', 'resume']) addEventListener(type, wait, { capture: true });
  wait();
}
