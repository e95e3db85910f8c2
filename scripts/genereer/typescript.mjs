/** Turns the schema model into TypeScript: interfaces for the compiler and structure tables for reading and writing. */

const KOP = '// Gegenereerd uit schemas/ door `npm run genereer`. Niet met de hand wijzigen.\n';
const q = (s) => `'${String(s).replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function facetTekst(f) {
  const parts = [`basis: ${q(f.basis)}`];
  for (const k of ['minLength', 'maxLength', 'minInclusive', 'maxInclusive']) if (f[k] !== undefined) parts.push(`${k}: ${f[k]}`);
  if (f.patronen) parts.push(`patronen: [${f.patronen.map(q).join(', ')}]`);
  if (f.waarden) parts.push(`waarden: [${f.waarden.map(q).join(', ')}]`);
  return parts.join(', ');
}

function tsType(f) {
  if (f.waarden) return f.waarden.map(q).join(' | ');
  return f.basis === 'integer' ? 'number' : 'string';
}

/** A class whose only element repeats is a bare wrapper: in memory it is the list itself. */
const isKaal = (elementen) => elementen.length === 1 && elementen[0].meervoudig;

export function schrijfBasis(basis) {
  let out = `${KOP}import type { Element, Waardetype } from '../structuur.js';\n\n`;
  out += `export const BASIS_NAMESPACE = ${q(basis.ns)};\n`;
  for (const [naam, f] of [...basis.typen].sort()) {
    out += `\nexport type ${naam} = ${tsType(f)};\nexport const ${naam}: Waardetype = { naam: ${q(naam)}, ${facetTekst(f)} };\n`;
  }
  for (const naam of topologisch(basis.klassen)) {
    const elementen = basis.klassen.get(naam);
    out += schrijfInterface(naam, elementen, basis);
    out += `export const ${naam}: readonly Element[] = ${schrijfElementen(elementen, basis, 'basis')};\n`;
  }
  return out;
}

export function schrijfBericht(bericht, basis) {
  let body = `\nexport const NAMESPACE = ${q(bericht.ns)};\n`;
  body += `export const XSD_VERSIE = { BasisschemaXsdVersie: ${q(bericht.versie.BasisschemaXsdVersie)}, `
    + `BerichtXsdVersie: ${q(bericht.versie.BerichtXsdVersie)} } as const;\n`;
  for (const naam of topologisch(bericht.klassen)) {
    const elementen = bericht.klassen.get(naam);
    if (naam === bericht.wortel) continue;
    if (!isKaal(elementen)) body += schrijfInterface(naam, elementen, basis, bericht);
    else body += '\n';
    body += `const ${naam}Elementen: readonly Element[] = ${schrijfElementen(elementen, basis, 'bericht', bericht)};\n`;
  }
  const wortel = bericht.klassen.get(bericht.wortel);
  body += schrijfInterface('Bericht', wortel, basis, bericht);
  body += `const BerichtElementen: readonly Element[] = ${schrijfElementen(wortel, basis, 'bericht', bericht)};\n`;
  body += `\nexport const STRUCTUUR: Element = {\n  naam: 'Bericht', ruimte: 'bericht', verplicht: true, meervoudig: false, `
    + `klasse: ${q('Bericht')}, kaal: false, elementen: BerichtElementen,\n};\n`;
  const klassen = [...bericht.klassen].filter(([n, e]) => n !== bericht.wortel && !isKaal(e)).map(([n]) => n);
  body += `\n/** The message classes that rules and return codes refer to. */\nexport interface Klassen {\n`
    + klassen.map((k) => `  ${k}: ${k};\n`).join('') + '}\n';
  return `${KOP}import * as basis from './basis.js';\nimport type { Element } from '../structuur.js';\n${body}`;
}

/** Classes in an order in which each is declared before it is used. */
function topologisch(klassen) {
  const done = [];
  const visit = (naam) => {
    if (done.includes(naam) || !klassen.has(naam)) return;
    for (const e of klassen.get(naam)) if (e.type) visit(e.type);
    done.push(naam);
  };
  for (const naam of klassen.keys()) visit(naam);
  return done;
}

function waarde(e, basis) {
  const eigen = e.inline;
  const afgeleid = eigen.afgeleidVan ? basis.typen.get(eigen.afgeleidVan) : {};
  return { ...afgeleid, ...eigen, patronen: [...(afgeleid.patronen ?? []), ...(eigen.patronen ?? [])] };
}

function verwijzing(e, basis, bericht) {
  const pre = bericht ? 'basis.' : '';
  if (e.inline) return tsType(waarde(e, basis));
  if (e.typeInBasis) return pre + e.type;
  const elementen = bericht.klassen.get(e.type);
  if (!isKaal(elementen)) return e.type;
  return `readonly ${verwijzing(elementen[0], basis, bericht)}[]`;
}

function schrijfInterface(naam, elementen, basis, bericht) {
  let out = `\nexport interface ${naam} {\n`;
  for (const e of elementen) {
    const t = verwijzing(e, basis, bericht);
    out += `  readonly ${e.naam}${e.verplicht ? '' : '?'}: ${e.meervoudig ? `readonly ${t}[]` : t};\n`;
  }
  return `${out}}\n`;
}

function schrijfElementen(elementen, basis, ruimte, bericht) {
  const regels = elementen.map((e) => {
    const kop = `naam: ${q(e.naam)}, ruimte: ${q(ruimte)}, verplicht: ${e.verplicht}, meervoudig: ${e.meervoudig}`;
    if (e.inline) return `  { ${kop}, waarde: { naam: ${q(e.inline.afgeleidVan ?? 'anoniem')}, ${facetTekst(waarde(e, basis))} } },`;
    const pre = bericht ? 'basis.' : '';
    if (e.typeInBasis && basis.typen.has(e.type)) return `  { ${kop}, waarde: ${pre}${e.type} },`;
    if (e.typeInBasis) return `  { ${kop}, klasse: ${q(e.type)}, kaal: false, elementen: ${pre}${e.type} },`;
    return `  { ${kop}, klasse: ${q(e.type)}, kaal: ${isKaal(bericht.klassen.get(e.type))}, elementen: ${e.type}Elementen },`;
  });
  return `[\n${regels.join('\n')}\n]`;
}

export function schrijfIndex(berichten) {
  let out = KOP;
  for (const b of berichten) out += `import * as ${b.naam} from './${b.naam.toLowerCase()}.js';\n`;
  out += `import type { Element } from '../structuur.js';\n\nexport { ${berichten.map((b) => b.naam).join(', ')} };\n`;
  out += `export * as basis from './basis.js';\n`;
  out += `\n/** The message of each type. */\nexport interface Berichten {\n${berichten.map((b) => `  ${b.naam}: ${b.naam}.Bericht;\n`).join('')}}\n`;
  out += `\n/** The classes of each message type. */\nexport interface Klassen {\n${berichten.map((b) => `  ${b.naam}: ${b.naam}.Klassen;\n`).join('')}}\n`;
  out += `\nexport const SCHEMAS: { readonly [B in keyof Berichten]: {\n  readonly namespace: string; readonly structuur: Element;\n`
    + `  readonly xsdVersie: { readonly BasisschemaXsdVersie: string; readonly BerichtXsdVersie: string };\n} } = {\n`
    + berichten.map((b) => `  ${b.naam}: { namespace: ${b.naam}.NAMESPACE, structuur: ${b.naam}.STRUCTUUR, xsdVersie: ${b.naam}.XSD_VERSIE },\n`).join('')
    + '};\n';
  return out;
}
