/**
 * What the engine takes for granted of the frameworks below it, good and bad, one test each: after an upgrade a test that fails
 * here says which decision of the engine to look at again (docs/adr/). None of them tests the engine. The H2 that is killed is in
 * {@link bcl.crash}.
 */
@NullMarked
package bcl.assumptions;

import org.jspecify.annotations.NullMarked;
