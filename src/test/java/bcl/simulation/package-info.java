/** Whole nights in one process, by seed: the engine on a database, a disk and a clock that fail at numbered points. */
package bcl.simulation;
