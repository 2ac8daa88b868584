import { FieldResolver, Resolver } from 'type-graphql';
import { CONTRACT_VERSION } from '../../contract/contract-version.ts';
import { NationalNetwork } from '../../contract/national-network.ts';

@Resolver(() => NationalNetwork)
export class ContractVersionResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Version of the contract the network serves, by semantic versioning. Null: not answered.',
  })
  contractVersion(): string {
    return CONTRACT_VERSION;
  }
}
