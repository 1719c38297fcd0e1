import type { Session } from './session';

/** What the server says by itself; `type` tells what `payload` is. */
export interface SocketMessage {
  type: string;
  payload?: unknown;
}

type Listener = (message: SocketMessage) => void;

const firstPause = 1000;
const longestPause = 30_000;

/** One WebSocket for the whole client, open while somebody listens and opened anew when it breaks. */
export class Socket {
  readonly #session: Session;
  readonly #path: string | undefined;
  readonly #listeners = new Set<Listener>();
  #socket: WebSocket | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pause = firstPause;
  #sent: string | null = null;

  constructor(session: Session, path: string | undefined) {
    this.#session = session;
    this.#path = path;
    session.subscribe(() => this.#sayWho());
  }

  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    this.#open();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) {
        this.#close();
      }
    };
  };

  /** Hands a message to everybody who listens. */
  readonly receive = (text: string): void => {
    const message = parse(text);
    if (message !== null) {
      for (const listener of this.#listeners) {
        listener(message);
      }
    }
  };

  #open(): void {
    if (this.#path === undefined || this.#socket !== null || this.#listeners.size === 0) {
      return;
    }
    clearTimeout(this.#timer);
    const socket = new WebSocket(new URL(this.#path, location.href.replace(/^http/, 'ws')));
    this.#socket = socket;
    socket.addEventListener('open', () => {
      this.#pause = firstPause;
      this.#sent = null;
      this.#sayWho();
    });
    socket.addEventListener('message', (event) => this.receive(String(event.data)));
    socket.addEventListener('close', () => {
      if (this.#socket === socket) {
        this.#socket = null;
        this.#openLater();
      }
    });
  }

  /** Clients that were cut off together do not come back together. */
  #openLater(): void {
    this.#timer = setTimeout(() => this.#open(), this.#pause * (0.5 + Math.random() / 2));
    this.#pause = Math.min(this.#pause * 2, longestPause);
  }

  #close(): void {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #sayWho(): void {
    const { token, state } = this.#session;
    if (token === this.#sent || this.#socket?.readyState !== WebSocket.OPEN) {
      return;
    }
    if (state === 'signedOut') {
      // The server still knows this socket as somebody's; the next one is nobody's.
      this.#socket.close();
    } else if (state === 'active') {
      this.#sent = token;
      this.#socket.send(JSON.stringify({ type: 'auth:token', payload: { token, authenticator: 'basic' } }));
    }
  }
}

function parse(text: string): SocketMessage | null {
  try {
    const message = JSON.parse(text) as SocketMessage | null;
    return typeof message?.type === 'string' ? message : null;
  } catch {
    // A proxy may say things of its own; they are for nobody.
    return null;
  }
}
