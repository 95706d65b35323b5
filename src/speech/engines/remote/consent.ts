/** Consent: a recording leaves this machine only when its own analysis allows it. */
import { AppError } from '../../../errors/index.ts';

/**
 * That the recording of one analysis may be sent to the owner's transcription server. There is no other value: what is
 * not allowed is not said, and a server in the settings allows nothing by itself.
 */
export type RemoteConsent = 'allowed';

/**
 * Lets pass what was allowed.
 *
 * @param server who would get the recording, as a person is told
 * @throws AppError `consent-missing`
 */
export function requireConsent(consent: RemoteConsent | undefined, server: string): void {
  if (consent !== 'allowed') {
    throw new AppError('consent-missing', { name: server });
  }
}
