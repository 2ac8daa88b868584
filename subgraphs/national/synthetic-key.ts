/**
 * How every key of a made-up record begins, in its file and in the database: so it is known of each row that it is of nobody, whoever loaded it.
 * Shape   SYN-<letter of the kind>-<number>
 */
export const SYNTHETIC_PREFIX = 'SYN-';
