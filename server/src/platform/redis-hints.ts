import { Redis } from 'ioredis';
import { backoff, HintWire, type Hear, type HintChannel } from './hints.ts';
import { log } from './line-log.ts';

/** Hints over Redis or Valkey. While it is away hints are dropped: the heads are polled anyway. */
export function redisHints(url: string, hear: Hear, channel = 'hub_hint'): HintChannel {
  const wire = new HintWire();
  const options = {
    retryStrategy: backoff,
    connectTimeout: 5_000,
    keepAlive: 10_000,
    // A hint that waits for the connection to return is no news any more.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResubscribe: false,
  };
  const publisher = new Redis(url, options);
  const subscriber = new Redis(url, options);
  publisher.on('error', () => {});
  tellOfChanges(subscriber);
  subscriber.on('ready', () => subscriber.subscribe(channel).catch(() => {}));
  subscriber.on('message', (_, message: string) => wire.read(message).forEach(hear));

  return {
    publish: (hint) => void publisher.publish(channel, wire.write([hint])).catch(() => {}),
    close: async () => {
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}

/** One line when it goes and one when it returns, however often it is tried meanwhile. */
function tellOfChanges(redis: Redis): void {
  let isAway = false;
  redis.on('error', (detail: Error) => {
    if (!isAway) log('warn', 'hints.away', { detail });
    isAway = true;
  });
  redis.on('ready', () => {
    if (isAway) log('info', 'hints.back');
    isAway = false;
  });
}
