import { init, type ModuleInfos } from 'license-checker-rseidelsohn';
import { isAllowed } from './allowed-licenses.ts';

export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression; UNKNOWN when the package names none. */
  readonly license: string;
  /** Elastic License 2.0: free to run, not to be offered to third parties as a managed service. */
  readonly elastic: boolean;
  readonly allowed: boolean;
}

/**
 * The installed production packages with their licenses, sorted by name.
 * Shape   folder with package.json and node_modules -> packages; the project itself is left out
 * Errors  what the reader throws for a folder without packages
 */
export async function readLicenses(folder: string): Promise<InstalledPackage[]> {
  const found = await new Promise<ModuleInfos>((resolve, reject) => {
    init({ start: folder, production: true, excludePrivatePackages: true }, (error, packages) =>
      error ? reject(error) : resolve(packages),
    );
  });
  return Object.entries(found)
    .map(([key, { licenses }]) => {
      const at = key.lastIndexOf('@');
      const license = [licenses ?? 'UNKNOWN'].flat().join(' AND ');
      return {
        name: key.slice(0, at),
        version: key.slice(at + 1),
        license,
        elastic: license.includes('Elastic-2.0'),
        allowed: isAllowed(license),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
