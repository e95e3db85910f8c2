/**
 * Calls of the API from within: the screens ask what they show over the same routes as everybody, as the person who is signed in. Who that is
 * travels beside the call and not in it, so that nothing from outside can claim it.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { Socket } from 'node:net';
import type { FastifyRequest } from 'fastify';
import type { Aanvrager } from '../../platform/aanvrager.js';

const wie = new AsyncLocalStorage<Aanvrager>();

/** Runs `doe`; calls that it injects into the application are those of `aanvrager`. */
export function namensAanvrager<T>(aanvrager: Aanvrager, doe: () => Promise<T>): Promise<T> {
  return wie.run(aanvrager, doe);
}

/** Who an injected call is from; undefined for every request that came over a connection. */
export function interneAanvrager({ raw }: FastifyRequest): Aanvrager | undefined {
  return raw.socket instanceof Socket ? undefined : wie.getStore();
}
