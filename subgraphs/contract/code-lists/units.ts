/** Units of measure of published figures, by UN/CEFACT Recommendation 20. */
export const unitCodes: readonly string[] = ['IE', 'C62', 'H87', 'HUR', 'MIN', 'ANN', 'TNE', 'KGM'];
