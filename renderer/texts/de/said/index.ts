import { sayingIn } from '../../said.ts';
import { exchange } from './exchange.ts';
import { failures } from './failures.ts';
import { lab } from './lab.ts';
import { providers } from './providers.ts';
import { reception } from './reception.ts';
import { sending } from './sending.ts';
import { tunnel } from './tunnel.ts';

export { reasons, verdicts } from './reasons.ts';

export const said = sayingIn({ ...failures, ...exchange, ...lab, ...providers, ...reception, ...sending, ...tunnel });
