const tokenKey = 'NOCOBASE_TOKEN';
const roleKey = 'NOCOBASE_ROLE';

/** `expired` means: signed in, but the server wants the password again; nothing on screen is given up. */
export type SessionState = 'signedOut' | 'active' | 'expired';

/** Who is signed in, across reloads and tabs. */
export class Session {
  readonly #storage: Storage;
  readonly #listeners = new Set<() => void>();
  #token: string | null;
  #isExpired = false;

  constructor(storage: Storage) {
    this.#storage = storage;
    this.#token = storage.getItem(tokenKey);
  }

  get token(): string | null {
    return this.#token;
  }

  /** Which of their roles the person acts as; null for the one that the server takes by itself. */
  get role(): string | null {
    return this.#storage.getItem(roleKey);
  }

  actAs(role: string | null): void {
    if (role === null) {
      this.#storage.removeItem(roleKey);
    } else {
      this.#storage.setItem(roleKey, role);
    }
  }

  get state(): SessionState {
    if (this.#token === null) {
      return 'signedOut';
    }
    return this.#isExpired ? 'expired' : 'active';
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(token: string): void {
    this.#set(token, false);
    this.#storage.setItem(tokenKey, token);
  }

  /** The token was refused; when another request has replaced it meanwhile, nothing is lost. */
  expire(token: string): void {
    if (token === this.#token) {
      this.#set(token, true);
    }
  }

  end(): void {
    this.#storage.removeItem(tokenKey);
    this.actAs(null);
    this.#set(null, false);
  }

  /** Another tab has signed in or out. */
  readonly follow = (event: StorageEvent): void => {
    if (event.key === tokenKey && event.newValue !== this.#token) {
      this.#set(event.newValue, false);
    }
  };

  /** Resolves to true once there is a working token again, to false when the person signs out instead. */
  settled(): Promise<boolean> {
    if (this.state !== 'expired') {
      return Promise.resolve(this.state === 'active');
    }
    return new Promise((resolve) => {
      const stop = this.subscribe(() => {
        if (this.state !== 'expired') {
          stop();
          resolve(this.state === 'active');
        }
      });
    });
  }

  #set(token: string | null, isExpired: boolean): void {
    this.#token = token;
    this.#isExpired = isExpired;
    for (const listener of this.#listeners) {
      listener();
    }
  }
}
