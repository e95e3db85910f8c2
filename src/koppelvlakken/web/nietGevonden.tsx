/** The page for an address that does not exist. */
import type { FastifyReply } from 'fastify';
import { stuurPagina } from './kamer.js';
import { Foutpagina } from './opmaak/pagina.js';

export function stuurNietGevonden(reply: FastifyReply): FastifyReply {
  return stuurPagina(reply, 404, 'Niet gevonden', <Foutpagina detail="Deze pagina bestaat niet. Controleer het adres, of begin bij de werkvoorraad." />, undefined);
}
