import { sayingIn } from '../../said.ts';
import { failures } from './failures.ts';
import { providers } from './providers.ts';
import { reception } from './reception.ts';
import { sending } from './sending.ts';
import { tunnel } from './tunnel.ts';

export { reasons, verdicts } from './reasons.ts';

export const said = sayingIn({ ...failures, ...providers, ...reception, ...sending, ...tunnel });
