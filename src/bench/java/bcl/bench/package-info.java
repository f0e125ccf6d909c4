/** The benchmark: the engine beside what a user would otherwise write. Not part of what ships. */
package bcl.bench;
