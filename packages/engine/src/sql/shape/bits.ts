// Numbers of bits that masks have room for.

/** A signed 64-bit number without its sign. */
export const BITS_PER_MASK = 62;
/** A signed 32-bit number without its sign. */
export const BITS_PER_SMALL_MASK = 30;
/** Atoms per entity: four numbers of bits. More would make a wide table of entities slower than counting pairs. */
export const MOST_BITS = 4 * BITS_PER_MASK;
