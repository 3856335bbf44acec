/** Why the hub cannot start, as one plain sentence for the operator: printed without a stack, exit code 1. */
export class StartupProblem extends Error {
  override readonly name = 'StartupProblem';
}
