/** The screens: pages for people over the same calls that programs use. A room of its own, with its own cookies and content policy. */
import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Gateway } from '../http/gateway.js';
import { Kamer } from './kamer.js';
import { PAGINAS } from './paginas/index.js';
import { Koekjes, maakSchermdeur, type Schermopties } from './sessie/deur.js';
import { sessieRoutes } from './sessie/routes.js';
import { statischeRoutes } from './statisch.js';

export type { Schermopties };

/** The token stands in the form; of a form with files each field is an object, and a script that sends bytes has it in a header. */
function getToken({ body, headers }: FastifyRequest): string | undefined {
  const veld = (body as { _csrf?: unknown } | undefined)?._csrf;
  const waarde: unknown = typeof veld === 'object' && veld !== null ? (veld as { value?: unknown }).value : veld ?? headers['csrf-token'];
  return typeof waarde === 'string' ? waarde : undefined;
}

/** @param app the whole application, over which the pages ask what they show */
export async function schermRoutes(app: FastifyInstance, room: FastifyInstance, gateway: Gateway, opties: Schermopties): Promise<void> {
  const koekjes = new Koekjes(opties.veilig);
  statischeRoutes(room, opties.thema);
  await room.register(cookie);
  await room.register(csrf, { cookieKey: koekjes.naam('csrf'), cookieOpts: koekjes.opties, getToken });
  room.removeAllContentTypeParsers();
  await room.register(formbody);
  const kamer = new Kamer(room, maakSchermdeur(app, gateway, opties, koekjes));
  sessieRoutes(kamer, gateway, opties, koekjes);
  for (const voegToe of PAGINAS) voegToe(kamer);
}
