import { defineEntity, p } from '@mikro-orm/core';

/** An area of the country, as stored. */
export const RegionRow = defineEntity({
  name: 'Region',
  tableName: 'region',
  properties: {
    id: p.text().primary(),
    iso: p.text().nullable(),
    national: p.text().nullable(),
    nationalSystem: p.text().nullable(),
    names: p.text(),
    aliases: p.text(),
    codes: p.text(),
    validFrom: p.text().nullable(),
    validTo: p.text().nullable(),
    replaces: p.text(),
    replacedBy: p.text(),
  },
});

/** Every code a region has or had, for looking it up. */
export const RegionCodeRow = defineEntity({
  name: 'RegionCode',
  tableName: 'region_code',
  properties: { value: p.text().primary(), regionId: p.text().primary() },
});
