import { words as say } from '#lib/say/generated/keys.ts';

/** One shortcut: what is pressed, and what it does. Several keys are pressed one after the other. */
export interface Shortcut {
  keys: readonly string[];
  does: () => string;
}

/** Always on: they hold a key that no text holds. */
export const ALWAYS: readonly Shortcut[] = [
  { keys: ['Ctrl + K'], does: say.keyPalette },
  { keys: ['Ctrl + Enter'], does: say.keyPost },
  { keys: ['Esc'], does: say.keyClose },
];

/** Single letters, off until they are turned on: screen readers and dictation type letters. */
export const SINGLE: readonly Shortcut[] = [
  { keys: ['/'], does: say.keySearch },
  { keys: ['j'], does: say.keyNext },
  { keys: ['k'], does: say.keyPrevious },
  { keys: ['n'], does: say.keyUnread },
  { keys: ['r'], does: say.keyReply },
  { keys: ['e'], does: say.keyDone },
  { keys: ['g', 'h'], does: say.keyHome },
  { keys: ['g', 'i'], does: say.keyInbox },
  { keys: ['g', 'r'], does: say.keyRequests },
  { keys: ['g', 's'], does: say.keyStrands },
  { keys: ['?'], does: say.keyHelp },
];

/** Where `g` and a letter lead. */
export const GO: Readonly<Record<string, string>> = { h: '/', i: '/inbox', r: '/requests', s: '/strands' };
