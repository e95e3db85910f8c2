/** A configuration that cannot be used. The message says which variable, what is wrong and what is allowed. */
export class ConfigFout extends Error {
  override readonly name = 'ConfigFout';
}
