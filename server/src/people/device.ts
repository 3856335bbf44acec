/** What a browser calls itself, in two words people know: "Firefox on Windows". Null when it says nothing we know. */
export function deviceName(userAgent: string | null): string | null {
  const browser = named(BROWSERS, userAgent);
  const system = named(SYSTEMS, userAgent);
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system;
}

type Named = readonly (readonly [name: string, pattern: RegExp])[];

// In this order: most of them also call themselves by the names below their own.
const BROWSERS: Named = [
  ['Edge', /\bEdgA?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
];

const SYSTEMS: Named = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['Mac', /\bMacintosh\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
];

function named(known: Named, userAgent: string | null): string | null {
  return known.find(([, pattern]) => pattern.test(userAgent ?? ''))?.[0] ?? null;
}
