package bcl.wire;

/**
 * One field of a record.
 *
 * @param number its place, from 1
 * @param length the greatest number of characters, leading zeros of domain N not counted
 */
public record FieldLayout(int number, String name, boolean mandatory, Domain domain, int length) {}
