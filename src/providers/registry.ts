import type { Clock, Provider, ProviderRegistry, Random } from '../core/ports.ts';
import type { ProviderName } from '../domain/line.ts';
import { createCloudSpire } from './cloudspire/provider.ts';
import { createCloudVno } from './cloudvno/provider.ts';
import { createMobileApiConnect } from './mobile-api-connect/provider.ts';
import { createPractice } from './practice/provider.ts';
import { createReceiveSmsInk } from './receivesms-ink/provider.ts';

/** Every provider by its name, in the order they are offered. A name without a provider does not compile. */
export function createProviderRegistry(dependencies: { readonly clock: Clock; readonly random: Random }): ProviderRegistry {
  const providers: Record<ProviderName, Provider> = {
    cloudvno: createCloudVno(dependencies),
    'receivesms-ink': createReceiveSmsInk(),
    'mobile-api-connect': createMobileApiConnect(),
    cloudspire: createCloudSpire(),
    practice: createPractice(dependencies),
  };
  return new Map(Object.values(providers).map((provider) => [provider.name, provider]));
}
