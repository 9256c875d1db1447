/**
 * Stands in for a window's `session`: keeps the permission handlers, and grants Chromium's page what they grant.
 * @module
 */
import type { PermissionRequest, Session, WebContents } from 'electron';
import { desktop } from './desktop.ts';

type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;
type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
type Permission = Parameters<CheckHandler>[1];

export type StandInSession = { readonly session: Session; allows(permission: string, url: string): boolean };

/** @param contentsOf the window's contents, made after its session */
export function createSession(contentsOf: () => WebContents): StandInSession {
  // Without a handler Electron grants everything.
  let check: CheckHandler = () => true;
  let request: RequestHandler = (_contents, _permission, answer) => answer(true);
  const session = {
    setPermissionCheckHandler(handler) {
      check = handler ?? (() => true);
    },
    setPermissionRequestHandler(handler) {
      request = handler ?? ((_contents, _permission, answer) => answer(true));
    },
    setDevicePermissionHandler(_handler) {
      // No device is ever asked for.
    },
    addWordToSpellCheckerDictionary: (_word) => true,
    availableSpellCheckerLanguages: ['de', 'en-GB', 'en-US', 'fr'],
    setSpellCheckerEnabled(enabled) {
      desktop.spelling = { ...desktop.spelling, enabled };
    },
    setSpellCheckerLanguages(languages) {
      const unknown = languages.find((each) => !session.availableSpellCheckerLanguages.includes(each));
      if (unknown !== undefined) throw new Error(`The stand-in has no dictionary for "${unknown}".`);
      desktop.spelling = { ...desktop.spelling, languages: [...languages] };
    },
  } satisfies Partial<Session> as Session;
  return {
    session,
    /** A page gets what both the check and the request grant. */
    allows(permission, url) {
      const asked = permission as Permission;
      const origin = new URL(url);
      const checked = check(contentsOf(), asked, `${origin.protocol}//${origin.host}/`, { isMainFrame: true });
      let requested = false;
      const details: PermissionRequest = { isMainFrame: true, requestingUrl: url };
      const answer = (granted: boolean): void => {
        requested = granted;
      };
      request(contentsOf(), asked, answer, details);
      return checked && requested;
    },
  };
}
