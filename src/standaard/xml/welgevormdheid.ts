/** Translates libxml2's errors about a document that is not well-formed. Goes by its codes: its texts quote the document. */
import { FOUTCODE } from './foutcodes.js';
import type { XmlFout } from './fouten.js';
import type { RuweFout } from './libxml.js';

export const TEKENCODERING = 'De bytes passen niet bij de tekencodering. Controleer de encoding in de XML-declaratie.';
/** Past a limit of the parser or of ours that no sensible message comes near. */
export const TE_GROOT = 'Het bericht bevat een tekst, naam of reeks attributen die te groot is om te verwerken.';
const AFGEBROKEN = 'Het bericht is afgebroken: een element of markering is niet afgesloten.';
const ENTITEIT = 'Er wordt een entiteit gebruikt die niet bestaat; alleen &amp;, &lt;, &gt;, &quot; en &apos; zijn toegestaan.';
const TEKEN = 'Er staat een teken dat in XML niet is toegestaan.';
const ATTRIBUUT = 'Een attribuut is onjuist geschreven: het hoort de vorm naam="waarde" te hebben.';
const VOORVOEGSEL = 'Een voorvoegsel (prefix) is niet aan een namespace gekoppeld, of een namespace is onjuist geschreven.';
const DECLARATIE = 'De XML-declaratie aan het begin van het bericht is onjuist.';

const ANDERS = 'Het bericht is geen welgevormde XML. Controleer op deze plaats de opmaak.';

const MELDINGEN: Readonly<Record<number, string>> = {
  [FOUTCODE.geheugen]: 'Het bericht vraagt te veel geheugen om te lezen.',
  [FOUTCODE.leeg]: 'Dit is geen XML: het bericht begint niet met een element.',
  [FOUTCODE.naHetEinde]: 'Na het einde van het bericht staat nog inhoud. Verwijder die.',
  [FOUTCODE.grens]: TE_GROOT,
  6: TEKEN, 7: TEKEN, 8: TEKEN, 9: TEKEN,
  14: ENTITEIT, 18: ENTITEIT, 22: ENTITEIT, 23: ENTITEIT, 26: ENTITEIT, 28: ENTITEIT, 29: ENTITEIT, 30: ENTITEIT,
  31: TEKENCODERING, 32: TEKENCODERING, 79: TEKENCODERING, 81: TEKENCODERING, 101: TEKENCODERING, 6003: TEKENCODERING,
  34: AFGEBROKEN, 40: AFGEBROKEN, 47: AFGEBROKEN, 63: AFGEBROKEN, 73: AFGEBROKEN, 74: AFGEBROKEN, 77: AFGEBROKEN,
  45: 'Een commentaar is niet afgesloten of te groot om te verwerken.',
  38: 'In een attribuut staat een <. Schrijf die als &lt;.',
  39: ATTRIBUUT, 41: ATTRIBUUT, 65: ATTRIBUUT, 75: ATTRIBUUT,
  42: 'Een attribuut komt twee keer voor bij hetzelfde element.',
  203: 'Een attribuut komt twee keer voor bij hetzelfde element.',
  57: DECLARATIE, 78: DECLARATIE, 96: DECLARATIE,
  62: 'In een waarde staat ]]>. Schrijf de > als &gt;.',
  64: 'Een XML-declaratie mag alleen helemaal aan het begin van het bericht staan.',
  68: 'Na een < of & staat geen naam. Schrijf die tekens in een waarde als &lt; en &amp;.',
  76: 'Een element wordt niet of met een andere naam afgesloten.',
  80: 'In een commentaar staat --. Dat is niet toegestaan.',
  108: 'De XML-versie in de declaratie wordt niet ondersteund. Gebruik versie 1.0.',
  110: 'Een naam van een element of attribuut is te lang.',
  99: VOORVOEGSEL, 200: VOORVOEGSEL, 201: VOORVOEGSEL, 202: VOORVOEGSEL, 204: VOORVOEGSEL, 205: VOORVOEGSEL,
};

/** Level 1 findings of a document that is not well-formed: one a place, since libxml2 stumbles on from a first error. */
export function welgevormdheidsfouten(fouten: readonly RuweFout[]): XmlFout[] {
  const perPlaats = new Map<string, XmlFout>();
  for (const fout of fouten) {
    const regel = Math.max(fout.line, 1);
    const sleutel = `${regel}:${fout.col}`;
    if (perPlaats.has(sleutel)) continue;
    perPlaats.set(sleutel, { regel, ...(fout.col > 0 ? { kolom: fout.col } : {}), melding: MELDINGEN[fout.code] ?? ANDERS });
  }
  // libxml2 can refuse a document without a word, for want of memory.
  return perPlaats.size === 0 ? [{ regel: 1, melding: ANDERS }] : [...perPlaats.values()];
}
