/** Compares what a gateway answered with what a scenario expects, by structure. Pure. */

/** What only the answering party can know: its own identification and date. */
const EIGEN = ['IdentificatieRetour', 'DagtekeningRetour'];
const EIGEN_325 = ['BerichtIdentificatie'];

/** An answer without what only its maker can know. The WMO325 has an identification of its own, return messages copy that of the original. */
export function zonderEigen(antwoordsoort, antwoord) {
  const weg = antwoordsoort === 'WMO325' ? EIGEN_325 : EIGEN;
  return { ...antwoord, Header: Object.fromEntries(Object.entries(antwoord.Header).filter(([naam]) => !weg.includes(naam))) };
}

/** Findings in an order that does not depend on that of assessment, without their texts. */
export function opVolgorde(bevindingen) {
  const sleutel = ({ pad, regel }) => `${pad} ${regel}`;
  return bevindingen.map(({ regel, retourcode, niveau, klasse, pad }) => ({ regel, retourcode, niveau, klasse, pad }))
    .sort((a, b) => (sleutel(a) < sleutel(b) ? -1 : 1));
}

const isGroep = (waarde) => typeof waarde === 'object' && waarde !== null;

/** Where two values differ: the path, and both sides (undefined is absent). */
export function verschillen(verwacht, gekregen, pad = '') {
  if (!isGroep(verwacht) || !isGroep(gekregen)) return verwacht === gekregen ? [] : [{ pad, verwacht, gekregen }];
  const namen = new Set([...Object.keys(verwacht), ...Object.keys(gekregen)]);
  return [...namen].flatMap((naam) => verschillen(verwacht[naam], gekregen[naam],
    Array.isArray(verwacht) ? `${pad}[${Number(naam) + 1}]` : `${pad}/${naam}`));
}

/** The return codes of an answer by class, in document order: [['Header', ['0200']], …]. */
export function codesPerKlasse(waarde, klasse = '') {
  if (!isGroep(waarde)) return [];
  const eigen = Array.isArray(waarde.RetourCodes) ? [[klasse, waarde.RetourCodes]] : [];
  // Codes stand at the end of a class; a reader wants them before what is inside.
  const binnen = Object.entries(waarde).filter(([naam]) => naam !== 'RetourCodes').flatMap(([naam, inhoud]) =>
    Array.isArray(inhoud) ? inhoud.flatMap((een, i) => codesPerKlasse(een, `${ENKELVOUD[naam] ?? naam}[${i + 1}]`)) : codesPerKlasse(inhoud, naam));
  return [...eigen, ...binnen];
}

const ENKELVOUD = {
  Relaties: 'Relatie', Contactgegevens: 'Contact', ToegewezenProducten: 'ToegewezenProduct', StartProducten: 'StartProduct',
  StopProducten: 'StopProduct', AangevraagdeProducten: 'AangevraagdProduct', OngewijzigdeProducten: 'OngewijzigdProduct',
  TeWijzigenProducten: 'TeWijzigenProduct', NieuweProducten: 'NieuwProduct', Clienten: 'Client', Prestaties: 'Prestatie',
};
