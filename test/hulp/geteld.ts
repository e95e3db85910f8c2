/** Counting instead of timing: how many element values of a message something reads. */

/** The message behind proxies that count each read of an element's value (a class or list in between is no value). */
export function geteld<T extends object>(bericht: T): { readonly bericht: T; readonly gelezen: () => number } {
  let aantal = 0;
  const bekend = new WeakMap<object, object>();
  const omhul = (doel: object): object => {
    let omhulsel = bekend.get(doel);
    if (omhulsel === undefined) {
      omhulsel = new Proxy(doel, {
        get(van, naam): unknown {
          const waarde: unknown = Reflect.get(van, naam);
          if (typeof waarde === 'object' && waarde !== null) return omhul(waarde);
          // Methods and the length of a list are no values of the message.
          if (waarde !== undefined && !Array.isArray(van)) aantal++;
          return waarde;
        },
      });
      bekend.set(doel, omhulsel);
    }
    return omhulsel;
  };
  return { bericht: omhul(bericht) as T, gelezen: () => aantal };
}
