/** One entry of the `errors` of an answer. */
export interface ErrorEntry {
  message: string;
  code?: string;
  title?: string;
  field?: string;
}

/** A request that did not succeed: what was said, by whom, and how to find it in the log. */
export class RequestFailure extends Error {
  override readonly name = 'RequestFailure';

  constructor(
    readonly kind: 'refused' | 'unreachable',
    readonly status: number,
    readonly errors: readonly ErrorEntry[],
    readonly requestId: string | null,
    /** The app itself does not answer: it starts or stops. */
    readonly isMaintenance = false,
  ) {
    super(errors.map((error) => error.message).join('\n'));
  }

  static unreachable(): RequestFailure {
    return new RequestFailure('unreachable', 0, [], null);
  }

  static async of(response: Response): Promise<RequestFailure> {
    const text = await response.text();
    const body = parse(text);
    const requestId = response.headers.get('X-Request-Id');
    return new RequestFailure('refused', response.status, entries(body), requestId, body?.error?.maintaining === true);
  }
}

function entries(body: FailureBody | null): ErrorEntry[] {
  if (Array.isArray(body?.errors)) {
    return body.errors;
  }
  // Before an app is reached, the wire has another form.
  return body?.error?.message ? [{ message: body.error.message, ...(body.error.code && { code: body.error.code }) }] : [];
}

interface FailureBody {
  errors?: ErrorEntry[];
  error?: { message?: string; code?: string; maintaining?: boolean };
}

function parse(text: string): FailureBody | null {
  try {
    return JSON.parse(text) as FailureBody;
  } catch {
    // A proxy in between answers with pages of its own; they say nothing to a person.
    return null;
  }
}
