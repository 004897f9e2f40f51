/** A rule that always holds, as a query for the rows that break it. `fact` says in a row's words what is wrong. */
export interface Check {
  /** The number of the invariant in docs/invariants.md. */
  readonly invariant: 1 | 2 | 3 | 4 | 5;
  readonly rule: string;
  readonly sql: string;
}
