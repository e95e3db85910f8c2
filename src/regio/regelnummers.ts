/** On which line of a YAML file a place is. Only used to explain an error, so it may take its time. */
import type { Node } from 'yaml';
import { laadYaml } from '../platform/laatLaden.js';

/** Line numbers by JSON Pointer: that of the place itself, or of the nearest place around it. */
export function regelnummers(tekst: string): (pad: string) => number | undefined {
  const { isMap, isScalar, isSeq, LineCounter, parseDocument } = laadYaml();
  const teller = new LineCounter();
  const document = parseDocument(tekst, { lineCounter: teller });
  return (pad) => {
    let knoop: unknown = document.contents;
    let begin = 0;
    for (const deel of pad.split('/').slice(1).map((stuk) => stuk.replaceAll('~1', '/').replaceAll('~0', '~'))) {
      const volgende: { knoop: unknown; begin: number | undefined } | undefined = isMap(knoop)
        ? paarVan(knoop.items.find(({ key }) => isScalar(key) && String(key.value) === deel))
        : isSeq(knoop) ? elementVan(knoop.items[Number(deel)]) : undefined;
      if (volgende === undefined) break;
      knoop = volgende.knoop;
      begin = volgende.begin ?? begin;
    }
    return begin === 0 && pad === '' ? undefined : teller.linePos(begin).line;
  };
}

function paarVan(paar: { key: unknown; value: unknown } | undefined) {
  return paar && { knoop: paar.value, begin: (paar.key as Node).range?.[0] };
}

function elementVan(element: unknown) {
  return element === undefined ? undefined : { knoop: element, begin: (element as Node).range?.[0] };
}
