package bcl.operations;

import bcl.generate.Recipe;
import java.nio.file.Path;

/** Synthetic data: no home is open, no database. */
record GenerateRequest(Recipe recipe, Path out) implements Request {}
