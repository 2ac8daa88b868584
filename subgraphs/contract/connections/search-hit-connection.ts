import { SearchHit } from '../values/search-hit.ts';
import { connectionOf } from './connection-of.ts';

/** A page of SearchHit. */
export const SearchHitConnection = connectionOf('SearchHit', SearchHit);
export type SearchHitConnection = InstanceType<typeof SearchHitConnection>;
