/** Checks that a JSON value has the shape of a class: names, lists and kinds of values. What a value may be is left to the schema. */
import { isKlasse, type Element, type Klasseelement } from './structuur.js';

/** A place in the JSON that does not fit. */
export interface Vormfout {
  readonly pad: string;
  readonly melding: string;
}

function isObject(waarde: unknown): waarde is Readonly<Record<string, unknown>> {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);
}

/**
 * The errors of a value as an object with these elements; empty when it fits.
 * @param zonder element names that may not occur here
 */
export function vormfouten(elementen: readonly Element[], json: unknown, pad: string, zonder: readonly string[] = []): Vormfout[] {
  if (!isObject(json)) return [{ pad, melding: 'Hier wordt een object verwacht.' }];
  const fouten: Vormfout[] = [];
  const bekend = new Map(elementen.filter(({ naam }) => !zonder.includes(naam)).map((element) => [element.naam, element]));
  for (const naam of Object.keys(json)) {
    if (!bekend.has(naam)) {
      fouten.push({ pad, melding: `Het element ${/^\w{1,40}$/.test(naam) ? naam : '(onleesbaar)'} bestaat hier niet. `
        + `Toegestaan: ${[...bekend.keys()].join(', ')}.` });
    }
  }
  for (const [naam, element] of bekend) {
    const waarde = json[naam];
    if (waarde === undefined || waarde === null) {
      if (element.verplicht) fouten.push({ pad: `${pad}/${naam}`, melding: 'Dit element is verplicht. Vul het.' });
    } else if (isKlasse(element)) fouten.push(...klassefouten(element, waarde, `${pad}/${naam}`));
    else fouten.push(...waardefouten(element.waarde.basis, waarde, `${pad}/${naam}`));
  }
  return fouten;
}

function klassefouten(element: Klasseelement, waarde: unknown, pad: string): Vormfout[] {
  if (!element.kaal) return vormfouten(element.elementen, waarde, pad);
  if (!Array.isArray(waarde)) return [{ pad, melding: 'Hier wordt een lijst verwacht.' }];
  const [kind] = element.elementen;
  if (kind === undefined || !isKlasse(kind)) return [];
  return waarde.flatMap((een, i) => vormfouten(kind.elementen, een, `${pad}/${kind.naam}[${i + 1}]`));
}

function waardefouten(basis: string, waarde: unknown, pad: string): Vormfout[] {
  if (basis === 'integer') return Number.isSafeInteger(waarde) ? [] : [{ pad, melding: 'Hier wordt een geheel getal verwacht.' }];
  return typeof waarde === 'string' ? [] : [{ pad, melding: 'Hier wordt tekst verwacht.' }];
}

/** The elements of a class somewhere below a message's root, by element names. @throws Error when the path does not exist */
export function elementenVan(wortel: Element, ...namen: readonly string[]): readonly Element[] {
  let element = wortel;
  for (const naam of namen) {
    const volgende = isKlasse(element) ? element.elementen.find((kind) => kind.naam === naam) : undefined;
    if (volgende === undefined) throw new Error(`Element ${naam} bestaat niet`);
    element = volgende;
  }
  return isKlasse(element) ? element.elementen : [];
}
