/** What a command's exit code says; README.md explains each. A child's code also tells its supervisor whether a restart can help. */
export const exitCode = { done: 0, findings: 1, wrongUse: 2, portInUse: 3, rights: 3, machine: 5 } as const;
