import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../processes.ts';
import type { Order, Report } from './crowd-process.ts';

/** A crowd of readers in another process. */
export class Crowd {
  readonly #child: ChildProcess = fork(`${root}bench/feed/crowd-process.ts`, { serialization: 'advanced' });

  static async open(order: Order): Promise<Crowd> {
    const crowd = new Crowd();
    crowd.#child.send(order);
    await crowd.until(
      ({ open, caughtUp }) => open >= order.sockets && (!order.cookies || caughtUp >= order.sockets),
    );
    return crowd;
  }

  async report(): Promise<Report> {
    this.#child.send('report');
    const [report] = (await once(this.#child, 'message')) as [Report];
    return report;
  }

  forget(): void {
    this.#child.send('forget');
  }

  async until(isSo: (report: Report) => boolean, withinMs = 300_000): Promise<Report> {
    const giveUp = Date.now() + withinMs;
    for (;;) {
      const report = await this.report();
      if (isSo(report)) return report;
      const { open, caughtUp, closed, heard } = report;
      if (Date.now() > giveUp)
        throw new Error(`The crowd waits in vain: ${JSON.stringify({ open, caughtUp, closed, heard })}`);
      await wait(50);
    }
  }

  async close(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }
}
