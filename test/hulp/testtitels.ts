/** Which tests there are per rule, read from the source of the test files. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const REGELCODE = /^(?:TR|CD|CS)\d{3}$/;
const BEGINT_MET_CODE = /^(?:TR|CD|CS)\d{3}\b/;

/** `describe(…)`, `describe.each(tabel)(…)`, `it.skipIf(…)(…)`: the first name and, for each, the table. */
function oproep(node: ts.CallExpression): { naam: string; tabel: ts.Expression | undefined } {
  let tabel: ts.Expression | undefined;
  let doel: ts.Expression = node.expression;
  while (ts.isCallExpression(doel) || ts.isPropertyAccessExpression(doel) || ts.isTaggedTemplateExpression(doel)) {
    if (ts.isCallExpression(doel)) tabel = doel.arguments[0];
    doel = ts.isTaggedTemplateExpression(doel) ? doel.tag : doel.expression;
  }
  return { naam: ts.isIdentifier(doel) ? doel.text : '', tabel };
}

/** The fixed beginning of a title. */
function begin(titel: ts.Expression | undefined): string | undefined {
  if (titel === undefined) return undefined;
  if (ts.isStringLiteralLike(titel)) return titel.text;
  if (ts.isTemplateExpression(titel)) return titel.head.text;
  return ts.isBinaryExpression(titel) ? begin(titel.left) : undefined;
}

function codesIn(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return REGELCODE.test(node.text) ? [node.text] : [];
  const codes: string[] = [];
  node.forEachChild((kind) => { codes.push(...codesIn(kind)); });
  return codes;
}

/**
 * Titles of the tests in `describe` blocks whose title begins with a rule code, by that code. A `describe.each` whose title begins with its first
 * value counts for every code in its table.
 */
export function testtitels(map: string): Map<string, string[]> {
  const titels = new Map<string, string[]>();
  const bezoek = (node: ts.Node, codes: readonly string[]): void => {
    let eigen = codes;
    if (ts.isCallExpression(node)) {
      const titel = begin(node.arguments[0]);
      const { naam, tabel } = oproep(node);
      if (naam === 'describe' && titel !== undefined) {
        const code = BEGINT_MET_CODE.exec(titel)?.[0];
        if (code !== undefined) eigen = [code];
        else if (tabel !== undefined && titel.startsWith('%s') && codesIn(tabel).length > 0) eigen = codesIn(tabel);
      } else if ((naam === 'it' || naam === 'test') && titel !== undefined) {
        for (const code of codes) titels.set(code, [...(titels.get(code) ?? []), titel]);
      }
    }
    node.forEachChild((kind) => { bezoek(kind, eigen); });
  };
  for (const naam of readdirSync(map, { recursive: true, encoding: 'utf8' }).filter((n) => n.endsWith('.test.ts'))) {
    bezoek(ts.createSourceFile(naam, readFileSync(join(map, naam), 'utf8'), ts.ScriptTarget.ES2022, true), []);
  }
  return titels;
}
