/** By what a product is sold: one, a kilogram, or a package as it stands on the shelf. */
export type Unit = 'piece' | 'kg' | 'pack';

/** How a grocer sells the groceries of DummyJSON: the source doesn't say, and its weights are made up. */
export const GROCERY_UNITS: Readonly<Record<string, Unit>> = {
  'GRO-BRD-APP-016': 'kg',
  'GRO-BRD-BEE-017': 'kg',
  'GRO-BRD-FOO-018': 'pack',
  'GRO-BRD-CHI-019': 'kg',
  'GRO-BRD-COO-020': 'pack',
  'GRO-BRD-CUC-021': 'kg',
  'GRO-BRD-FOO-022': 'pack',
  'GRO-BRD-EGG-023': 'pack',
  'GRO-BRD-FIS-024': 'kg',
  'GRO-BRD-GRE-025': 'kg',
  'GRO-BRD-GRE-026': 'kg',
  'GRO-BRD-HON-027': 'piece',
  'GRO-BRD-CRE-028': 'pack',
  'GRO-BRD-JUI-029': 'pack',
  'GRO-BRD-KIW-030': 'kg',
  'GRO-BRD-LEM-031': 'piece',
  'GRO-BRD-MIL-032': 'pack',
  'GRO-BRD-MUL-033': 'pack',
  'GRO-BRD-NES-034': 'pack',
  'GRO-BRD-POT-035': 'kg',
  'GRO-BRD-PRO-036': 'pack',
  'GRO-BRD-ONI-037': 'kg',
  'GRO-BRD-RIC-038': 'pack',
  'GRO-BRD-SOF-039': 'piece',
  'GRO-BRD-STR-040': 'pack',
  'GRO-BRD-TIS-041': 'piece',
  'GRO-BRD-WAT-042': 'piece',
};
