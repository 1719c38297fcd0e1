import Bowser from 'bowser';

export interface RunningSession {
  id: string;
  /** Milliseconds since 1970. */
  signInTime: number;
  /** When its token was last renewed; milliseconds since 1970. */
  issuedTime: number;
  userAgent: string | null;
  address: string | null;
  isCurrent: boolean;
}

export const sessionsKey = ['sessions'];

/** A browser and the system it runs on, such as `Chrome`, `macOS`; what another client calls itself as it is. */
export function clientOf(userAgent: string | null): { client: string; system: string } | null {
  if (!userAgent) {
    return null;
  }
  const { browser, os } = Bowser.parse(userAgent);
  return browser.name && os.name
    ? { client: browser.name, system: os.name }
    : { client: userAgent.split(/[ /]/)[0] ?? userAgent, system: '' };
}
