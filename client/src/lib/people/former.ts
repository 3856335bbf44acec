/** Whether a person left for good: nothing is behind their name any more. The names others get never look like this. */
export function hasLeft({ handle }: { handle: string }): boolean {
  return /^former-member-[0-9a-f]{12}$/.test(handle);
}
