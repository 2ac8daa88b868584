/**
 * Names that look like a person's data and are none: schema coordinate (or a bare name, for all places that bear it) -> the reason.
 * An entry that nothing needs any more is found by a test.
 */
export const personalNamesAllowed: Readonly<Record<string, string>> = {};
