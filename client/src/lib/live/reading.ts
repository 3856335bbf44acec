import type { Attachment } from 'svelte/attachments';

const DWELL_MS = 1_500;
const STEPS = Array.from({ length: 21 }, (_, step) => step / 20);

/**
 * Notices that something is read: half of it, or half a screen of it, was to be seen for a second and a half in a tab
 * that was looked at.
 */
export function whenRead(read: () => void): Attachment {
  return (element) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isSeen = false;

    function weigh(): void {
      if (!isSeen || document.visibilityState !== 'visible') {
        clearTimeout(timer);
        timer = undefined;
        return;
      }
      timer ??= setTimeout(() => {
        stop();
        read();
      }, DWELL_MS);
    }
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.at(-1);
        if (!entry) return;
        const height = entry.rootBounds?.height ?? innerHeight;
        isSeen = entry.intersectionRatio >= 0.5 || entry.intersectionRect.height >= height / 2;
        weigh();
      },
      { threshold: STEPS },
    );
    function stop(): void {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('visibilitychange', weigh);
    }
    observer.observe(element);
    document.addEventListener('visibilitychange', weigh);
    return stop;
  };
}
