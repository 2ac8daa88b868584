import type { ImportReport } from '../../subgraphs/national/intake/import/import-report.ts';
import type { RowFault } from '../../subgraphs/national/intake/row-fault.ts';

const SHOWN_WARNINGS = 10;

/** What an import did or would do, for a person. */
export function reportLines(report: ImportReport): string[] {
  const {
    kind,
    file,
    format,
    encoding,
    separator,
    sheet,
    mapping,
    leftOut,
    samples,
    counts,
    faults,
    warnings,
    rejectedFile,
    rejectedFault,
  } = report;
  const form = [
    format,
    encoding,
    separator === null ? null : `separator "${separator === '\t' ? 'tab' : separator}"`,
    sheet === null ? null : `sheet "${sheet}"`,
  ];
  return [
    `${file} as ${kind} for ${report.network}: ${form.filter((part) => part !== null).join(', ')}`,
    `Mapping ${mapping.name}, version ${mapping.version}; source ${mapping.source}, ${mapping.mode === 'full' ? 'the file is all there is' : 'the file adds and changes'}`,
    ...(leftOut.length === 0 ? [] : [`Left out, since the mapping does not name them: ${leftOut.join(', ')}`]),
    ...(samples.length === 0 ? [] : ['First rows, as they were decoded:']),
    ...samples.map(
      (row) =>
        `  ${Object.entries(row)
          .map(([header, cell]) => `${header}=${cell ?? ''}`)
          .join(' · ')}`,
    ),
    ...warnings.slice(0, SHOWN_WARNINGS).map(({ message }) => `Note: ${message}`),
    ...(warnings.length > SHOWN_WARNINGS ? [`Note: and ${warnings.length - SHOWN_WARNINGS} more`] : []),
    ...faults.map(faultLine),
    countLine(counts),
    ...(rejectedFile === null ? [] : [`The refused rows stand in ${rejectedFile}: correct them there and import that file.`]),
    ...(rejectedFault === null ? [] : [`Warning: the refused rows stand nowhere, ${rejectedFault}`]),
    outcomeLine(report),
  ];
}

/** Where a fault is and what to do; never the cell, which may be personal. */
function faultLine({ row, column, rule, hint, severity }: RowFault): string {
  const place = [row === null ? null : `row ${row}`, column].filter((part) => part !== null).join(', ');
  return `${severity === 'WARNING' ? 'Warning' : 'Refused'}: ${place}${place === '' ? '' : ': '}${rule}, ${hint}`;
}

function countLine(counts: ImportReport['counts']): string {
  const { read, new: added, changed, unchanged, removed, rejected, kept, erased, repeated } = counts;
  const more = Object.entries({ kept, erased, repeated }).filter(([, count]) => count > 0);
  return `Rows: ${read} read, ${added} new, ${changed} changed, ${unchanged} unchanged, ${removed} removed, ${rejected} rejected${more.map(([name, count]) => `, ${count} ${name}`).join('')}`;
}

function outcomeLine({ importId, sameAs, isCommitted, network, durationMs }: ImportReport): string {
  if (sameAs !== null) return `This very file is there already, by import ${sameAs}: nothing to do.`;
  if (importId === null) return isCommitted ? 'Nothing was written.' : 'This was a dry run: nothing was written. Add --commit to write it.';
  return `Import ${importId} is written, in ${(durationMs / 1000).toFixed(1)} s. Take it back: birge import undo ${importId} --network ${network.toLowerCase()}`;
}
