/** Version of the published contract, by semantic versioning: a greater first number means that old questions may break. */
export const CONTRACT_VERSION = '0.1.0';
