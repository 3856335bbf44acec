/** To whom a remark is said: to staff about a person, or to the person themselves. */
export type Voice = 'STAFF' | 'SELF';
