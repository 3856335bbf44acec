/** What a check of the operator's command line found out. */
export interface Finding {
  says: string;
  isWrong?: boolean;
}

/** The finding, or that the work failed or did not end in time. Never hangs, never throws. */
export async function found(work: () => Promise<Finding>, failure: string, ms = 10_000): Promise<Finding> {
  const late = Promise.withResolvers<Finding>();
  const timer = setTimeout(
    () => late.resolve({ isWrong: true, says: `${failure}: no answer in ${ms / 1_000} seconds` }),
    ms,
  );
  try {
    return await Promise.race([work(), late.promise]);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { isWrong: true, says: `${failure}: ${message.split('\n')[0] || code}` };
  } finally {
    clearTimeout(timer);
  }
}
