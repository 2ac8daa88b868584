import type { Command } from 'commander';

/** `birge licenses`: what a host takes over with the installed packages. */
export function defineLicenses(program: Command): void {
  program
    .command('licenses')
    .summary('list the licenses of the installed production packages')
    .description(
      'Lists name, version and license of every installed production package; "*" marks Elastic-2.0 (docs/dependencies.md says what it means).',
    )
    .option('--json', 'print [{ name, version, license, elastic, allowed }]')
    .addHelpText('after', '\nExit codes: 0 all are on the allow-list, 1 some are not.\n\nExample:\n  birge licenses --json')
    .action(async ({ json }: { json?: boolean }) => {
      const { printLicenses } = await import('../licenses/print-licenses.ts');
      await printLicenses(json ?? false);
    });
}
