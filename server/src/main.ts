import { demoSignIns } from './demo/sign-ins.ts';
import { seedDemoOnFirstStart } from './demo/seed.ts';
import { readSettings } from './platform/settings.ts';
import { StartupProblem } from './platform/startup.ts';
import { startHub } from './start.ts';

try {
  const settings = readSettings(process.env);
  const hub = await startHub(settings);
  if (!settings.databaseUrl) await seedDemoOnFirstStart(hub.app);
  const address = hub.port === settings.port ? settings.origin : `http://localhost:${hub.port}`;
  console.log(`\n${settings.name} is open at ${address}\n`);
  for (const note of hub.notes) console.log(`  ${note}\n`);
  for (const line of await demoSignIns(hub.app)) console.log(`  ${line}`);

  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      hub.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
} catch (error) {
  if (!(error instanceof StartupProblem)) throw error;
  console.error(error.message);
  process.exit(1);
}
