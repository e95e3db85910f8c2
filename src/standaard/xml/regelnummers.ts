/** Finds the lines of start tags in the text of a well-formed document, for lines past those that libxml2 knows exactly. */

const REGELEINDE = 10;
const KLEINER = 60;
const UITROEP = 33;
const VRAAG = 63;
const SLASH = 47;

/** Markup in which a `<` begins no element: how it begins and ends. */
function eindeVan(tekst: string, begin: number): number {
  const eind = tekst.startsWith('<!--', begin) ? '-->' : tekst.startsWith('<![CDATA[', begin) ? ']]>' : '?>';
  // Past the opening, so that `<!-->` does not end itself.
  const plaats = tekst.indexOf(eind, begin + (eind === '-->' ? 4 : 2));
  return plaats < 0 ? tekst.length : plaats + eind.length;
}

/**
 * Lines (from 1) on which the given start tags of a well-formed document begin.
 * @param volgnummers which start tags, counted from 1 in document order
 */
export function regelsVanStarttags(tekst: string, volgnummers: Iterable<number>): ReadonlyMap<number, number> {
  const gevraagd = new Set(volgnummers);
  const regels = new Map<number, number>();
  let regel = 1;
  let nummer = 0;
  for (let i = 0; i < tekst.length && regels.size < gevraagd.size; i++) {
    const teken = tekst.charCodeAt(i);
    if (teken === REGELEINDE) regel++;
    if (teken !== KLEINER) continue;
    const volgende = tekst.charCodeAt(i + 1);
    if (volgende === UITROEP || volgende === VRAAG) {
      const einde = eindeVan(tekst, i);
      for (; i < einde - 1; i++) if (tekst.charCodeAt(i) === REGELEINDE) regel++;
    } else if (volgende !== SLASH) {
      nummer++;
      if (gevraagd.has(nummer)) regels.set(nummer, regel);
    }
  }
  return regels;
}
