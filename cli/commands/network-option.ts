import { Option } from 'commander';

/** `--network CODE`: the network whose data a command works on. */
export const networkOption = (): Option =>
  new Option('--network <code>', "the network, by its country's code or its name in the member list: kz, kazakhstan").makeOptionMandatory();
