import { existsSync } from 'node:fs';
import { lstat, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The Chromium of the npm package, unpacked once per version: nothing to install on Linux x64. */
export async function bundledChromium(): Promise<{ path: string; env: Record<string, string> } | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;

  const home = await unpacked();
  return {
    path: join(home, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(home, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']]
        .filter(Boolean)
        .join(':'),
      // Fonts of the machine win; on one without any, text still has shapes.
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(home, 'fonts') }),
    },
  };
}

async function unpacked(): Promise<string> {
  const root = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..');
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const home = join(tmpdir(), `hub-chromium-${version}-${process.getuid?.()}`);
  if (existsSync(home)) return ours(home);

  const fresh = await mkdtemp(`${home}-`);
  try {
    await unpackInto(fresh, join(root, 'bin'));
    await rename(fresh, home);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Another worker was first: theirs is as good.
    if (!existsSync(home)) throw error;
  }
  return ours(home);
}

/** The package unpacks into the system's temporary folder, so for a moment that is our folder. */
async function unpackInto(folder: string, bin: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium');
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    for (const pack of ['chromium.br', 'al2023.tar.br', 'fonts.tar.br']) await inflate(join(bin, pack));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** A shared temporary folder is no place to run what somebody else has put there. */
async function ours(home: string): Promise<string> {
  const found = await lstat(home);
  if (found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0) return home;
  throw new Error(`${home} is not ours alone. Remove it, then run again.`);
}
