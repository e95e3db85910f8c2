/** Chance that is the same every time: a stream of numbers per name, so that one client more changes nothing about the others. */
import { createHash } from 'node:crypto';

/** @param namen what the stream is for; the first is the seed */
export function maakToeval(...namen) {
  let stand = createHash('sha256').update(namen.join('|')).digest().readUInt32LE(0);
  /** From 0 up to but not including 1 (a Weyl sequence, mixed). */
  const getal = () => {
    stand = (stand + 0x9e3779b9) >>> 0;
    let z = stand;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return ((z ^ (z >>> 16)) >>> 0) / 2 ** 32;
  };
  const geheel = (van, totEnMet) => van + Math.floor(getal() * (totEnMet - van + 1));
  return {
    getal, geheel, kans: (p) => getal() < p, kies: (lijst) => lijst[geheel(0, lijst.length - 1)],
    /** @param gewichten pairs [value, weight] */
    weeg(gewichten) {
      let rest = getal() * gewichten.reduce((som, [, gewicht]) => som + gewicht, 0);
      return (gewichten.find(([, gewicht]) => (rest -= gewicht) < 0) ?? gewichten.at(-1))[0];
    },
  };
}
