/** How message bytes are kept: as they are, or gzipped where that is worth it. What comes out is byte for byte what went in. */
import { promisify } from 'node:util';
import { constants, gunzip, gzip } from 'node:zlib';

export type Codering = 'geen' | 'gzip';

/** Below this size in bytes PostgreSQL's own compression does as well. XML of 24 MB shrinks to a twentieth. */
const GRENS = 64 * 1024;

const pakIn = promisify(gzip);
const pakUit = promisify(gunzip);

export async function codeer(bytes: Buffer): Promise<{ codering: Codering; inhoud: Buffer }> {
  if (bytes.length < GRENS) return { codering: 'geen', inhoud: bytes };
  return { codering: 'gzip', inhoud: await pakIn(bytes, { level: constants.Z_BEST_SPEED }) };
}

export async function decodeer(codering: Codering, inhoud: Buffer): Promise<Buffer> {
  return codering === 'geen' ? inhoud : pakUit(inhoud);
}
