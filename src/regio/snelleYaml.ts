/**
 * Reads the plain part of YAML in which large catalogues are written, some twenty times faster than a full parser. Anything it does not know
 * for sure (anchors, block texts, escapes, texts over several lines, tabs, numbers other than whole ones) makes it give up, and then the
 * full parser is the one to ask. So it never decides what a file means, only how fast the answer comes.
 */

/** Thrown and caught here: the file needs the full parser. */
class TeMoeilijk extends Error {}

const SLEUTEL = /^([A-Za-z0-9][A-Za-z0-9_-]*):(?: +(.*))?$/;
const KALE_TEKST = /^[\p{L}\p{N}][\p{L}\p{N} _.,()/%+-]*$/u;
/** Texts that YAML may read as something else. */
const GEEN_TEKST = /^(?:null|true|false|yes|no|on|off)$/i;
const LIJKT_GETAL = /^(?:[0-9.]+(?:[eE][-+]?[0-9]*)?|0[xob][0-9a-fA-F]*)$/;
const GEHEEL = /^(?:0|[1-9][0-9]{0,14})$/;

function opgeven(): never {
  throw new TeMoeilijk();
}

/** A text without quotes. */
function kaal(tekst: string): unknown {
  if (GEHEEL.test(tekst)) return Number(tekst);
  if (tekst === 'true') return true;
  if (tekst === 'false') return false;
  // Within brackets a comma ends the text, so there it never comes here.
  if (!KALE_TEKST.test(tekst) || GEEN_TEKST.test(tekst) || LIJKT_GETAL.test(tekst)) opgeven();
  return tekst;
}

/** Reads values that stand on one line. */
class Regellezer {
  plaats = 0;

  constructor(readonly tekst: string) {}

  spaties(): void {
    while (this.tekst[this.plaats] === ' ') this.plaats++;
  }

  /** A text in quotes without escapes in it. */
  aangehaald(teken: string): string {
    const einde = this.tekst.indexOf(teken, this.plaats + 1);
    const inhoud = this.tekst.slice(this.plaats + 1, einde);
    if (einde < 0 || this.tekst[einde + 1] === teken || inhoud.includes('\\')) opgeven();
    this.plaats = einde + 1;
    return inhoud;
  }

  /** A value within brackets, up to a comma or a closing bracket. */
  binnen(): unknown {
    this.spaties();
    const teken = this.tekst[this.plaats];
    if (teken === '[' || teken === '{') return this.verzameling(teken);
    if (teken === '\'' || teken === '"') return this.aangehaald(teken);
    const begin = this.plaats;
    while (this.plaats < this.tekst.length && !',]}:[{'.includes(this.tekst[this.plaats] ?? '')) this.plaats++;
    return kaal(this.tekst.slice(begin, this.plaats).trimEnd());
  }

  /** What stands between brackets. */
  verzameling(haak: '[' | '{'): unknown {
    this.plaats++;
    const lijst: unknown[] = [];
    const blok: Record<string, unknown> = {};
    this.spaties();
    for (;;) {
      const waarde = this.binnen();
      if (haak === '[') lijst.push(waarde);
      else {
        if (typeof waarde !== 'string' || Object.hasOwn(blok, waarde) || waarde === '__proto__') opgeven();
        if (this.tekst[this.plaats] !== ':' || this.tekst[this.plaats + 1] !== ' ') opgeven();
        this.plaats++;
        blok[waarde] = this.binnen();
      }
      this.spaties();
      const volgende = this.tekst[this.plaats++];
      if (volgende === (haak === '[' ? ']' : '}')) return haak === '[' ? lijst : blok;
      if (volgende !== ',') opgeven();
    }
  }

  /** The only value on the rest of the line. */
  heel(): unknown {
    const teken = this.tekst[this.plaats];
    if (teken !== '[' && teken !== '{' && teken !== '\'' && teken !== '"') return kaal(this.tekst);
    const waarde = teken === '[' || teken === '{' ? this.verzameling(teken) : this.aangehaald(teken);
    if (this.plaats !== this.tekst.length) opgeven();
    return waarde;
  }
}

interface Regel {
  readonly inspringing: number;
  readonly tekst: string;
}

/** Lines without comments and white space at their ends; empty ones left out. */
function regelsVan(tekst: string): Regel[] {
  const regels: Regel[] = [];
  for (const ruw of tekst.split('\n')) {
    const hek = ruw.indexOf('#');
    let regel = ruw;
    if (hek >= 0) {
      const ervoor = ruw.slice(0, hek);
      // A # within a word or a text in quotes is no comment.
      if (ervoor !== '' && !ervoor.endsWith(' ')) opgeven();
      if ((ervoor.split('\'').length & 1) === 0 || (ervoor.split('"').length & 1) === 0) opgeven();
      regel = ervoor;
    }
    const inhoud = regel.trim();
    if (inhoud === '') continue;
    regels.push({ inspringing: regel.length - regel.trimStart().length, tekst: inhoud });
  }
  return regels;
}

/** Reads blocks by their indentation. */
class Bloklezer {
  plaats = 0;

  constructor(readonly regels: Regel[]) {}

  get regel(): Regel | undefined {
    return this.regels[this.plaats];
  }

  waarde(inspringing: number): unknown {
    return this.regel?.tekst.startsWith('- ') === true ? this.lijst(inspringing) : this.blok(inspringing);
  }

  lijst(inspringing: number): unknown[] {
    const lijst: unknown[] = [];
    for (let regel = this.regel; regel?.inspringing === inspringing && regel.tekst.startsWith('- '); regel = this.regel) {
      const inhoud = regel.tekst.slice(2).trimStart();
      if (inhoud.startsWith('- ')) opgeven();
      if (SLEUTEL.test(inhoud)) {
        // The rest of the line is the first line of a block that is indented as far as it begins.
        const dieper = inspringing + regel.tekst.length - inhoud.length;
        this.regels[this.plaats] = { inspringing: dieper, tekst: inhoud };
        lijst.push(this.blok(dieper));
      } else {
        lijst.push(new Regellezer(inhoud).heel());
        this.plaats++;
      }
    }
    return lijst;
  }

  blok(inspringing: number): Record<string, unknown> {
    const blok: Record<string, unknown> = {};
    for (let regel = this.regel; regel?.inspringing === inspringing; regel = this.regel) {
      const delen = SLEUTEL.exec(regel.tekst) ?? opgeven();
      const [, naam = '', inhoud] = delen;
      const sleutel = kaal(naam);
      if (typeof sleutel !== 'string' || Object.hasOwn(blok, sleutel)) opgeven();
      this.plaats++;
      blok[sleutel] = inhoud === undefined ? this.onder(inspringing) : new Regellezer(inhoud).heel();
    }
    return blok;
  }

  /** The value on the lines below a key: indented further, or a list that is not. */
  onder(inspringing: number): unknown {
    const { regel } = this;
    if (regel === undefined) opgeven();
    const lijstErnaast = regel.inspringing === inspringing && regel.tekst.startsWith('- ');
    if (!lijstErnaast && regel.inspringing <= inspringing) opgeven();
    return this.waarde(regel.inspringing);
  }
}

/** The value of a YAML text, or undefined when the full parser has to be asked. */
export function leesSnelleYaml(tekst: string): unknown {
  // Tabs, carriage returns and other characters that are not plain text are for the full parser.
  if (/[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/.test(tekst)) return undefined;
  try {
    const regels = regelsVan(tekst);
    const lezer = new Bloklezer(regels);
    const waarde = lezer.blok(0);
    return lezer.plaats === regels.length && regels.length > 0 ? waarde : undefined;
  } catch (fout) {
    if (fout instanceof TeMoeilijk) return undefined;
    throw fout;
  }
}
