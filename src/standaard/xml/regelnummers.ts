/** Finds the lines of start tags in the text of a well-formed document, for lines past those that libxml2 knows exactly. */

const REGELEINDE = 10;
const KLEINER = 60;
const UITROEP = 33;
const VRAAG = 63;
const SLASH = 47;
const GROTER = 62;
const AANHALING = new Set([34, 39]);

/** Markup in which a `<` begins no element: how it begins and ends. */
function eindeVan(tekst: string, begin: number): number {
  const eind = tekst.startsWith('<!--', begin) ? '-->' : tekst.startsWith('<![CDATA[', begin) ? ']]>' : '?>';
  // Past the opening, so that `<!-->` does not end itself.
  const plaats = tekst.indexOf(eind, begin + (eind === '-->' ? 4 : 2));
  return plaats < 0 ? tekst.length : plaats + eind.length;
}

/** Place of the `>` that ends the start tag at `begin`; one in an attribute is no end. */
function eindeVanStarttag(tekst: string, begin: number): number {
  let open = 0;
  for (let i = begin; i < tekst.length; i++) {
    const teken = tekst.charCodeAt(i);
    if (open !== 0) open = teken === open ? 0 : open;
    else if (AANHALING.has(teken)) open = teken;
    else if (teken === GROTER) return i;
  }
  return tekst.length;
}

/**
 * Lines (from 1) on which the given start tags of a well-formed document end, as libxml2 has it.
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
    const starttag = volgende !== UITROEP && volgende !== VRAAG && volgende !== SLASH;
    const einde = starttag ? eindeVanStarttag(tekst, i) : volgende === SLASH ? i : eindeVan(tekst, i) - 1;
    for (; i < einde; i++) if (tekst.charCodeAt(i) === REGELEINDE) regel++;
    if (!starttag) continue;
    nummer++;
    if (gevraagd.has(nummer)) regels.set(nummer, regel);
  }
  return regels;
}
