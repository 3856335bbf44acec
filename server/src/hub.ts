import 'reflect-metadata';
import { Command, InvalidArgumentError, Option } from 'commander';
import { readSettings, type Settings } from './platform/settings.ts';
import { StartupProblem } from './platform/startup.ts';

/** The operator's command line: `npm run hub -- --help`. What is wrong is one plain sentence and exit code 1. */
const hub = new Command('hub')
  .description('Looks after a hub. Settings are read from the environment, as the hub itself reads them.')
  .usage('<command> [options], as in: npm run hub -- doctor')
  .showHelpAfterError('See npm run hub -- --help');

hub
  .command('doctor')
  .description('Check settings, database, disk, mail and Redis: one line each.')
  .action(() => run(async (settings) => (await import('./commands/doctor.ts')).doctor(settings)));

hub
  .command('migrate')
  .description('Bring the database to the newest tables. Starting the hub does it too.')
  .action(() => run(async (settings) => (await import('./commands/migrate.ts')).migrate(settings)));

hub
  .command('setup')
  .description('Make the first admin and print a link, good once and for a day, to choose the password.')
  .requiredOption('--email <address>', 'where the admin gets mail')
  .requiredOption('--name <name>', 'the name the admin goes by')
  .action((admin: { email: string; name: string }) =>
    run(async (settings) => (await import('./commands/setup.ts')).setup(settings, admin)),
  );

hub
  .command('seed')
  .description('Fill a database with an invented community.')
  .addOption(new Option('--demo', 'the demo community, in an empty database').conflicts('scale'))
  .option('--scale <size>', 'bulk data for measuring: 1x, 10x or 100x', scaleOf)
  .action(({ demo, scale }: { demo?: true; scale?: number }) =>
    run(async (settings) => {
      const { seedTheDemo, seedBulk } = await import('./commands/seed.ts');
      if (demo) return seedTheDemo(settings);
      if (scale) return seedBulk(settings, scale);
      throw new StartupProblem('Say what to seed: --demo, or --scale with 1x, 10x or 100x.');
    }),
  );

for (const what of ['experts', 'requests'] as const) {
  hub
    .command(what)
    .description(`Bring ${what} in from a register.`)
    .command('import')
    .description(
      'One JSON object a line. The same line again changes nothing; bad lines are told and left out.',
    )
    .argument('<file>', 'a file such as register.jsonl')
    .action((file: string) =>
      run(async (settings) => (await import('./commands/registers.ts')).bringIn(settings, what, file)),
    );
}

hub
  .command('match')
  .description('Rank the experts for every request that has not ended: one JSON object a request.')
  .requiredOption('--all', 'every request')
  .requiredOption('--out <file>', 'where to write them')
  .option('--top <count>', 'the most experts of a request, instead of everyone who passes its gates', countOf)
  .action((options: { out: string; top?: number }) =>
    run(async (settings) => (await import('./commands/registers.ts')).match(settings, options)),
  );

hub
  .command('plan')
  .description(
    'Propose whom to ask for all open requests at once, within everybody’s load: one JSON object a request.',
  )
  .requiredOption('--out <file>', 'where to write it')
  .action(({ out }: { out: string }) =>
    run(async (settings) => (await import('./commands/registers.ts')).plan(settings, out)),
  );

function countOf(value: string): number {
  if (/^[1-9]\d{0,6}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Give a whole number from 1.');
}

function scaleOf(value: string): number {
  const known = /^(1|10|100)x$/.exec(value)?.[1];
  if (known) return Number(known);
  throw new InvalidArgumentError('Choose 1x, 10x or 100x.');
}

async function run(command: (settings: Settings) => Promise<void>): Promise<void> {
  try {
    await command(readSettings(process.env));
  } catch (error) {
    if (!(error instanceof StartupProblem)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

await hub.parseAsync();
