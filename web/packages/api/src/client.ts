import { Connection } from './connection';
import { RequestFailure } from './failure';
import { queryString, type Params } from './params';
import type { RecordKey } from './records';
import type { Session } from './session';
import { Socket } from './socket';

/** Browsers refuse such requests when all that are under way exceed 64 KB. */
const mostKeptAlive = 8000;

export interface RequestOptions {
  params?: Params;
  signal?: AbortSignal | undefined;
  /** The token plays no part: a 401 is an answer and not the end of a session. */
  isAnonymous?: boolean;
  /** Asks which of the records can be changed; `meta.allowedActions` says it. */
  asksAllowed?: boolean;
  /** Brings a password along: a 401 without a code says that it is wrong, and not that the session has ended. */
  hasPassword?: boolean;
  /** A token to use in place of the session's, such as an API key; what becomes of it says nothing of the session. */
  token?: string | undefined;
  /** Is sent even when the page goes away, unless it is large. */
  keepAlive?: boolean;
}

export interface Meta {
  count: number;
  page: number;
  pageSize: number;
  totalPage: number;
  /** Keys of the records by what can be done with them: `view`, `update`, `destroy`. */
  allowedActions?: Record<string, RecordKey[]>;
}

export interface Envelope<T> {
  data: T;
  meta?: Meta;
}

export interface RawAnswer {
  status: number;
  text: string;
  milliseconds: number;
  requestId: string | null;
  headers: [name: string, value: string][];
}

export interface ClientSettings {
  /** URL of the API with a slash at its end. */
  baseUrl: string;
  session: Session;
  fetch?: typeof fetch;
  language?: () => string;
  /** Path of the WebSocket; without one, nothing is heard of what others do. */
  socket?: string;
  /** Waits before a read is tried again, in milliseconds. */
  pauses?: readonly number[];
}

const passing = new Set([502, 503, 504]);

/** A proxy without a server behind it, or a server that starts or stops; an action that lacks something has another form. */
async function isNotServing(response: Response): Promise<boolean> {
  return response.status !== 503 || (await RequestFailure.of(response.clone())).isMaintenance;
}

/** Speaks the HTTP API: envelope, errors, session, and another try where that is safe. */
export class Client {
  readonly session: Session;
  readonly connection = new Connection();
  readonly socket: Socket;
  readonly #settings: ClientSettings;

  constructor(settings: ClientSettings) {
    this.#settings = settings;
    this.session = settings.session;
    this.socket = new Socket(settings.session, settings.socket);
  }

  get<T>(action: string, options: RequestOptions = {}): Promise<Envelope<T>> {
    return this.#send<T>('GET', action, undefined, options);
  }

  /** The body is sent as JSON, or as it is when it is a form with files. */
  post<T>(action: string, body?: unknown, options: RequestOptions = {}): Promise<Envelope<T>> {
    return this.#send<T>('POST', action, body, options);
  }

  /** The answer as it came, for those who want to look at it; a refusal is an answer too. */
  async raw(method: 'GET' | 'POST', action: string, body: unknown, options: RequestOptions = {}): Promise<RawAnswer> {
    const start = performance.now();
    const response = await this.#exchange(method, action, body, options);
    const text = await response.text();
    const milliseconds = performance.now() - start;
    const requestId = response.headers.get('X-Request-Id');
    return { status: response.status, text, milliseconds, requestId, headers: [...response.headers] };
  }

  /** A file that an action makes. */
  async download(action: string, options: RequestOptions = {}): Promise<Blob> {
    const response = await this.#exchange('GET', action, undefined, options);
    if (!response.ok) {
      throw await RequestFailure.of(response);
    }
    return response.blob();
  }

  /** The whole address of an action. */
  address(action: string, params?: Params): string {
    return new URL(`${this.#settings.baseUrl}${action}${queryString(params)}`, document.baseURI).href;
  }

  /** Whether the server is there and serves; also ends or begins the lost connection for everyone. */
  async probe(): Promise<boolean> {
    try {
      const response = await this.#fetch(`${this.#settings.baseUrl}__health_check`, { cache: 'no-store' });
      this.connection.note(!response.ok);
    } catch {
      // Not reaching the server is the answer to the question.
      this.connection.note(true);
    }
    return !this.connection.isLost;
  }

  async #send<T>(method: string, action: string, body: unknown, options: RequestOptions): Promise<Envelope<T>> {
    const response = await this.#exchange(method, action, body, options);
    if (!response.ok) {
      throw await RequestFailure.of(response);
    }
    return (await response.json()) as Envelope<T>;
  }

  async #exchange(method: string, action: string, body: unknown, options: RequestOptions): Promise<Response> {
    const pauses = method === 'GET' ? (this.#settings.pauses ?? [300, 1200]) : [];
    for (let attempt = 0; ; attempt += 1) {
      const pause = pauses[attempt];
      const token = options.token ?? (options.isAnonymous ? null : this.session.token);
      const response = await this.#reach(this.#url(action, options), this.#request(method, token, body, options));
      if (response === null || passing.has(response.status)) {
        if (pause === undefined && response !== null) {
          this.connection.note(await isNotServing(response));
          return response;
        }
        if (pause === undefined) {
          throw RequestFailure.unreachable();
        }
        await rest(pause, options.signal);
        continue;
      }

      if (options.token !== undefined) {
        return response;
      }
      this.#renew(response, token);
      if (response.status === 401 && token !== null && this.session.role !== null && (await refusesRole(response))) {
        // The chosen role was taken away; the person goes on with what is left to them.
        this.session.actAs(null);
        continue;
      }
      if (response.status !== 401 || token === null) {
        return response;
      }
      if (options.hasPassword && !(await namesSession(response))) {
        return response;
      }

      // The person is asked for the password over the page; this request waits and is sent again.
      this.session.expire(token);
      if (!(await this.session.settled())) {
        return response;
      }
    }
  }

  /** Null when there was no answer. */
  async #reach(url: string, request: RequestInit): Promise<Response | null> {
    try {
      const response = await this.#fetch(url, request);
      this.connection.note(false);
      return response;
    } catch (error) {
      if (request.signal?.aborted) {
        throw error;
      }
      this.connection.note(true);
      return null;
    }
  }

  #fetch(url: string, request: RequestInit): Promise<Response> {
    return (this.#settings.fetch ?? fetch)(url, request);
  }

  #url(action: string, options: RequestOptions): string {
    return `${this.#settings.baseUrl}${action}${queryString(options.params)}`;
  }

  #request(method: string, token: string | null, body: unknown, options: RequestOptions): RequestInit {
    const headers: Record<string, string> = {
      Accept: 'application/json',
      'X-Locale': this.#settings.language?.() ?? 'en-US',
      'X-Timezone': offset(new Date()),
    };
    if (token !== null) {
      headers['Authorization'] = `Bearer ${token}`;
      if (this.session.role !== null && options.token === undefined) {
        headers['X-Role'] = this.session.role;
      }
    }
    if (options.asksAllowed) {
      headers['X-With-ACL-Meta'] = 'true';
    }
    if (body instanceof FormData) {
      return { method, headers, body, ...(options.signal && { signal: options.signal }) };
    }
    if (body !== undefined) {
      headers['Content-Type'] = 'application/json';
    }
    const text = body === undefined ? '' : JSON.stringify(body);
    return {
      method,
      headers,
      ...(body !== undefined && { body: text }),
      ...(options.keepAlive && text.length <= mostKeptAlive && { keepalive: true }),
      ...(options.signal && { signal: options.signal }),
    };
  }

  #renew(response: Response, token: string | null): void {
    const renewed = response.headers.get('x-new-token');
    if (renewed !== null && token === this.session.token) {
      this.session.start(renewed);
    }
  }
}

/** What is wrong with a token has a code. */
const namesSession = async (response: Response): Promise<boolean> =>
  (await codesOf(response)).some((code) => code !== undefined);

const refusesRole = async (response: Response): Promise<boolean> =>
  (await codesOf(response)).includes('ROLE_NOT_FOUND_FOR_USER');

async function codesOf(response: Response): Promise<(string | undefined)[]> {
  const { errors } = await RequestFailure.of(response.clone());
  return errors.map((error) => error.code);
}

/** `+02:00`; filters on dates mean the reader's days. */
function offset(now: Date): string {
  const minutes = -now.getTimezoneOffset();
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}

function rest(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
