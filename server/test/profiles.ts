import { mutationOf } from './as.ts';

/** The mutation that edits one part of a profile. */
export const edit = (name: string, fields: string) => mutationOf(name, `profile { version ${fields} }`);
