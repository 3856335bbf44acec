/** What a tab says: that it asks to be let in, is still there, goes, hears nothing of the hub; or a message for the hub. */
export interface Said {
  from: string;
  says: 'dial' | 'hail' | 'bye' | 'dead' | { text: string };
}

/** What a tab is told. To nobody by name: the socket is in new hands. */
export interface Told {
  to: string | null;
  tells: 'here' | 'open' | 'full' | { closed: number } | { message: object };
}

interface Tab {
  number: number;
  /** What it follows, as the hub knows it. */
  following: Set<string>;
  heardAt: number;
}

interface Message {
  type: string;
  id?: string;
  payload?: Record<string, unknown>;
}

type Wire = Pick<WebSocket, 'send' | 'close' | 'onopen' | 'onmessage' | 'onclose'>;

export const COME_BACK = 1012;
/** The hub lets fifty things be followed on one socket, and a page follows up to three. */
const MOST_TABS = 15;
/** A tab that is hidden speaks once a minute; one that crashed never says goodbye. */
const FORGOTTEN_MS = 150_000;

/** The one socket of a person's tabs, in the tab that holds it. Every tab follows on its own, as if it were alone. */
export class Switchboard {
  readonly #channel: BroadcastChannel;
  readonly #connect: () => Wire;
  readonly #hello: object;
  readonly #tabs = new Map<string, Tab>();
  #socket: Wire | null = null;
  #isOpen = false;
  #last = 0;

  constructor(channel: BroadcastChannel, hello: object, connect: () => Wire) {
    this.#channel = channel;
    this.#hello = hello;
    this.#connect = connect;
    channel.onmessage = ({ data }: MessageEvent<Said | Told>) => 'from' in data && this.#hear(data);
    this.#tell(null, 'here');
  }

  stop(): void {
    this.#end(COME_BACK);
    this.#channel.close();
  }

  #hear({ from, says }: Said): void {
    const now = performance.now();
    if (says === 'dial') return this.#letIn(from, now);
    const tab = this.#tabs.get(from);
    if (!tab) return this.#tell(from, { closed: COME_BACK });
    tab.heardAt = now;
    if (says === 'bye') return this.#letGo(from, tab);
    // The network vanished without a word, and that under every tab.
    if (says === 'dead') return this.#end(COME_BACK);
    if (says !== 'hail') return this.#pass(from, tab, JSON.parse(says.text) as Message);
    this.#tell(from, 'here');
    for (const [id, it] of this.#tabs) if (now - it.heardAt > FORGOTTEN_MS) this.#letGo(id, it);
  }

  #letIn(from: string, heardAt: number): void {
    if (!this.#tabs.has(from)) {
      if (this.#tabs.size >= MOST_TABS) return this.#tell(from, 'full');
      this.#tabs.set(from, { number: this.#last++, following: new Set(), heardAt });
    }
    if (!this.#socket) this.#open();
    this.#tell(from, this.#isOpen ? 'open' : 'here');
  }

  /** What it followed is followed no longer; the last one puts out the light. */
  #letGo(from: string, { following }: Tab): void {
    this.#tabs.delete(from);
    for (const id of following) this.#send({ id, type: 'complete' });
    if (this.#tabs.size === 0) this.#end(COME_BACK);
  }

  #pass(from: string, { number, following }: Tab, message: Message): void {
    if (message.type === 'connection_init') return this.#tell(from, { message: { type: 'connection_ack' } });
    // The hub sends it back as it is: so each tab asks all the way, and knows that it is heard.
    if (message.type === 'ping') return this.#send({ ...message, payload: { from } });
    if (!message.id) return;
    // The first tab keeps its short names, which the hub has in common with others.
    const id = number ? `${message.id}.${number}` : message.id;
    if (message.type === 'subscribe') following.add(id);
    else following.delete(id);
    this.#send({ ...message, id });
  }

  #open(): void {
    const socket = this.#connect();
    this.#socket = socket;
    socket.onopen = () => this.#send({ type: 'connection_init', payload: { ...this.#hello } });
    socket.onmessage = ({ data }) => {
      if (socket === this.#socket) this.#heard(JSON.parse(String(data)) as Message);
    };
    socket.onclose = ({ code }) => {
      if (socket === this.#socket) this.#end(code);
    };
  }

  #heard(message: Message): void {
    if (message.type === 'connection_ack') {
      this.#isOpen = true;
      for (const from of this.#tabs.keys()) this.#tell(from, 'open');
    }
    if (message.type === 'pong') this.#tell(String(message.payload?.['from']), { message: { type: 'pong' } });
    if (!message.id) return;
    for (const [from, { following }] of this.#tabs) {
      if (!following.has(message.id)) continue;
      if (message.type !== 'next') following.delete(message.id);
      const [id] = message.id.split('.');
      return this.#tell(from, { message: { ...message, id } });
    }
  }

  /** For everybody: each tab comes back by itself, with its own cursors. */
  #end(closed: number): void {
    const socket = this.#socket;
    this.#socket = null;
    this.#isOpen = false;
    socket?.close();
    for (const from of this.#tabs.keys()) this.#tell(from, { closed });
    this.#tabs.clear();
    this.#last = 0;
  }

  #send(message: Message): void {
    this.#socket?.send(JSON.stringify(message));
  }

  #tell(to: string | null, tells: Told['tells']): void {
    this.#channel.postMessage({ to, tells } satisfies Told);
  }
}
