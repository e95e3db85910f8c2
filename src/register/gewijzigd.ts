/**
 * The register was changed by another pair between reading and writing (possible only for ToewijzingNummer, which is unique in the
 * whole gemeente). The assessment must be done again.
 */
export class RegisterGewijzigd extends Error {
  override readonly name = 'RegisterGewijzigd';
}
